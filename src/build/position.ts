import { fixed } from '../charts/decimal.ts';
import { INDICATORS } from '../indicators/index.ts';
import { oneOf } from '../indicators/relations/sql-text.ts';
import { flagWords, hasFlag } from '../model/flag.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { LayerId } from '../model/layer.ts';
import { numberOf } from '../views/indicator-phrases.ts';
import { query } from './atlas.ts';
import { byChapter } from './methods/words.ts';

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
  /** 1 for the highest; null where the value is of another year than the one ranked, or a fall that nothing confirms. */
  readonly rank: number | null;
  /** How many countries are ranked. */
  readonly of: number;
}

/** A year is nearly whole where it has at least this part of the countries of the fullest year. */
export const NEARLY = 0.9;

/** A country has one value of each, in the year of the fall: only over all years can they be ranked. */
const FALLS = INDICATORS.filter(({ subject, needsSecond }) => subject === 'country' && needsSecond).map(
  ({ id }) => id,
);

/**
 * Of every indicator, layer and source, the latest whole year that nearly as many countries have as any; of a country that
 * lacks it, its own latest before it, without a rank. Falls are ranked together whatever their year, those that no
 * second source shows left out. Exported for the tests.
 */
export const POSITIONS = `
  WITH years AS (
    SELECT indicator, layer, source, year, count(*) AS n, bool_and(coalesce(contains(flag, 'p'), FALSE)) AS unripe
    FROM country_indicators GROUP BY indicator, layer, source, year),
  best AS (SELECT indicator, layer, source, max(n) AS n FROM years WHERE NOT unripe GROUP BY indicator, layer, source),
  shown AS (
    SELECT y.indicator, y.layer, y.source, max(y.year) AS year
    FROM years y JOIN best b ON b.indicator = y.indicator AND b.layer = y.layer AND b.source = y.source
    WHERE NOT y.unripe AND y.n >= ${NEARLY} * b.n GROUP BY y.indicator, y.layer, y.source),
  latest AS (
    SELECT i.*, CASE WHEN ${oneOf('i.indicator', FALLS)} THEN NOT coalesce(contains(i.flag, 'u'), FALSE) ELSE i.year = s.year END AS ranked
    FROM country_indicators i JOIN shown s ON s.indicator = i.indicator AND s.layer = i.layer AND s.source = i.source
    WHERE i.year <= s.year OR ${oneOf('i.indicator', FALLS)}
    QUALIFY row_number() OVER (PARTITION BY i.indicator, i.layer, i.source, i.country ORDER BY i.year DESC) = 1)
  SELECT country, indicator, layer, source, year, value, low, high, flag,
         CASE WHEN ranked THEN CAST(rank() OVER (PARTITION BY indicator, layer, source, ranked ORDER BY value DESC) AS INTEGER) END AS rank,
         CAST(count(*) FILTER (ranked) OVER (PARTITION BY indicator, layer, source) AS INTEGER) AS of
  FROM latest ORDER BY country, indicator, layer, source`;

let all: Promise<Map<string, PositionRow[]>> | undefined;

/** Every indicator of a country by chapter, in the order of the methods pages. */
export async function positionOf(iso3: string): Promise<[chapter: string, rows: PositionRow[]][]> {
  all ??= query<PositionRow>(POSITIONS).then((rows) => Map.groupBy(rows, (row) => row.country));
  const rows = (await all).get(iso3) ?? [];
  return byChapter(INDICATORS)
    .map(([chapter, indicators]): [string, PositionRow[]] => [
      chapter,
      indicators.flatMap(({ id }) => rows.filter(({ indicator }) => indicator === id)),
    ])
    .filter(([, of]) => of.length > 0);
}

/** Flags of a value in words; the letter that says of a fall that nothing confirms it says so. */
export function flagsInWords({ indicator, flag }: Pick<PositionRow, 'indicator' | 'flag'>): string {
  if (!FALLS.includes(indicator) || !hasFlag(flag, 'u')) return flagWords(flag);
  return [flagWords(flag?.replace('u', '') ?? null), 'no second source shows it'].filter(Boolean).join(', ');
}

/** "1.29 to 1.33", with as many decimals as the value beside it is shown with; null where there is none. */
export function limitsBeside(
  { value, low, high }: Pick<PositionRow, 'value' | 'low' | 'high'>,
  label: IndicatorLabel,
): string | null {
  const decimals = value === 0 ? label.digits : (/\.(\d+)/.exec(numberOf(value, label))?.[1]?.length ?? 0);
  const write = (limit: number) => `${fixed(limit, decimals)}${label.unit === 'percent' ? '%' : ''}`;
  if (high === null) return low === null ? null : `at least ${write(low)}`;
  return low === null ? `at most ${write(high)}` : `${write(low)} to ${write(high)}`;
}
