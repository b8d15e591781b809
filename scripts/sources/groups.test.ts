import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Country } from '../../src/model/country.ts';
import { PATHS, ROOT } from '../lib/paths.ts';
import type { SourceRecord } from '../lib/records.ts';
import { Register } from '../lib/register.ts';
import { Session } from '../lib/session.ts';
import { literal } from '../../src/model/sql-literal.ts';
import { snapshotFile } from '../lib/snapshot.ts';
import { Workbench } from '../lib/workbench.ts';
import { complaint, exclusionsOf, place } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { csv, quotedCsv } from '../testing/publishers.ts';
import { fileOf, recordOf } from '../testing/record.ts';
import { groupsIn } from './groups.ts';

const open: Workbench[] = [];
afterAll(() => open.forEach((bench) => bench.close()));

const PLACES: readonly Country[] = [
  place('DEU', 'DE', 'Germany'),
  place('ETH', 'ET', 'Ethiopia'),
  place('NAM', 'NA', 'Namibia'),
  { ...place('XKX', 'XK', 'Kosovo'), region: 'Europe', subregion: 'Southern Europe' },
];

const M49_HEADER =
  'Global Code,Global Name,Region Code,Region Name,Sub-region Code,Sub-region Name,Intermediate Region Code,Intermediate Region Name,Country or Area,M49 Code,ISO-alpha2 Code,ISO-alpha3 Code,Least Developed Countries (LDC),Land Locked Developing Countries (LLDC),Small Island Developing States (SIDS)';
type Region = readonly [code: string, name: string, subcode: string, subname: string];
const WEST: Region = ['150', 'Europe', '155', 'Western Europe'];
const SOUTH: Region = ['150', 'Europe', '039', 'Southern Europe'];
const AFRICA: Region = ['002', 'Africa', '202', 'Sub-Saharan Africa'];
const EAST_ASIA: Region = ['142', 'Asia', '030', 'Eastern Asia'];

/** A row of the English M49 file; `marks` are its last three columns. */
const m49Row = (iso3: string, name: string, region: Region, marks: readonly string[] = ['', '', '']) => [
  ...['001', 'World', ...region, '', '', name, '999', iso3.slice(0, 2), iso3],
  ...marks,
];
const M49 = [
  m49Row('DEU', 'Germany', WEST),
  m49Row('ETH', 'Ethiopia', AFRICA, ['x', 'x', '']),
  m49Row('NAM', 'Namibia', AFRICA),
  m49Row('ITA', 'Italy', SOUTH, ['', '', 'x']),
];
const BANK = [
  ['DEU', 'High income'],
  ['ETH', 'Low income'],
  ['NAM', 'Upper middle income'],
  ['XKX', 'Upper middle income'],
] as const;

interface Files {
  places?: readonly Country[];
  m49?: readonly (readonly string[])[];
  bank?: readonly (readonly string[])[];
  groups?: string;
  memberships?: string;
}
const GROUPS = 'group,title,kind,definition,page,note\n';
const MEMBERSHIPS = 'group,country,from,to,page\n';
const UNION = 'union,The Union,political,Who signed.,https://union.test/,\n';
const MEMBER = 'union,DEU,1958-01-01,,https://union.test/treaty\n';

/** A bench after the adapter has run over made-up tables and files. */
async function ingest(files: Files = {}): Promise<Workbench> {
  const folder = await folderWith({
    'groups.csv': files.groups ?? GROUPS + UNION,
    'memberships.csv': files.memberships ?? MEMBERSHIPS + MEMBER,
  });
  return run(folder, files.places ?? [...PLACES, place('ITA', 'IT', 'Italy')], files);
}

async function run(
  folder: string,
  places: readonly Country[],
  { m49 = M49, bank = BANK }: Files = {},
): Promise<Workbench> {
  const files = {
    'country-groups/UNSD-M49-en.csv': `\uFEFF${csv(M49_HEADER, m49)}`,
    'world-bank-wdi/wb_country_metadata.csv': quotedCsv('iso3c,country,region,income', [
      ...bank.map(([iso3 = '', income = '']) => [iso3, iso3, 'Somewhere', income]),
      ['WLD', 'World', 'Aggregates', 'Aggregates'],
    ]),
  };
  const record = (id: string, retrieved: string): [string, SourceRecord] => {
    const own = Object.entries(files).filter(([path]) => path.startsWith(`${id}/`));
    const entries = own.map(([path, content]) => fileOf(path, content));
    return [id, { ...recordOf(id, entries), retrieved }];
  };
  const records = new Map([record('country-groups', '2026-01-01'), record('world-bank-wdi', '2026-07-01')]);
  const bench = await Workbench.open(new Register(places, new Map()), await folderWith(files), records);
  open.push(bench);
  await groupsIn(folder).ingest(bench);
  return bench;
}

