import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

/**
 * By hand: effects of 100, 50 and 20 (as logarithms), distance with the power −½, a border doubles.
 * AAA and BBB, 100 km and a border: 100 · 50 · 0.1 · 2 = 1000. AAA and CCC, 400 km: 100 · 20 · 0.05 = 100.
 * BBB and CCC, 10 000 km: 50 · 20 · 0.01 = 10.
 */
const period = (layer: string, source: string, from_year: number, to_year = from_year) => ({
  layer,
  source,
  from_year,
  to_year,
});
const coefficients = (key: ReturnType<typeof period>, distance = -0.5) =>
  Object.entries({
    log_distance: distance,
    contiguous: Math.log(2),
    common_language: Math.log(3),
    colonial_tie: Math.log(5),
  }).map(([term, coefficient]) => ({ ...key, term, coefficient }));
const effects = (key: ReturnType<typeof period>, role: string, sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).map(([country, size]) => ({ ...key, role, country, effect: Math.log(size) }));
const SIZES = { AAA: 100, BBB: 50, CCC: 20, DDD: 7 };
const context = (origin: string, destination: string, distance: number | null, marks: object = {}) => ({
  origin,
  destination,
  distance_km: 1,
  distance_weighted_km: distance,
  contiguous: false,
  common_official_language: false,
  colonial_tie: false,
  ...marks,
});

const [P19, P20] = [period('papers', 's', 2019), period('papers', 's', 2020)];
const other = period('papers', 't', 2020);
const projects = period('projects', 'h', 2015, 2017);
const scholars = period('scholars', 'm', 2020);
const moves = period('scholars', 'n', 2018, 2019);

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 's', 2019, { AAA: { BBB: 500 } }),
      ...flowsOf('papers', 's', 2020, { AAA: { BBB: 900, DDD: 4 }, BBB: { CCC: 30 } }),
      ...flowsOf('papers', 't', 2020, { AAA: { BBB: 1 } }),
      // A year that was not fitted.
      ...flowsOf('papers', 's', 2021, { AAA: { BBB: 77 } }),
      ...flowsOf('projects', 'h', 2014, { AAA: { BBB: 1000 } }),
      ...flowsOf('projects', 'h', 2015, { AAA: { BBB: 3 } }).map((row) => ({ ...row, flag: 'u' })),
      ...flowsOf('projects', 'h', 2017, { AAA: { BBB: 2, CCC: 1 } }).map((row) => ({ ...row, flag: 'b' })),
      ...flowsOf('scholars', 'm', 2020, { AAA: { BBB: 8 }, BBB: { AAA: 2 } }),
      ...flowsOf('scholars', 'n', 2018, { AAA: { BBB: 8 }, BBB: { AAA: 2 } }),
      ...flowsOf('scholars', 'n', 2019, { AAA: { BBB: 1 } }),
    ],
    pair_context: [
      context('AAA', 'BBB', 100, { contiguous: true }),
      context('AAA', 'CCC', 400, { flag: 'd' }),
      context('BBB', 'CCC', 10000),
      context('AAA', 'DDD', null, { flag: 'm' }),
      context('BBB', 'DDD', 100, { colonial_tie: null }),
      context('CCC', 'DDD', 100, { common_official_language: true, colonial_tie: true, flag: 'm' }),
    ],
    gravity_coefficients: [
      ...coefficients(P19, 0),
      ...[P20, other, projects, scholars, moves].flatMap((key) => coefficients(key)),
    ],
    gravity_effects: [
      ...effects(P19, 'both', { AAA: 100, BBB: 50 }),
      ...effects(P20, 'both', SIZES),
      ...effects(other, 'both', { AAA: 1, BBB: 1 }),
      ...effects(projects, 'both', { AAA: 100, BBB: 50, CCC: 20 }),
      ...effects(scholars, 'origin', { AAA: 10, BBB: 4 }),
      ...effects(scholars, 'destination', { AAA: 5, BBB: 2, CCC: 4 }),
      ...effects(moves, 'origin', { AAA: 10, BBB: 4 }),
      ...effects(moves, 'destination', { AAA: 5, BBB: 2 }),
    ],
  });
});
afterAll(() => db.close());

const pairs = (where: string) =>
  db.all<Record<string, string | number | null>>(
    `SELECT origin, destination, from_year, to_year, observed, expected, ratio, low, high, flag FROM gravity_pairs WHERE ${where} ORDER BY source, to_year, origin, destination`,
  );
const one = async (where: string) => {
  const rows = await pairs(where);
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
};
const numbers = (row: Record<string, string | number | null>) =>
  [row['observed'], row['expected'], row['ratio']].map((value) => Number(Number(value).toFixed(9)));

