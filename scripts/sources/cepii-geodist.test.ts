import { expect, test } from 'vitest';
import { readRecords } from '../lib/records.ts';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { bothOrders, economiesCsv, geodistGz, type Ties } from '../testing/publishers/context.ts';
import { cepiiGeodist } from './cepii-geodist.ts';

const at = (iso3: string, iso2: string, lon: number, lat: number) => ({
  ...place(iso3, iso2, `Name of ${iso3}`),
  anchor_lon: lon,
  anchor_lat: lat,
});
const PLACES = [
  at('AUT', 'AT', 16.4, 48.2),
  at('COD', 'CD', 15.3, -4.3),
  at('DEU', 'DE', 13.4, 52.5),
  at('GBR', 'GB', -0.1, 51.5),
  at('HMD', 'HM', 73.5, -53.1),
  at('PSE', 'PS', 35.2, 31.9),
  at('ROU', 'RO', 26.1, 44.4),
  at('SDN', 'SD', 32.5, 15.6),
  at('SRB', 'RS', 20.5, 44.8),
  at('SSD', 'SS', 31.6, 4.9),
  at('TLS', 'TL', 125.6, -8.6),
  // In the middle, an hour from Washington.
  at('USA', 'US', -95, 39.5),
];
const PAIR = bothOrders([['DEU', 'GBR']]);

async function ingest(rows: Ties): Promise<Workbench> {
  const bench = await benchWith(
    {
      'cepii-geodist/dist_cepii.csv.gz': geodistGz(rows),
      'world-bank-wdi/wb_country_metadata.csv': economiesCsv([
        ['USA', 'North America', -77.032, 38.8895],
        ['GBR', 'Europe & Central Asia', -0.126236, 51.5002],
        ['WLD', 'Aggregates', '', ''],
      ]),
    },
    PLACES,
  );
  await cepiiGeodist.ingest(bench);
  return bench;
}
const pair = async (bench: Workbench, origin: string, destination: string) =>
  (
    await bench.db.all<Record<string, unknown>>(
      `SELECT * EXCLUDE (origin, destination) FROM pair_context WHERE origin = '${origin}' AND destination = '${destination}'`,
    )
  )[0];

test('a pair stands once, its smaller code first, with distances in whole kilometres', async () => {
  const tie = { contig: 1, colony: 1, dist: 439.5, distw: '789.58150000000001', distcap: 880.187 };
  const bench = await ingest(bothOrders([['DEU', 'AUT', tie]]));
  expect(await pair(bench, 'AUT', 'DEU')).toEqual({
    distance_km: 440,
    distance_weighted_km: 790,
    distance_capitals_km: 880,
    contiguous: true,
    common_official_language: false,
    common_spoken_language: false,
    colonial_tie: true,
    common_coloniser: false,
    colonial_tie_now: false,
    colonial_tie_after_1945: false,
    same_country: false,
    shared_hours: 8,
    flag: null,
  });
  expect(await pair(bench, 'DEU', 'AUT')).toBeUndefined();
});

test('each column of the file goes into its own', async () => {
  for (const [column, own] of Object.entries({
    contig: 'contiguous',
    comlang_off: 'common_official_language',
    comlang_ethno: 'common_spoken_language',
    colony: 'colonial_tie',
    comcol: 'common_coloniser',
    curcol: 'colonial_tie_now',
    col45: 'colonial_tie_after_1945',
    smctry: 'same_country',
  })) {
    const bench = await ingest(bothOrders([['DEU', 'GBR', { [column]: 1 }]]));
    const yes = Object.entries((await pair(bench, 'DEU', 'GBR')) ?? {}).filter(([, value]) => value === true);
    expect(yes, column).toEqual([[own, true]]);
  }
});

test('old codes are mapped; Serbia and Montenegro, and Sudan with its south, are flagged', async () => {
  const bench = await ingest(
    bothOrders([
      ['ROM', 'DEU', { dist: 1 }],
      ['ZAR', 'DEU', { dist: 2 }],
      ['TMP', 'DEU', { dist: 3 }],
      ['PAL', 'DEU', { dist: 4 }],
      ['YUG', 'DEU', { dist: 5 }],
      ['SDN', 'DEU', { dist: 6 }],
    ]),
  );
  expect(
    await bench.db.all(
      'SELECT origin, destination, distance_km, flag FROM pair_context WHERE distance_km IS NOT NULL ORDER BY distance_km',
    ),
  ).toEqual([
    { origin: 'DEU', destination: 'ROU', distance_km: 1, flag: null },
    { origin: 'COD', destination: 'DEU', distance_km: 2, flag: null },
    { origin: 'DEU', destination: 'TLS', distance_km: 3, flag: null },
    { origin: 'DEU', destination: 'PSE', distance_km: 4, flag: null },
    { origin: 'DEU', destination: 'SRB', distance_km: 5, flag: 'd' },
    { origin: 'DEU', destination: 'SDN', distance_km: 6, flag: 'd' },
  ]);
});