/** Members of a group as short texts: "DEU 1958-01-01" with the dates that are there. */
async function membersOf(bench: Workbench, group: string): Promise<string[]> {
  const rows = await bench.db.all<{ country: string; from_date: string | null; to_date: string | null }>(
    `SELECT country, from_date, to_date FROM group_members WHERE group_id = ${literal(group)} ORDER BY ALL`,
  );
  return rows.map((row) => [row.country, row.from_date, row.to_date].filter(Boolean).join(' '));
}

const groupOf = (bench: Workbench, id: string) =>
  bench.db.one<Record<string, string | null>>(`SELECT * FROM groups WHERE id = ${literal(id)}`);

// Our own table, as it is in the repository, against the register as it is published.

let real: Workbench;
beforeAll(async () => {
  const db = await Session.open();
  const countries = await db.all<Country>(
    `FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, 'countries'))})`,
  );
  db.close();
  // The made-up M49 beside it knows only a few regions.
  const places = countries.map((country) => ({ ...country, region: null, subregion: null }));
  real = await run(join(ROOT, 'data', 'groups'), places);
});

/** Who belonged to a group on a day, as a reader would ask. */
async function on(day: string, group: string): Promise<string[]> {
  const rows = await real.db.all<{ country: string }>(
    `SELECT country FROM group_members
     WHERE group_id = ${literal(group)} AND from_date <= ${literal(day)} AND coalesce(to_date, '9999') >= ${literal(day)} ORDER BY country`,
  );
  return rows.map((row) => row.country);
}

test.each([
  ['eu', '1957-12-31', 0],
  ['eu', '1958-01-01', 6],
  ['eu', '1973-01-01', 9],
  ['eu', '1990-01-01', 12],
  ['eu', '2000-01-01', 15],
  ['eu', '2004-04-30', 15],
  ['eu', '2004-12-31', 25],
  ['eu', '2007-06-30', 27],
  ['eu', '2013-12-31', 28],
  ['eu', '2019-12-31', 28],
  ['eu', '2020-01-31', 28],
  ['eu', '2020-02-01', 27],
  // The signatories of Bologna; then what the communiqués of each conference count.
  ['ehea', '1999-12-31', 29],
  ['ehea', '2001-12-31', 33],
  ['ehea', '2003-12-31', 40],
  ['ehea', '2005-12-31', 45],
  ['ehea', '2007-12-31', 46],
  ['ehea', '2010-12-31', 47],
  ['ehea', '2015-12-31', 48],
  ['ehea', '2020-11-18', 48],
  ['ehea', '2023-06-30', 49],
  ['oecd', '1961-12-31', 19],
  ['oecd', '1990-01-01', 24],
  ['oecd', '2010-12-31', 34],
  ['oecd', '2020-12-31', 37],
  ['oecd', '2025-12-31', 38],
  ['asean', '1967-08-08', 5],
  ['asean', '2020-01-01', 10],
  ['asean', '2025-10-25', 10],
  ['asean', '2025-12-31', 11],
  // The African Union's own words: 32 founders, 53 when the Union began, South Sudan the 54th.
  ['african-union', '1963-05-25', 32],
  ['african-union', '2002-07-09', 53],
  ['african-union', '2011-12-31', 54],
  ['african-union', '2025-12-31', 55],
  ['brics', '2009-12-31', 4],
  ['brics', '2015-06-30', 5],
  ['brics', '2024-06-30', 9],
  ['brics', '2025-06-30', 10],
])('%s had on %s %i members', async (group, day, n) => {
  expect(await on(day, group)).toHaveLength(n);
});

test('the United Kingdom is the only one to have left the Union, after 31 January 2020', async () => {
  const left = await real.db.all<{ country: string; to_date: string }>(
    `SELECT country, to_date FROM group_members WHERE group_id = 'eu' AND to_date IS NOT NULL`,
  );
  expect(left).toEqual([{ country: 'GBR', to_date: '2020-01-31' }]);
});

test('Morocco left the African Union and came back; the Sahrawi Republic stands under Western Sahara', async () => {
  expect((await membersOf(real, 'african-union')).filter((row) => /^(MAR|ESH)/.test(row))).toEqual([
    'ESH 1982-02-22',
    'MAR 1963-05-25 1984-11-12',
    'MAR 2017-01-31',
  ]);
  expect(await on('2000-01-01', 'african-union')).not.toContain('MAR');
  expect(await on('2020-01-01', 'african-union')).toContain('MAR');
});

