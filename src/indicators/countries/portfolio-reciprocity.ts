import type { Indicator } from '../../model/indicator.ts';
import { PARTNERS_COUNTED } from '../counting.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

/** A country with fewer moves in a year, both ways together, has no value: one move would swing it. */
const LEAST_MOVES = 20;

export const portfolioReciprocity: Indicator = {
  id: 'portfolio_reciprocity',
  title: 'Reciprocity of all moves',
  chapter: 'Diversity of partners',
  subject: 'country',
  layers: ['scholars'],
  unit: 'share',
  range: [0, 1],
  neutral: null,
  digits: 3,
  says: 'What part of a country’s moves in and out is matched by moves the other way, partner by partner.',
  definition:
    'With each other country, the smaller of the two flows counts twice, once each way; the sum of this over all partners, over the sum of all moves in and out. It is the reciprocity of weighted networks, taken at one country: the mean over countries, weighted by their moves, is that of the whole network.',
  counting: PARTNERS_COUNTED,
  formula: String.raw`r_X = \frac{2 \sum_Y \min(F_{XY}, F_{YX})}{\sum_Y (F_{XY} + F_{YX})}`,
  symbols: [
    ['F_{XY}', 'moves of scholars from X to Y'],
    ['F_{YX}', 'moves of scholars from Y to X'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It does not follow persons: that as many come as go does not say that the same return.',
    'It is not the balance of a country: one that loses to some what it gains from others can be balanced, and has a low reciprocity.',
  ],
  caveats: [
    'Where flows are small, chance alone makes the two ways differ, so the value is lower in a country of few moves, and in early years, than the same habits would give in a large one.',
    `There is no value for fewer than ${LEAST_MOVES} moves in and out together.`,
    'Zeros are zeros: a pair without a row had no move that the base saw.',
    'Students have no value. A flow is known only where its host reported, and listed only among the ten largest: of most countries, the flow the other way is not known for the greater part of their students.',
    'Scholars have two bases, Scopus and OpenAlex, each with a value of its own. The two are never one series.',
  ],
  references: [
    {
      text: 'Squartini, T., Picciolo, F., Ruzzenenti, F., & Garlaschelli, D. (2013). Reciprocity of weighted networks. Scientific Reports, 3, 2729.',
      doi: '10.1038/srep02729',
      where: 'reciprocated strength of a vertex, and the weighted reciprocity',
    },
    {
      text: 'Garlaschelli, D., & Loffredo, M. I. (2004). Patterns of link reciprocity in directed networks. Physical Review Letters, 93, 268701.',
      doi: '10.1103/PhysRevLett.93.268701',
    },
  ],
  example: {
    sql: `
      SELECT c.in_text AS x, i.year, i.value, s.matched, s.moves
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN (SELECT sum(least(o.value, coalesce(b.value, 0))) AS matched,
                   (SELECT sum(value) FROM flows WHERE layer = 'scholars' AND source = 'scholarly-migration/scopus' AND year = 2019 AND 'DEU' IN (origin, destination)) AS moves
            FROM flows o LEFT JOIN flows b ON b.layer = o.layer AND b.source = o.source AND b.year = o.year AND b.origin = o.destination AND b.destination = o.origin
            WHERE o.layer = 'scholars' AND o.source = 'scholarly-migration/scopus' AND o.year = 2019 AND o.origin = 'DEU') s ON TRUE
      WHERE i.indicator = 'portfolio_reciprocity' AND i.layer = 'scholars' AND i.source = 'scholarly-migration/scopus' AND i.country = 'DEU' AND i.year = 2019`,
    needs: ['country_indicators', 'countries', 'flows'],
    compute: ({ matched, moves }) => (2 * Number(matched)) / Number(moves),
    tex: ({ matched, moves, value }, n) =>
      String.raw`\frac{2 \times ${n(matched)}}{${n(moves)}} = ${n(value, 3)}`,
    says: ({ x, year, value }, n) =>
      `In ${String(year)} ${n(Number(value) * 100, 1)} % of the moves to and from ${String(x)} were matched by a move the other way, on the Scopus base.`,
  },
  sql: {
    needs: ['ties'],
    query: `
      SELECT country, layer, source, year, 2 * sum(least(came, went)) / sum(came + went) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, ${joinedFlags("string_agg(DISTINCT flags, '')")} AS flag
      FROM (
        SELECT country, layer, source, year, partner, string_agg(flag, '') AS flags,
               CAST(sum(CASE direction WHEN 'in' THEN value ELSE 0 END) AS DOUBLE) AS came,
               CAST(sum(CASE direction WHEN 'out' THEN value ELSE 0 END) AS DOUBLE) AS went
        FROM ties WHERE layer = 'scholars' GROUP BY country, layer, source, year, partner)
      GROUP BY country, layer, source, year
      HAVING sum(came + went) >= ${LEAST_MOVES}`,
  },
};
