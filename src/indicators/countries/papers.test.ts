import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const works = (country: string, year: number, value: number, flag: string | null = null) => ({
  country,
  measure: 'international_works',
  source: 'openalex-copublications',
  year,
  value,
  flag,
});
const context = (country: string, indicator: string, year: number, value: number) => ({
  country,
  indicator,
  year,
  value,
  unit: '',
  source: 'world-bank-wdi',
});
const NCSES = { source: 'ncses-publications/scopus', flag: null };
const articles = (edition: string, country: string, attribute: string, year: number, value: number) => ({
  ...NCSES,
  edition,
  country,
  attribute,
  year,
  value,
});
const ofField = (
  edition: string,
  country: string,
  field: string,
  counting: string,
  year: number,
  value: number,
  measure = 'top 1 % share',
) => ({ ...NCSES, edition, country, field, measure, counting, year, value });

/** Random shares of international articles: code, international, all. */
const next = random(7);
const RANDOM = Array.from({ length: 25 }, (_, n) => {
  const all = between(1, 100_000, next);
  return [`R${String.fromCharCode(65 + n)}X`, between(0, all, next), all] as const;
});

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    totals: [
      works('AAA', 2020, 500),
      works('AAA', 2023, 600, 'p'),
      works('BBB', 2020, 60),
      works('CCC', 2020, 30),
      works('WLD', 2020, 9000),
    ],
    country_context: [
      context('AAA', 'population', 2020, 2_000_000),
      context('AAA', 'population', 2023, 2_000_000),
      context('AAA', 'researchers_per_million', 2020, 1000),
      context('AAA', 'researchers_per_million', 2022, 1000),
      // 600 × 0.15 million and 667 × 0.15 million people: 90 and 100.05 researchers
      context('BBB', 'population', 2020, 150_000),
      context('BBB', 'researchers_per_million', 2020, 600),
      context('CCC', 'population', 2020, 150_000),
      context('CCC', 'researchers_per_million', 2020, 667),
      context('WLD', 'population', 2020, 1e9),
      context('WLD', 'researchers_per_million', 2020, 1000),
    ],
    publication_counts: [
      articles('SEI2022', 'AAA', 'total', 2018, 100),
      articles('SEI2022', 'AAA', 'international', 2018, 90),
      articles('SEI2022', 'AAA', 'total', 2000, 100),
      articles('SEI2022', 'AAA', 'international', 2000, 80),
      articles('SEI2024', 'AAA', 'total', 2018, 200),
      articles('SEI2024', 'AAA', 'international', 2018, 50),
      articles('SEI2024', 'AAA', 'domestic only', 2018, 140),
      articles('SEI2024', 'BBB', 'total', 2018, 0),
      articles('SEI2024', 'BBB', 'international', 2018, 0),
      articles('SEI2024', 'WLD', 'total', 2018, 900),
      articles('SEI2024', 'WLD', 'international', 2018, 100),
      ...RANDOM.flatMap(([code, international, all]) => [
        articles('SEI2024', code, 'total', 2018, all),
        articles('SEI2024', code, 'international', 2018, international),
      ]),
    ],
    publication_fields: [
      ofField('SEI2022', 'AAA', 'all', 'fractional', 2010, 3),
      ofField('SEI2024', 'AAA', 'all', 'fractional', 2010, 0.96),
      ofField('SEI2024', 'AAA', 'all', 'whole', 2010, 1.66),
      ofField('SEI2024', 'AAA', 'physics', 'fractional', 2010, 2),
      ofField('SEI2024', 'WLD', 'all', 'fractional', 2010, 1),
      ofField('SEI2024', 'AAA', 'all', 'whole', 2010, 500, 'articles'),
    ],
  });
});
afterAll(() => db.close());

const rowsOf = async (indicator: string, where = 'TRUE'): Promise<string[]> =>
  (
    await db.all<{ row: string }>(
      `SELECT concat_ws(' ', country, source, year, value, coalesce(flag, '-')) AS row FROM country_indicators
       WHERE indicator = '${indicator}' AND layer = 'papers' AND low IS NULL AND high IS NULL AND ${where} ORDER BY row`,
    )
  ).map(({ row }) => row);

test('500 works of 2 million people are 250 a million; a provisional count gives a provisional rate', async () => {
  expect(await rowsOf('works_per_million')).toEqual([
    'AAA openalex-copublications 2020 250.0 -',
    'AAA openalex-copublications 2023 300.0 p',
    'BBB openalex-copublications 2020 400.0 -',
    'CCC openalex-copublications 2020 200.0 -',
  ]);
});

test('1,000 researchers a million are 2,000 in 2 million, with 500 works: 250 a thousand; fewer than 100 have none', async () => {
  expect(await rowsOf('works_per_thousand_researchers')).toEqual([
    'AAA openalex-copublications 2020 250.0 -',
    // 30 works of 100.05 researchers
    'CCC openalex-copublications 2020 299.850075 -',
  ]);
});

test('international over all articles, of the newest edition alone; the world is no country', async () => {
  expect(await rowsOf('international_rate', "country NOT LIKE 'R%'")).toEqual([
    'AAA ncses-publications/scopus 2018 0.25 -',
  ]);
});

test('a share is that of any pair of counts, from 0 to 1', async () => {
  const rows = await db.all<{ country: string; value: number }>(
    "SELECT country, value FROM country_indicators WHERE indicator = 'international_rate' AND country LIKE 'R%' ORDER BY country",
  );
  expect(rows).toHaveLength(RANDOM.length);
  RANDOM.forEach(([code, international, all], n) => {
    expect(rows[n]?.country).toBe(code);
    expect(rows[n]?.value).toBeCloseTo(international / all, 6);
    expect(rows[n]?.value).toBeGreaterThanOrEqual(0);
    expect(rows[n]?.value).toBeLessThanOrEqual(1);
  });
});

test('the share among the most cited: all fields, fractional counting, newest edition', async () => {
  expect(await rowsOf('top1_share')).toEqual(['AAA ncses-publications/scopus 2010 0.96 -']);
});
