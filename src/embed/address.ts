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

/** A state as the query of a live embed: what differs from the view's standard state. Two states are the same where this is. */
export const embedSearch = <F extends FieldName, R extends Rows>(
  view: View<F, R>,
  state: Readonly<Partial<State>>,
  atlas: Atlas,
): string => toSearch(state, settleView(view, {}, atlas).state);

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
