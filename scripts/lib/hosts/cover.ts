import { FROZEN, saysOf, type Headers, type Matter } from './rules.ts';

/**
 * A matter as patterns that no two of an address's match: hosts that read `_headers` join what two patterns say, each in its own way.
 * A pattern has at most one `*`, which stands for anything, slashes too: `embed/ranking/*`, `release/*.parquet`.
 * @param paths every address of the site
 * @returns pattern → headers; patterns without headers are left out
 */
export function coverOf(matter: Matter, paths: readonly string[]): ReadonlyMap<string, Headers> {
  const found = new Map<string, Headers>();
  const note = (pattern: string, headers: Headers): void => {
    if (Object.keys(headers).length) found.set(pattern, headers);
  };

  const cover = (folder: string, inside: readonly string[]): void => {
    const headers = saysOf(matter, folder + UNKNOWN);
    // Releases are named one by one: an answer about one that is not there yet is not to be kept for a year.
    if (folder !== FROZEN && inside.every((path) => saysOf(matter, path) === headers))
      return note(`${folder}*`, headers);

    const folders = new Map<string, string[]>();
    const files: string[] = [];
    for (const path of inside) {
      const slash = path.indexOf('/', folder.length);
      if (slash < 0) files.push(path);
      else folders.set(path.slice(0, slash + 1), [...(folders.get(path.slice(0, slash + 1)) ?? []), path]);
    }
    for (const [ending, same] of byEnding(files)) {
      const [first = ''] = same;
      const alike = same.every((path) => saysOf(matter, path) === saysOf(matter, first));
      const deeper = inside.filter((path) => path.endsWith(ending)).length > same.length;
      if (ending && same.length > 1 && alike && !deeper) note(`${folder}*${ending}`, saysOf(matter, first));
      else for (const path of same) note(path, saysOf(matter, path));
    }
    for (const [name, below] of folders) cover(name, below);
  };
  cover('', paths);
  return found;
}

/** A name that no file has: what may come must be alike too. */
const UNKNOWN = '?/';

/** Files by what stands after the last dot of their names; '' for those without one, and for a folder's own page. */
function byEnding(files: readonly string[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const ending = /\.[^./]+$/.exec(file)?.[0] ?? '';
    groups.set(ending, [...(groups.get(ending) ?? []), file]);
  }
  return groups;
}
