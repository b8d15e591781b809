import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { frozenRoot, type FrozenRelease } from '../../../src/model/frozen.ts';
import type { Release } from '../../../src/model/release.ts';
import { UserError } from '../errors.ts';
import { sha256 } from '../manifest.ts';
import { readTar } from '../read-tar.ts';
import { replaceFolder } from '../whole.ts';
import { frozenVersions, inArchives, readIndex, RESTORE } from './archive.ts';
import { readBlob } from './blobs.ts';
import type { Tree } from './tree.ts';
import { unpacked } from './zstd.ts';

/**
 * The files of a frozen release, each with the bytes that were kept.
 * @throws {UserError} where its pack or a blob is damaged, or a file of it is another
 */
async function readArchive(index: FrozenRelease, folder: string): Promise<Tree> {
  const paths = inArchives(folder);
  const packPath = paths.pack(index.version);
  const broken = (why: string): never => {
    throw new UserError(`The pack of release ${index.version} (${packPath}) is damaged: ${why}. ${RESTORE}`);
  };
  const pack = await readFile(packPath).catch((error: NodeJS.ErrnoException) => broken(error.message));
  if (pack.length !== index.pack.bytes)
    broken(`it has ${pack.length} bytes, and had ${index.pack.bytes} when it was made`);
  if (sha256(pack) !== index.pack.sha256) broken('its sha256 is another');
  const small = new Map([...readTar(unpacked(pack))].map(({ name, data }) => [name, data]));
  const tree = new Map<string, Buffer>();
  for (const [path, [bytes, digest, where]] of Object.entries(index.files)) {
    if (!isInside(path)) broken(`its index names ${path}, which is no path below its root`);
    const found = small.get(path);
    const content =
      where === 'blob'
        ? await readBlob(paths.blobs, digest, path, index.version)
        : found
          ? Buffer.from(found.buffer, found.byteOffset, found.byteLength)
          : broken(`it lacks ${path}`);
    if (content.length !== bytes || sha256(content) !== digest)
      broken(`${path} is another file than the one in its index`);
    tree.set(path, content);
  }
  return tree;
}

/** A path of an index never leads out of the folder that it is unpacked into. */
const isInside = (path: string): boolean =>
  !path.startsWith('/') &&
  !path.includes('\\') &&
  path.split('/').every((part) => !['', '.', '..'].includes(part));

interface Unpacked {
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes every frozen release into a built site, each whole in place of what stood there.
 * @returns the newest first
 * @throws {UserError} see `readArchive`, and where notes were changed after the release
 */
export async function unpackAll(dist: string, folder: string): Promise<readonly Unpacked[]> {
  const done: Unpacked[] = [];
  for (const version of await frozenVersions(folder)) {
    const index = await readIndex(version, folder);
    await refuseOtherNotes(index, folder);
    const tree = await readArchive(index, folder);
    await replaceFolder(join(dist, frozenRoot(version).slice(0, -1)), (temporary) =>
      writeTree(temporary, tree),
    );
    const bytes = [...tree.values()].reduce((sum, content) => sum + content.length, 0);
    done.push({ version, files: tree.size, bytes });
  }
  return done;
}

async function writeTree(folder: string, tree: Tree): Promise<void> {
  const folders = new Set([...tree.keys()].map((path) => dirname(path)));
  for (const one of folders) await mkdir(join(folder, one), { recursive: true });
  for (const [path, content] of tree) await writeFile(join(folder, path), content);
}

async function refuseOtherNotes({ version, notes }: FrozenRelease, folder: string): Promise<void> {
  const path = inArchives(folder).notes(version);
  const now = await readFile(path, 'utf8').catch(() => null);
  if (now !== notes)
    throw new UserError(
      `${path} ${now === null ? 'is gone' : 'is not what it was when release ' + version + ' was frozen'}. Notes stay as they were: put the file back (git checkout), and write what was wrong in them into data/errata.csv.`,
    );
}

/**
 * A frozen version names its tables for good.
 * @param current manifest of the release that the site is built of
 * @throws {UserError} where it has the version of a frozen release and other tables
 */
export async function refuseOtherTables(
  current: Pick<Release, 'version' | 'resources'>,
  folder: string,
): Promise<void> {
  if (!(await frozenVersions(folder)).includes(current.version)) return;
  const index = await readIndex(current.version, folder);
  const frozen = new Map(index.tables.map(({ name, path }) => [name, index.files[path]?.[1]]));
  const other = [
    ...current.resources
      .filter(({ name, hash }) => hash !== `sha256:${frozen.get(name) ?? ''}`)
      .map(({ name }) => name),
    ...[...frozen.keys()].filter((name) => !current.resources.some((resource) => resource.name === name)),
  ];
  if (other.length)
    throw new UserError(
      `Release ${current.version} is frozen with other tables (${other.join(', ')}): give the new one a new date in data/release.json, then npm run data:publish and npm run build.`,
    );
}
