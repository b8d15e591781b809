import { settleView } from '../views/figure.ts';
import { toSearch, type FieldName, type State } from '../views/params.ts';
import type { Atlas, Rows, View } from '../views/view.ts';

/** Where a figure can be embedded from: the newest release, or a frozen one by its version. */
export type Edition = 'latest' | { readonly release: string };

/** Folder of an edition's embeds, from the root of the site, with a slash. */
export const embedRoot = (edition: Edition): string =>
  edition === 'latest' ? 'embed/' : `embed/v/${edition.release}/`;

/** Path of a listed state's page, from the root of the site; its pictures lie beside it. */
export const listedPath = (view: string, slug: string, edition: Edition = 'latest'): string =>
  `${embedRoot(edition)}${view}/${slug}/`;

/** Path of the page that draws any state of a view in the reader's browser. */
export const livePath = (view: string, search: string, edition: Edition = 'latest'): string =>
  `${embedRoot(edition)}${view}/${search ? `?${search}` : ''}`;

/** What lies beside a listed page. */
export const PICTURES = { svg: 'figure.svg', png: 'figure.png' } as const;
/** And, where the site knows its address, the oEmbed answer about it. */
export const OEMBED_FILE = 'oembed.json';

/**
 * A state as the query of a live embed: what must be said for the view to show it. Two states are the same where this is. What is as in the
 * standard state is said too where it would become something else without: the year, beside another layer that is shown in another year.
 */
export function embedSearch<F extends FieldName, R extends Rows>(
  view: View<F, R>,
  state: Readonly<Partial<State>>,
  atlas: Atlas,
): string {
  const given = state as Readonly<Partial<Record<F, State[F]>>>;
  const said = new Set<F>();
  for (;;) {
    const asked = Object.fromEntries([...said].map((name) => [name, given[name]]));
    const shown = settleView(view, asked, atlas).state as Readonly<Record<F, State[F]>>;
    const other = view.fields.filter(
      (name) => given[name] != null && given[name] !== shown[name] && !said.has(name),
    );
    if (!other.length) return toSearch(asked, {});
    for (const name of other) said.add(name);
  }
}

/** `embed/states.json`: the listed states of each view, slug → query of the same state. */
export interface EmbedIndex {
  readonly release: string;
  readonly views: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Slug of a state where it is a listed one. */
export function slugIn(index: EmbedIndex, view: string, search: string): string | null {
  const found = Object.entries(index.views[view] ?? {}).find(([, one]) => one === search);
  return found?.[0] ?? null;
}
