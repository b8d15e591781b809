import type { Asked, FieldName } from '../views/params.ts';
import type { Atlas, View } from '../views/view.ts';

/** A state of a view with a name of its own: it has a page that is drawn at build, and pictures. */
export interface ListedState {
  /** Name in addresses, unique in its view: "ken", "papers-2018-ind". */
  readonly slug: string;
  readonly asked: Asked;
}

/** Views that are of a country: each country has a page of its own in them. In others a country is one row among many. */
const OF_A_COUNTRY: ReadonlySet<string> = new Set([
  'flow-map',
  'ranking',
  'trend',
  'balance',
  'ego',
  'country-indicator',
]);

/**
 * The states of a view that are drawn at build: its standard one, the telling ones it lists, and one for each country with data where the view is
 * of a country. Views of pairs list their telling pairs only: every pair would be tens of thousands.
 * @throws {Error} where two states have one name
 */
export function listedStates(view: View, atlas: Atlas): readonly ListedState[] {
  const countries = OF_A_COUNTRY.has(view.id)
    ? [...atlas.withData].sort().map((country) => ({ country }))
    : [];
  const bySlug = new Map<string, ListedState>();
  for (const asked of [{}, ...view.listed(atlas), ...countries] as readonly Asked[]) {
    const state = { slug: slugOf(asked), asked };
    const before = bySlug.get(state.slug);
    if (before && JSON.stringify(before.asked) !== JSON.stringify(asked))
      throw new Error(`Two states of ${view.id} are called ${state.slug}.`);
    bySlug.set(state.slug, state);
  }
  return [...bySlug.values()];
}

/** What was asked, as a name: its values in the order in which they are asked, in small letters. */
export function slugOf(asked: Asked): string {
  const words = Object.entries(asked)
    .filter(([, value]) => value != null && value !== '')
    .map(([name, value]) => word(name as FieldName, String(value)));
  return words.join('-') || STANDARD;
}
/** Name of the state that shows where nothing is asked. */
export const STANDARD = 'standard';

/** Years, codes and ids speak for themselves; a bare number does not say of what. */
const word = (name: FieldName, value: string): string =>
  (name === 'top' || name === 'min' ? `${name}-${value}` : value)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
