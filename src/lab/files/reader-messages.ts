import type { LoadProgress, LoadReport } from './load-csv.ts';
import type { RegisterRow } from './places.ts';
import type { Preview } from './preview.ts';
import type { Problem } from './problem.ts';
import type { Choices, Plan } from './reading.ts';

/** What the worker that reads files is asked to do: one job a worker. */
export type Job =
  | {
      readonly job: 'preview';
      readonly file: File;
      readonly choices: Choices;
      readonly register: readonly RegisterRow[] | null;
    }
  | {
      readonly job: 'load';
      readonly file: File;
      readonly plan: Plan;
      readonly register: readonly RegisterRow[];
    };

/** To the worker while it loads: the piece it sent has been taken in. */
export interface Taken {
  readonly taken: true;
}

/** From the worker. The last message of a job is one of the last four. */
export type Answer =
  | { readonly progress: LoadProgress }
  | { readonly piece: Uint8Array }
  | { readonly preview: Preview }
  | { readonly report: LoadReport }
  | { readonly problems: readonly Problem[] }
  | { readonly error: string };
