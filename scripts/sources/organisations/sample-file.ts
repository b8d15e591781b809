import { join } from 'node:path';
import { readCsv } from '../../lib/csv.ts';
import { ROOT } from '../../lib/paths.ts';
import type { Kind, RorRecord, Sought } from './match-ror.ts';

/** Columns of the sample: what the matcher had to go by, what it found, and the verdict on it. */
export const SAMPLE_COLUMNS = [
  'pic',
  'name',
  'country',
  'type',
  'other_names',
  'acronyms',
  'cities',
  'websites',
  'ror_id',
  'ror_name',
  'ror_city',
  'method',
  'verdict',
  'note',
] as const;

/** Columns of the records of the registry that the check of the sample needs: the right ones, and some like them. */
export const CANDIDATE_COLUMNS = ['id', 'names', 'acronyms', 'types', 'country', 'city', 'website'] as const;

type SampleRow = Readonly<Record<(typeof SAMPLE_COLUMNS)[number], string>>;

const FOLDER = join(ROOT, 'data', 'organisations');
const BETWEEN = ' | ';

/** Several texts in one cell. */
export const list = (texts: readonly string[]): string => texts.join(BETWEEN);
const texts = (cell: string): string[] => (cell ? cell.split(BETWEEN) : []);

export const readSample = (): Promise<SampleRow[]> => readCsv(join(FOLDER, 'ror-sample.csv'), SAMPLE_COLUMNS);

export async function readCandidates(): Promise<RorRecord[]> {
  const rows = await readCsv(join(FOLDER, 'ror-sample-candidates.csv'), CANDIDATE_COLUMNS);
  return rows.map((row) => ({
    ...row,
    names: texts(row.names),
    acronyms: texts(row.acronyms),
    types: texts(row.types),
  }));
}

export const soughtOf = (row: SampleRow): Sought => ({
  country: row.country,
  kind: row.type as Kind,
  name: row.name,
  otherNames: texts(row.other_names),
  acronyms: texts(row.acronyms),
  cities: texts(row.cities),
  websites: texts(row.websites),
});