test('the Area counts suspended countries and the Holy See, and not the Commission', async () => {
  const members = await on('2024-01-01', 'ehea');
  expect(members).toEqual(expect.arrayContaining(['BLR', 'RUS', 'VAT', 'BEL', 'GBR']));
  expect(members).not.toContain('EUE');
  expect((await groupOf(real, 'ehea'))['note']).toMatch(/Russia and Belarus: .* suspended/);
});

test('Saudi Arabia, invited to BRICS, is not counted, and the note says so', async () => {
  expect((await membersOf(real, 'brics')).join()).not.toMatch(/SAU|ARG/);
  expect((await groupOf(real, 'brics'))['note']).toMatch(/Saudi Arabia .* not counted/);
});

test('every membership of ours has a first day and a page; of the United Nations and the Bank none has a day', async () => {
  const rows = await real.db.all<Record<string, unknown>>(
    `SELECT source, count(*)::INTEGER AS rows, count(from_date)::INTEGER AS days, count(page)::INTEGER AS pages FROM group_members GROUP BY source ORDER BY source`,
  );
  expect(rows).toMatchObject([
    { source: 'country-groups', days: 0 },
    { source: 'crosscurrents-groups', rows: 192, days: 192, pages: 192 },
    { source: 'world-bank-wdi', days: 0 },
  ]);
});

// Its rules, each by a table that breaks it.

test('a group and its members are written as they stand', async () => {
  const bench = await ingest({
    groups: `${GROUPS}union,The Union,political,Who signed.,https://union.test/,"A note, with a comma"\n`,
    memberships: `${MEMBERSHIPS}union,DEU,1958-01-01,,https://union.test/treaty\nunion,ETH,1963-05-25,1984-11-12,https://union.test/exit\n`,
  });
  expect(await groupOf(bench, 'union')).toEqual({
    id: 'union',
    kind: 'political',
    title: 'The Union',
    definition: 'Who signed.',
    page: 'https://union.test/',
    source: 'crosscurrents-groups',
    note: 'A note, with a comma',
  });
  expect(await bench.db.all(`FROM group_members WHERE group_id = 'union' ORDER BY country`)).toEqual([
    {
      group_id: 'union',
      country: 'DEU',
      from_date: '1958-01-01',
      to_date: null,
      page: 'https://union.test/treaty',
      source: 'crosscurrents-groups',
    },
    {
      group_id: 'union',
      country: 'ETH',
      from_date: '1963-05-25',
      to_date: '1984-11-12',
      page: 'https://union.test/exit',
      source: 'crosscurrents-groups',
    },
  ]);
});

const PAGE = 'https://union.test/treaty';
test.each([
  ['an unknown group', [`league,DEU,1958-01-01,,${PAGE}`], 'line 2: groups.csv has no group "league"'],
  ['an unknown country', [`union,GDR,1958-01-01,,${PAGE}`], 'line 2: the register has no country "GDR"'],
  ['no first day', [`union,DEU,,,${PAGE}`], 'line 2: DEU in union: "" is no day, write YYYY-MM-DD'],
  ['a year alone', [`union,DEU,1958,,${PAGE}`], 'line 2: DEU in union: "1958" is no day'],
  ['a day that is none', [`union,DEU,2019-02-30,,${PAGE}`], 'line 2: DEU in union: "2019-02-30" is no day'],
  [
    'a last day that is none',
    [`union,DEU,1958-01-01,2020-1-31,${PAGE}`],
    'line 2: DEU in union: "2020-1-31" is no day, write YYYY-MM-DD or nothing',
  ],
  [
    'a last day before the first',
    [`union,DEU,2020-02-01,2020-01-31,${PAGE}`],
    'line 2: DEU in union: the last day, 2020-01-31, is before the first, 2020-02-01',
  ],
  ['no page', ['union,DEU,1958-01-01,,'], 'line 2: DEU in union: needs the address of the treaty'],
  [
    'a page without an address',
    ['union,DEU,1958-01-01,,Treaty of Rome'],
    'line 2: DEU in union: needs the address of the treaty or official page, not "Treaty of Rome"',
  ],
  [
    'a row that is there twice',
    [`union,DEU,1958-01-01,,${PAGE}`, `union,ETH,1958-01-01,,${PAGE}`, `union,DEU,1958-01-01,,${PAGE}`],
    'line 4: DEU in union is there twice',
  ],
  [
    'two memberships that go on',
    [`union,DEU,1958-01-01,,${PAGE}`, `union,DEU,1990-10-03,,${PAGE}`],
    'line 3: DEU in union: overlaps with the membership from 1958-01-01 to now',
  ],
  [
    'a return on the last day',
    [`union,DEU,1958-01-01,1984-11-12,${PAGE}`, `union,DEU,1984-11-12,,${PAGE}`],
    'line 3: DEU in union: overlaps with the membership from 1958-01-01 to 1984-11-12',
  ],
  [
    'an overlap whose earlier part stands later',
    [`union,DEU,1984-11-12,,${PAGE}`, `union,DEU,1958-01-01,1990-01-01,${PAGE}`],
    'line 3: DEU in union: overlaps with the membership from 1984-11-12 to now',
  ],
])('%s stops with its line', async (_what, rows, message) => {
  const said = await complaint(ingest({ memberships: `${MEMBERSHIPS}${rows.join('\n')}\n` }));
  expect(said).toMatch(/memberships\.csv: 1 line does not fit/);
  expect(said).toContain(message);
});

