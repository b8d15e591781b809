import type { LoadHooks, LoadReport } from './load-csv.ts';
import type { RegisterRow } from './places.ts';
import type { Preview } from './preview.ts';
import { FileProblem, fatal } from './problem.ts';
import type { Answer, Job, Taken } from './reader-messages.ts';
import type { Choices, Plan } from './reading.ts';

/**
 * The start of a file as a table.
 * @throws {FileProblem} if it cannot be shown, or not without an answer
 */
export async function askPreview(
  file: File,
  choices: Choices,
  register: readonly RegisterRow[] | null,
  signal: AbortSignal,
): Promise<Preview> {
  const answer = await inWorker({ job: 'preview', file, choices, register }, signal, NO_HOOKS);
  if ('preview' in answer) return answer.preview;
  throw new Error('The worker gave no preview.');
}

/**
 * Reads a delimited file to its end and gives its rows away in pieces. May be run again.
 * @throws {FileProblem} with all that must be decided
 */
export async function askLoad(
  file: File,
  plan: Plan,
  register: readonly RegisterRow[],
  hooks: LoadHooks,
  signal: AbortSignal,
): Promise<LoadReport> {
  const answer = await inWorker({ job: 'load', file, plan, register }, signal, hooks);
  if ('report' in answer) return answer.report;
  throw new Error('The worker gave no report.');
}

const NO_HOOKS: LoadHooks = { piece: async () => undefined, progress: () => undefined };

/** Starts a worker, gives it a job, and ends it with its last answer; aborting ends it at once. */
function inWorker(job: Job, signal: AbortSignal, { piece, progress }: LoadHooks): Promise<Answer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Answer>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new FileProblem([brokeDown(event.message)]));
    });
    worker.addEventListener('messageerror', () => reject(new FileProblem([brokeDown('')])));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('progress' in data) progress(data.progress);
      else if ('piece' in data)
        piece(data.piece).then(() => worker.postMessage({ taken: true } satisfies Taken), reject);
      else if ('problems' in data) reject(new FileProblem(data.problems));
      else if ('error' in data) reject(new FileProblem([brokeDown(data.error)]));
      else resolve(data);
    });
    worker.postMessage(job);
  });
  return answer.finally(() => worker.terminate());
}

/** Not the file's fault, or not one that we know: a browser out of memory, a script that did not come. */
const brokeDown = (message: string) =>
  fatal(
    `The reading of the file broke down${message ? ` (${message.replace(/^Uncaught (\w*Error: )?/, '')})` : ''}. Try again; if it stays so, reload the page.`,
  );
