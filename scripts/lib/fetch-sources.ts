import { join } from 'node:path';
import { bring, isThere, rebuilt } from './download.ts';
import { Downloader } from './downloader.ts';
import { UserError } from './errors.ts';
import type { Paths } from './paths.ts';
import { step } from './progress.ts';
import { readRecords, type RecordFile } from './records.ts';

interface Options {
  /** A folder that holds the same files under the same paths. */
  readonly mirror?: string | null;
  /** Ids of the sources to bring; none means all. */
  readonly only?: readonly string[];
  readonly downloader?: Downloader;
}

/**
 * Brings the publishers' files that data/sources/ records into data/raw/; what is there and as recorded is left alone.
 * @throws {UserError} for an id without a record; whatever `bring` throws; and in the end, when all others are there, for files
 *   that no URL brings
 */
export async function fetchSources(
  paths: Paths,
  { mirror = null, only = [], downloader = new Downloader() }: Options = {},
): Promise<void> {
  const records = await readRecords(paths.records);
  const unknown = only.filter((id) => !records.has(id));
  if (unknown.length)
    throw new UserError(`No source ${unknown.join(', ')}. There are: ${[...records.keys()].join(', ')}.`);

  const withoutUrl: { id: string; file: RecordFile }[] = [];
  for (const record of records.values()) {
    if (only.length && !only.includes(record.id)) continue;
    for (const file of record.files) {
      const target = join(paths.raw, file.path);
      if (await isThere(target, file)) {
        step(`there     ${file.path}`);
        continue;
      }
      if (!mirror && !file.url) {
        withoutUrl.push({ id: record.id, file });
        continue;
      }
      await bring(file, target, mirror, downloader);
      step(`fetched   ${file.path} (${file.bytes.toLocaleString('en')} bytes)`);
    }
  }
  if (withoutUrl.length) throw new UserError(missing(withoutUrl));
}

/** What cannot be had by a URL, and the one command that brings it all. */
function missing(files: readonly { id: string; file: RecordFile }[]): string {
  const ids = [...new Set(files.map(({ id }) => id))];
  const list = files.map(({ file }) => `  ${file.path}: ${rebuilt(file)}`);
  return (
    `Everything else is there, but ${files.length === 1 ? 'one file has' : `${files.length} files have`} no URL:\n${list.join('\n')}\n` +
    `From a folder that holds ${files.length === 1 ? 'it' : 'them'} under the same path: npm run data:fetch -- --mirror FOLDER ${ids.join(' ')}`
  );
}
