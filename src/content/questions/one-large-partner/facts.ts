import { facts } from '../../../publication/fact.ts';

const OPENALEX = 'openalex-copublications';
const SOURCES = [OPENALEX, 'world-bank-wdi'];
/** Papers with authors abroad that a country has at least in 2022 to be counted. */
const ENOUGH = 500;
/** Countries of an income group with so many papers with authors abroad. */
const among = (income: string, least: number): string => `(
  SELECT t.country FROM totals t JOIN countries c ON c.iso3 = t.country
  WHERE t.source = '${OPENALEX}' AND t.measure = 'international_works' AND t.year = 2022 AND t.value > 0 AND t.value >= ${least}
    AND c.income_group = '${income}')`;
/** Joint papers with the largest partner over all papers with authors abroad. */
const papers = (income: string, least = ENOUGH): string => `
  SELECT median(part) AS value, 2022 AS year FROM (
    SELECT max(f.value) / max(t.value) AS part
    FROM totals t
    JOIN ties f ON f.country = t.country AND f.year = t.year AND f.source = t.source
    WHERE t.source = '${OPENALEX}' AND t.measure = 'international_works' AND t.year = 2022
      AND t.country IN ${among(income, least)}
    GROUP BY t.country)`;
/** The same over the sum of joint papers with each partner, where a paper of many countries counts many times. */
const links = (income: string, least = ENOUGH): string => `
  SELECT median(value) AS value, 2022 AS year FROM country_indicators
  WHERE indicator = 'largest_partner_share' AND source = '${OPENALEX}' AND year = 2022 AND country IN ${among(income, least)}`;

export default facts({
  low: {
    says: 'of its international papers are with its largest partner, median low-income country from five hundred such papers on',
    sql: papers('Low income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.364,
    within: 0.05,
    must: ['more than the high-income country', (v) => v > 0.33],
  },
  high: {
    says: 'of its international papers are with its largest partner, median high-income country from five hundred such papers on',
    sql: papers('High income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.2819,
    within: 0.05,
    must: ['less than the low-income country', (v) => v < 0.31],
  },
  low_links: {
    says: 'of its links in papers are with its largest partner, median low-income country from five hundred international papers on',
    sql: links('Low income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1298,
    within: 0.05,
    must: ['more than the high-income country', (v) => v > 0.12],
  },
  high_links: {
    says: 'of its links in papers are with its largest partner, median high-income country from five hundred international papers on',
    sql: links('High income'),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1104,
    within: 0.05,
    must: ['less than the low-income country', (v) => v < 0.12],
  },
  all_low: {
    says: 'of its international papers are with its largest partner, median low-income country, every place counted',
    sql: papers('Low income', 0),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3638,
    within: 0.05,
  },
  all_high: {
    says: 'of its international papers are with its largest partner, median high-income country, every place counted',
    sql: papers('High income', 0),
    sources: SOURCES,
    format: 'percent',
    stated: 0.3305,
    within: 0.05,
  },
  all_low_links: {
    says: 'of its links in papers are with its largest partner, median low-income country, every place counted',
    sql: links('Low income', 0),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1278,
    within: 0.05,
    must: ['less than the high-income country', (v) => v < 0.132],
  },
  all_high_links: {
    says: 'of its links in papers are with its largest partner, median high-income country, every place counted',
    sql: links('High income', 0),
    sources: SOURCES,
    format: 'percent',
    stated: 0.1374,
    within: 0.05,
    must: ['more than the low-income country', (v) => v > 0.132],
  },
});
