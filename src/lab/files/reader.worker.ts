import { loadCsv, type LoadProgress } from './load-csv.ts';
import { makePreview } from './make-preview.ts';
import { FileProblem } from './problem.ts';
import type { Answer, Job, Taken } from './reader-messages.ts';

/** Reads a reader's file off the page's own thread. One job, then the page ends the worker. */

/** Pieces that may be on their way to the database while the next is read. */
const AHEAD = 2;
const PROGRESS_MS = 100;

const scope = globalThis as unknown as {
  postMessage(answer: Answer, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Job | Taken>) => void): void;
};

let onWay = 0;
let go: () => void = () => undefined;

scope.addEventListener('message', ({ data }) => {
  if ('taken' in data) {
    onWay -= 1;
    go();
  } else void run(data);
});

async function run(job: Job): Promise<void> {
  try {
    scope.postMessage(await answerTo(job));
  } catch (error) {
    if (error instanceof FileProblem) scope.postMessage({ problems: error.problems });
    else scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerTo(job: Job): Promise<Answer> {
  if (job.job === 'preview') return { preview: await makePreview(job.file, job.choices, job.register) };
  const report = await loadCsv(job.file, job.plan, job.register, { piece: send, progress: throttled() });
  return { report };
}

/** Sends a piece, and waits while too many are on their way. */
async function send(piece: Uint8Array): Promise<void> {
  scope.postMessage({ piece }, [piece.buffer as ArrayBuffer]);
  onWay += 1;
  while (onWay >= AHEAD) await new Promise<void>((resolve) => (go = resolve));
}

function throttled(): (progress: LoadProgress) => void {
  let sent = 0;
  return (progress) => {
    if (performance.now() - sent < PROGRESS_MS) return;
    sent = performance.now();
    scope.postMessage({ progress });
  };
}