describe('undirected', () => {
  test('both orders of every pair whose terms are known, with the numbers by hand', async () => {
    const rows = await pairs("layer = 'papers' AND source = 's' AND to_year = 2020");
    expect(rows.map((row) => [row['origin'], row['destination'], ...numbers(row)])).toEqual([
      ['AAA', 'BBB', 900, 1000, 0.9],
      ['AAA', 'CCC', 0, 100, 0],
      ['BBB', 'AAA', 900, 1000, 0.9],
      ['BBB', 'CCC', 30, 10, 3],
      ['CCC', 'AAA', 0, 100, 0],
      ['CCC', 'BBB', 30, 10, 3],
      // 20 · 7 · 0.1 · 3 · 5
      ['CCC', 'DDD', 0, 210, 0],
      ['DDD', 'CCC', 0, 210, 0],
    ]);
  });

  test('limits are those of the count over the same expectation; a zero has an upper one', async () => {
    const pair = (a: string, b: string) =>
      one(
        `layer = 'papers' AND source = 's' AND to_year = 2020 AND origin = '${a}' AND destination = '${b}'`,
      );
    const { low, high } = await pair('BBB', 'CCC');
    // Exact mid-P limits of 30 are 20.6 and 42.3.
    expect(Number(low)).toBeCloseTo(2.06, 1);
    expect(Number(high)).toBeCloseTo(4.23, 1);
    const zero = await pair('AAA', 'CCC');
    expect([zero['low'], Number(zero['high']).toFixed(3)]).toEqual([0, '0.030']);
  });

  test('each year and source has its own counts, coefficients and effects', async () => {
    const at = "layer = 'papers' AND origin = 'AAA' AND destination = 'BBB'";
    // 2019, with no power of distance: 100 · 50 · 2; of the other source: 1 · 1 · 0.1 · 2.
    expect((await pairs(at)).map((row) => [row['to_year'], ...numbers(row)])).toEqual([
      [2019, 500, 10000, 0.05],
      [2020, 900, 1000, 0.9],
      [2020, 1, 0.2, 5],
    ]);
  });
});

describe('pooled', () => {
  test('a period is the sum of its years, and not of those around it', async () => {
    const rows = await pairs("layer = 'projects' AND origin = 'AAA'");
    expect(
      rows.map((row) => [row['destination'], row['from_year'], row['to_year'], ...numbers(row)]),
    ).toEqual([
      ['BBB', 2015, 2017, 5, 1000, 0.005],
      ['CCC', 2015, 2017, 1, 100, 0.01],
    ]);
  });

  test('it carries the flags of all its years and of the pair, in order', async () => {
    const rows = await pairs("layer = 'projects' AND origin = 'AAA'");
    expect(rows.map(({ flag }) => flag)).toEqual(['bu', 'bd']);
  });
});

test('a pooled directed layer keeps both ways apart', async () => {
  const rows = await pairs("layer = 'scholars' AND source = 'n'");
  expect(rows.map((row) => [row['origin'], row['destination'], ...numbers(row)])).toEqual([
    ['AAA', 'BBB', 9, 4, 2.25],
    ['BBB', 'AAA', 2, 4, 0.5],
  ]);
});

test('directed: from origins to destinations, each way with its own', async () => {
  const rows = await pairs("layer = 'scholars' AND source = 'm'");
  expect(rows.map((row) => [row['origin'], row['destination'], ...numbers(row)])).toEqual([
    ['AAA', 'BBB', 8, 4, 2], // 10 · 2 · 0.1 · 2
    ['AAA', 'CCC', 0, 2, 0], // 10 · 4 · 0.05
    ['BBB', 'AAA', 2, 4, 0.5], // 4 · 5 · 0.1 · 2
    ['BBB', 'CCC', 0, 0.16, 0], // 4 · 4 · 0.01
  ]);
});

test('a pair with a country of other borders is flagged; a missing distance of another kind is not said here', async () => {
  const flags = await pairs("layer = 'papers' AND source = 's' AND to_year = 2020 AND origin = 'CCC'");
  expect(flags.map(({ destination, flag }) => [destination, flag])).toEqual([
    ['AAA', 'd'],
    ['BBB', null],
    ['DDD', null],
  ]);
});

test('the indicator is the ratio, at the last year of the period', async () => {
  const rows = await db.all(
    "SELECT layer, source, destination, year, value, low < value AS below, high > value AS above, flag FROM pair_indicators WHERE indicator = 'observed_over_expected' AND origin = 'AAA' AND destination IN ('BBB', 'CCC') AND year <> 2019 AND source <> 'n' ORDER BY layer, source, destination",
  );
  const row = (
    layer: string,
    source: string,
    destination: string,
    year: number,
    value: number,
    flag: string | null = null,
  ) => ({
    layer,
    source,
    destination,
    year,
    value,
    below: value > 0,
    above: true,
    flag,
  });
  expect(rows).toEqual([
    row('papers', 's', 'BBB', 2020, 0.9),
    row('papers', 's', 'CCC', 2020, 0, 'd'),
    row('papers', 't', 'BBB', 2020, 5),
    row('projects', 'h', 'BBB', 2017, 0.005, 'bu'),
    row('projects', 'h', 'CCC', 2017, 0.01, 'bd'),
    row('scholars', 'm', 'BBB', 2020, 2),
    row('scholars', 'm', 'CCC', 2020, 0, 'd'),
  ]);
});
