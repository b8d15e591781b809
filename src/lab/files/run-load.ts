import { abortable } from '../../engine/abortable.ts';
import type { BrowserEngine } from '../../engine/browser.ts';
import type { LoadProgress } from './load-csv.ts';
import { loadTable, type LoadedTable, type Loading, type LoadWatch } from './load-table.ts';

/** Passes on what a load tells: first to its bar, once the table is there to the table's row. */
export class Relay implements LoadWatch {
  to: LoadWatch;
  /** Whether the engine has asked for the file at all. */
  begun = false;

  constructor(to: LoadWatch) {
    this.to = to;
  }

  readonly progress = (progress: LoadProgress | null): void => {
    this.begun = true;
    this.to.progress(progress);
  };

  readonly ended = (error: unknown): void => this.to.ended(error);
}

/**
 * Loads a table, and rejects as soon as the signal aborts, whatever the engine is waiting for. A table that is whole
 * all the same by then is taken away.
 */
export async function loadUnlessEnded(
  engine: () => Promise<BrowserEngine>,
  loading: Loading,
): Promise<LoadedTable> {
  const work = engine().then((ready) => loadTable(ready, loading));
  try {
    return await abortable(work, loading.signal);
  } catch (error) {
    if (loading.signal.aborted)
      work.then(async () => (await engine()).dropTable(loading.name)).catch(() => undefined);
    throw error;
  }
}
