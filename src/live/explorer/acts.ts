import { inText, shortName } from '../../views/phrases.ts';
import type { Atlas } from '../../views/view.ts';
import type { Act } from './card.ts';
import { placesOf, type Mark } from './mark.ts';
import type { ExplorerState, Wish } from './state.ts';

/** What a reader can do with a mark in a state. */
export function actsOf(
  mark: Mark,
  state: ExplorerState,
  atlas: Atlas,
  root: string,
  move: (wish: Wish) => void,
): Act[] {
  const places = placesOf(mark).filter((place) => atlas.withData.has(place));
  const acts: Act[] = [];
  if (mark.kind === 'tie' && places.length === 2) {
    const [a = '', b = ''] = places;
    acts.push({
      title: `${shortName(a, atlas)} and ${inText(b, atlas)} in all layers`,
      run: () =>
        move({
          country: a,
          partner: b,
          ...(state.show.includes('pair') ? {} : { show: [...state.show, 'pair'] }),
        }),
    });
  }
  for (const place of places) {
    if (place !== state.country)
      acts.push({
        title: `Look at ${inText(place, atlas)}`,
        run: () => move({ country: place, partner: null }),
      });
    const marked = state.marked.includes(place);
    acts.push({
      title: `${marked ? 'Unmark' : 'Mark'} ${inText(place, atlas)}`,
      run: () =>
        move({ marked: marked ? state.marked.filter((one) => one !== place) : [...state.marked, place] }),
    });
  }
  const [only] = places;
  if (mark.kind === 'place' && only) {
    if (state.country && only !== state.country && state.against !== only)
      acts.push({
        title: `Compare ${inText(state.country, atlas)} with ${inText(only, atlas)}`,
        run: () => move({ against: only }),
      });
    acts.push({ title: `Page of ${inText(only, atlas)}`, href: `${root}countries/${only.toLowerCase()}/` });
  }
  return acts;
}
