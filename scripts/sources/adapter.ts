import type { Workbench } from '../lib/workbench.ts';

/** One source: reads its files from data/raw/, writes observations to the workbench. Knows the source's traps, and nobody else does. */
export interface Adapter {
  /** Id of the record in data/sources/. */
  readonly id: string;
  ingest(bench: Workbench): Promise<void>;
}
