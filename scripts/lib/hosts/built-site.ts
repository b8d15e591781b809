import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isVersion } from '../../../src/model/frozen.ts';
import { FROZEN } from './rules.ts';

export interface BuiltSite {
  /** Every address that a file answers, from the root of the site: `about/`, `release/atlas.json`. */
  readonly paths: readonly string[];
  /** Versions of the frozen releases that it holds. */
  readonly releases: readonly string[];
}

/** Files that hosts read and do not serve. */
const FOR_HOSTS = /^(?:_headers|_redirects|\.nojekyll)$|(?:^|\/)\.htaccess$/;

export async function readBuiltSite(dist: string): Promise<BuiltSite> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !FOR_HOSTS.test(file))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
  return { paths, releases: releasesIn(paths) };
}

/** The folders of `embed/v/` that are called by a version. */
function releasesIn(paths: readonly string[]): string[] {
  const names = paths.flatMap((path) =>
    path.startsWith(FROZEN) ? [path.slice(FROZEN.length).split('/')[0] ?? ''] : [],
  );
  return [...new Set(names)].filter(isVersion).sort();
}
