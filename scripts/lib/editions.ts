import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { Release } from '../../src/model/release.ts';
import { UserError } from './errors.ts';
import { ROOT } from './paths.ts';

/** The tables of one edition of the data: name → Parquet file. */
export type Edition = ReadonlyMap<string, string>;

/**
 * Finds an edition by what a reader calls it: a folder with a release (a datapackage.json), a folder with a snapshot, or a
 * revision of the repository, whose committed snapshot is meant. Files of a revision are written to a temporary folder
 * that is gone when `use` is done.
 * @throws {UserError} where it is none of the three
 */
export async function withEdition<T>(
  name: string,
  use: (edition: Edition) => Promise<T>,
  repository: string = ROOT,
): Promise<T> {
  if ((await stat(name).catch(() => null))?.isDirectory()) return use(await fromFolder(name));
  const folder = await mkdtemp(join(tmpdir(), 'edition-'));
  try {
    await fromRevision(name, folder, repository);
    return await use(await fromFolder(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromFolder(folder: string): Promise<Edition> {
  const names = await readdir(folder);
  if (names.includes('datapackage.json')) return fromRelease(folder);
  const tables = names.filter((file) => file.endsWith('.parquet'));
  if (!tables.length)
    throw new UserError(
      `${folder} holds neither a datapackage.json nor Parquet files: it is no edition of the data.`,
    );
  return new Map(tables.map((file) => [file.replace(/\.parquet$/, ''), join(folder, file)]));
}

async function fromRelease(folder: string): Promise<Edition> {
  const file = join(folder, 'datapackage.json');
  try {
    const release = JSON.parse(await readFile(file, 'utf8')) as Release;
    // The files of a release lie beside its manifest: a path that leads elsewhere is no release's.
    return new Map(release.resources.map((r) => [r.name, join(folder, basename(r.path))]));
  } catch (error) {
    throw new UserError(`${file} is no manifest of a release: ${(error as Error).message}`);
  }
}

const SNAPSHOT_FOLDER = 'data/snapshot';

async function fromRevision(revision: string, folder: string, repository: string): Promise<void> {
  const none = new UserError(
    `${revision} is neither a folder nor a revision of the repository with a ${SNAPSHOT_FOLDER}. Name a folder with a release or a snapshot, or a commit such as HEAD~1.`,
  );
  const git = async (...args: readonly string[]): Promise<Buffer> => {
    const options = { encoding: 'buffer', maxBuffer: 2 ** 30 } as const;
    try {
      return (await promisify(execFile)('git', ['-C', repository, ...args], options)).stdout;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw none;
      throw new UserError(
        `${revision} is no folder, and there is no git to look for a revision of that name. Install git, or name a folder with a release or a snapshot.`,
      );
    }
  };
  // What begins with a dash would be an option.
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  const snapshot = `${commit.toString().trim()}:${SNAPSHOT_FOLDER}`;
  const names = (await git('ls-tree', '--name-only', snapshot)).toString().split('\n');
  const tables = names.filter((name) => name.endsWith('.parquet'));
  if (!tables.length) throw none;
  for (const file of tables) await writeFile(join(folder, file), await git('show', `${snapshot}/${file}`));
}
