import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const SOURCES = [OPENALEX, 'world-bank-wdi'];
const among = (income: string): string => `(SELECT iso3 FROM countries WHERE income_group = '${income}')`;
/** Joint papers with the largest partner over all papers with authors abroad. */
const papers = (income: string): string => `
  SELECT median(part) AS value, 2022 AS year FROM (
    SELECT max(f.value) / max(t.value) AS part
    FROM totals t
    JOIN ties f ON f.country = t.country AND f.year = t.year AND f.source = t.source
    WHERE t.source = '${OPENALEX}' AND t.measure = 'international_works' AND t.year = 2022 AND t.value > 0
      AND t.country IN ${among(income)}
    GROUP BY t.country)`;
/** The same over the sum of joint papers with each partner, where a paper of many countries counts many times. */
const links = (income: string): string => `
  SELECT median(value) AS value, 2022 AS year FROM country_indicators
  WHERE indicator = 'largest_partner_share' AND source = '${OPENALEX}' AND year = 2022 AND country IN ${among(income)}`;

export default facts({
  low: {
    says: 'of its international papers are with its largest partner, median low-income country',
    sql: papers('Low income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3638,
    within: 0.05,
  },
  high: {
    says: 'of its international papers are with its largest partner, median high-income country',
    sql: papers('High income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3305,
    within: 0.05,
  },
  low_links: {
    says: 'of its links in papers are with its largest partner, median low-income country',
    sql: links('Low income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1278,
    within: 0.05,
  },
  high_links: {
    says: 'of its links in papers are with its largest partner, median high-income country',
    sql: links('High income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1374,
    within: 0.05,
  },
});
