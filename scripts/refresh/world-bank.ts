import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import { writeCsv, type Cells } from './csv-file.ts';
import { editioned, type Outside, type Refreshed, type Route } from './route.ts';
import { shaped } from './shape.ts';

const SOURCE = 'world-bank-wdi';

/** The series that the atlas holds, by the World Bank's codes. */
const SERIES = [
  'GB.XPD.RSDV.GD.ZS',
  'IP.JRN.ARTC.SC',
  'IP.PAT.NRES',
  'IP.PAT.RESD',
  'IT.NET.BBND.P2',
  'NY.GDP.MKTP.CD',
  'NY.GDP.PCAP.CD',
  'NY.GDP.PCAP.PP.CD',
  'SE.TER.ENRR',
  'SE.XPD.TERT.PC.ZS',
  'SE.XPD.TOTL.GD.ZS',
  'SM.POP.TOTL',
  'SP.POP.SCIE.RD.P6',
  'SP.POP.TECH.RD.P6',
  'SP.POP.TOTL',
  'TX.VAL.TECH.CD',
];

/** Countries and aggregates times years of one series is some 18,000: one page, as a rule. */
const PER_PAGE = 20_000;
const MOST_BYTES = 50_000_000;

const Named = z.object({ value: z.string() });
const Observation = z.object({
  country: z.object({ id: z.string(), value: z.string() }),
  countryiso3code: z.string(),
  date: z.string().check(z.regex(/^\d{4}$/)),
  value: z.nullable(z.number()),
});
const Country = z.object({
  id: z.string(),
  iso2Code: z.string(),
  name: z.string(),
  region: Named,
  incomeLevel: Named,
  lendingType: Named,
  capitalCity: z.string(),
  longitude: z.string(),
  latitude: z.string(),
});
type Observation = z.infer<typeof Observation>;
type Country = z.infer<typeof Country>;

/** Page numbers came as texts from some of its calls. */
const Count = z.union([z.number(), z.string().check(z.regex(/^\d+$/))]);
const About = z.object({
  page: Count,
  pages: Count,
  total: Count,
  lastupdated: z.optional(z.nullable(z.string())),
});
const Refusal = z.object({ message: z.array(z.object({ value: z.string() })) });

/**
 * Development Indicators and the list of economies, from the World Bank's API (version 2): one file a series, and the
 * metadata, in the layout of the files that the record names already. A value of null is missing, so it has no row.
 */
export function worldBank(base = 'https://api.worldbank.org'): Route {
  return {
    id: SOURCE,
    help: `every series that the atlas holds, and the list of economies. No key, no cost.
      --series CODE,CODE     these series only, by the World Bank's codes (SP.POP.TOTL, …)`,
    options: { series: 'string' },
    async refresh(outside, options) {
      const series = options['series'] ? String(options['series']).split(',') : SERIES;
      const economies = await everyPage(outside, `${base}/v2/country`, 'the list of economies', Country, 400);
      const codes = new Map(economies.rows.map((row) => [row.iso2Code, row.id]));
      const refreshed = [await writeEconomies(outside, base, economies.rows)];
      for (const code of series) refreshed.push(await writeSeries(outside, base, code, codes));
      return refreshed;
    },
  };
}

async function writeEconomies(
  { raw, today }: Outside,
  base: string,
  economies: readonly Country[],
): Promise<Refreshed> {
  const file = editioned(SOURCE, ['wb_country_metadata', '.csv'], today, {
    rebuilt_from: `${base}/v2/country?format=json, read on ${today}`,
  });
  const rows = economies
    .map((row): Cells => {
      // Names of regions end in a blank.
      const classes = [row.region, row.incomeLevel, row.lendingType].map(({ value }) => value.trim());
      const [region = '', income = '', lending = ''] = classes;
      const { id, iso2Code, name, capitalCity, longitude, latitude } = row;
      return [id, iso2Code, name.trim(), region, capitalCity, longitude, latitude, income, lending];
    })
    .sort(byCode);
  await writeCsv(
    join(raw, file.path),
    'iso3c,iso2c,country,region,capital,longitude,latitude,income,lending',
    rows,
  );
  step(`written   ${file.path} (${rows.length} economies and aggregates)`);
  return file;
}