test('a return on the day after, and the same day in another group, are no overlap', async () => {
  const bench = await ingest({
    groups: `${GROUPS}${UNION}league,The League,political,Who came.,https://league.test/,\n`,
    memberships: `${MEMBERSHIPS}union,DEU,1958-01-01,1984-11-12,${PAGE}\nunion,DEU,1984-11-13,,${PAGE}\nleague,DEU,1958-01-01,,${PAGE}\n`,
  });
  expect(await membersOf(bench, 'union')).toEqual(['DEU 1958-01-01 1984-11-12', 'DEU 1984-11-13']);
  expect(await membersOf(bench, 'league')).toEqual(['DEU 1958-01-01']);
});

test('all lines that do not fit are named at once', async () => {
  expect(
    await complaint(
      ingest({
        memberships: `${MEMBERSHIPS}union,GDR,1958-01-01,,${PAGE}\n${MEMBER}union,ETH,1958-01-01,,\n`,
      }),
    ),
  ).toMatch(/2 lines do not fit\.\n {2}line 2: .*GDR.*\n {2}line 4: ETH in union/);
});

test.each([
  ['a group twice', UNION + UNION, 'line 3: union is there twice'],
  ['no title', 'union,,political,Who signed.,https://union.test/,\n', 'line 2: union needs a title'],
  ['no definition', 'union,The Union,political,,https://union.test/,\n', 'a title, a kind and a definition'],
  ['no page', 'union,The Union,political,Who signed.,,\n', 'line 2: union needs the address of its page'],
  ['a name as an id', 'The Union,The Union,political,Who signed.,https://union.test/,\n', 'is no short id'],
])('of the groups, %s stops with its line', async (_what, rows, message) => {
  expect(await complaint(ingest({ groups: GROUPS + rows }))).toContain(message);
});

test('a group without a member and a renamed column stop', async () => {
  const groups = `${GROUPS}${UNION}league,The League,political,Who came.,https://league.test/,\n`;
  expect(await complaint(ingest({ groups }))).toMatch(/memberships\.csv: league has no member\./);
  expect(await complaint(ingest({ memberships: MEMBERSHIPS.replace('from', 'since') + MEMBER }))).toMatch(
    /the column from is not there/,
  );
});

// What the publishers give.

test('regions and sub-regions come from M49, under their codes, without dates', async () => {
  const bench = await ingest();
  expect(await groupOf(bench, 'm49-002')).toMatchObject({
    kind: 'region',
    title: 'Africa',
    source: 'country-groups',
    note: null,
  });
  expect((await groupOf(bench, 'm49-002'))['definition']).toContain('in the list read on 2026-01-01');
  expect((await groupOf(bench, 'm49-202'))['kind']).toBe('subregion');
  expect(await membersOf(bench, 'm49-002')).toEqual(['ETH', 'NAM']);
  expect(await membersOf(bench, 'm49-202')).toEqual(['ETH', 'NAM']);
  expect(await membersOf(bench, 'm49-155')).toEqual(['DEU']);
});

test('Kosovo, which M49 lacks, stands where the register puts it, as our doing', async () => {
  const bench = await ingest();
  expect(await membersOf(bench, 'm49-150')).toEqual(['DEU', 'ITA', 'XKX']);
  expect(await membersOf(bench, 'm49-039')).toEqual(['ITA', 'XKX']);
  expect((await groupOf(bench, 'm49-150'))['note']).toBe('Kosovo is not in M49: the atlas puts it here.');
  expect(
    await bench.db.all(
      `SELECT DISTINCT source FROM group_members WHERE country = 'XKX' AND group_id LIKE 'm49%'`,
    ),
  ).toEqual([{ source: 'crosscurrents-groups' }]);
});

