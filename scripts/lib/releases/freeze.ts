import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbedIndex } from '../../../src/embed/address.ts';
import type { FrozenFile, FrozenPiece, FrozenRelease, TableChange } from '../../../src/model/frozen.ts';
import type { Release } from '../../../src/model/release.ts';
import { UserError } from '../errors.ts';
import { sha256 } from '../manifest.ts';
import { replaceFiles, replaceFolder } from '../whole.ts';
import { inArchives } from './archive.ts';
import { blobOf, isBlob, standingBlob } from './blobs.ts';
import { tarOf } from './tar.ts';
import type { Tree } from './tree.ts';
import { packed } from './zstd.ts';

/** An archive that is complete, and not yet written. */
export interface Archive {
  readonly index: FrozenRelease;
  readonly pack: Buffer;
  /** Blobs that no earlier release has, by their name. */
  readonly blobs: ReadonlyMap<string, Buffer>;
  /** Index as it is written. */
  readonly text: string;
  /** `pieces.json` as it is written; null where there is none. */
  readonly pieces: string | null;
  /** What it adds to the repository, by name, in bytes. */
  readonly parts: ReadonlyMap<string, number>;
}

/** What a tree does not say of its release. */
export interface Told {
  readonly notes: string;
  readonly before: string | null;
  readonly changes: readonly TableChange[];
  /** What was written about the release. */
  readonly pieces?: readonly FrozenPiece[];
}

/**
 * Makes the archive of a tree.
 * @param folder of the archives: blobs that are there already are not made again
 * @param known sha256 of files that the repository holds elsewhere, and so does not grow by
 */
export async function archiveOf(
  tree: Tree,
  { notes, before, changes, pieces: written = [] }: Told,
  folder: string,
  known: ReadonlySet<string> = new Set(),
): Promise<Archive> {
  const files: Record<string, FrozenFile> = {};
  const small: [path: string, bytes: Buffer][] = [];
  const blobs = new Map<string, Buffer>();
  const parts = new Map<string, number>();
  for (const [path, bytes] of tree) {
    const digest = sha256(bytes);
    const isShared = isBlob(path, bytes.length);
    files[path] = [bytes.length, digest, isShared ? 'blob' : 'pack'];
    if (!isShared) small.push([path, bytes]);
    else if ((await standingBlob(inArchives(folder).blobs, digest)) === null) {
      const blob = blobOf(path, bytes);
      if (!blobs.has(blob.name) && !known.has(digest)) parts.set(path, blob.bytes.length);
      blobs.set(blob.name, blob.bytes);
    }
  }
  const pack = packed(tarOf(alikeTogether(small)));
  const manifest = jsonOf<Release>(tree, 'release/datapackage.json');
  const states = jsonOf<EmbedIndex>(tree, 'states.json');
  const pieces = written.length
    ? `${JSON.stringify(Object.fromEntries(written.map((piece) => [piece.id, piece])), null, 1)}\n`
    : null;
  const index: FrozenRelease = {
    format: 1,
    version: manifest.version,
    schema_version: manifest.schema_version,
    title: manifest.title,
    before,
    notes,
    citation: {
      text: textOf(tree, 'release/citations/release.txt').trim(),
      bibtex: textOf(tree, 'release/citations/release.bib').trim(),
    },
    tables: manifest.resources.map(({ name, title, rows, path, rights }) => ({
      name,
      title,
      rows,
      path: `release/${path}`,
      rights,
    })),
    changes,
    views: Object.fromEntries(
      Object.entries(states.views).map(([view, slugs]) => [view, Object.keys(slugs).length]),
    ),
    pack: { bytes: pack.length, sha256: sha256(pack) },
    pieces:
      pieces === null ? null : { ids: written.map(({ id }) => id), sha256: sha256(Buffer.from(pieces)) },
    files,
  };
  const text = indexText(index);
  parts.set('pack (pages, pictures, slices, citations)', pack.length);
  parts.set('index', Buffer.byteLength(text));
  if (pieces !== null) parts.set('pieces of writing', Buffer.byteLength(pieces));
  return { index, pack, blobs, text, pieces, parts };
}

/** Bytes that an archive adds to the repository. */
export const newBytes = ({ parts }: Archive): number => [...parts.values()].reduce((sum, n) => sum + n, 0);

/**
 * Writes an archive. Blobs come first and the release's folder last, whole: what fails leaves no release behind, and blobs that no
 * release names harm nothing and serve the next try.
 * @throws {UserError} where a release of that version is frozen already
 */
export async function writeArchive(
  { index, pack, blobs, text, pieces }: Archive,
  folder: string,
): Promise<void> {
  const paths = inArchives(folder);
  const release = paths.release(index.version);
  await refuseFrozen(index.version, folder);
  if (blobs.size)
    await replaceFiles(paths.blobs, async (temporary) => {
      for (const [name, bytes] of blobs) await writeFile(join(temporary, name), bytes);
    });
  await replaceFolder(release, async (temporary) => {
    await writeFile(join(temporary, 'pack.tar.zst'), pack);
    if (pieces !== null) await writeFile(join(temporary, 'pieces.json'), pieces);
    await writeFile(join(temporary, 'index.json'), text);
  });
}

/** @throws {UserError} where a release of that version is frozen already */
export async function refuseFrozen(version: string, folder: string): Promise<void> {
  if (await stat(inArchives(folder).release(version)).catch(() => null))
    throw new UserError(
      `Release ${version} is frozen already (${inArchives(folder).release(version)}), and a frozen release is never written again. Give the new one a new date in data/release.json, publish and build.`,
    );
}

/** One line a file, so that a person finds a file in it, and JSON as any other. */
const indexText = ({ files, ...rest }: FrozenRelease): string =>
  `${JSON.stringify(rest, null, 1).replace(/\n\}$/, '')},\n "files": {\n${Object.entries(files)
    .map(([path, file]) => `  ${JSON.stringify(path)}: ${JSON.stringify(file)}`)
    .join(',\n')}\n }\n}\n`;

/** A picture comes after its page, which holds most of it; slices of one kind lie side by side as they are sorted. */
const alikeTogether = (
  files: readonly (readonly [path: string, bytes: Buffer])[],
): (readonly [path: string, bytes: Buffer])[] => {
  const key = (path: string): string => path.replace(/figure\.svg$/, 'index.html~');
  return [...files].sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
};

const textOf = (tree: Tree, path: string): string => {
  const bytes = tree.get(path);
  if (!bytes)
    throw new UserError(`The built site lacks ${path}. Make it anew: npm run data:publish && npm run build.`);
  return bytes.toString();
};
const jsonOf = <T>(tree: Tree, path: string): T => JSON.parse(textOf(tree, path)) as T;
