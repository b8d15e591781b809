import { basename } from 'node:path';
import { UserError } from './errors.ts';
import type { SourceRecord } from './records.ts';

type Files = Pick<SourceRecord, 'id' | 'files'>;

/**
 * Names of a file in any of its editions: of `h2020` and `.csv.gz` both `h2020.csv.gz` and `h2020-2026-11-21.csv.gz`, but not
 * `h2020-names-2026-11-21.csv.gz`, for editions begin with a digit.
 */
export const editionsOf = (stem: string, ending: string): RegExp => {
  const plain = (text: string) => text.replaceAll('.', '\\.');
  return new RegExp(`^${plain(stem)}(-\\d[^/]*)?${plain(ending)}$`);
};

/**
 * The file of a record that an adapter reads, whatever its edition, so that who records a refreshed edition need not touch
 * the adapter.
 * @returns its path below the folder of publishers' files; null where the record names none
 * @throws {UserError} where the record names two
 */
export const findEdition = (record: Files, stem: string, ending: string): string | null =>
  findFile(record, editionsOf(stem, ending), `${stem}…${ending}`);

/**
 * The same, for a file that must be there.
 * @throws {UserError} where the record names none, or two
 */
export function editionOf(record: Files, stem: string, ending: string): string {
  return (
    findEdition(record, stem, ending) ?? missing(record, `no file ${stem}${ending}, nor an edition of it`)
  );
}

/**
 * The file of a record whose name, without its folder, is like a pattern.
 * @param what the file, as messages name it
 * @throws {UserError} where the record names none, or two
 */
export const fileLike = (record: Files, pattern: RegExp, what: string): string =>
  findFile(record, pattern, what) ?? missing(record, `no file ${what}`);

function findFile(record: Files, pattern: RegExp, what: string): string | null {
  const found = record.files.map(({ path }) => path).filter((path) => pattern.test(basename(path)));
  if (found.length > 1)
    throw new UserError(
      `data/sources/${record.id}.json names several files ${what}: ${found.join(', ')}. Keep the one to be ingested.`,
    );
  return found[0] ?? null;
}

function missing({ id }: Files, what: string): never {
  throw new UserError(`data/sources/${id}.json names ${what}.`);
}

/** @throws {UserError} for a source without a record */
export function recordIn(records: ReadonlyMap<string, SourceRecord>, id: string): SourceRecord {
  const record = records.get(id);
  if (!record) throw new UserError(`data/sources/ does not describe ${id}: there is no ${id}.json.`);
  return record;
}
