import { createHash } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isThere } from '../lib/download.ts';
import { ingest } from '../lib/ingest.ts';
import { PATHS, pathsBelow } from '../lib/paths.ts';
import { readRecords, type SourceRecord } from '../lib/records.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { snapshotFile } from '../lib/snapshot.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from '../sources/adapter.ts';
import { cordisH2020, cordisHorizon } from '../sources/cordis-h2020.ts';
import { openalexCopublications as papers } from '../sources/openalex-copublications.ts';
import { scholarlyMigration as scholars } from '../sources/scholarly-migration.ts';
import { uisStudentFlows as students } from '../sources/uis-student-flows.ts';
import { uisStudentTotals as totals } from '../sources/uis-student-totals.ts';
import { worldBankWdi } from '../sources/world-bank-wdi.ts';
import { benchOver, complaint, exclusionsOf, flowsOf, totalsOf } from '../testing/bench.ts';
import { fill, folderWith } from '../testing/folder.ts';
import { outside, publisherApi, type Reply } from '../testing/publisher-api.ts';
import { csv, movesCsv, registerFiles, researchersCsv } from '../testing/publishers.ts';
import { contextOf } from '../testing/publishers/context.ts';
import { fileOf, recordOf } from '../testing/record.ts';
import { cordis, PROGRAMMES } from './cordis.ts';
import { openalexCopublications } from './openalex-copublications.ts';
import { refresh } from './refresh.ts';
import type { Outside, Route } from './route.ts';
import { scholarlyMigration } from './scholarly-migration.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { uisStudentTotals } from './uis-student-totals.ts';
import { worldBank } from './world-bank.ts';

/*
 * From the publisher's server to rows, as with `data:refresh -- SOURCE --yes --record` and `data:ingest`: each begins with the
 * record that the repository has. The formats are documented in the test of each route; the rows are of our own making.
 */

interface Repository {
  readonly world: Outside;
  readonly refresh: (route: Route, ...options: readonly string[]) => Promise<SourceRecord>;
  readonly read: (...adapters: readonly Adapter[]) => Promise<Workbench>;
  readonly records: string;
}

/** The repository's records with an empty folder of publishers' files. */
async function repository(): Promise<Repository> {
  const world = await outside();
  const { records } = pathsBelow(await folderWith());
  await cp(PATHS.records, records, { recursive: true });
  return {
    world,
    records,
    async refresh(route, ...options) {
      await refresh([route.id, ...options, '--yes', '--record'], [route], world, { records });
      const record = (await readRecords(records)).get(route.id);
      if (!record) throw new Error(`no record of ${route.id}`);
      // What data:ingest asks before it begins.
      for (const file of record.files) expect(await isThere(join(world.raw, file.path), file)).toBe(true);
      return record;
    },
    async read(...adapters) {
      const bench = await benchOver(world.raw, await readRecords(records));
      for (const adapter of adapters) await adapter.ingest(bench);
      return bench;
    },
  };
}

const paths = (record: SourceRecord) => record.files.map(({ path }) => path);

