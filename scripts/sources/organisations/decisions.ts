import { join } from 'node:path';
import { readCsv } from '../../lib/csv.ts';
import { UserError } from '../../lib/errors.ts';
import { ROOT } from '../../lib/paths.ts';
import { Lexicon } from './lexicon.ts';
import { curatedKey, type RorRecord } from './match-ror.ts';

/** Where the words and the decisions on single organisations are kept. */
const FOLDER = join(ROOT, 'data', 'organisations');
const ALIASES = join(FOLDER, 'aliases.csv');

export const readLexicon = (): Promise<Lexicon> => Lexicon.read(join(FOLDER, 'words.csv'));

export interface Alias {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  /** Id of a record, or empty: none of the records is this organisation. */
  readonly ror_id: string;
  readonly ror_name: string;
  readonly reason: string;
}

export const readAliases = (path = ALIASES): Promise<Alias[]> =>
  readCsv(path, ['country', 'name', 'ror_id', 'ror_name', 'reason']);

/**
 * What was decided by hand, for the matcher, and how many decisions name a record that is not there: it may have been
 * withdrawn since.
 * @throws {UserError} where a name is decided twice, or a record is of another country
 */
export function curatedBy(
  aliases: readonly Alias[],
  lexicon: Lexicon,
  records: readonly RorRecord[],
): { readonly curated: ReadonlyMap<string, string>; readonly idle: number } {
  const byId = new Map(records.map((record) => [record.id, record]));
  const curated = new Map<string, string>();
  let idle = 0;
  for (const { country, name, ror_id } of aliases) {
    const key = curatedKey(lexicon, country, name);
    if (curated.has(key))
      throw new UserError(`data/organisations/aliases.csv: ${name} (${country}) is decided twice.`);
    const record = byId.get(ror_id);
    if (record && record.country !== country)
      throw new UserError(
        `data/organisations/aliases.csv: ${name} (${country}) is said to be ${ror_id}, which the registry has in ${record.country}. Mend the line.`,
      );
    if (ror_id && !record) idle += 1;
    curated.set(key, ror_id);
  }
  return { curated, idle };
}
