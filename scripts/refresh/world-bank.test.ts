import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { notFound, outside, publisherApi, type Asked, type Reply } from '../testing/publisher-api.ts';
import { worldBank } from './world-bank.ts';

/*
 * The format, as the World Bank documents it (read 2026-11-21; its pages bear no date):
 * https://datahelpdesk.worldbank.org/knowledgebase/articles/898581-api-basic-call-structures
 *   "Page: For paging through large result-sets." "Per_page: … The default setting is 50 results per page."
 *   JSON: https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json
 * https://datahelpdesk.worldbank.org/knowledgebase/articles/1886674-new-features-and-enhancements-in-the-v2-api
 *   "ISO 3 and ISO 2 codes for all countries along with country name, region, admin region, income level, lending type,
 *   capital city and geographical co-ordinates"; "The date(YYYY-mm-dd) of the source's most recent update";
 *   "Country ISO3 code: Returns the country's ISO3 code."
 * A refusal is [{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}], with status 200.
 * The rows are of our own making.
 */
const economy = (id: string, iso2Code: string, name: string, region: string) => ({
  id,
  iso2Code,
  name,
  region: { id: 'XXX', iso2code: 'X1', value: region },
  adminregion: { id: '', iso2code: '', value: '' },
  incomeLevel: { id: 'XXX', iso2code: 'XX', value: region === 'Aggregates' ? 'Aggregates' : 'High income' },
  lendingType: { id: '', iso2code: '', value: region === 'Aggregates' ? 'Aggregates' : 'IBRD' },
  capitalCity: region === 'Aggregates' ? '' : `Capital, of ${name}`,
  longitude: region === 'Aggregates' ? '' : '10.5',
  latitude: region === 'Aggregates' ? '' : '-22.5',
});
const ECONOMIES = [
  economy('NAM', 'NA', 'Namibia', 'Sub-Saharan Africa '),
  economy('FRA', 'FR', 'France', 'Europe & Central Asia'),
  economy('ARB', '1A', 'Arab World', 'Aggregates'),
];

const row = (iso3: string, iso2: string, name: string, date: string, value: number | null) => ({
  indicator: { id: 'SP.POP.TOTL', value: 'Population, total' },
  country: { id: iso2, value: name },
  countryiso3code: iso3,
  date,
  value,
  unit: '',
  obs_status: '',
  decimal: 0,
});
const POPULATION = [
  row('', '1A', 'Arab World', '2024', 1000),
  row('', 'XY', 'Not classified', '2024', 7),
  row('FRA', 'FR', 'France', '2025', null),
  row('FRA', 'FR', 'France', '2024', 68_000_000.5),
  row('NAM', 'NA', 'Namibia', '2024', 0),
];

const page = (rows: readonly unknown[], { query }: Asked, perPage = Number(query.get('per_page'))): Reply => {
  const at = Number(query.get('page') ?? 1);
  const about = {
    page: at,
    pages: Math.ceil(rows.length / perPage),
    per_page: perPage,
    total: rows.length,
    sourceid: '2',
    lastupdated: '2026-10-13',
  };
  return { body: [about, rows.slice((at - 1) * perPage, at * perPage)] };
};

/** A World Bank that has these economies and this population, in pages of `perPage` whatever it is asked for. */
const bank = (
  population: readonly unknown[] = POPULATION,
  economies: readonly unknown[] = ECONOMIES,
  perPage?: number,
) =>
  publisherApi((asked) => {
    if (asked.query.get('format') !== 'json') return notFound;
    if (asked.path === '/v2/country') return page(economies, asked, perPage);
    if (asked.path === '/v2/country/all/indicator/SP.POP.TOTL') return page(population, asked, perPage);
    return {
      body: [
        {
          message: [{ id: '120', key: 'Invalid value', value: 'The provided parameter value is not valid' }],
        },
      ],
    };
  });

async function refresh(api: { readonly base: string }, series = 'SP.POP.TOTL') {
  const world = await outside();
  const files = await worldBank(api.base).refresh(world, { series });
  const read = (path: string) => readFile(join(world.raw, path), 'utf8');
  return { files, read, raw: world.raw };
}