test('papers: Namibia is a country, the years that were growing are provisional, a pair that is not there has no row', async () => {
  const works = [
    { year: '2019', countries: ['NA', 'FR'] },
    { year: '2019', countries: ['NA', 'FR', 'DE'] },
    { year: '2025', countries: ['DE', 'US'] },
  ];
  const { base } = await publisherApi(({ path, query }): Reply => {
    if (path !== '/works') return { status: 404, body: {} };
    const filters = new Map(
      (query.get('filter') ?? '').split(',').map((f) => f.split(/:(.*)/) as [string, string]),
    );
    const country = filters.get('authorships.countries');
    const found = works.filter(
      (work) =>
        work.year === filters.get('publication_year') && (!country || work.countries.includes(country)),
    );
    const keys = [...new Set(found.flatMap((work) => work.countries))].sort();
    const groups = keys.map((key) => ({
      key,
      key_display_name: key,
      count: found.filter((work) => work.countries.includes(key)).length,
    }));
    return { body: { meta: { next_cursor: null, cost_usd: 0.0001 }, group_by: groups } };
  });
  const { refresh, read } = await repository();
  const record = await refresh(openalexCopublications({ base, key: 'made-up' }), '--years', '2018:2025');
  expect(paths(record)).toEqual(['openalex-copublications/api-2026-11-21.csv.gz']);
  const bench = await read(papers);
  expect(await flowsOf(bench)).toEqual([
    'DEU FRA 2019 1',
    'DEU NAM 2019 1',
    'DEU USA 2025 1 p',
    'FRA NAM 2019 2',
  ]);
  expect(await totalsOf(bench, 'international_works')).toContain('NAM 2019 2');
  expect(await totalsOf(bench, 'international_works')).toContain('USA 2025 1 p');
});

test('students: the whole matrix, held against refreshed totals; missing is not zero', async () => {
  const { refresh, read } = await repository();
  const record = (
    geoUnit: string,
    value: number | null,
    qualifier: string | null,
    indicatorId = '26637',
  ) => ({
    indicatorId,
    geoUnit,
    year: 2022,
    value,
    magnitude: null,
    qualifier,
  });
  const api = await publisherApi(({ path }): Reply => {
    if (path === '/api/public/versions/default') return { body: { version: '20260911-0a1b2c3d' } };
    const records = [
      record('DEU', 100, null),
      record('FRA', 100, 'UIS_EST'),
      record('NAM', 40, null),
      record('NAM', -10.4, null, 'MENF.5T8'),
      record('ITA', null, null),
    ];
    return { body: { hints: [], records, indicatorMetadata: [] } };
  });
  expect(paths(await refresh(uisStudentTotals(api.base)))).toEqual([
    'uis-student-totals/RAW_inbound_and_outbound_data-20260911-0a1b2c3d.csv',
  ]);

  const cells = [
    ['1', 'DEU', 2022, 80, '', ''],
    ['2', 'DEU', 2022, 15, 'INCLUDES', 'NAT_EST'],
    ['9', 'DEU', 2022, 2, '', ''],
    ['1', 'FRA', 2022, '', 'INCLUDED', ''],
    ['2', 'NAM', 2022, 30, '', ''],
    ['1', 'NAM', 2022, 7, '', ''],
    ['1', 'AUT', 2022, 0, 'NIL', ''],
    ['1', 'ITA', 2022, '', '', ''],
  ];
  const archive = zipSync({
    'OPRI_DATA_NATIONAL.csv': strToU8(csv('INDICATOR_ID,COUNTRY_ID,YEAR,VALUE,MAGNITUDE,QUALIFIER', cells)),
    'OPRI_LABEL.csv': strToU8(
      csv('INDICATOR_ID,INDICATOR_LABEL_EN', [
        ['1', 'Africa: Students from Namibia, both sexes (number)'],
        ['2', 'Europe: Students from France, both sexes (number)'],
        ['9', 'Africa: Students from unknown countries, both sexes (number)'],
      ]),
    ),
    'OPRI_COUNTRY.csv': strToU8(
      csv('COUNTRY_ID,COUNTRY_NAME_EN', [
        ['NAM', 'Namibia'],
        ['FRA', 'France'],
      ]),
    ),
  });
  const bulk = await publisherApi(({ path }) =>
    path === '/bulk' ? { body: '"/bdds/202602/OPRI.zip"' } : { body: archive },
  );
  const flows = await refresh(uisStudentFlows({ bulk: `${bulk.base}/bulk`, download: bulk.base }));
  expect(paths(flows)).toEqual(['uis-student-flows/opri-202602.csv.gz']);

  const bench = await read(totals, students);
  expect(await totalsOf(bench, 'inbound_students')).toEqual([
    'DEU 2022 100',
    'FRA 2022 100 e',
    'NAM 2022 40',
  ]);
  expect(await totalsOf(bench, 'outbound_students')).toEqual(['NAM 2022 50 e']);
  // Of the students whom Namibia hosts, 30 of 40 are there by origin: thin. Years after 2020 are no matter here.
  expect(await flowsOf(bench)).toEqual(['FRA DEU 2022 15 de', 'FRA NAM 2022 30 u', 'NAM DEU 2022 80']);
  expect(
    await bench.db.all('SELECT country, reported, expected, ratio, status FROM coverage ORDER BY country'),
  ).toEqual([
    { country: 'AUT', reported: 0, expected: null, ratio: null, status: 'not reported' },
    { country: 'DEU', reported: 97, expected: 100, ratio: 0.97, status: 'reported' },
    { country: 'FRA', reported: 0, expected: 100, ratio: 0, status: 'not reported' },
    { country: 'NAM', reported: 30, expected: 40, ratio: 0.75, status: 'partly reported' },
  ]);
  // Nothing twice: the zero in a destination that did not report is no residue of it.
  expect(await exclusionsOf(bench)).toEqual({
    'Africa: unknown countries': 1,
    'magnitude INCLUDED': 1,
    'no students': 1,
    'no value': 2,
    'origin = destination': 1,
  });
});

