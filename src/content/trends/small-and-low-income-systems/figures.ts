import { barsOfQuery, figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';
import { WIDENING } from './widening.ts';

const PAPERS = 'openalex-copublications';
const PROJECTS = 'cordis-h2020';
const AID = 'uis-sdg4';
const GROUPS = 'world-bank-wdi';
const TODAY = 'Income groups are those of July 2026 in all years.';

export default figures(
  linesOfQuery({
    id: 'spread',
    layer: 'papers',
    sql: `
      SELECT series, year, median(value) AS value FROM (
        SELECT c.income_group AS series, i.year, i.value
        FROM country_indicators i JOIN countries c ON c.iso3 = i.country
        WHERE i.source = '${PAPERS}' AND i.indicator = 'effective_partners' AND i.year BETWEEN 1990 AND 2022
          AND c.income_group IN ('High income', 'Low income')
        UNION ALL
        SELECT 'Small island States', i.year, i.value
        FROM country_indicators i JOIN group_members m ON m.country = i.country AND m.group_id = 'sids'
        WHERE i.source = '${PAPERS}' AND i.indicator = 'effective_partners' AND i.year BETWEEN 1990 AND 2022) AS x
      GROUP BY series, year ORDER BY series DESC, year`,
    needs: ['country_indicators', 'countries', 'group_members'],
    sources: [PAPERS, GROUPS, 'country-groups'],
    title: (rows) =>
      `Effective partners in joint papers, the median country of each group, ${yearSpan(rows)}`,
    axis: 'Effective partners, median country',
    measure: { unit: '', digits: 1 },
    notes: [
      'How many equally large partners would make a country’s links as spread out as they are.',
      `${TODAY} Small island States are those that UN M49 marks as developing, territories among them; some are in an income group as well.`,
    ],
  }),
  linesOfQuery({
    id: 'partners',
    layer: 'papers',
    sql: `
      SELECT series, year, 100 * value / sum(value) OVER (PARTITION BY year) AS value FROM (
        SELECT CASE c.income_group WHEN 'High income' THEN 'High income' WHEN 'Low income' THEN 'Low income' ELSE 'Middle income' END AS series,
          t.year, sum(t.value) AS value
        FROM ties t JOIN countries c ON c.iso3 = t.partner
        WHERE t.layer = 'papers' AND t.source = '${PAPERS}' AND t.year BETWEEN 1990 AND 2022 AND c.income_group <> ''
          AND t.country IN (SELECT iso3 FROM countries WHERE income_group = 'Low income')
        GROUP BY 1, 2) AS x
      ORDER BY series, year`,
    needs: ['ties', 'countries'],
    sources: [PAPERS, GROUPS],
    title: (rows) =>
      `With whom low-income countries write: links by income of the partner, ${yearSpan(rows)}`,
    axis: 'Share of the links of low-income countries (%)',
    measure: { unit: '%', digits: 0 },
    notes: [
      TODAY,
      'In 2012 a small number of works name most African countries at once, and bend all lines of that year.',
      'A paper of several countries counts once for each of its pairs: shares are of links.',
    ],
  }),
  barsOfQuery({
    id: 'aid',
    layer: 'students',
    sql: `
      SELECT * FROM (
        SELECT 'All low-income countries' AS name, sum(value) / 1e6 AS value, NULL AS iso3 FROM country_context
        WHERE source = '${AID}' AND indicator = 'scholarship_aid' AND year = 2022
          AND country IN (SELECT iso3 FROM countries WHERE income_group = 'Low income')
        UNION ALL
        SELECT * FROM (
          SELECT country AS name, value / 1e6 AS value, country AS iso3 FROM country_context
          WHERE source = '${AID}' AND indicator = 'scholarship_aid' AND year = 2022 ORDER BY value DESC LIMIT 10) AS first) AS x
      ORDER BY value DESC`,
    needs: ['country_context', 'countries'],
    sources: [AID, GROUPS],
    title: () => 'Scholarship aid by country of the recipients, in millions of dollars, 2022',
    column: 'Recipient',
    measure: { unit: 'million US dollars', digits: 0 },
    notes: [
      'The largest recipients, beside the sum of the low-income countries (groups of July 2026).',
      'Gross aid for scholarships and trainees in donor countries, in dollars at the prices of one year that the publisher does not name. Aid without a single country of recipients is not in it.',
    ],
  }),
  linesOfQuery({
    id: 'widening',
    layer: 'projects',
    sql: `
      SELECT w.series, p.year,
        100 * (CASE w.series WHEN 'Participations' THEN parts WHEN 'Lead roles' THEN leads ELSE outside END) AS value
      FROM (
        SELECT year,
          sum(cross_border_participations) FILTER (theme = 'all' AND country IN ${WIDENING})
            / sum(cross_border_participations) FILTER (theme = 'all' AND country = 'WLD') AS parts,
          sum(cross_border_coordinations) FILTER (theme = 'all' AND country IN ${WIDENING})
            / sum(cross_border_coordinations) FILTER (theme = 'all' AND country = 'WLD') AS leads,
          (sum(cross_border_coordinations) FILTER (theme = 'all' AND country IN ${WIDENING})
            - sum(cross_border_coordinations) FILTER (theme = 'widening' AND country IN ${WIDENING}))
            / (sum(cross_border_coordinations) FILTER (theme = 'all' AND country = 'WLD')
            - sum(cross_border_coordinations) FILTER (theme = 'widening' AND country = 'WLD')) AS outside
        FROM project_participation
        WHERE source = '${PROJECTS}' AND theme IN ('all', 'widening') AND year BETWEEN 2015 AND 2020 GROUP BY year) AS p
      CROSS JOIN (SELECT unnest(['Participations', 'Lead roles', 'Lead roles elsewhere']) AS series) AS w
      ORDER BY array_position(['Participations', 'Lead roles', 'Lead roles elsewhere'], w.series), p.year`,
    needs: ['project_participation'],
    sources: [PROJECTS],
    title: (rows) => `Widening members in Horizon 2020 by year of start, ${yearSpan(rows)}`,
    axis: 'Share of widening members (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'Projects of two countries or more. Lead roles elsewhere are those outside the part of the programme made for widening.',
      'Widening members: Bulgaria, Croatia, Cyprus, Czechia, Estonia, Hungary, Latvia, Lithuania, Luxembourg, Malta, Poland, Portugal, Romania, Slovakia and Slovenia.',
    ],
  }),
);