test('a place that the register puts in no region of M49 stops', async () => {
  const places = [
    ...PLACES.filter((p) => p.iso3 !== 'XKX'),
    place('ITA', 'IT', 'Italy'),
    { ...place('XKX', 'XK', 'Kosovo'), region: 'Balkans' },
  ];
  expect(await complaint(ingest({ places }))).toBe(
    'data/countries/outside-m49.csv: XKX is put in "Balkans", which is no region of UN M49.',
  );
});

test('Taiwan, which has a row in the list and none in M49, comes with a note', async () => {
  const bench = await ingest({
    places: [...PLACES, place('ITA', 'IT', 'Italy'), place('TWN', 'TW', 'Taiwan')],
    m49: [...M49, m49Row('TWN', 'Taiwan', EAST_ASIA)],
  });
  expect(await membersOf(bench, 'm49-030')).toEqual(['TWN']);
  expect((await groupOf(bench, 'm49-142'))['note']).toMatch(/^Taiwan is not in M49/);
  expect((await groupOf(bench, 'm49-002'))['note']).toBeNull();
});

test('Antarctica, in no region, and a place without a code are left out and counted', async () => {
  const bench = await ingest({
    places: [...PLACES, place('ITA', 'IT', 'Italy'), place('ATA', 'AQ', 'Antarctica')],
    m49: [...M49, m49Row('ATA', 'Antarctica', ['', '', '', '']), m49Row('', 'Sark', WEST)],
  });
  expect(await exclusionsOf(bench)).toMatchObject({ Antarctica: 1, '': 1 });
  expect(await bench.db.all(`FROM group_members WHERE country = 'ATA'`)).toEqual([]);
});

test('a code of M49 that the register lacks stops with its nearest', async () => {
  expect(await complaint(ingest({ m49: [...M49, m49Row('DEV', 'Germania', WEST)] }))).toMatch(
    /country-groups, column ISO-alpha3 Code: 1 value .*\n {2}"DEV" in 1 row; nearest: DEU/,
  );
});

test('a country may be in several development groups; another mark than x, or none at all, stops', async () => {
  const bench = await ingest();
  expect(await membersOf(bench, 'ldc')).toEqual(['ETH']);
  expect(await membersOf(bench, 'lldc')).toEqual(['ETH']);
  expect(await membersOf(bench, 'sids')).toEqual(['ITA']);
  expect(await groupOf(bench, 'ldc')).toMatchObject({ kind: 'development', note: null });
  expect(await complaint(ingest({ m49: [...M49, m49Row('DEU', 'Germany', WEST, ['', 'yes', ''])] }))).toMatch(
    /DEU has "yes" under Land Locked/,
  );
  const unmarked = M49.map((row) => (row[11] === 'ITA' ? m49Row('ITA', 'Italy', SOUTH) : row));
  expect(await complaint(ingest({ m49: unmarked }))).toMatch(/nobody is marked under Small Island/);
});

test("income groups are the Bank's, as of the day on which its file was read", async () => {
  const bench = await ingest();
  expect(await membersOf(bench, 'income-upper-middle')).toEqual(['NAM', 'XKX']);
  expect(await membersOf(bench, 'income-high')).toEqual(['DEU']);
  const group = await groupOf(bench, 'income-low');
  expect(group).toMatchObject({ kind: 'income', title: 'Low income', source: 'world-bank-wdi' });
  expect(group['definition']).toContain('as in force when the file was read, 2026-07-01');
});

test('aggregates, the Channel Islands and economies without a group are left out and counted', async () => {
  const bench = await ingest({
    bank: [
      ['DEU', 'High income'],
      ['ETH', 'Not classified'],
      ['CHI', 'High income'],
    ],
  });
  expect(await exclusionsOf(bench)).toEqual({
    'income groups: aggregates': 1,
    'income groups: CHI': 1,
    'income groups: Not classified': 1,
  });
  expect(await membersOf(bench, 'income-low')).toEqual([]);
  expect(await membersOf(bench, 'income-high')).toEqual(['DEU']);
});

test('an income group or an economy that is not known stops', async () => {
  expect(await complaint(ingest({ bank: [['DEU', 'Very high income']] }))).toMatch(
    /DEU has the income group "Very high income", which is not known/,
  );
  expect(await complaint(ingest({ bank: [['DEU', '']] }))).toMatch(/DEU has the income group "",/);
  expect(await complaint(ingest({ bank: [['ZZZ', 'High income']] }))).toMatch(/world-bank-wdi, column iso3c/);
});