test('a series and the economies come in the layout that the atlas reads, named by their editions', async () => {
  const { files, read } = await refresh(await bank());
  expect(files.map(({ path }) => path)).toEqual([
    'world-bank-wdi/wb_country_metadata-2026-11-21.csv',
    'world-bank-wdi/sp.pop.totl-2026-10-13.csv',
  ]);
  expect(await read('world-bank-wdi/sp.pop.totl-2026-10-13.csv')).toBe(
    'Country Name,Country Code,Year,Value\n' +
      'Arab World,ARB,2024,1000\n' +
      'France,FRA,2024,68000000.5\n' +
      'Namibia,NAM,2024,0\n',
  );
  expect(await read('world-bank-wdi/wb_country_metadata-2026-11-21.csv')).toBe(
    'iso3c,iso2c,country,region,capital,longitude,latitude,income,lending\n' +
      'ARB,1A,Arab World,Aggregates,,,,Aggregates,Aggregates\n' +
      'FRA,FR,France,Europe & Central Asia,"Capital, of France",10.5,-22.5,High income,IBRD\n' +
      'NAM,NA,Namibia,Sub-Saharan Africa,"Capital, of Namibia",10.5,-22.5,High income,IBRD\n',
  );
  expect(files[1]?.replaces.test('sp.pop.totl.csv')).toBe(true);
  expect(files[1]?.replaces.test('sp.pop.totl-2025-07-01.csv')).toBe(true);
  expect(files[1]?.replaces.test('sp.pop.scie.rd.p6.csv')).toBe(false);
});

test('several pages make one file, and each is asked for once', async () => {
  const api = await bank(POPULATION, ECONOMIES, 2);
  const { read } = await refresh(api);
  expect((await read('world-bank-wdi/sp.pop.totl-2026-10-13.csv')).split('\n')).toHaveLength(5);
  const asked = api.log.map((line) => /^200 (\S+?)\?.*&page=(\d)$/.exec(line)?.slice(1).join(' '));
  expect(asked).toEqual([
    '/v2/country 1',
    '/v2/country 2',
    '/v2/country/all/indicator/SP.POP.TOTL 1',
    '/v2/country/all/indicator/SP.POP.TOTL 2',
    '/v2/country/all/indicator/SP.POP.TOTL 3',
  ]);
});

test('a 429 is waited for', async () => {
  const inner = await bank();
  const api = await publisherApi(async ({ path, query, time }) => {
    if (path.includes('SP.POP') && time === 1)
      return { status: 429, headers: { 'retry-after': '1' }, body: '' };
    const answer = await fetch(`${inner.base}${path}?${query}`);
    return { body: await answer.json() };
  });
  const { files } = await refresh(api);
  expect(files).toHaveLength(2);
  expect(api.log.map((line) => line.slice(0, 3))).toEqual(['200', '429', '200']);
});

test('a new field is none of our business', async () => {
  const more = POPULATION.map((cells) => ({ ...cells, scale: 'units', footnote: null }));
  const { read } = await refresh(await bank(more));
  expect(await read('world-bank-wdi/sp.pop.totl-2026-10-13.csv')).toContain('Namibia,NAM,2024,0');
});

describe('what does not fit stops, names source and field, and leaves no file of the series', () => {
  test.each([
    [
      'a renamed field',
      () => bank(POPULATION.map(({ countryiso3code, ...rest }) => ({ ...rest, iso3: countryiso3code }))),
      'SP.POP.TOTL',
      /^world-bank-wdi, SP\.POP\.TOTL: http.*another shape[\s\S]*\[1\]\[0\]\.countryiso3code[\s\S]*and 2 more of the kind/,
    ],
    [
      'a series that the World Bank has retired',
      () => bank(),
      'XX.YY',
      /^world-bank-wdi, XX\.YY: http[\s\S]*the World Bank refuses it: The provided parameter value is not valid\. Has it renamed/,
    ],
    [
      'an empty answer',
      () => bank([]),
      'SP.POP.TOTL',
      /^world-bank-wdi, SP\.POP\.TOTL: the World Bank answered no rows at all/,
    ],
    [
      'a series without a single value',
      () => bank([row('FRA', 'FR', 'France', '2024', null)]),
      'SP.POP.TOTL',
      /^world-bank-wdi, SP\.POP\.TOTL: the World Bank answered 1 rows, and a value in none/,
    ],
    [
      'months where there were years',
      () => bank([row('FRA', 'FR', 'France', '2024M01', 1)]),
      'SP.POP.TOTL',
      /\[1\]\[0\]\.date/,
    ],
  ])('%s', async (_what, api, series, message) => {
    const world = await outside();
    const { base } = await api();
    expect(await complaint(worldBank(base).refresh(world, { series }))).toMatch(message);
    await expect(readFile(join(world.raw, 'world-bank-wdi/sp.pop.totl-2026-10-13.csv'))).rejects.toThrow(
      'ENOENT',
    );
  });
});

test('fewer rows than announced are not taken for all', async () => {
  const api = await publisherApi((asked) => {
    if (asked.path === '/v2/country') return page(ECONOMIES, asked);
    return {
      body: [{ page: 1, pages: 1, per_page: 20_000, total: 6, lastupdated: '2026-10-13' }, POPULATION],
    };
  });
  expect(await complaint(refresh(api))).toMatch(/SP\.POP\.TOTL: 5 of 6 rows came/);
});
