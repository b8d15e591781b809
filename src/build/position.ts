import { INDICATORS } from '../indicators/index.ts';
import type { LayerId } from '../model/layer.ts';
import { query } from './atlas.ts';

/** An indicator of a country as its page shows it. */
export interface PositionRow {
  readonly country: string;
  readonly indicator: string;
  readonly layer: LayerId;
  readonly source: string;
  readonly year: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
  /** 1 for the highest of the year that is shown; null where the country's value is of another year. */
  readonly rank: number | null;
  readonly of: number;
}

/**
 * Of every indicator, layer and source, the latest whole year in which most countries have a value; of a country that
 * lacks it, its own latest before it, without a rank. Where no year holds half of the countries (the year of a fall),
 * the value of each country stands in its own year, and all are ranked together.
 */
const POSITIONS = `
  WITH i AS (SELECT * FROM country_indicators),
  years AS (
    SELECT indicator, layer, source, year, count(*) AS n, bool_and(coalesce(contains(flag, 'p'), FALSE)) AS unripe
    FROM i GROUP BY indicator, layer, source, year),
  best AS (SELECT indicator, layer, source, max(n) AS n FROM years WHERE NOT unripe GROUP BY indicator, layer, source),
  everyone AS (SELECT indicator, layer, source, count(DISTINCT country) AS n FROM i GROUP BY indicator, layer, source),
  shown AS (
    SELECT y.indicator, y.layer, y.source,
           CASE WHEN any_value(b.n) >= 0.5 * any_value(e.n) THEN max(y.year) FILTER (WHERE NOT y.unripe AND y.n >= 0.9 * b.n) END AS year
    FROM years y JOIN best b ON b.indicator = y.indicator AND b.layer = y.layer AND b.source = y.source
    JOIN everyone e ON e.indicator = y.indicator AND e.layer = y.layer AND e.source = y.source
    GROUP BY y.indicator, y.layer, y.source),
  latest AS (
    SELECT i.*, s.year AS shown_year FROM i JOIN shown s ON s.indicator = i.indicator AND s.layer = i.layer AND s.source = i.source
    WHERE s.year IS NULL OR i.year <= s.year
    QUALIFY row_number() OVER (PARTITION BY i.indicator, i.layer, i.source, i.country ORDER BY i.year DESC) = 1)
  SELECT country, indicator, layer, source, year, value, low, high, flag,
         CASE WHEN shown_year IS NULL OR year = shown_year
              THEN CAST(rank() OVER (PARTITION BY indicator, layer, source, shown_year IS NULL OR year = shown_year ORDER BY value DESC) AS INTEGER) END AS rank,
         CAST(count(*) OVER (PARTITION BY indicator, layer, source, shown_year IS NULL OR year = shown_year) AS INTEGER) AS of
  FROM latest ORDER BY country, indicator, layer, source`;

let all: Promise<Map<string, PositionRow[]>> | undefined;

/** Every indicator of a country by chapter, in the order of the methods pages. */
export async function positionOf(iso3: string): Promise<[chapter: string, rows: PositionRow[]][]> {
  all ??= query<PositionRow>(POSITIONS).then((rows) => Map.groupBy(rows, (row) => row.country));
  const rows = (await all).get(iso3) ?? [];
  const ordered = INDICATORS.flatMap(({ id, chapter }) =>
    rows.filter(({ indicator }) => indicator === id).map((row) => ({ chapter, row })),
  );
  return [...Map.groupBy(ordered, ({ chapter }) => chapter)].map(([chapter, of]) => [
    chapter,
    of.map(({ row }) => row),
  ]);
}
