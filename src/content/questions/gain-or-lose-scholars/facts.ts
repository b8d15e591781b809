import { facts } from '../../../publication/fact.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const BOTH = [SCOPUS, OPENALEX];
/** Countries with a balance on Scopus (s) and on OpenAlex (o), of which something holds. */
const countries = (holds = 'TRUE'): string => `
  SELECT count(*) AS value, 2019 AS year
  FROM country_indicators s JOIN country_indicators o ON o.country = s.country
  WHERE s.indicator = 'balance' AND s.layer = 'scholars' AND s.source = '${SCOPUS}' AND s.year = 2019 AND s.value IS NOT NULL
    AND o.indicator = 'balance' AND o.layer = 'scholars' AND o.source = '${OPENALEX}' AND o.year = 2019 AND o.value IS NOT NULL
    AND ${holds}`;

export default facts({
  countries: {
    says: 'countries with a balance of scholars in both bases',
    sql: countries(),
    sources: BOTH,
    format: 'count',
    stated: 169,
  },
  gained: {
    says: 'countries that gained scholars in both bases, beyond chance',
    sql: countries('s.low > 0 AND o.low > 0'),
    sources: BOTH,
    format: 'count',
    stated: 32,
  },
  lost: {
    says: 'countries that lost scholars in both bases, beyond chance',
    sql: countries('s.high < 0 AND o.high < 0'),
    sources: BOTH,
    format: 'count',
    stated: 21,
  },
  opposite: {
    says: 'countries that gain scholars in one base and lose them in the other',
    sql: countries('s.value * o.value < 0'),
    sources: BOTH,
    format: 'count',
    stated: 42,
  },
});
