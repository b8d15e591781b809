import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Adapter } from '../sources/adapter.ts';
import { cordisH2020 } from '../sources/cordis-h2020.ts';
import { openalexCopublications } from '../sources/openalex-copublications.ts';
import { scholarlyMigration } from '../sources/scholarly-migration.ts';
import { uisStudentFlows } from '../sources/uis-student-flows.ts';
import { uisStudentTotals } from '../sources/uis-student-totals.ts';
import { complaint, PLACES } from '../testing/bench.ts';
import { filesIn, fill, folderWith } from '../testing/folder.ts';
import {
  bothWays,
  byDestinationCsv,
  byOriginCsv,
  h2020Gz,
  movesCsv,
  openalexZip,
  pajek,
  registerFiles,
  researchersCsv,
  uisTotalsCsv,
} from '../testing/publishers.ts';
import { programmePartsGz } from '../testing/publishers/projects.ts';
import { fileOf, recordOf } from '../testing/record.ts';
import { fetchSources } from './fetch-sources.ts';
import { ingest } from './ingest.ts';
import { pathsBelow, type Paths } from './paths.ts';
import { publish } from './publish.ts';
import { queryRelease } from './query-release.ts';
import { SNAPSHOT } from './snapshot.ts';

/** A handful of rows of every source, as its publisher writes them. */
const FILES: Record<string, string | Uint8Array> = {
  ...registerFiles(
    PLACES.filter((p) => !['EUE', 'XKX'].includes(p.iso3)).map((p, i) => ({
      iso3: p.iso3,
      iso2: p.iso2,
      m49: String(100 + i),
      name: p.name_en,
    })),
  ),
  'openalex-copublications/WrldCo_years.zip': openalexZip({
    2019: pajek(
      ['DE', 'NA', 'US'],
      bothWays([
        ['DE', 'NA', 40],
        ['DE', 'US', 900],
      ]),
    ),
  }),
  'scholarly-migration/scopus_2024_V1_scholarlymigration_countryflows.csv': movesCsv([
    ['DEU', 'USA', '2010.0', 11],
    ['', 'USA', '2010.0', 99],
  ]),
  'scholarly-migration/scopus_2024_V1_scholarlymigration_country.csv': researchersCsv([
    ['2010.0', 'DEU', 1000, 9, 11],
  ]),
  'scholarly-migration/openalex_2023_V1_scholarlymigration_countryflows.csv': movesCsv([
    ['NA', 'DE', '2010.0', 7],
  ]),
  'scholarly-migration/openalex_2023_V1_scholarlymigration_country.csv': researchersCsv([
    ['2010.0', 'NA', 200, 3, 7],
  ]),
  'uis-student-totals/RAW_inbound_and_outbound_data.csv': uisTotalsCsv([
    ['26637', 'DEU', 2016, 100],
    ['MENF.5T8', 'DEU', 2016, 60],
    ['26637', 'SDG: World', 2016, 5000],
  ]),
  'uis-student-flows/popular-destinations-by-origin.csv': byOriginCsv([[2016, 'Namibia', 'Germany', 12]]),
  'uis-student-flows/popular-origins-by-destination.csv': byDestinationCsv([
    [2016, 'Namibia', 'Germany', 12],
    [2016, 'Other countries', 'Germany', 88],
  ]),
  'cordis-h2020/h2020.csv.gz': h2020Gz([
    [1, 'EL', 2018],
    [1, 'UK', 2018],
  ]),
  'cordis-h2020/programme_parts.csv.gz': programmePartsGz([[1, 'SC1']]),
};

/** The sources of the four layers; every other adapter is tested beside its own file. */
const LAYERS_ONLY: readonly Adapter[] = [
  openalexCopublications,
  scholarlyMigration,
  uisStudentTotals,
  uisStudentFlows,
  cordisH2020,
];

const LISTS = {
  'data/countries/places.csv':
    'iso3,iso2,m49,short_name,article,anchor_lon,anchor_lat,note\nXKX,XK,,Kosovo,,20.9,42.6,\nUSA,US,840,United States,the,-95,39.5,\n',
  'data/countries/outside-m49.csv':
    'iso3,region,subregion,name_en,name_fr,name_es,name_ru,name_ar,name_zh\nXKX,Europe,,Kosovo,Kosovo,Kosovo,Косово,كوسوفو,科索沃\n',
  'data/countries/spellings.csv':
    'source,value,iso3,flag,reason\ncordis-h2020,EL,GRC,,Greece\ncordis-h2020,UK,GBR,,United Kingdom\n',
  'data/countries/excluded.csv': 'source,value,reason\nuis-student-flows,Other countries,Residual\n',
  'data/breaks.csv': 'source,country,year,reason\nuis-student-flows,DEU,2016,Made up\n',
  'data/corrections.csv': 'source,table,key,field,expect,kept,reason\n',
  'data/revisions.csv': 'release,schema_version,table_name,what\n',
  'data/errata.csv': 'release,corrected_in,place,shown,correct,reason\n',
  'data/release.json': '{ "version": "2026-01-01" }',
};

