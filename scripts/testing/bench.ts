import { readRecords, type SourceRecord } from '../lib/records.ts';
import { readSpecialPlaces, Register } from '../lib/register.ts';
import { Workbench } from '../lib/workbench.ts';
import type { RegisterRow } from '../sources/country-groups.ts';
import { atEnd } from './at-end.ts';
import { folderWith } from './folder.ts';
import { fileOf, recordOf } from './record.ts';

/** A row of the register that says no more than a test needs. */
export const place = (iso3: string, iso2: string, name: string): RegisterRow => ({
  iso3,
  iso2,
  m49: null,
  name_en: name,
  name_fr: name,
  name_es: name,
  name_ru: name,
  name_ar: name,
  name_zh: name,
  short_name: name,
  in_text: name,
  region: null,
  subregion: null,
  income_group: null,
  anchor_lon: 0,
  anchor_lat: 0,
  note: null,
});

/** Some of the register, with every place that data/countries/spellings.csv names. */
export const PLACES: readonly RegisterRow[] = [
  place('AUT', 'AT', 'Austria'),
  place('CHN', 'CN', 'China'),
  place('CPV', 'CV', 'Cabo Verde'),
  place('DEU', 'DE', 'Germany'),
  place('ESP', 'ES', 'Spain'),
  place('EUE', 'EU', 'EU institutions'),
  place('FRA', 'FR', 'France'),
  place('GBR', 'GB', 'United Kingdom'),
  place('GRC', 'GR', 'Greece'),
  place('ITA', 'IT', 'Italy'),
  place('NAM', 'NA', 'Namibia'),
  place('SDN', 'SD', 'Sudan'),
  place('SSD', 'SS', 'South Sudan'),
  place('TUR', 'TR', 'Türkiye'),
  place('USA', 'US', 'United States of America'),
  place('VCT', 'VC', 'Saint Vincent and the Grenadines'),
  place('VEN', 'VE', 'Venezuela'),
  place('XKX', 'XK', 'Kosovo'),
  place('ZAF', 'ZA', 'South Africa'),
];

/** A code of no territory, for places that are in the register only because a list names them. */
const NOWHERE = 'ZZ';

type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * The repository's records, but of each source that has a file here these files alone: a test says which edition it is about,
 * whatever the repository has.
 */
export async function recordsWith(files: Files): Promise<Map<string, SourceRecord>> {
  const records = await readRecords();
  const sources = new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''));
  for (const id of sources) {
    const own = Object.entries(files).filter(([path]) => path.startsWith(`${id}/`));
    const entries = own.map(([path, content]) => fileOf(path, content));
    records.set(id, { ...(records.get(id) ?? recordOf(id, [])), files: entries });
  }
  return records;
}

/** A workbench over these files, with the repository's own lists of spellings and exclusions. */
export const benchWith = async (files: Files, places: readonly RegisterRow[] = PLACES): Promise<Workbench> =>
  benchOver(await folderWith(files), await recordsWith(files), places);

/** A workbench over a folder of publishers' files, as these records describe them. */
export async function benchOver(
  raw: string,
  records: ReadonlyMap<string, SourceRecord>,
  places: readonly RegisterRow[] = PLACES,
): Promise<Workbench> {
  const special = await readSpecialPlaces();
  // The lists name places that no test here has rows of; the register wants every one of them.
  const known = new Set(places.map((p) => p.iso3));
  const named = new Set([...special.values()].flatMap((match) => ('iso3' in match ? [match.iso3] : [])));
  const others = [...named]
    .filter((iso3) => !known.has(iso3))
    .map((iso3) => place(iso3, NOWHERE, `(${iso3})`));
  const register = new Register([...places, ...others], special);
  const bench = await Workbench.open(register, raw, records);
  atEnd(() => bench.close());
  return bench;
}

const asText = (row: Readonly<Record<string, unknown>>): string =>
  Object.values(row)
    .filter((value) => value !== null)
    .join(' ');

/** Rows of `flows_in` as short texts, sorted: "CHN DEU 2019 12 p". */
export async function flowsOf(bench: Workbench, source = '%'): Promise<string[]> {
  const rows = await bench.db.all<Record<string, unknown>>(
    `SELECT origin, destination, year, value, flag FROM flows_in WHERE source LIKE '${source}'`,
  );
  return rows.map(asText).sort();
}

/** Rows of `totals_in` of one measure as short texts, sorted: "DEU 2019 12 e". */
export async function totalsOf(bench: Workbench, measure: string, source = '%'): Promise<string[]> {
  const rows = await bench.db.all<Record<string, unknown>>(
    `SELECT country, year, value, flag FROM totals_in WHERE measure = '${measure}' AND source LIKE '${source}'`,
  );
  return rows.map(asText).sort();
}

/** What was left out: value or rule → rows, summed over columns and files as in the release. */
export async function exclusionsOf(bench: Workbench): Promise<Record<string, number>> {
  const rows = await bench.db.all<{ value: string; rows: number }>(
    'SELECT value, sum(rows)::INTEGER AS rows FROM exclusions GROUP BY value ORDER BY value',
  );
  return Object.fromEntries(rows.map((row) => [row.value, row.rows]));
}

/** The message of the error that a promise rejects with; fails if it does not reject with a message for users. */
export async function complaint(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') return error.message;
    throw error;
  }
  throw new Error('It should have stopped with a message.');
}
