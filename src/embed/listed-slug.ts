import type { Atlas, View } from '../views/view.ts';
import { settleView } from '../views/figure.ts';
import { embedSearch } from './address.ts';
import { listedStates } from './listed.ts';

/** Query → slug of the listed states of each view that was asked for. */
const known = new WeakMap<Atlas, Map<string, ReadonlyMap<string, string>>>();

/**
 * Slug of a state where it is a listed one: as `embed/states.json` will say it, for pages that are built before that is. A state without rows is
 * listed, but has no page; whoever asks has its rows.
 * @param search as `embedSearch` writes it
 */
export function listedSlug(view: View, search: string, atlas: Atlas): string | null {
  let views = known.get(atlas);
  if (!views) known.set(atlas, (views = new Map()));
  let slugs = views.get(view.id);
  if (!slugs) views.set(view.id, (slugs = slugsOf(view, atlas)));
  return slugs.get(search) ?? null;
}

/** Of two names of one state the first by the alphabet, as `slugIn` finds it. */
function slugsOf(view: View, atlas: Atlas): ReadonlyMap<string, string> {
  const named = listedStates(view, atlas).map(
    ({ slug, asked }) => [embedSearch(view, settleView(view, asked, atlas).state, atlas), slug] as const,
  );
  return new Map(named.sort(([, a], [, b]) => (a < b ? 1 : -1)));
}
