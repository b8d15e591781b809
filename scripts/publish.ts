import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { publish } from './lib/publish.ts';

/** Turns the snapshot into the release: public/release/, made anew and put in place whole. Needs no network. */
await run(() => publish(PATHS));
