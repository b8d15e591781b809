import type { Engine, Query } from '../engine/engine.ts';
import { fetchJson } from './fetch-json.ts';
import { rowsBy } from '../views/figure.ts';
import type { FieldName, State } from '../views/params.ts';
import type { Atlas, Rows, View } from '../views/view.ts';

/**
 * Answers states of views in the browser: from slices where a state has them, from DuckDB where it has not. What was
 * fetched or computed once is kept; what failed is not, so that asking again tries again.
 */
export class Answers {
  private readonly atlas: Atlas;
  private readonly root: string;
  private readonly engine: () => Promise<Engine>;
  private readonly files = new Map<string, Promise<unknown>>();
  private readonly known = new Map<string, Rows>();
  private readonly asked = new Map<
    string,
    { readonly rows: Promise<readonly object[]>; readonly signal: AbortSignal }
  >();

  /**
   * @param root URL of the release's folder, with a slash
   * @param engine brings the engine when a state first needs it
   */
  constructor(atlas: Atlas, root: string, engine: () => Promise<Engine>) {
    this.atlas = atlas;
    this.root = root;
    this.engine = engine;
  }

  /** Fetches the slices of a state that may be asked for next. A failure is left to the asking. */
  prefetch<F extends FieldName, R extends Rows>(view: View<F, R>, state: Pick<State, F>): void {
    for (const path of view.slices.paths(state, this.atlas) ?? [])
      void this.file(path).catch(() => undefined);
  }

  async rows<F extends FieldName, R extends Rows>(
    view: View<F, R>,
    state: Pick<State, F>,
    signal: AbortSignal,
  ): Promise<R> {
    const key = `${view.id} ${JSON.stringify(state)}`;
    const before = this.known.get(key);
    if (before) return before as R;
    const paths = view.slices.paths(state, this.atlas);
    const sliced = paths
      ? view.slices.rows(await Promise.all(paths.map((path) => this.file(path))), state, this.atlas)
      : {};
    signal.throwIfAborted();
    const rows = await rowsBy(view, state, this.atlas, (query) => this.ask(query, signal), sliced);
    signal.throwIfAborted();
    this.known.set(key, rows);
    return rows;
  }

  /** Figures of one state ask some of the same questions: each is asked once. */
  private ask({ sql, params, needs }: Query, signal: AbortSignal): Promise<readonly object[]> {
    const key = `${sql} ${JSON.stringify(params)}`;
    const before = this.asked.get(key);
    if (before && !before.signal.aborted) return before.rows;
    const rows = this.engine().then((engine) => engine.query<object>(sql, params, { signal, needs }));
    this.asked.set(key, { rows, signal });
    rows.catch(() => {
      if (this.asked.get(key)?.rows === rows) this.asked.delete(key);
    });
    return rows;
  }

  private file(path: string): Promise<unknown> {
    const before = this.files.get(path);
    if (before) return before;
    const load = fetchJson(`${this.root}${path}`);
    this.files.set(path, load);
    load.catch(() => this.files.delete(path));
    return load;
  }
}
