import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { joinedFlags } from '../relations/joined-flags.ts';
import { oneOf } from '../relations/sql-text.ts';
import { BURT_2000, PERSISTENT_LAYERS } from './persistence.ts';

/** How many years back are looked at, the year itself among them. */
export const WINDOW = 10;

/**
 * Links that make a year active. At a level of so many, chance would hardly ever leave a year with none (of ten it does so
 * once in 22,000 years, of five once in 150), so that a gap is one; and no single paper or move decides.
 */
export const ACTIVE: Readonly<Record<(typeof PERSISTENT_LAYERS)[number], number>> = {
  papers: 10,
  scholars: 5,
};

const LEAST = `CASE layer ${PERSISTENT_LAYERS.map((layer) => `WHEN '${layer}' THEN ${ACTIVE[layer]}`).join(' ')} END`;

export const activeYears: Indicator = {
  id: 'active_years',
  title: 'Active years of the last ten',
  chapter: 'Persistence',
  subject: 'pair',
  layers: PERSISTENT_LAYERS,
  unit: 'years',
  range: [0, WINDOW],
  neutral: null,
  digits: 0,
  says: `In how many of the last ${WINDOW} years the two countries had a tie of some strength.`,
  definition: `Years with at least ${ACTIVE.papers} papers, or ${ACTIVE.scholars} moves in that direction, among the ${WINDOW} years that end with the year. Only years that have so many before them in the source have a value. Whole counting.`,
  counting: LINKS,
  formula: String.raw`\sum_{t = y - ${WINDOW - 1}}^{y} [\, C_{XY,t} \ge c \,]`,
  symbols: [
    ['C_{XY,t}', 'links of X and Y in the year t; for scholars, moves from X to Y'],
    ['c', `the threshold: ${ACTIVE.papers} papers, ${ACTIVE.scholars} moves`],
    [String.raw`[\,\cdot\,]`, '1 where it holds, otherwise 0'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not strength: a tie of thousands of papers and one just above the threshold both reach the most there is.',
    'It is not corrected for size or growth: as science grows, more ties pass a threshold that stands still.',
    'A zero does not mean that there is no tie, only that it never reached the threshold.',
  ],
  caveats: [
    'The thresholds are ours. They are so large that chance would hardly leave a year without a link at such a level, and that no single paper or move decides whether a year counts.',
    'The value of a provisional year rests on a year that is still growing.',
    'Not for projects, whose source has fewer years than the window, and not for students, whose lists hold ten partners only.',
  ],
  references: [
    BURT_2000,
    {
      text: 'Bu, Y., Ding, Y., Liang, X., & Murray, D. S. (2018). Understanding persistent scientific collaboration. Journal of the Association for Information Science and Technology, 69(3), 438–448.',
      doi: '10.1002/asi.23966',
      where: 'persistence as years of collaboration within a span',
    },
  ],
  example: {
    sql: `
      SELECT a.in_text AS x, b.in_text AS y, i.year, i.value, t.counts
      FROM pair_indicators i JOIN countries a ON a.iso3 = i.origin JOIN countries b ON b.iso3 = i.destination
      JOIN (SELECT string_agg(CAST(value AS VARCHAR), ' ' ORDER BY year) AS counts FROM ties
            WHERE layer = 'papers' AND source = 'openalex-copublications' AND country = 'CHN' AND partner = 'ETH' AND year BETWEEN 2004 AND 2013) t ON TRUE
      WHERE i.indicator = 'active_years' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.origin = 'CHN' AND i.destination = 'ETH' AND i.year = 2013`,
    needs: ['pair_indicators', 'countries', 'ties'],
    compute: ({ counts }) => activeOf(counts).length,
    tex: ({ counts, value }, n) =>
      String.raw`\#\{ ${activeOf(counts)
        .map((papers) => n(papers))
        .join(', ')} \} = ${n(value, 0)}`,
    says: ({ x, y, year, counts, value }, n) =>
      `In the ${WINDOW} years up to ${String(year)} ${String(x)} and ${String(y)} shared ${String(counts)
        .split(' ')
        .map((papers) => n(papers))
        .join(', ')} papers, years without any left out: ${n(value, 0)} active years.`,
  },
  sql: {
    needs: ['ties', 'margins'],
    query: `
      SELECT p.layer, p.source, p.origin, p.destination, p.year, p.value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, p.flag
      FROM (
        SELECT layer, source, origin, destination, year, CAST(sum(active) AS DOUBLE) AS value, ${joinedFlags('min(flag)', 'max(flag)')} AS flag
        FROM (
          SELECT x.layer, x.source, x.country AS origin, y.country AS destination, x.year, 0 AS active, 1 AS cell, x.flag
          FROM margins x
          JOIN margins y ON y.layer = x.layer AND y.source = x.source AND y.year = x.year AND y.country <> x.country
               AND y.direction = CASE x.direction WHEN 'out' THEN 'in' ELSE 'both' END
          WHERE ${oneOf('x.layer', PERSISTENT_LAYERS)} AND x.direction <> 'in'
          UNION ALL
          SELECT layer, source, country, partner, CAST(year + ago AS SMALLINT), 1, 0, flag
          FROM ties CROSS JOIN (SELECT unnest(range(${WINDOW})) AS ago) w
          WHERE ${oneOf('layer', PERSISTENT_LAYERS)} AND direction <> 'in' AND value >= ${LEAST}) c
        GROUP BY layer, source, origin, destination, year HAVING sum(cell) > 0) p
      JOIN (SELECT layer, source, min(year) AS since FROM margins GROUP BY layer, source) s ON s.layer = p.layer AND s.source = p.source
      WHERE p.year >= s.since + ${WINDOW - 1}`,
  },
};

/** Numbers of papers that make a year active, from "3 12 40". */
function activeOf(counts: unknown): number[] {
  return String(counts)
    .split(' ')
    .map(Number)
    .filter((papers) => papers >= ACTIVE.papers);
}
