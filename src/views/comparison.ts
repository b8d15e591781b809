import { LAYER_IDS, type LayerId } from '../model/layer.ts';
import type { FlowSeries } from '../model/atlas.ts';
import type { State } from './params.ts';
import type { Atlas } from './view.ts';

/** What a state is compared with. It differs from the state in one thing only. */
export type Comparison =
  | {
      readonly kind: 'year';
      readonly year: number;
      /** Places whose series breaks after the earlier of the two years, up to the later: their two numbers say no change. */
      readonly broken: ReadonlySet<string>;
    }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'layer'; readonly layer: LayerId };

type Compared = Pick<State, 'layer' | 'source' | 'year' | 'from' | 'country' | 'against'>;

/** The comparison that `against` asks for, or in words why there is none. */
export function comparison(
  { layer, source, year, from, country, against }: Compared,
  atlas: Atlas,
): Comparison | string {
  const asked = against ?? '';
  const series = atlas.flows.filter((f) => f.layer === layer);
  if (/^\d{4}$/.test(asked)) {
    const other = Number(asked);
    const span = series.find((f) => f.source === source);
    if (from !== null) return 'A range of years is not compared with one year.';
    if (other === year) return `${year} compared with itself shows nothing; choose another year.`;
    if (!span || other < span.first_year || other > span.last_year)
      return `There is nothing for ${other} to compare with.`;
    return { kind: 'year', year: other, broken: brokenBetween(span, year, other) };
  }
  if (/^[A-Z]{3}$/.test(asked)) {
    const place = atlas.places.get(asked);
    if (!place || !atlas.withData.has(asked)) return `There are no data for ${asked} to compare with.`;
    if (!country) return `${place.short_name} is compared with another country: choose that first.`;
    if (country === asked) return `${place.short_name} compared with itself shows nothing.`;
    return { kind: 'country', country: asked };
  }
  if ((LAYER_IDS as readonly string[]).includes(asked)) {
    if (asked === layer) return 'A layer compared with itself shows nothing.';
    return { kind: 'layer', layer: asked as LayerId };
  }
  if (series.some((f) => f.source === asked) && asked !== source) return { kind: 'source', source: asked };
  return `“${asked.slice(0, 40)}” is nothing that this can be compared with.`;
}

/** Also a break in a year between the two, which neither of them carries as a flag. */
function brokenBetween({ breaks = {} }: FlowSeries, a: number, b: number): ReadonlySet<string> {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  return new Set(
    Object.entries(breaks).flatMap(([place, years]) =>
      years.some((year) => year > first && year <= last) ? [place] : [],
    ),
  );
}

/** The comparison of a settled state; null where there is none. */
export function comparisonOf(state: Compared, atlas: Atlas): Comparison | null {
  const found = state.against === null ? null : comparison(state, atlas);
  return typeof found === 'string' ? null : found;
}
