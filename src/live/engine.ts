import { importAnew } from '../engine/browser/import-anew.ts';
import type { BrowserEngine, OnProgress } from '../engine/browser.ts';

/** Brings the database when it is first asked for; a failed load of its code is tried again. */
export function lazyEngine(release: string, onProgress: OnProgress): () => Promise<BrowserEngine> {
  let engine: Promise<BrowserEngine> | null = null;
  return () => {
    engine ??= importAnew(() => import('../engine/browser.ts')).then(({ openBrowser }) =>
      openBrowser({ release, onProgress }),
    );
    engine.catch(() => (engine = null));
    return engine;
  };
}
