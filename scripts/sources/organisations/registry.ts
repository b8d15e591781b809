import type { Workbench } from '../../lib/workbench.ts';
import type { RorRecord } from './match-ror.ts';

export const SOURCE = 'ror-organisations';
const FILE = 'ror-organisations/ror_records_latest.csv.gz';

export interface PlacedRecord extends RorRecord {
  /** Degrees. */
  readonly lon: number | null;
  readonly lat: number | null;
}

/** The active records of the registry, in the order of their ids; the others are counted as left out. */
export async function readRegistry(bench: Workbench): Promise<PlacedRecord[]> {
  await bench.csv('ror_records', FILE, [
    'ror_id',
    'name',
    'name_en',
    'acronym',
    'types',
    'status',
    'country_code',
    'city',
    'lat',
    'lng',
    'website',
  ]);
  for (const { status, n } of await bench.db.all<{ status: string | null; n: number }>(
    `SELECT status, count(*)::INTEGER AS n FROM ror_records WHERE status IS DISTINCT FROM 'active' GROUP BY status ORDER BY status`,
  ))
    await bench.exclude(
      SOURCE,
      `records with the status ${status ?? '(empty)'}`,
      n,
      'Only active records of the registry are matched',
    );
  const rows = await bench.db.all<Record<string, string | null>>(
    `SELECT * FROM ror_records WHERE status = 'active' ORDER BY ror_id`,
  );
  return rows.map((row) => {
    const text = (column: string): string => row[column] ?? '';
    const list = (column: string): string[] => text(column).split(';').filter(Boolean);
    const degrees = (column: string): number | null => (text(column) ? Number(text(column)) : null);
    return {
      id: text('ror_id'),
      names: [...new Set([text('name'), text('name_en')])].filter(Boolean),
      acronyms: list('acronym').map((acronym) => acronym.trim()),
      types: list('types'),
      country: text('country_code'),
      city: text('city'),
      website: text('website'),
      lon: degrees('lng'),
      lat: degrees('lat'),
    };
  });
}
