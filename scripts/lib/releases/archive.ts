import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isVersion, type FrozenRelease } from '../../../src/model/frozen.ts';
import { UserError } from '../errors.ts';
import { ROOT } from '../paths.ts';

/** Where the archives of frozen releases lie. */
export const ARCHIVES = join(ROOT, 'data', 'releases');

/** Paths below the folder of the archives. */
export const inArchives = (folder: string) => ({
  release: (version: string): string => join(folder, version),
  index: (version: string): string => join(folder, version, 'index.json'),
  pack: (version: string): string => join(folder, version, 'pack.tar.zst'),
  pieces: (version: string): string => join(folder, version, 'pieces.json'),
  notes: (version: string): string => join(folder, 'notes', `${version}.md`),
  blobs: join(folder, 'blobs'),
});

/** Versions of the frozen releases, the newest first. */
export async function frozenVersions(folder: string = ARCHIVES): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isDirectory() && isVersion(entry.name))
    .map(({ name }) => name)
    .sort()
    .reverse();
}

/** @throws {UserError} where there is none of that version, or its index cannot be read */
export async function readIndex(version: string, folder: string = ARCHIVES): Promise<FrozenRelease> {
  const path = inArchives(folder).index(version);
  const text = await readFile(path, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const all = await frozenVersions(folder);
    throw new UserError(
      `There is no frozen release ${version} (${path}). ${all.length ? `There is: ${all.join(', ')}.` : 'None was made yet: npm run release.'}`,
    );
  });
  const index = parsed(text, path);
  if (index.format !== 1 || index.version !== version)
    throw new UserError(
      `${path} is of format ${String(index.format)} and release ${String(index.version)}; this version of the code reads format 1 and expected ${version}. ${RESTORE}`,
    );
  return index;
}

function parsed(text: string, path: string): FrozenRelease {
  try {
    return JSON.parse(text) as FrozenRelease;
  } catch (error) {
    throw new UserError(`${path} is no JSON (${(error as Error).message}). ${RESTORE}`);
  }
}

/** What to do about an archive that is not as it was written. */
export const RESTORE =
  'An archive is never changed: put it back as it was committed (git checkout -- data/releases).';