/** A repository whose records list FILES (with some replaced), and whose data/raw/ holds them. */
async function repository(replaced: Record<string, string | Uint8Array> = {}): Promise<Paths> {
  const files = { ...FILES, ...replaced };
  // The table of layers names the source of each, those without a file here too.
  const ids = [
    ...new Set([...Object.keys(files).map((path) => path.split('/')[0] ?? ''), 'erasmus-mobility']),
  ];
  const base = (id: string) => ({ id, short: id, tag: id, title: id, caveats: [] });
  const records = ids.map((id) => [
    `data/sources/${id}.json`,
    JSON.stringify(
      recordOf(
        id,
        Object.entries(files)
          .filter(([path]) => path.startsWith(`${id}/`))
          .map(([path, content]) => fileOf(path, content)),
        id === 'scholarly-migration' ? [base('scopus'), base('openalex')] : undefined,
      ),
    ),
  ]);
  const paths = pathsBelow(await folderWith({ ...LISTS, ...Object.fromEntries(records) }));
  await fill(paths.raw, files);
  return paths;
}

const SNAPSHOT_FILES = SNAPSHOT.map((table) => `${table}.parquet`).sort();

test('from a mirror of the publishers to rows of a release, and again to the same bytes', async () => {
  const paths = await repository();
  const mirror = await folderWith(FILES);
  await rm(paths.raw, { recursive: true });
  await fetchSources(paths, { mirror });
  await ingest(paths, LAYERS_ONLY);
  await publish(paths, { checks: [] });
  const rows = await queryRelease(
    paths.release,
    'SELECT layer, origin, destination, year, value, flag FROM flows ORDER BY ALL',
    'csv',
  );
  expect(rows.split('\n')).toEqual([
    'layer,origin,destination,year,value,flag',
    'papers,DEU,NAM,2019,40,',
    'papers,DEU,USA,2019,900,',
    'projects,GBR,GRC,2018,1,',
    'scholars,DEU,USA,2010,11,',
    'scholars,NAM,DEU,2010,7,',
    'students,NAM,DEU,2016,12,b',
    '',
  ]);

  expect(await filesIn(paths.snapshot)).toEqual(SNAPSHOT_FILES);
  const read = () => Promise.all(SNAPSHOT_FILES.map((name) => readFile(join(paths.snapshot, name))));
  const before = await read();
  await ingest(paths, LAYERS_ONLY);
  expect((await read()).every((bytes, i) => bytes.equals(before[i] ?? Buffer.of()))).toBe(true);
}, 60_000);

test('a file that is missing or not as recorded stops before anything is read', async () => {
  const paths = await repository();
  const file = join(paths.raw, 'cordis-h2020/h2020.csv.gz');
  await writeFile(file, (await readFile(file)).subarray(0, 100));
  expect(await complaint(ingest(paths, LAYERS_ONLY))).toMatch(
    /^data\/raw\/cordis-h2020\/h2020\.csv\.gz is missing or not as recorded\. Run: npm run data:fetch/,
  );
  await rm(file);
  expect(await complaint(ingest(paths, LAYERS_ONLY))).toMatch(/h2020\.csv\.gz is missing or not as recorded/);
});

test('what stops an ingest leaves the snapshot as it was', async () => {
  const moves = 'scholarly-migration/openalex_2023_V1_scholarlymigration_countryflows.csv';
  const paths = await repository({ [moves]: movesCsv([['QQ', 'DE', '2010.0', 7]]) });
  await fill(paths.snapshot, { 'flows.parquet': 'old' });
  expect(await complaint(ingest(paths, LAYERS_ONLY))).toMatch(
    /^scholarly-migration\/openalex, column migrationfrom: .*\n {2}"QQ" in 1 row/,
  );
  expect(await filesIn(join(paths.snapshot, '..'))).not.toContainEqual(expect.stringMatching(/\.part/));
  expect(await readFile(join(paths.snapshot, 'flows.parquet'), 'utf8')).toBe('old');
});

test('a text where a number should be stops with the source and the text', async () => {
  const moves = 'scholarly-migration/scopus_2024_V1_scholarlymigration_countryflows.csv';
  const paths = await repository({ [moves]: movesCsv([['DEU', 'USA', '2010.0', 'many']]) });
  expect(await complaint(ingest(paths, LAYERS_ONLY))).toMatch(
    /^scholarly-migration: a value does not fit its column\. .*'many'.*\nHas the publisher changed the format\? .*scripts\/sources\/scholarly-migration\.ts\.$/,
  );
});

test('a bug of an adapter is no message for users', async () => {
  const broken: Adapter = { id: 'broken', ingest: () => Promise.reject(new Error('a bug')) };
  await expect(ingest(await repository(), [broken])).rejects.toThrow(/^a bug$/);
});
