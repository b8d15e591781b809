import { figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';

const CALLS = 'ecorda-participation';
const EU27 = "(SELECT country FROM group_members WHERE group_id = 'eu' AND to_date IS NULL)";
const BASE =
  'Shares are of the members of the Union and the countries associated with Horizon Europe. Switzerland, the United States and others are not among them.';
const BREAK = "CASE WHEN year IN (2007, 2014, 2021) THEN 'b' END";

export default figures(
  linesOfQuery({
    id: 'lead',
    layer: 'projects',
    sql: `
      SELECT w.series, p.year, 100 * (CASE w.series WHEN 'Lead roles' THEN leads WHEN 'Participations' THEN parts ELSE bids END) AS value,
        ${BREAK} AS flag
      FROM (
        SELECT year,
          sum(coordinations) FILTER (country = 'GBR' AND stage = 'successful') / sum(coordinations) FILTER (stage = 'successful') AS leads,
          sum(participations) FILTER (country = 'GBR' AND stage = 'successful') / sum(participations) FILTER (stage = 'successful') AS parts,
          sum(participations) FILTER (country = 'GBR' AND stage = 'evaluated') / sum(participations) FILTER (stage = 'evaluated') AS bids
        FROM programme_participation
        WHERE source = '${CALLS}' AND year BETWEEN 2002 AND 2024 AND year <> 2006 GROUP BY year) AS p
      CROSS JOIN (SELECT unnest(['Lead roles', 'Participations', 'Bids']) AS series) AS w
      WHERE w.series <> 'Bids' OR year >= 2007
      ORDER BY w.series DESC, p.year`,
    needs: ['programme_participation'],
    sources: [CALLS],
    title: (rows) => `The United Kingdom in the framework programmes by year of call, ${yearSpan(rows)}`,
    axis: 'Share of the United Kingdom (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      BASE,
      'Lead roles and participations are those of funded proposals; bids are participations in evaluated ones, which the file lacks for FP6.',
      'A line stops where one programme ends and the next begins. The last year of FP6 has very few calls and is left out.',
    ],
  }),
  linesOfQuery({
    id: 'odds',
    layer: 'projects',
    sql: `
      SELECT CASE WHEN country = 'GBR' THEN 'United Kingdom' ELSE 'All others' END AS series, year,
        100 * sum(participations) FILTER (stage = 'successful') / sum(participations) FILTER (stage = 'evaluated') AS value,
        max(${BREAK}) AS flag
      FROM programme_participation
      WHERE source = '${CALLS}' AND year BETWEEN 2007 AND 2024
      GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
    needs: ['programme_participation'],
    sources: [CALLS],
    title: (rows) => `Funded participations in a hundred evaluated ones, ${yearSpan(rows)}`,
    axis: 'Funded of those evaluated (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'All others are the other countries of the file together.',
      'A line stops where one programme ends and the next begins.',
    ],
  }),
  linesOfQuery({
    id: 'layers',
    layer: 'projects',
    sql: `
      SELECT CASE layer WHEN 'projects' THEN 'Shared projects' ELSE 'Joint papers' END AS panel,
        CASE partner WHEN 'GBR' THEN 'United Kingdom' ELSE 'Switzerland' END AS series, year,
        100 * value / total AS value
      FROM (
        SELECT layer, partner, year, sum(value) AS value, sum(sum(value)) OVER (PARTITION BY layer, year) AS total
        FROM ties
        WHERE ((layer = 'projects' AND source = 'cordis-h2020' AND year BETWEEN 2015 AND 2020)
          OR (layer = 'papers' AND source = 'openalex-copublications' AND year BETWEEN 2010 AND 2022))
          AND country IN ${EU27}
        GROUP BY layer, partner, year) AS t
      WHERE partner IN ('GBR', 'CHE')
      ORDER BY layer DESC, partner DESC, year`,
    needs: ['ties', 'group_members'],
    sources: ['cordis-h2020', 'openalex-copublications'],
    title: (rows) =>
      `The United Kingdom and Switzerland among the partners of the Union’s members, in projects and in papers, ${yearSpan(rows)}`,
    axis: 'Share of the members’ links (%)',
    measure: { unit: '%', digits: 1 },
    notes: [
      'Members are those of today in all years. A project or paper of several countries counts once for each of its pairs.',
      'Projects of Horizon 2020 by year of start; the years at the edges hold few and are left out.',
    ],
  }),
);
