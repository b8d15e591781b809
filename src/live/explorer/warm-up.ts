import type { BrowserEngine } from '../../engine/browser.ts';

/** What indicators of pairs are asked of: the first question then waits for no download. */
const ASKED = ['pair_indicators'];
/** Longest wait for an idle moment, in milliseconds. */
const LATEST = 4000;

/**
 * Brings the engine and its tables in an idle moment. Readers who ask for little data are spared; a failure is left to the
 * question that needs the engine.
 */
export function warmUp(engine: () => Promise<BrowserEngine>): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  const start = (): void => {
    engine().then(
      (database) => database.need(ASKED).catch(() => undefined),
      () => undefined,
    );
  };
  idle(start);
}

/** A function that does its work the first time, and nothing after. */
export function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}

/** Does work in an idle moment, or after a while where the browser tells of none. */
export function idle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: LATEST });
  else setTimeout(work, LATEST);
}
