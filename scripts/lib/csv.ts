import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { UserError } from './errors.ts';

/**
 * Reads a small CSV file into objects, every cell as text. For the files that we keep and for small files of publishers;
 * large ones are read by DuckDB.
 * @throws {UserError} where the file is missing, empty or no CSV, or a needed column is missing (it names what is there instead)
 */
export async function readCsv<K extends string>(
  path: string,
  columns: readonly K[],
): Promise<Record<K, string>[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new UserError(`${path} is missing.`) : error;
  });
  const content = text.replace(/^\uFEFF/, '');
  if (!content.trim()) throw new UserError(`${path} is empty.`);
  const parsed = Papa.parse<Record<K, string>>(content, { header: true, skipEmptyLines: true });
  const error = parsed.errors.find((e) => e.type !== 'Delimiter');
  if (error) throw new UserError(`${path}, row ${(error.row ?? 0) + 2}: ${error.message}`);
  needColumns(path, parsed.meta.fields ?? [], columns);
  return parsed.data;
}

/** Stops with both lists of names where a publisher has renamed or dropped a column. */
export function needColumns(file: string, found: readonly string[], needed: readonly string[]): void {
  const missing = needed.filter((name) => !found.includes(name));
  if (missing.length)
    throw new UserError(
      `${file}: the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not there.\n` +
        `The file has: ${found.join(', ')}.\n` +
        'Has the publisher changed the format? Compare with the record in data/sources/ and mend the adapter in scripts/sources/.',
    );
}
