import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the repository, whatever folder a command is started in. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const at = (...parts: string[]) => join(ROOT, ...parts);

export const PATHS = {
  /** Publishers' files: never committed. */
  raw: at('data', 'raw'),
  records: at('data', 'sources'),
  countries: at('data', 'countries'),
  breaks: at('data', 'breaks.csv'),
  snapshot: at('data', 'snapshot'),
  /** What publish makes and the site serves: never committed, made anew from the snapshot. */
  release: at('public', 'release'),
  dist: at('dist'),
} as const;
