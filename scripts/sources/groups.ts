import { join } from 'node:path';
import { readCsv } from '../lib/csv.ts';
import { UserError } from '../lib/errors.ts';
import { ROOT } from '../lib/paths.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const CURATED = 'crosscurrents-groups';
const UN = 'country-groups';
const BANK = 'world-bank-wdi';

const M49_FILE = 'country-groups/UNSD-M49-en.csv';
const M49_PAGE = 'https://unstats.un.org/unsd/methodology/m49/';
const BANK_PAGE =
  'https://datahelpdesk.worldbank.org/knowledgebase/articles/906519-world-bank-country-and-lending-groups';

const ISO3 = 'ISO-alpha3 Code';
const LEVELS = [
  { kind: 'region', what: 'region', code: 'Region Code', name: 'Region Name' },
  { kind: 'subregion', what: 'sub-region', code: 'Sub-region Code', name: 'Sub-region Name' },
] as const;
const DEVELOPMENT = [
  { id: 'ldc', column: 'Least Developed Countries (LDC)', title: 'Least developed countries' },
  { id: 'lldc', column: 'Land Locked Developing Countries (LLDC)', title: 'Landlocked developing countries' },
  { id: 'sids', column: 'Small Island Developing States (SIDS)', title: 'Small island developing States' },
] as const;
const INCOME: Readonly<Record<string, string>> = {
  'High income': 'income-high',
  'Upper middle income': 'income-upper-middle',
  'Lower middle income': 'income-lower-middle',
  'Low income': 'income-low',
};

interface Group {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly definition: string;
  readonly page: string;
  readonly source: string;
  readonly note: string | null;
}

interface Membership {
  readonly group: string;
  readonly country: string;
  /** First and last day, YYYY-MM-DD; null where the source has no dates, and for a membership that goes on. */
  readonly from: string | null;
  readonly to: string | null;
  readonly page: string;
  readonly source: string;
}

/**
 * Groups of countries and their members: our own table of unions and organisations (data/groups/, with treaty or official
 * page and dates for each member), regions and development groups of UN M49, and income groups of the World Bank. The
 * last two have no dates: they are as in force when their files were read.
 */
export const groupsIn = (folder: string): Adapter => ({
  id: CURATED,
  async ingest(bench: Workbench) {
    const known = new Set(bench.register.countries.map((country) => country.iso3));
    const groups = await curatedGroups(folder);
    await write(bench, groups, await curatedMemberships(folder, groups, known));
    await unGroups(bench, bench.record(UN).retrieved);
    await incomeGroups(bench, bench.record(BANK).retrieved);
  },
});

export const groups = groupsIn(join(ROOT, 'data', 'groups'));

async function write(bench: Workbench, all: readonly Group[], members: readonly Membership[]): Promise<void> {
  await bench.db.append(
    'groups',
    all.map((g) => [g.id, g.kind, g.title, g.definition, g.page, g.source, g.note]),
  );
  await bench.db.append(
    'group_members',
    members.map((m) => [m.group, m.country, m.from, m.to, m.page, m.source]),
  );
}

// Our own table.

const isPage = (text: string): boolean => /^https?:/.test(text) && URL.canParse(text);

/** Whether it is a day of the calendar, in full: 2019-02-30 is none. */
const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === text;
};

/** Stops with every line that does not fit, numbered as an editor shows them. */
function refuse(path: string, faults: readonly (string | undefined)[]): void {
  const lines = faults.flatMap((fault, i) => (fault ? [`  line ${i + 2}: ${fault}\n`] : []));
  if (lines.length)
    throw new UserError(
      `${path}: ${lines.length} line${lines.length > 1 ? 's do' : ' does'} not fit.\n${lines.join('')}Mend the table.`,
    );
}

/** @throws {UserError} naming the lines whose group is there twice, has no title, kind or definition, or cites no page */
async function curatedGroups(folder: string): Promise<Group[]> {
  const path = join(folder, 'groups.csv');
  const rows = await readCsv(path, ['group', 'title', 'kind', 'definition', 'page', 'note']);
  refuse(
    path,
    rows.map((row, i) => {
      if (!/^[a-z0-9-]+$/.test(row.group))
        return `"${row.group}" is no short id: lower case, digits, hyphens`;
      if (rows.findIndex((other) => other.group === row.group) < i) return `${row.group} is there twice`;
      if (!row.title || !row.kind || !row.definition)
        return `${row.group} needs a title, a kind and a definition`;
      return isPage(row.page) ? undefined : `${row.group} needs the address of its page, not "${row.page}"`;
    }),
  );
  return rows.map(({ group, note, ...row }) => ({ ...row, id: group, source: CURATED, note: note || null }));
}

