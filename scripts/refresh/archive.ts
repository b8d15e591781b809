import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetched } from '../lib/downloader.ts';
import { unzipTo } from '../lib/unzip.ts';
import type { Outside } from './route.ts';

/** A publisher's archive, and what of it is wanted. */
export interface Archive {
  /** Id of the source, whose folder it comes to. */
  readonly source: string;
  readonly url: string;
  /** Its name on disk. */
  readonly name: string;
  /** Exactly so many bytes, where the publisher says so. */
  readonly bytes?: number;
  readonly maxBytes: number;
  /** Which of its files, by their paths in it. */
  readonly members: (name: string) => boolean;
  /** Most bytes that each of these may have. */
  readonly maxMember: number;
}

/**
 * Brings an archive, unpacks what is wanted and lets `use` read it. All that lies in a folder of its own (`.bulk`, beside the
 * files of the source) and is gone in the end; only the beginning of an archive that did not come whole is kept, to go on with.
 * @param use gets the unpacked files by their names without folders
 */
export async function withArchive<T>(
  { downloader, raw }: Outside,
  { source, url, name, bytes, maxBytes, members, maxMember }: Archive,
  use: (files: ReadonlyMap<string, string>, archive: Fetched & { readonly path: string }) => Promise<T>,
): Promise<T> {
  const what = `${source}, ${name}`;
  const bulk = join(raw, source, '.bulk');
  const [path, folder] = [join(bulk, name), join(bulk, `${name}.d`)];
  const fetched = await downloader.file(
    { url, what, maxBytes, ...(bytes === undefined ? {} : { bytes }) },
    path,
  );
  try {
    const found = await unzipTo(path, folder, { members, maxBytes: maxMember, what });
    const files = new Map(found.map((member) => [member.replace(/^.*\//, ''), join(folder, member)]));
    return await use(files, { ...fetched, path });
  } finally {
    await clear(bulk);
  }
}

/** Removes what was brought to a folder, but not the beginnings of files that a later run can go on with. */
export async function clear(bulk: string): Promise<void> {
  for (const name of await readdir(bulk).catch(() => []))
    if (name !== '.partial') await rm(join(bulk, name), { recursive: true, force: true });
  await rmdir(bulk).catch(() => undefined);
}

/** The day of a file, YYYY-MM-DD, by its Last-Modified; the day of today where the server does not say. */
export function dayOf(lastModified: string | null, today: string): string {
  const time = Date.parse(lastModified ?? '');
  return Number.isNaN(time) ? today : new Date(time).toISOString().slice(0, 10);
}
