import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { count } from '../charts/format.ts';
import {
  frozenRoot,
  isVersion,
  type FrozenPiece,
  type FrozenRelease,
  type TableChange,
} from '../model/frozen.ts';

/** Frozen releases as they are committed, relative to the folder that the build runs in. */
const ARCHIVES = join(process.cwd(), 'data', 'releases');

let all: Promise<readonly FrozenRelease[]> | undefined;

/** Every frozen release, the newest first. */
export const frozenReleases = (): Promise<readonly FrozenRelease[]> => (all ??= readAll(ARCHIVES));

export async function readAll(folder: string): Promise<readonly FrozenRelease[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    names
      .filter(isVersion)
      .sort()
      .reverse()
      .map(
        async (name) => JSON.parse(await readFile(join(folder, name, 'index.json'), 'utf8')) as FrozenRelease,
      ),
  );
}

/**
 * A piece about a release that is no longer the newest, as it was then. Its figures take the base map from the frozen release.
 * @throws {Error} that says what to do, where the release did not keep it or its record was changed
 */
export async function frozenPiece<Drawn>(
  version: string,
  id: string,
  folder: string = ARCHIVES,
): Promise<FrozenPiece<Drawn>> {
  const release = (await (folder === ARCHIVES ? frozenReleases() : readAll(folder))).find(
    (one) => one.version === version,
  );
  if (!release?.pieces?.ids.includes(id))
    throw new Error(
      `${id} is about release ${version}, which ${release ? 'did not keep it' : 'was not frozen'}: what it says can no longer be reckoned. Freeze a release (npm run release) before data/release.json gets a new date, or let the piece be of no one release.`,
    );
  const text = await readFile(join(folder, version, 'pieces.json'), 'utf8');
  if (createHash('sha256').update(text).digest('hex') !== release.pieces.sha256)
    throw new Error(
      `data/releases/${version}/pieces.json is not what it was when the release was frozen. Put it back as it was committed (git checkout).`,
    );
  const root = `/${frozenRoot(version)}release/`;
  return (JSON.parse(text.replaceAll('=\\"/release/', `=\\"${root}`)) as Record<string, FrozenPiece<Drawn>>)[
    id
  ] as FrozenPiece<Drawn>;
}

/** Bytes that a release is served with. */
export const servedBytes = ({ files }: FrozenRelease): number =>
  Object.values(files).reduce((sum, [bytes]) => sum + bytes, 0);

/** States with a page of their own. */
export const frozenPages = ({ views }: FrozenRelease): number =>
  Object.values(views).reduce((sum, n) => sum + n, 0);

/** The text of a release's `SHA256SUMS`: every file by its path below the release's root, as `sha256sum --check` reads it. */
export const frozenSums = ({ files }: FrozenRelease): string =>
  Object.entries(files)
    .map(([path, [, sha256]]) => `${sha256}  ${path}\n`)
    .join('');

/** The shortest code that puts an embed into another page. */
export const frameOf = (address: string, title: string): string =>
  `<iframe src="${address}" title="${title}" width="100%" height="600" loading="lazy" style="border: 0"></iframe>`;

/** What became of a table, in words: "1,204 rows added, 3 revised; new columns low, high". */
export function changeWords(change: TableChange): string {
  const { old, fresh, added, removed, revised, newColumns, lostColumns } = change;
  if (old === null) return `new table of ${rows(fresh ?? 0)}`;
  if (fresh === null) return `table gone, it had ${rows(old)}`;
  const moved = [
    [added, 'added'],
    [removed, 'removed'],
    [revised, 'revised'],
  ] as const;
  const [first, ...others] = moved.filter(([n]) => n > 0);
  const words = [
    first
      ? [`${rows(first[0])} ${first[1]}`, ...others.map(([n, what]) => `${count(n)} ${what}`)].join(', ')
      : '',
    columns('new', newColumns),
    columns('lost', lostColumns),
  ];
  return words.filter(Boolean).join('; ') || 'no change';
}

const rows = (n: number): string => `${count(n)} ${n === 1 ? 'row' : 'rows'}`;
const columns = (what: string, names: readonly string[]): string =>
  names.length ? `${what} ${names.length === 1 ? 'column' : 'columns'} ${names.join(', ')}` : '';