test('World Bank: series and economies, for the register too; null is missing', async () => {
  const economy = (id: string, iso2Code: string, region: string, income: string) => ({
    id,
    iso2Code,
    name: id,
    region: { value: region },
    incomeLevel: { value: income },
    lendingType: { value: 'IBRD' },
    capitalCity: 'Capital',
    longitude: '17.1',
    latitude: '-22.6',
  });
  const row = (iso3: string, iso2: string, value: number | null) => ({
    country: { id: iso2, value: iso3 },
    countryiso3code: iso3,
    date: '2024',
    value,
  });
  const economies = [
    economy('NAM', 'NA', 'Sub-Saharan Africa ', 'Upper middle income'),
    economy('FRA', 'FR', 'Europe & Central Asia', 'High income'),
    economy('ARB', '1A', 'Aggregates', 'Aggregates'),
  ];
  const { base } = await publisherApi(({ path }): Reply => {
    const rows =
      path === '/v2/country' ? economies : [row('NAM', 'NA', 3), row('FRA', 'FR', null), row('ARB', '1A', 9)];
    return { body: [{ page: 1, pages: 1, total: rows.length, lastupdated: '2026-10-13' }, rows] };
  });
  const { refresh, read, world } = await repository();
  const record = await refresh(worldBank(base));
  expect(record.files).toHaveLength(17);
  expect(paths(record)).toContain('world-bank-wdi/sp.pop.totl-2026-10-13.csv');
  const bench = await read(worldBankWdi);
  expect(await contextOf(bench, 'population')).toEqual(['NAM 2024 3']);
  expect(await exclusionsOf(bench)).toEqual({ 'sums of economies': 16 });

  // Through the whole ingest too, which makes the register from the refreshed economies.
  const made = registerFiles([
    { iso3: 'FRA', iso2: 'FR', m49: '250', name: 'France' },
    { iso3: 'NAM', iso2: 'NA', m49: '516', name: 'Namibia' },
  ]);
  const un = Object.entries(made).filter(([path]) => path.startsWith('country-groups/'));
  await fill(world.raw, Object.fromEntries(un));
  const entries = un.map(([path, content]) => fileOf(path, content));
  const whole = pathsBelow(
    await folderWith({
      'data/sources/country-groups.json': JSON.stringify(recordOf('country-groups', entries)),
      'data/sources/world-bank-wdi.json': JSON.stringify(record),
      'data/countries/places.csv': 'iso3,iso2,m49,short_name,article,anchor_lon,anchor_lat,note\n',
      'data/countries/outside-m49.csv':
        'iso3,region,subregion,name_en,name_fr,name_es,name_ru,name_ar,name_zh\n',
      'data/countries/spellings.csv': 'source,value,iso3,flag,reason\n',
      'data/countries/excluded.csv': 'source,value,reason\n',
      'data/breaks.csv': 'source,country,year,reason\n',
      'data/corrections.csv': 'source,table,key,field,expect,kept,reason\n',
    }),
  );
  await ingest({ ...whole, raw: world.raw }, [worldBankWdi]);
  const table = (name: 'countries' | 'country_context') =>
    `read_parquet(${literal(snapshotFile(whole.snapshot, name))})`;
  expect(
    await bench.db.all(`SELECT iso3, income_group, anchor_lat FROM ${table('countries')} ORDER BY iso3`),
  ).toEqual([
    { iso3: 'FRA', income_group: 'High income', anchor_lat: -22.6 },
    { iso3: 'NAM', income_group: 'Upper middle income', anchor_lat: -22.6 },
  ]);
  expect(
    await bench.db.all(
      `SELECT country, year, value FROM ${table('country_context')} WHERE indicator = 'gdp'`,
    ),
  ).toEqual([{ country: 'NAM', year: 2024, value: 3 }]);
});

