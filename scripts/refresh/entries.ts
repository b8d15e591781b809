import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../lib/errors.ts';
import { readRecords, type RecordFile } from '../lib/records.ts';
import { replaceWhole } from '../lib/whole.ts';
import type { Refreshed } from './route.ts';

/** What a record says of refreshed files: the entries of its `files`. */
export function entriesOf(raw: string, refreshed: readonly Refreshed[]): Promise<RecordFile[]> {
  return Promise.all(
    refreshed.map(async ({ path, origin }) => {
      const file = join(raw, path);
      const hash = createHash('sha256');
      await pipeline(createReadStream(file), hash);
      return { path, bytes: (await stat(file)).size, sha256: hash.digest('hex'), ...origin };
    }),
  );
}

/**
 * Puts the entries into a source's record, each in the place of those that it replaces, and the day as `retrieved`; what
 * else the record says stays for its reader to revise.
 * @throws {UserError} where the source has no record yet
 */
export async function writeRecord(
  folder: string,
  id: string,
  refreshed: readonly Refreshed[],
  entries: readonly RecordFile[],
  retrieved: string,
): Promise<void> {
  const record = (await readRecords(folder)).get(id);
  if (!record)
    throw new UserError(
      `data/sources/${id}.json is not there yet: write it (as CONTRIBUTING.md says), with the files printed above.`,
    );
  const stays = record.files.filter(
    ({ path }) => !refreshed.some((file) => file.path === path || file.replaces.test(basename(path))),
  );
  const path = join(folder, `${id}.json`);
  // Read anew as plain JSON, so that what the record holds keeps its order.
  const content = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const files = [...entries, ...stays];
  await replaceWhole(path, (temporary) =>
    writeFile(temporary, `${JSON.stringify({ ...content, retrieved, files }, null, 2)}\n`),
  );
}
