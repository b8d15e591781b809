import type { Indicator } from '../../model/indicator.ts';
import { PARTNERS_COUNTED } from '../counting.ts';
import { NETWORK_LAYERS } from '../../model/tables/indicators.ts';
import { joinedFlags } from '../relations/joined-flags.ts';
import { oneOf } from '../relations/sql-text.ts';

/** Members of the club: the so many countries, other than the one looked at, with most links. */
export const CLUB = 10;
/** A network of fewer countries has no club that is not most of it. */
export const LEAST_COUNTRIES = 3 * CLUB;

/**
 * SQL of links into the club, and what the country, the club and all have together, by country, layer, source and year. One
 * more than the club holds is listed: for a country of the club the next one moves up.
 */
const INTO_CLUB = `
      WITH sizes AS (
        SELECT layer, source, year, country, CAST(sum(links) AS DOUBLE) AS t, max(flag) AS flag,
               max(CASE direction WHEN 'both' THEN world ELSE 2 * world END) AS world
        FROM margins WHERE ${oneOf('layer', NETWORK_LAYERS)} GROUP BY layer, source, year, country),
      largest AS (
        SELECT layer, source, year, list(country ORDER BY t DESC, country) AS countries, list(t ORDER BY t DESC, country) AS ts
        FROM sizes GROUP BY layer, source, year HAVING count(*) >= ${LEAST_COUNTRIES}),
      club AS (
        SELECT layer, source, year, place, countries[place] AS country, ts[place] AS t
        FROM largest CROSS JOIN (SELECT unnest(range(1, ${CLUB + 2})) AS place) p),
      linked AS (
        SELECT layer, source, year, country, partner, sum(value) AS links, max(flag) AS flag
        FROM ties GROUP BY layer, source, year, country, partner)
      SELECT x.country, x.layer, x.source, x.year, CAST(sum(coalesce(l.links, 0)) AS DOUBLE) AS into_club, x.t,
             sum(m.t) AS club, CAST(x.world AS DOUBLE) AS world, ${joinedFlags('x.flag', 'max(l.flag)')} AS flag
      FROM sizes x
      JOIN club m ON m.layer = x.layer AND m.source = x.source AND m.year = x.year AND m.country <> x.country
        AND (m.place <= ${CLUB} OR x.t > m.t OR (x.t = m.t AND x.country < m.country))
      LEFT JOIN linked l ON l.layer = x.layer AND l.source = x.source AND l.year = x.year AND l.country = x.country AND l.partner = m.country
      GROUP BY x.country, x.layer, x.source, x.year, x.t, x.world, x.flag`;

export const richClub: Indicator = {
  id: 'rich_club',
  title: 'Lean towards the rich club',
  chapter: 'Place in the network',
  subject: 'country',
  layers: NETWORK_LAYERS,
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 2,
  says: `How many times as large a share of a country’s links goes to the ${CLUB} countries with most links as theirs among all other links.`,
  definition: `The club are the ${CLUB} countries with most links in the layer, source and year, the country itself left out; where it is one of them, the next one moves up, so that everybody is held against ${CLUB}. The share of the country’s links that goes to the club is set over the share that the club has of all links at other countries, which is what chance would give if all chose partners in proportion to their sizes. Moves of scholars are added up over both directions. Whole counting. Networks of fewer than ${LEAST_COUNTRIES} countries have no value.`,
  counting: PARTNERS_COUNTED,
  formula: String.raw`\rho_X = \frac{\sum_{K \in R} C_{XK} / T_X}{\sum_{K \in R} T_K / (T - T_X)}`,
  symbols: [
    ['R', `the club: the ${CLUB} countries other than X with most links`],
    ['C_{XK}', 'links of X and a member K; for scholars, moves in both directions together'],
    ['T_X', 'all links of X'],
    ['T', 'the sum of this over all countries'],
  ],
  interval: null,
  limits: null,
  isNot: [
    'It is not the rich-club coefficient of a network, which is one number for all its countries and counts the links among the members. It asks of each country what that coefficient asks of the members together, and takes over the rule that makes it meaningful: a comparison with chance that keeps everybody’s size.',
    'It is no merit: a value below 1 may as well be the mark of strong ties in the own region.',
    'The club is no list of the best. It holds whoever has most links, which is mostly a matter of size.',
  ],
  caveats: [
    'The club is made anew each year, so a value may move because a member changed.',
    'What chance gives is a little off for the largest countries, which cannot have links with themselves.',
    'Countries with few links swing widely from year to year.',
    'The size of the club is our choice. With one of half or twice as many members the order of countries is alike, not the same.',
  ],
  references: [
    {
      text: 'Colizza, V., Flammini, A., Serrano, M. Á., & Vespignani, A. (2006). Detecting rich-club ordering in complex networks. Nature Physics, 2, 110–115.',
      doi: '10.1038/nphys209',
      where: 'why the links of the rich must be held against chance',
    },
    {
      text: 'Serrano, M. Á. (2008). Rich-club vs rich-multipolarization phenomena in weighted networks. Physical Review E, 78, 026101.',
      doi: '10.1103/PhysRevE.78.026101',
      where: 'chance that keeps the sizes',
    },
    {
      text: 'Opsahl, T., Colizza, V., Panzarasa, P., & Ramasco, J. J. (2008). Prominence and control: The weighted rich-club effect. Physical Review Letters, 101, 168702.',
      doi: '10.1103/PhysRevLett.101.168702',
      where: 'weighted links, and prominence as a choice of the one who asks',
    },
  ],
  example: {
    sql: `
      SELECT c.in_text AS x, i.year, i.value, own.total AS t_x, own.world AS t, sum(k.total) AS t_r, sum(t.value) AS c_xr
      FROM country_indicators i JOIN countries c ON c.iso3 = i.country
      JOIN margins own ON own.layer = i.layer AND own.source = i.source AND own.country = i.country AND own.year = i.year
      JOIN (SELECT layer, source, year, country, total FROM margins
            WHERE layer = 'papers' AND source = 'openalex-copublications' AND year = 2022 AND country <> 'KEN'
            ORDER BY total DESC, country LIMIT ${CLUB}) k ON k.layer = i.layer AND k.source = i.source AND k.year = i.year
      LEFT JOIN ties t ON t.layer = i.layer AND t.source = i.source AND t.year = i.year AND t.country = i.country AND t.partner = k.country
      WHERE i.indicator = 'rich_club' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.country = 'KEN' AND i.year = 2022
      GROUP BY c.in_text, i.year, i.value, own.total, own.world`,
    needs: ['country_indicators', 'countries', 'margins', 'ties'],
    compute: ({ c_xr, t_x, t_r, t }) =>
      Number(c_xr) / Number(t_x) / (Number(t_r) / (Number(t) - Number(t_x))),
    tex: ({ c_xr, t_x, t_r, t, value }, n) =>
      String.raw`\frac{${n(c_xr)} / ${n(t_x)}}{${n(t_r)} / (${n(t)} - ${n(t_x)})} = ${n(value, 3)}`,
    says: ({ x, year, c_xr, t_x, t_r, t, value }, n) =>
      `In ${String(year)} ${n((100 * Number(c_xr)) / Number(t_x), 1)} % of the links of ${String(x)} went to the ${CLUB} countries with most links, which had ${n((100 * Number(t_r)) / (Number(t) - Number(t_x)), 1)} % of all others: ${n(value, 2)} times as much.`,
  },
  sql: {
    needs: ['margins', 'ties'],
    query: `
      SELECT country, layer, source, year, (into_club / t) / (club / (world - t)) AS value,
             CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, flag
      FROM (${INTO_CLUB})`,
  },
};