/** An archive of CORDIS with a project of all these participations: country, role, type, amount. */
function cordisArchive(
  start: string,
  bases: string,
  participations: readonly (readonly [country: string, role: string, type: string, amount: string])[],
): Uint8Array {
  const table = (header: string, rows: readonly (readonly string[])[]) =>
    strToU8([header.split(';'), ...rows].map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n'));
  return zipSync({
    'project.csv': table('id;rcn;startDate;endDate;ecMaxContribution;totalCost;legalBasis', [
      ['7', '200007', start, '', '1000', '1000', bases],
    ]),
    'organization.csv': table(
      'projectID;organisationID;name;activityType;city;country;role;ecContribution;endOfParticipation',
      participations.map(([country, role, type, amount], i) => [
        '7',
        `90000000${i}`,
        `University ${i}`,
        type,
        'City',
        country,
        role,
        amount,
        'false',
      ]),
    ),
  });
}

const cordisServer = (zip: Uint8Array) =>
  publisherApi(() => ({ headers: { 'last-modified': 'Sat, 03 Oct 2026 04:05:06 GMT' }, body: zip }));

test('Horizon 2020: EL, UK and NA are countries, new roles count, a whole pillar is no theme, an empty amount is missing', async () => {
  const { base } = await cordisServer(
    cordisArchive('2018-05-01', 'H2020-EU.3.4.;H2020-EU.7.;H2020-EU.3.', [
      ['EL', 'coordinator', 'HES', '500,50'],
      ['UK', 'participant', '', '0'],
      ['NA', 'internationalPartner', 'REC', ''],
      ['FR', 'thirdParty', 'PRC', '9'],
    ]),
  );
  const { refresh, read } = await repository();
  expect(paths(await refresh(cordis(PROGRAMMES.h2020, base)))).toEqual([
    'cordis-h2020/h2020-2026-10-03.csv.gz',
    'cordis-h2020/programme_parts-2026-10-03.csv.gz',
    'cordis-h2020/pic_names-2026-10-03.csv',
  ]);
  const bench = await read(cordisH2020, cordisHorizon);
  expect(await flowsOf(bench)).toEqual(['GBR GRC 2018 1', 'GBR NAM 2018 1', 'GRC NAM 2018 1']);
  expect(await bench.db.all("SELECT id, code FROM themes WHERE source = 'cordis-h2020' ORDER BY id")).toEqual(
    [
      { id: 'all', code: null },
      { id: 'eit', code: 'H2020-EU.7.' },
      { id: 'transport', code: 'SC4' },
    ],
  );
  expect(
    await bench.db.all(
      "SELECT country, contribution, contribution_missing AS missing FROM project_participation WHERE theme = 'all' ORDER BY country",
    ),
  ).toEqual([
    { country: 'GBR', contribution: 0, missing: 0 },
    { country: 'GRC', contribution: 500.5, missing: 0 },
    { country: 'NAM', contribution: null, missing: 1 },
    { country: 'WLD', contribution: 500.5, missing: 1 },
  ]);
  expect(await exclusionsOf(bench)).toEqual({ 'whole pillars': 1 });
});

test('Horizon Europe: a source of its own as soon as it has a record, and the year of the archive is partial', async () => {
  const { base } = await cordisServer(
    cordisArchive('2026-02-01', 'HORIZON.2.5.1', [
      ['EL', 'coordinator', 'HES', '1'],
      ['NA', 'associatedPartner', 'HES', ''],
    ]),
  );
  const { refresh, read, records } = await repository();
  const route = cordis(PROGRAMMES.horizon, base);
  expect(await complaint(refresh(route))).toMatch(
    /^data\/sources\/cordis-horizon\.json is not there yet: write it/,
  );
  const h2020 = (await readRecords(records)).get('cordis-h2020');
  await fill(records, {
    'cordis-horizon.json': JSON.stringify({ ...h2020, id: 'cordis-horizon', files: [] }),
  });
  await refresh(route);
  const bench = await read(cordisHorizon);
  expect(await flowsOf(bench, 'cordis-horizon')).toEqual(['GRC NAM 2026 1 u']);
  expect(await bench.db.all('SELECT source, id, title FROM themes ORDER BY id')).toEqual([
    { source: 'cordis-horizon', id: 'all', title: 'All of Horizon Europe' },
    { source: 'cordis-horizon', id: 'climate', title: 'Climate, energy and mobility' },
  ]);
});

test('scholars: a newer edition of both bases; NA is Namibia, nan is nowhere', async () => {
  const files: Record<string, string> = {
    'scopus_2026_V3_scholarlymigration_countryflows.csv': movesCsv([
      ['NAM', 'ESP', '2003.0', 30],
      ['', 'ITA', '2000.0', 9695],
    ]),
    'scopus_2026_V3_scholarlymigration_country.csv': researchersCsv([['2006.0', 'NAM', 10, 1, 2]]),
    // With the mark that some programs put before a text.
    'openalex_2025_V2_scholarlymigration_countryflows.csv': `\uFEFF${movesCsv([
      ['NA', 'ES', '2003.0', 31],
      ['nan', 'FR', '2007.0', 22],
    ])}`,
    'openalex_2025_V2_scholarlymigration_country.csv': researchersCsv([['2006.0', 'NA', 11, 1, 2]]),
  };
  const api = await publisherApi(({ path }): Reply => {
    const name = /files\/(.+)$/.exec(path)?.[1];
    if (name) return { body: files[name] ?? '' };
    const listed = Object.entries(files).map(([key, text]) => ({
      key,
      size: Buffer.byteLength(text),
      checksum: `md5:${createHash('md5').update(text).digest('hex')}`,
      links: { self: `${api.base}/files/${key}` },
    }));
    return { body: { id: 11145735, metadata: { publication_date: '2026-05-08' }, files: listed } };
  });
  const { refresh, read } = await repository();
  expect(paths(await refresh(scholarlyMigration(api.base))).sort()).toEqual(
    Object.keys(files)
      .map((name) => `scholarly-migration/${name}`)
      .sort(),
  );
  const bench = await read(scholars);
  expect(await flowsOf(bench, 'scholarly-migration/scopus')).toEqual(['NAM ESP 2003 30']);
  expect(await flowsOf(bench, 'scholarly-migration/openalex')).toEqual(['NAM ESP 2003 31']);
  expect(await totalsOf(bench, 'researchers')).toEqual(['NAM 2006 10', 'NAM 2006 11']);
  expect(await exclusionsOf(bench)).toEqual({ '': 1, nan: 1 });
});
