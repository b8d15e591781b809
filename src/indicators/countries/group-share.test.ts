import { afterAll, beforeAll, expect, test } from 'vitest';
import { CODES, randomMatrix } from '../../../tests/support/matrices.ts';
import { oneOf, random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const UIS = 'uis-student-flows';
const place = (iso3: string, region: string | null, income_group: string | null) => ({
  iso3,
  region,
  income_group,
});
const host = (country: string, reported: number) => ({
  layer: 'students',
  source: UIS,
  country,
  year: 2018,
  reported,
  status: 'reported',
});

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    countries: [
      place('AAA', 'Europe', 'High income'),
      place('BBB', 'Europe', 'High income'),
      place('CCC', 'Asia', 'Low income'),
      place('DDD', null, null),
    ],
    flows: [
      // Of 44 links of A, 40 are with partners whose group is known: just above nine tenths. In 2019, 40 of 45: below.
      ...flowsOf('papers', 's', 2018, { AAA: { BBB: 30, CCC: 10, DDD: 4 } }),
      ...flowsOf('papers', 's', 2019, { AAA: { BBB: 30, CCC: 10, DDD: 5 } }),
      ...flowsOf('scholars', 's', 2018, { AAA: { CCC: 3 }, BBB: { AAA: 9, CCC: 1 }, CCC: { AAA: 1 } }),
      ...flowsOf('students', UIS, 2018, { BBB: { AAA: 60 }, CCC: { AAA: 20 }, DDD: { AAA: 5 } }),
    ],
    coverage: [host('AAA', 100)],
  });
});
afterAll(() => db.close());

const valuesOf = async (layer: string, like: string, year = 2018): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', country, indicator, value, low, high, flag) AS row FROM country_indicators
       WHERE layer = '${layer}' AND year = ${year} AND indicator LIKE '${like}' ORDER BY row`,
    )
  ).map(({ row }) => row);

test('own region: 30 of the 40 links whose partner has one; D has none itself', async () => {
  expect(await valuesOf('papers', 'own_region%')).toEqual([
    'AAA own_region_share 0.75',
    'BBB own_region_share 1.0',
    'CCC own_region_share 0.0',
  ]);
});

test('own income group and low-income countries', async () => {
  expect(await valuesOf('papers', '%income%')).toEqual([
    'AAA low_income_share 0.25',
    'AAA own_income_share 0.75',
    'BBB low_income_share 0.0',
    'BBB own_income_share 1.0',
    'CCC low_income_share 0.0',
    'CCC own_income_share 0.0',
    'DDD low_income_share 0.0',
  ]);
});

test('there is no value where less than nine tenths of the links have a partner with a group', async () => {
  expect((await valuesOf('papers', '%', 2019)).filter((row) => row.startsWith('AAA own'))).toEqual([]);
  expect((await valuesOf('papers', '%', 2019)).filter((row) => row.startsWith('AAA low'))).toEqual([]);
});

test('inbound and outbound are apart', async () => {
  expect(await valuesOf('scholars', 'own_region_inbound%')).toEqual([
    'AAA own_region_inbound_share 0.9',
    'CCC own_region_inbound_share 0.0',
  ]);
  expect(await valuesOf('scholars', 'own_region_outbound%')).toEqual([
    'AAA own_region_outbound_share 0.0',
    'BBB own_region_outbound_share 0.9',
    'CCC own_region_outbound_share 0.0',
  ]);
});

test('students: what is not listed or has no group is outside or inside, so that there are bounds', async () => {
  // Listed 85 of 100, known 80, inside 60: 60 / 80, from 60 / 100 to (60 + 20) / 100.
  expect(await valuesOf('students', 'own_region%')).toEqual(['AAA own_region_inbound_share 0.75 0.6 0.8 e']);
  expect(await valuesOf('students', 'low_income%')).toEqual(['AAA low_income_inbound_share 0.25 0.2 0.4 e']);
});

test('shares of all regions add up to one, whatever the links', async () => {
  const next = random(99);
  const regions = ['Africa', 'Asia', 'Europe'];
  const places = CODES.map((iso3) => place(iso3, oneOf(regions, next), 'High income'));
  const regionOf = new Map(places.map(({ iso3, region }) => [iso3, region]));
  const worlds = Array.from({ length: 20 }, () => randomMatrix(next, { directed: false }));
  const small = await smallRelease({
    countries: places,
    flows: worlds.flatMap((matrix, i) => flowsOf('papers', 's', 1900 + i, matrix)),
  });
  try {
    const rows = await small.all<{ country: string; year: number; value: number }>(
      "SELECT country, year, value FROM country_indicators WHERE indicator = 'own_region_share'",
    );
    expect(rows.length).toBeGreaterThan(80);
    for (const { country, year, value } of rows) {
      const links = flowsOf('papers', 's', year, worlds[year - 1900] ?? {}).flatMap((f) =>
        f['origin'] === country
          ? [[f['destination'], f['value']] as const]
          : f['destination'] === country
            ? [[f['origin'], f['value']] as const]
            : [],
      );
      const sum = (of: typeof links) => of.reduce((s, [, v]) => s + Number(v), 0);
      const others = links.filter(([partner]) => regionOf.get(String(partner)) !== regionOf.get(country));
      expect(value + sum(others) / sum(links)).toBeCloseTo(1, 5);
    }
    const income = await small.all<{ value: number }>(
      "SELECT value FROM country_indicators WHERE indicator = 'own_income_share'",
    );
    expect(new Set(income.map(({ value }) => value))).toEqual(new Set([1]));
  } finally {
    small.close();
  }
});
