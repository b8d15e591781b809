import type { Engine, Query } from '../engine/engine.ts';
import type { Markup } from '../charts/svg.ts';
import type { Asked, FieldName, State } from './params.ts';
import { settle, type Settled } from './settle.ts';
import type { Atlas, Rows, View, Words } from './view.ts';

/** A state of a view, drawn: everything that a page shows of it. */
export interface DrawnFigure {
  readonly view: string;
  readonly state: Readonly<Partial<State>>;
  readonly words: Words;
  /** The same figure for narrow and for wide places; null for a width that was not asked for. */
  readonly narrow: Markup | null;
  readonly wide: Markup | null;
}

/** Which of a figure's two drawings are wanted. A page is built with both; in a browser only the one in sight is drawn. */
export type Widths = 'both' | 'narrow' | 'wide';

/** What answers a query: an engine, or something that keeps an engine's answers. */
export type Ask = (query: Query) => Promise<readonly object[]>;

/**
 * The rows of a state. Both engines give the same.
 * @param known rows that are at hand already: their queries are not asked
 */
export async function rowsBy<F extends FieldName, R extends Rows>(
  view: View<F, R>,
  state: Pick<State, F>,
  atlas: Atlas,
  ask: Ask,
  known: Partial<R> = {},
): Promise<R> {
  const queries: Record<string, Query | null> = view.queries(state, atlas);
  const entries = await Promise.all(
    Object.entries(queries).map(
      async ([name, query]) => [name, known[name] ?? (query ? await ask(query) : [])] as const,
    ),
  );
  return Object.fromEntries(entries) as Rows as R;
}

/** The same, of an engine. */
export const rowsOf = <F extends FieldName, R extends Rows>(
  view: View<F, R>,
  state: Pick<State, F>,
  atlas: Atlas,
  engine: Engine,
  signal?: AbortSignal,
): Promise<R> =>
  rowsBy(view, state, atlas, ({ sql, params, needs }) => engine.query(sql, params, { signal, needs }));

/** Draws rows. `id` must be unique on the page. */
export function draw<F extends FieldName, R extends Rows>(
  view: View<F, R>,
  state: Pick<State, F>,
  rows: R,
  atlas: Atlas,
  id: string,
  widths: Widths = 'both',
): DrawnFigure {
  const words = view.words(rows, state, atlas);
  const [narrow, wide] = view.widths;
  const at = (width: number, suffix: string): Markup =>
    view.chart(rows, state, atlas, { width, id: `${id}-${suffix}`, title: words.title, desc: words.alt });
  return {
    view: view.id,
    state,
    words,
    narrow: widths === 'wide' ? null : at(narrow, 'n'),
    wide: widths === 'narrow' ? null : at(wide, 'w'),
  };
}

export function settleView<F extends FieldName, R extends Rows>(
  { fields, defaults, measures }: View<F, R>,
  asked: Asked,
  atlas: Atlas,
): Settled<Pick<State, F>> {
  const totals = measures ? atlas.totals.filter(({ measure }) => measures.includes(measure)) : atlas.totals;
  return settle(fields, asked, defaults, { ...atlas, totals });
}
