import { facts } from '../../../publication/fact.ts';

const ECORDA = 'ecorda-participation';
/** @param years first and last year of the calls */
const programme = (framework: string, years: string): string => `
  SELECT sum(participations) FILTER (WHERE country = 'GBR') / sum(participations) AS value, '${years}' AS year
  FROM programme_participation
  WHERE framework = '${framework}' AND stage = 'successful' AND source = '${ECORDA}'
    AND year BETWEEN ${years.slice(0, 4)} AND ${years.slice(-4)}`;
/** Its part of the lead roles in funded proposals, by year of call. */
const lead = (year: number): string => `
  SELECT sum(coordinations) FILTER (WHERE country = 'GBR') / sum(coordinations) AS value, ${year} AS year
  FROM programme_participation WHERE stage = 'successful' AND source = '${ECORDA}' AND year = ${year}`;

export default facts({
  fp7: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom, FP7',
    sql: programme('FP7', '2007–2013'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.1433,
  },
  h2020: {
    says: 'of the participations of the countries that eCORDA lists were of the United Kingdom, Horizon 2020',
    sql: programme('Horizon 2020', '2014–2020'),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.1058,
  },
  lead_2015: {
    says: 'of lead roles in funded proposals were British',
    sql: lead(2015),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.1321,
  },
  lead_2019: {
    says: 'of lead roles in funded proposals were British',
    sql: lead(2019),
    sources: [ECORDA],
    format: 'percent',
    stated: 0.0504,
    must: ['fell', (v) => v < 0.1],
  },
});
