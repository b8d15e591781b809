import { embedSearch } from '../../embed/address.ts';
import type { SourceLabel } from '../../model/atlas.ts';
import type { DrawnFigure } from '../../views/figure.ts';
import type { Atlas } from '../../views/view.ts';
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
  { readonly view: string; readonly search: string } | { readonly article: string; readonly search?: never };

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
    asked: async () => ({ view, search: embedSearch(await loadView(view), state, atlas) }),
  };
}
