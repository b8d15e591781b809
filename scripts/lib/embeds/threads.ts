import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from './jobs.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  /** Folder that embeds are written into. */
  readonly folder: string;
  /** Folder of unpacked fonts. */
  readonly letters: string;
  /** Address of the site with a slash at its end; null where it is not known. */
  readonly site: string | null;
}

/** What a job made. */
export interface Made {
  readonly made: readonly { readonly view: string; readonly slug: string; readonly search: string }[];
  /** Listed states without rows: they have no page. */
  readonly empty: number;
}

/** More have little to do: one of them asks the engine for most of the time. */
const MOST_THREADS = 4;

/** Does jobs in as many threads as there are cores, the first of them first. An error of one ends all. */
export async function inThreads(jobs: readonly Job[], data: ThreadData): Promise<readonly Made[]> {
  const waiting = [...jobs];
  const made: Made[] = [];
  const count = Math.min(MOST_THREADS, jobs.length, availableParallelism());
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('thread.ts', import.meta.url), { workerData: data }),
  );
  try {
    await Promise.all(
      workers.map(
        (worker) =>
          new Promise<void>((done, fail) => {
            const next = (): void => worker.postMessage(waiting.shift() ?? null);
            worker.on('message', (one: Made) => {
              made.push(one);
              next();
            });
            worker.on('error', fail);
            worker.on('exit', (code) => (code === 0 ? done() : fail(new Error(`A thread ended (${code}).`))));
            next();
          }),
      ),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return made;
}
