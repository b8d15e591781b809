import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { sha256 } from '../manifest.ts';
import { RESTORE } from './archive.ts';
import { packed, unpacked } from './zstd.ts';

/**
 * Files that releases share lie once, under the sha256 of their content: as they are, or compressed (`<sha256>.zst`) where that saves a
 * tenth or more. Parquet is left as it is: those of the snapshot then are the very bytes that the repository has already.
 */
const COMPRESSED = '.zst';

/** Whether a file of a release lies among the blobs: a table, or a file of the page's code that later releases are likely to share. */
export const isBlob = (path: string, bytes: number): boolean =>
  path.endsWith('.parquet') || (path.startsWith('_astro/') && bytes >= 16_384);

/** The file that a content has, or will have, among the blobs, and its bytes there. */
export function blobOf(path: string, content: Buffer): { name: string; bytes: Buffer } {
  const name = sha256(content);
  if (/\.(parquet|woff2)$/.test(path)) return { name, bytes: content };
  const small = packed(content);
  return small.length < 0.9 * content.length
    ? { name: name + COMPRESSED, bytes: small }
    : { name, bytes: content };
}

/** Name of the blob of a content that is there already; null where there is none. */
export async function standingBlob(folder: string, digest: string): Promise<string | null> {
  for (const name of [digest, digest + COMPRESSED])
    if (await stat(join(folder, name)).catch(() => null)) return name;
  return null;
}

/** @throws {UserError} where it is not there, or is not what its name says */
export async function readBlob(
  folder: string,
  digest: string,
  path: string,
  version: string,
): Promise<Buffer> {
  const name = await standingBlob(folder, digest);
  if (name === null)
    throw new UserError(
      `Release ${version} needs ${join(folder, digest)} for ${path}, and it is not there. ${RESTORE}`,
    );
  const raw = await readFile(join(folder, name));
  const content = name.endsWith(COMPRESSED) ? whole(raw) : raw;
  return sha256(content) === digest ? content : broken('its sha256 is another');

  function whole(compressed: Buffer): Buffer {
    try {
      return unpacked(compressed);
    } catch (error) {
      return broken((error as Error).message);
    }
  }
  function broken(why: string): never {
    throw new UserError(
      `${join(folder, name ?? digest)}, which release ${version} needs for ${path}, is damaged (${why}). ${RESTORE}`,
    );
  }
}
