import type { CountrySlice, LayerSlice, TieSeries, TotalsSlice } from '../model/slice.ts';

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
  return slice.ties
    .filter((s) => (keep.layer ?? s.layer) === s.layer && (keep.source ?? s.source) === s.source)
    .flatMap((s) =>
      Object.entries(s.partners).flatMap(([partner, values]) =>
        keep.partner != null && partner !== keep.partner
          ? []
          : values.flatMap((value, i) => {
              const year = s.from + i;
              if (value === 0 || (keep.year !== undefined && year !== keep.year)) return [];
              const flag = s.flags?.[partner]?.[year] ?? s.yearFlags?.[year] ?? null;
              return [
                { layer: s.layer, source: s.source, direction: s.direction, partner, year, value, flag },
              ];
            }),
      ),
    );
}

/** Slices come as parsed JSON of our own files; these say which one a view asked for. */
export const asCountry = (slice: unknown): CountrySlice => slice as CountrySlice;
export const asLayer = (slice: unknown): LayerSlice => slice as LayerSlice;
export const asTotals = (slice: unknown): TotalsSlice => slice as TotalsSlice;

/** Order of text as DuckDB has it: by code point. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Flags of values that are added up, as `string_agg(DISTINCT flag, '' ORDER BY flag)` gives them. */
export const sumFlags = (flags: readonly (string | null)[]): string | null =>
  [...new Set(flags.filter((f) => f !== null))].sort(byText).join('') || null;