/**
 * @throws {UserError} naming the lines whose group or country is not known, whose dates are none or run backwards, that
 *   cite no page, that are there twice, or that overlap with another membership of the country in the group; and groups
 *   without a member
 */
async function curatedMemberships(
  folder: string,
  all: readonly Group[],
  countries: ReadonlySet<string>,
): Promise<Membership[]> {
  const path = join(folder, 'memberships.csv');
  const rows = await readCsv(path, ['group', 'country', 'from', 'to', 'page']);
  const ids = new Set(all.map((group) => group.id));
  refuse(
    path,
    rows.map((row, i) => {
      const { group, country, from, to, page } = row;
      const where = `${country} in ${group}`;
      if (!ids.has(group)) return `groups.csv has no group "${group}"`;
      if (!countries.has(country)) return `the register has no country "${country}"`;
      if (!isDay(from)) return `${where}: "${from}" is no day, write YYYY-MM-DD`;
      if (to && !isDay(to)) return `${where}: "${to}" is no day, write YYYY-MM-DD or nothing`;
      if (to && to < from) return `${where}: the last day, ${to}, is before the first, ${from}`;
      if (!isPage(page)) return `${where}: needs the address of the treaty or official page, not "${page}"`;
      const same = rows.slice(0, i).filter((other) => other.group === group && other.country === country);
      if (same.some((other) => other.from === from && other.to === to)) return `${where} is there twice`;
      // Both days count, so that a membership cannot begin on the day on which another ends. ISO days sort as text.
      const clash = same.find((o) => (!to || o.from <= to) && (!o.to || o.to >= from));
      return clash && `${where}: overlaps with the membership from ${clash.from} to ${clash.to || 'now'}`;
    }),
  );
  for (const { id } of all)
    if (!rows.some((row) => row.group === id)) throw new UserError(`${path}: ${id} has no member.`);
  return rows.map((row) => ({ ...row, to: row.to || null, source: CURATED }));
}

// The publishers' files.

type M49Row = Readonly<Record<string, string | null>> & { readonly country: string };

/** Regions, sub-regions and development groups of UN M49. */
async function unGroups(bench: Workbench, readOn: string): Promise<void> {
  await bench.csv('m49', M49_FILE, [
    ...LEVELS.flatMap((level) => [level.code, level.name]),
    'Country or Area',
    ISO3,
    ...DEVELOPMENT.map((group) => group.column),
  ]);
  await bench.places('m49', ISO3, {
    source: UN,
    codes: 'iso3',
    missing: { texts: [null], reason: 'No ISO code of its own' },
  });
  const rows = await bench.db.all<M49Row>(
    `SELECT *, "${ISO3}_iso3" AS country FROM m49 WHERE "${ISO3}_iso3" IS NOT NULL ORDER BY country`,
  );
  for (const row of rows)
    if (!row['Region Code'])
      await bench.exclude(UN, row['Country or Area'] ?? row.country, 1, 'UN M49 puts it in no region');
  for (const level of LEVELS) await regions(bench, rows, level, readOn);
  for (const group of DEVELOPMENT) await developmentGroup(bench, rows, group, readOn);
}

/**
 * The groups of one level. Taiwan has a row in the file, though not in M49; Kosovo has none, and stands where the register
 * puts it, so that groups and the table of countries agree.
 */
