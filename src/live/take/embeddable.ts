import { embedSearch } from '../../embed/address.ts';
import type { SourceLabel } from '../../model/atlas.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import type { State } from '../../views/params.ts';
import type { Atlas, View } from '../../views/view.ts';
import { LIVE_VIEWS, loadView } from '../embed/views.ts';

/** What the embed builder must know of a figure. */
export interface Embeddable {
  readonly title: string;
  /** Text alternative of its picture. */
  readonly alt: string;
  /** Labels of the sources whose rows are shown. */
  readonly sources: readonly SourceLabel[];
  /** Version of the release. */
  readonly release: string;
  /** Address of the root of the site as seen from the page, with a slash. */
  readonly root: string;
  /** Which figure it is. Asked when the builder opens, as the code of a view may have to come for it. */
  readonly asked: () => Promise<AskedEmbed>;
}

/** A state of a view by its query, or by its name a figure that is an article's own. */
export type AskedEmbed =
  | {
      readonly view: string;
      readonly search: string;
      /** The year that is shown as the newest one, and so is not asked for; null where it is asked for, or the view takes none. */
      readonly newest: number | null;
    }
  | { readonly article: string; readonly search?: never };

export function askedOf(view: View, state: Readonly<Partial<State>>, atlas: Atlas): AskedEmbed {
  const search = embedSearch(view, state, atlas);
  const asksYear = !view.fields.includes('year') || new URLSearchParams(search).has('year');
  return { view: view.id, search, newest: asksYear ? null : (state.year ?? null) };
}

/** Of a figure that was drawn in the browser; null where its view has no embeds. */
export function embeddableOf(
  { view, state, words }: DrawnFigure,
  atlas: Atlas,
  release: string,
  root: string,
): Embeddable | null {
  if (!LIVE_VIEWS.includes(view)) return null;
  return {
    title: words.title,
    alt: words.alt,
    sources: words.sources.flatMap((id) => atlas.sources.get(id) ?? []),
    release,
    root,
    asked: async () => askedOf(await loadView(view), state, atlas),
  };
}
