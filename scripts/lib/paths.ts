import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the repository, whatever folder a command is started in. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where everything lies below a repository's folder. */
export const pathsBelow = (root: string) =>
  ({
    /** Publishers' files: never committed. */
    raw: join(root, 'data', 'raw'),
    records: join(root, 'data', 'sources'),
    countries: join(root, 'data', 'countries'),
    breaks: join(root, 'data', 'breaks.csv'),
    snapshot: join(root, 'data', 'snapshot'),
    /** What models reckon from the snapshot: kept, and committed, until the snapshot changes. */
    models: join(root, 'data', 'models'),
    /** Who reported what in the last release: the next is held against it. */
    coverage: join(root, 'data', 'coverage.csv'),
    corrections: join(root, 'data', 'corrections.csv'),
    revisions: join(root, 'data', 'revisions.csv'),
    errata: join(root, 'data', 'errata.csv'),
    /** Holds the version of the release. */
    version: join(root, 'data', 'release.json'),
    /** What publish makes and the site serves: never committed, made anew from the snapshot. */
    release: join(root, 'public', 'release'),
    dist: join(root, 'dist'),
  }) as const;
export type Paths = ReturnType<typeof pathsBelow>;

export const PATHS: Paths = pathsBelow(ROOT);
