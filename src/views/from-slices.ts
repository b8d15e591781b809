import type { CountrySlice, IndicatorsSlice, LayerSlice, TieSeries, TotalsSlice } from '../model/slice.ts';

/** One tie of a country as a view's SQL over `ties` gives it. */
export interface TieRow {
  readonly layer: string;
  readonly source: string;
  readonly direction: TieSeries['direction'];
  readonly partner: string;
  readonly year: number;
  readonly value: number;
  readonly flag: string | null;
}

/** The rows of `ties` that a country's slice holds, those that `keep` asks for. Slices hold every tie of their country. */
export function tiesOf(
  slice: CountrySlice,
  keep: {
    readonly layer?: string;
    readonly source?: string;
    readonly year?: number;
    readonly partner?: string | null;
  },
): TieRow[] {
  const rows: TieRow[] = [];
  for (const series of slice.ties) {
    const { layer, source, direction, from, partners } = series;
    if ((keep.layer ?? layer) !== layer || (keep.source ?? source) !== source) continue;
    for (const partner of keep.partner == null ? Object.keys(partners) : [keep.partner]) {
      const values = partners[partner] ?? [];
      // One year is looked up, not searched for: this runs while a reader drags the slider.
      const [first, last] =
        keep.year === undefined ? [from, from + values.length - 1] : [keep.year, keep.year];
      for (let year = first; year <= last; year++) {
        const value = values[year - from] ?? 0;
        if (value === 0) continue;
        const flag = series.flags?.[partner]?.[year] ?? series.yearFlags?.[year] ?? null;
        rows.push({ layer, source, direction, partner, year, value, flag });
      }
    }
  }
  return rows;
}

/** Slices come as parsed JSON of our own files; these say which one a view asked for. */
export const asCountry = (slice: unknown): CountrySlice => slice as CountrySlice;
export const asLayer = (slice: unknown): LayerSlice => slice as LayerSlice;
export const asIndicators = (slice: unknown): IndicatorsSlice => slice as IndicatorsSlice;
export const asTotals = (slice: unknown): TotalsSlice => slice as TotalsSlice;

/** Order of text as DuckDB has it: by code point. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Flags of values that are added up, as `string_agg(DISTINCT flag, '' ORDER BY flag)` gives them. */
export const sumFlags = (flags: readonly (string | null)[]): string | null =>
  [...new Set(flags.filter((f) => f !== null))].sort(byText).join('') || null;
