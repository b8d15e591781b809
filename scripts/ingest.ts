import { run } from './lib/errors.ts';
import { ingest } from './lib/ingest.ts';
import { PATHS } from './lib/paths.ts';

/** Turns the publishers' files in data/raw/ into data/snapshot/. */
await run(() => ingest(PATHS));