async function regions(
  bench: Workbench,
  rows: readonly M49Row[],
  { kind, what, code, name }: (typeof LEVELS)[number],
  readOn: string,
): Promise<void> {
  const titles = new Map(rows.flatMap((row) => (row[code] && row[name] ? [[row[code], row[name]]] : [])));
  const inFile = new Set(rows.map((row) => row.country));
  const beside = bench.register.countries.filter((c) => !inFile.has(c.iso3) && c[kind]);
  const stray = beside.find((c) => ![...titles.values()].includes(c[kind] ?? ''));
  if (stray)
    throw new UserError(
      `data/countries/outside-m49.csv: ${stray.iso3} is put in "${stray[kind]}", which is no ${what} of UN M49.`,
    );
  for (const [number, title] of titles) {
    const id = `m49-${number}`;
    const inside = rows.filter((row) => row[code] === number).map((row) => row.country);
    const added = beside.filter((c) => c[kind] === title);
    const notes = [
      ...(inside.includes('TWN')
        ? ['Taiwan is not in M49 as the United Nations publish it: the list that was read puts it here.']
        : []),
      ...added.map((c) => `${c.short_name} is not in M49: the atlas puts it here.`),
    ];
    const definition = `Countries and areas of the ${what} ${title} (${number}) in UN M49, as in the list read on ${readOn}. For statistical convenience, without a view on political status.`;
    await write(
      bench,
      [{ id, kind, title, definition, page: M49_PAGE, source: UN, note: notes.join(' ') || null }],
      [
        ...inside.map((country) => undated(id, country, M49_PAGE, UN)),
        ...added.map((c) => undated(id, c.iso3, M49_PAGE, CURATED)),
      ],
    );
  }
}

async function developmentGroup(
  bench: Workbench,
  rows: readonly M49Row[],
  { id, column, title }: (typeof DEVELOPMENT)[number],
  readOn: string,
): Promise<void> {
  const odd = rows.find((row) => row[column] !== null && row[column] !== 'x');
  if (odd)
    throw new UserError(
      `${M49_FILE}: ${odd.country} has "${odd[column]}" under ${column}, where x or nothing is known. Mend scripts/sources/groups.ts.`,
    );
  const members = rows.filter((row) => row[column] === 'x').map((row) => row.country);
  if (!members.length) throw new UserError(`${M49_FILE}: nobody is marked under ${column}.`);
  const definition = `${title} as UN M49 marks them, territories among them, in the list read on ${readOn}.`;
  await write(
    bench,
    [
      {
        id,
        kind: 'development',
        title,
        definition,
        page: M49_PAGE,
        source: UN,
        note: null,
      },
    ],
    members.map((country) => undated(id, country, M49_PAGE, UN)),
  );
}

/** The four income groups of the World Bank. */
async function incomeGroups(bench: Workbench, readOn: string): Promise<void> {
  const file = bench.file(BANK, 'wb_country_metadata', '.csv');
  await bench.csv('economies', file, ['iso3c', 'region', 'income']);
  await bench.leaveOut('economies', `region = 'Aggregates'`, {
    source: BANK,
    value: 'income groups: aggregates',
    reason: 'Sums of economies, such as the world: no country',
  });
  await bench.leaveOut('economies', `iso3c = 'CHI'`, {
    source: BANK,
    value: 'income groups: CHI',
    reason: 'The Channel Islands as one economy: the register has Guernsey and Jersey',
  });
  await bench.leaveOut('economies', `income = 'Not classified'`, {
    source: BANK,
    value: 'income groups: Not classified',
    reason: 'The World Bank puts the economy in no income group',
  });
  await bench.places('economies', 'iso3c', { source: BANK, codes: 'iso3' });
  const rows = await bench.db.all<{ country: string; income: string | null }>(
    'SELECT iso3c_iso3 AS country, income FROM economies WHERE iso3c_iso3 IS NOT NULL ORDER BY country',
  );
  const odd = rows.find((row) => !row.income || !INCOME[row.income]);
  if (odd)
    throw new UserError(
      `${file}: ${odd.country} has the income group "${odd.income ?? ''}", which is not known. Mend scripts/sources/groups.ts.`,
    );
  for (const [title, id] of Object.entries(INCOME)) {
    const definition = `Economies in the World Bank's income group "${title}", as in force when the file was read, ${readOn}. The groups change every July: a figure for earlier years says that it groups them by these.`;
    await write(
      bench,
      [{ id, kind: 'income', title, definition, page: BANK_PAGE, source: BANK, note: null }],
      rows.filter((row) => row.income === title).map((row) => undated(id, row.country, BANK_PAGE, BANK)),
    );
  }
}

const undated = (group: string, country: string, page: string, source: string): Membership => ({
  group,
  country,
  from: null,
  to: null,
  page,
  source,
});