test('the Netherlands Antilles and distances within a country are left out, and counted', async () => {
  const bench = await ingest([
    ...bothOrders([
      ['DEU', 'GBR'],
      ['ANT', 'DEU'],
    ]),
    ['ANT', 'ANT', { dist: 12 }],
    ['DEU', 'DEU', { dist: 300 }],
    ['GBR', 'GBR', { dist: 200 }],
  ]);
  // Two rows begin in the Antilles, and one more ends there.
  expect(await exclusionsOf(bench)).toEqual({ ANT: 3, 'a country with itself': 2 });
  expect(await bench.db.all('FROM pair_context WHERE origin = destination')).toEqual([]);
});

test('a country that CEPII lacks has pairs with hours and nothing else, and the record names it', async () => {
  const bench = await ingest(PAIR);
  expect(await pair(bench, 'DEU', 'SSD')).toMatchObject({
    distance_km: null,
    distance_weighted_km: null,
    contiguous: null,
    same_country: null,
    shared_hours: 7.5,
    flag: null,
  });
  const caveats = (await readRecords()).get('cepii-geodist')?.caveats.join('\n');
  for (const name of ['South Sudan', 'Kosovo', 'Montenegro', 'Monaco', 'Liechtenstein'])
    expect(caveats).toMatch(new RegExp(`Not in it: .*${name}`));
});

test('a missing distance is empty and flagged, not zero', async () => {
  const bench = await ingest(bothOrders([['DEU', 'GBR', { distw: '.' }]]));
  expect(await pair(bench, 'DEU', 'GBR')).toMatchObject({
    distance_km: 1000,
    distance_weighted_km: null,
    flag: 'm',
  });
});

test('where the two orders contradict each other on one country, it is left empty and counted', async () => {
  const bench = await ingest([
    ['DEU', 'GBR', { smctry: 1 }],
    ['GBR', 'DEU', { smctry: 0 }],
    ...bothOrders([['AUT', 'DEU', { smctry: 1 }]]),
  ]);
  expect(await pair(bench, 'DEU', 'GBR')).toMatchObject({ same_country: null, distance_km: 1000 });
  expect(await pair(bench, 'AUT', 'DEU')).toMatchObject({ same_country: true });
  expect(await exclusionsOf(bench)).toEqual({ 'smctry where the two orders of a pair differ': 2 });
});

test('any other contradiction stops, and so does a pair in one order only', async () => {
  const orders = (one: object, other: object) =>
    ingest([
      ['DEU', 'GBR', one],
      ['GBR', 'DEU', other],
    ]);
  const onWhat = /DEU and GBR in this order do not agree with GBR and DEU on (.*)\. A pair/;
  expect((await complaint(orders({ colony: 1 }, { colony: 0 }))).match(onWhat)?.[1]).toBe('colony');
  expect((await complaint(orders({ dist: 900 }, { dist: 1000 }))).match(onWhat)?.[1]).toBe('dist');
  expect((await complaint(orders({ distw: '.' }, {}))).match(onWhat)?.[1]).toBe('distw');
  expect((await complaint(ingest([['DEU', 'GBR']]))).match(onWhat)?.[1]).toBe('the pair itself');
  // The file's own last digits differ by less than a metre or two.
  const bench = await orders({ distw: 1000.004 }, { distw: 1000.014 });
  expect(await pair(bench, 'DEU', 'GBR')).toMatchObject({ distance_weighted_km: 1000 });
});

test('a yes or no that is neither 0 nor 1 stops', async () => {
  expect(await complaint(ingest(bothOrders([['DEU', 'GBR', { contig: 2 }]])))).toMatch(
    /contig of DEU and GBR is "2", which is not known there/,
  );
  expect(await complaint(ingest(bothOrders([['DEU', 'GBR', { contig: '' }]])))).toMatch(/is empty/);
});

test('hours are of the capitals, not of the anchors, and every pair with a time zone has them', async () => {
  const bench = await ingest(PAIR);
  expect(await pair(bench, 'GBR', 'USA')).toMatchObject({ shared_hours: 3 });
  const { without, pairs } = await bench.db.one<{ without: number; pairs: number }>(
    'SELECT count(*) FILTER (shared_hours IS NULL)::INTEGER AS without, count(*)::INTEGER AS pairs FROM pair_context',
  );
  // The uninhabited island has no working day.
  const places = PLACES.length - 1;
  expect({ without, pairs }).toEqual({ without: 0, pairs: (places * (places - 1)) / 2 });
  expect(await bench.db.all("FROM pair_context WHERE 'HMD' IN (origin, destination)")).toEqual([]);
});
