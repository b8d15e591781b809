import { join } from 'node:path';
import { bring, isThere } from './download.ts';
import { UserError } from './errors.ts';
import type { Paths } from './paths.ts';
import { step } from './progress.ts';
import { readRecords } from './records.ts';

/**
 * Brings the publishers' files that data/sources/ records into data/raw/; what is there and as recorded is left alone.
 * @param only ids of the sources to bring; none means all
 * @throws {UserError} for an id without a record, and whatever `bring` throws
 */
export async function fetchSources(
  paths: Paths,
  { mirror = null, only = [] }: { mirror?: string | null; only?: readonly string[] } = {},
): Promise<void> {
  const records = await readRecords(paths.records);
  const unknown = only.filter((id) => !records.has(id));
  if (unknown.length)
    throw new UserError(`No source ${unknown.join(', ')}. There are: ${[...records.keys()].join(', ')}.`);

  for (const record of records.values()) {
    if (only.length && !only.includes(record.id)) continue;
    for (const file of record.files) {
      const target = join(paths.raw, file.path);
      if (await isThere(target, file)) {
        step(`there     ${file.path}`);
        continue;
      }
      await bring(file, target, mirror);
      step(`fetched   ${file.path} (${file.bytes.toLocaleString('en')} bytes)`);
    }
  }
}
