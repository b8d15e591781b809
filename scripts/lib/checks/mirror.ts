import { noRow, within, type Check } from './check.ts';

/** One thing that two tables or two lists of the same source report: both must tell the same. */
export const MIRRORS: readonly Check[] = [
  noRow({
    id: 'students-within-inbound',
    kind: 'mirror',
    title:
      'What hosts report by origin is no more than a tenth above their own inbound total of the same year, where they report both, the total is at least 1,000 and it is not in a break.',
    rows: `SELECT c.country, c.year, c.reported, c.expected, round(c.ratio, 2) AS times FROM coverage c
      JOIN totals t ON t.country = c.country AND t.year = c.year AND t.measure = 'inbound_students'
      WHERE c.expected_year = c.year AND c.status <> 'not reported' AND c.expected >= 1000 AND NOT contains(coalesce(t.flag, ''), 'b')`,
    offends: 'reported > 1.1 * expected',
    known: {
      where: "country = 'MDG' AND year = 2020",
      why: 'Madagascar in 2020, whose two numbers (2,877 by origin, 1,421 in all) are both as the publisher has them',
    },
    order: 'times DESC, country, year',
  }),
  within({
    id: 'scholars-in-openalex',
    kind: 'mirror',
    title:
      "OpenAlex base: the country table's arrivals are within 2 % of the flows' (the rest came from places not known).",
    number: movesOf('openalex', 'in', 'destination'),
    low: 0.98,
    high: 1.02,
  }),
  within({
    id: 'scholars-in-scopus',
    kind: 'mirror',
    title: "Scopus base: the country table's arrivals are within 2 % of the flows'.",
    number: movesOf('scopus', 'in', 'destination'),
    low: 0.98,
    high: 1.02,
  }),
  within({
    id: 'scholars-out-scopus',
    kind: 'mirror',
    title: "Scopus base: the country table's departures are within 2 % of the flows'.",
    number: movesOf('scopus', 'out', 'origin'),
    low: 0.98,
    high: 1.02,
  }),
  noRow({
    id: 'net-students',
    kind: 'mirror',
    title: 'Inbound less outbound students are the net flow, wherever all three are there.',
    rows: `SELECT i.country, i.year, i.value AS inbound, o.value AS outbound, n.value AS net
      FROM totals i JOIN totals o USING (country, source, year) JOIN totals n USING (country, source, year)
      WHERE i.measure = 'inbound_students' AND o.measure = 'outbound_students' AND n.measure = 'net_students'`,
    // Each of the three was rounded by itself.
    offends: 'abs(inbound - outbound - net) > 1',
  }),
  noRow({
    id: 'permits-of-the-year',
    kind: 'mirror',
    title:
      'Canadian permits of a year, which count a person once, are at least 85 % of the months that are shown, and at most these with every hidden month at its largest and all rounding against it.',
    rows: `SELECT y.country, y.year, y.value, m.shown, m.hidden, m.months
      FROM canada_study_permits y
      JOIN (SELECT country, year, coalesce(sum(value), 0) AS shown, count(*) FILTER (value IS NULL) AS hidden, count(*) AS months
            FROM canada_study_permits WHERE period LIKE '%-%' GROUP BY country, year) m USING (country, year)
      WHERE y.period NOT LIKE '%-%' AND y.value IS NOT NULL`,
    offends: 'value < 0.85 * shown - 2.5 * months - 2.5 OR value > shown + 5 * hidden + 2.5 * months + 2.5',
  }),
  noRow({
    id: 'programme-sums',
    kind: 'mirror',
    title:
      "The participations of all countries in Horizon 2020 are the programme's, theme by theme and year by year.",
    // A year that only one of the two has breaks it too.
    rows: `SELECT source, theme, year, w.participations AS programme, c.summed
      FROM (SELECT * FROM project_participation WHERE country = 'WLD') w
      FULL JOIN (SELECT source, theme, year, sum(participations) AS summed FROM project_participation WHERE country <> 'WLD' GROUP BY ALL) c
      USING (source, theme, year)`,
    offends: 'programme IS DISTINCT FROM summed',
  }),
];

/** Sum of a country table's column over the sum of the flows in or out, one base, all years. */
function movesOf(base: string, way: 'in' | 'out', end: 'origin' | 'destination'): string {
  const source = `scholarly-migration/${base}`;
  return `SELECT (SELECT sum(value) FROM totals WHERE source = '${source}' AND measure = 'scholars_${way}' AND country <> 'WLD')
    / (SELECT sum(value) FROM flows WHERE source = '${source}' AND ${end} IS NOT NULL)::DOUBLE AS n`;
}