async function writeSeries(
  outside: Outside,
  base: string,
  series: string,
  codes: ReadonlyMap<string, string>,
): Promise<Refreshed> {
  const { raw, today } = outside;
  const address = `${base}/v2/country/all/indicator/${encodeURIComponent(series)}`;
  const { rows, lastUpdated } = await everyPage(outside, address, series, Observation, PER_PAGE);
  const edition = lastUpdated ?? today;
  const file = editioned(SOURCE, [series.toLowerCase(), '.csv'], edition, {
    rebuilt_from: `${address}?format=json, edition of ${edition}, read on ${today}`,
  });
  const cells: Cells[] = [];
  let [missing, nameless] = [0, 0];
  for (const { country, countryiso3code, date, value } of rows) {
    // Some aggregates have no code of three letters here; the list of economies has it.
    const code = countryiso3code || codes.get(country.id);
    if (value === null) missing++;
    else if (!code) nameless++;
    else cells.push([country.value.trim(), code, date, value]);
  }
  if (!cells.length)
    throw new UserError(
      `${SOURCE}, ${series}: the World Bank answered ${rows.length} rows, and a value in none. Has it retired the series?`,
    );
  cells.sort(byCodeAndYear);
  await writeCsv(join(raw, file.path), 'Country Name,Country Code,Year,Value', cells);
  const without = nameless ? `; ${nameless} of aggregates without a code left out` : '';
  step(`written   ${file.path} (${cells.length} values; ${missing} missing at the source${without})`);
  return file;
}

/** All rows of a call, however many pages they take, and the day of the edition where the answer names it. */
async function everyPage<T>(
  { downloader }: Outside,
  address: string,
  name: string,
  row: z.ZodMiniType<T>,
  perPage: number,
): Promise<{ rows: T[]; lastUpdated: string | null }> {
  const Page = z.tuple([About, z.nullable(z.array(row))], z.unknown());
  const rows: T[] = [];
  let lastUpdated: string | null = null;
  for (let page = 1, pages = 1; page <= pages; page++) {
    const what = `${SOURCE}, ${name}${page > 1 ? `, page ${page}` : ''}`;
    const url = `${address}?format=json&per_page=${perPage}&page=${page}`;
    const [about, found] = await downloader.json({ url, what, maxBytes: MOST_BYTES }, (value) => {
      stopIfRefused(value);
      return shaped(Page)(value);
    });
    if (Number(about.page) !== page)
      throw new UserError(`${what}: page ${page} was asked for, and ${about.page} came.`);
    pages = Number(about.pages);
    rows.push(...(found ?? []));
    lastUpdated = about.lastupdated ?? lastUpdated;
    if (page === pages && rows.length !== Number(about.total))
      throw new UserError(
        `${what}: ${rows.length} of ${about.total} rows came. They may have changed between two pages: run it again.`,
      );
  }
  if (!rows.length) throw new UserError(`${SOURCE}, ${name}: the World Bank answered no rows at all.`);
  const isDay = lastUpdated && /^\d{4}-\d{2}-\d{2}$/.test(lastUpdated);
  return { rows, lastUpdated: isDay ? lastUpdated : null };
}

/** A refusal has status 200, and one element: `[{"message": [{"id", "key", "value"}]}]`. */
function stopIfRefused(value: unknown): void {
  const refusal = Array.isArray(value) ? Refusal.safeParse(value[0]) : null;
  if (!refusal?.success) return;
  const reasons = refusal.data.message.map((reason) => reason.value);
  throw new Error(`the World Bank refuses it: ${reasons.join('; ')}. Has it renamed or retired the code?`);
}

/** In the order of codes, which is nobody's language. */
const byCode = (a: Cells, b: Cells): number => compare(a[0], b[0]);
const byCodeAndYear = (a: Cells, b: Cells): number => compare(a[1], b[1]) || compare(a[2], b[2]);
const compare = (a: string | number = '', b: string | number = ''): number => (a < b ? -1 : a > b ? 1 : 0);
