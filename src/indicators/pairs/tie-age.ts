import type { Indicator } from '../../model/indicator.ts';
import { LINKS } from '../counting.ts';
import { oneOf } from '../relations/sql-text.ts';
import { BURT_2000, PERSISTENT_LAYERS } from './persistence.ts';

export const tieAge: Indicator = {
  id: 'tie_age',
  title: 'Age of a tie',
  chapter: 'Persistence',
  subject: 'pair',
  layers: PERSISTENT_LAYERS,
  unit: 'years',
  range: [0, null],
  neutral: null,
  digits: 0,
  says: 'How many years ago the source has the first link of the two countries.',
  definition:
    'The year less the first year in which the source has a link of the two countries; for scholars, a move in that direction. One link is enough. Years without a link have no row: there is no tie in them whose age could be told. A tie that is there in the first year of the source is at least as old as the source.',
  counting: LINKS,
  formula: String.raw`A_{XY,y} = y - \min \{ t : C_{XY,t} > 0 \}`,
  symbols: [
    ['C_{XY,t}', 'links of X and Y in the year t; for scholars, moves from X to Y'],
    ['y', 'the year'],
  ],
  interval:
    'What the years of the source allow, not chance: low and high are the age where the source has years before the first link. Where the first link is in the source’s first year, low is the age and high is empty: the tie may be of any greater age.',
  limits: 'bounds',
  isNot: [
    'It is not how long two countries have worked together: it begins with the source. An empty upper limit says that only a least age is known.',
    'It is not continuity: a tie with one paper long ago and one today is as old as one with papers every year. Active years say how steady it was.',
    'It says nothing of strength.',
  ],
  caveats: [
    'The first link rests on a single paper or move, and so on one address that was read rightly; an early stray makes a tie look old.',
    'Countries that came into being after the source begins carry the age that the source gives them, which assigns early works by the address of today.',
    'Not for projects, whose source begins with its programme, so that nearly every tie would be as old as that; pairs of organisations that outlive a programme are counted instead. Not for students, whose lists hold ten partners: one that is missing may only have been eleventh.',
  ],
  references: [BURT_2000],
  example: {
    sql: `
      SELECT a.in_text AS x, b.in_text AS y, i.year, i.value, f.since
      FROM pair_indicators i JOIN countries a ON a.iso3 = i.origin JOIN countries b ON b.iso3 = i.destination
      JOIN (SELECT min(year) AS since FROM ties WHERE layer = 'papers' AND source = 'openalex-copublications' AND country = 'IRN' AND partner = 'IRQ') f ON TRUE
      WHERE i.indicator = 'tie_age' AND i.layer = 'papers' AND i.source = 'openalex-copublications' AND i.origin = 'IRN' AND i.destination = 'IRQ' AND i.year = 2022`,
    needs: ['pair_indicators', 'countries', 'ties'],
    compute: ({ year, since }) => Number(year) - Number(since),
    tex: ({ year, since, value }, n) => String.raw`${String(year)} - ${String(since)} = ${n(value, 0)}`,
    says: ({ x, y, year, since, value }, n) =>
      `In ${String(year)} the tie of ${String(x)} and ${String(y)} was ${n(value, 0)} years old: the source has their first shared papers in ${String(since)}.`,
  },
  sql: {
    needs: ['ties', 'margins'],
    query: `
      SELECT t.layer, t.source, t.country AS origin, t.partner AS destination, t.year, CAST(t.year - f.since AS DOUBLE) AS value,
             CAST(t.year - f.since AS DOUBLE) AS low, CASE WHEN f.since > s.since THEN CAST(t.year - f.since AS DOUBLE) END AS high, t.flag
      FROM ties t
      JOIN (SELECT layer, source, country, partner, direction, min(year) AS since FROM ties WHERE value > 0
            GROUP BY layer, source, country, partner, direction) f
        ON f.layer = t.layer AND f.source = t.source AND f.country = t.country AND f.partner = t.partner AND f.direction = t.direction
      JOIN (SELECT layer, source, min(year) AS since FROM margins GROUP BY layer, source) s ON s.layer = t.layer AND s.source = t.source
      WHERE ${oneOf('t.layer', PERSISTENT_LAYERS)} AND t.direction <> 'in' AND t.value > 0`,
  },
};
