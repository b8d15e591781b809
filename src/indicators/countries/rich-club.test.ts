import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { between, random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import { CLUB, LEAST_COUNTRIES } from './rich-club.ts';

type Matrix = Record<string, Record<string, number>>;

const two = (i: number): string => String(i).padStart(2, '0');

/**
 * Eleven rich countries, R00 to R10, with 10 links for each pair; a ring of twenty small ones, each with 3 links with R00
 * and 1 with either neighbour. T of R00 is 100 + 60 = 160, of the other rich 100, of a small one 5; T is 1260.
 */
function world(): Matrix {
  const matrix: Matrix = {};
  const add = (a: string, b: string, links: number) => {
    (matrix[a] ??= {})[b] = links;
  };
  for (let i = 0; i <= 10; i++) for (let j = i + 1; j <= 10; j++) add(`R${two(i)}`, `R${two(j)}`, 10);
  for (let i = 0; i < 20; i++) {
    add('R00', `S${two(i)}`, 3);
    if (i < 19) add(`S${two(i)}`, `S${two(i + 1)}`, 1);
  }
  add('S00', 'S19', 1);
  return matrix;
}

/** The same links as moves, now in one direction, now in both. */
function split(matrix: Matrix): Matrix {
  const next = random(1);
  const directed: Matrix = {};
  for (const [a, row] of Object.entries(matrix))
    for (const [b, links] of Object.entries(row)) {
      const out = between(0, links, next);
      if (out) (directed[a] ??= {})[b] = out;
      if (links - out) (directed[b] ??= {})[a] = links - out;
    }
  return directed;
}

const row = (n: number): Matrix =>
  Object.fromEntries(Array.from({ length: n - 1 }, (_, i) => [`C${two(i)}`, { [`C${two(i + 1)}`]: 1 }]));

function anyWorld(seed: number, times: number): Matrix {
  const next = random(seed);
  const codes = Array.from({ length: 36 }, (_, i) => `C${two(i)}`);
  return Object.fromEntries(
    codes.map((a, i) => {
      const partners = codes.slice(i + 1).filter(() => next() < 0.6);
      return [a, Object.fromEntries(partners.map((b) => [b, between(1, 50, next) * times]))];
    }),
  );
}
const SEEDS = [1, 2, 3];

/** Each source is a world of its own. */
let db: Session;
beforeAll(async () => {
  const papers = (source: string, matrix: Matrix) => flowsOf('papers', source, 2020, matrix);
  db = await smallRelease({
    flows: [
      ...papers('plain', world()),
      ...flowsOf('scholars', 'moves', 2020, split(world())),
      ...papers('provisional', world()).map((flow) => ({ ...flow, flag: 'p' })),
      ...papers('apart', { ...world(), U00: { U01: 2 } }),
      ...papers('few', row(29)),
      ...papers('enough', row(30)),
      ...SEEDS.flatMap((seed) => [
        ...papers(`once ${seed}`, anyWorld(seed, 1)),
        ...papers(`more ${seed}`, anyWorld(seed, 3)),
      ]),
    ],
  });
});
afterAll(() => db.close());

const leans = (source: string) =>
  db.all<{ country: string; value: number; flag: string | null }>(
    `SELECT country, value, flag FROM country_indicators WHERE indicator = 'rich_club' AND source = '${source}' ORDER BY country`,
  );
const lean = async (source: string, country: string) =>
  (await leans(source)).find((found) => found.country === country)?.value;

describe('by hand', () => {
  test('a small country: 3 of 5 links go to the club, which has 160 + 9 · 100 of 1260 − 5', async () => {
    expect(await lean('plain', 'S07')).toBeCloseTo(3 / 5 / (1060 / 1255), 6);
  });

  test('a member is held against ten others: the next one moves up', async () => {
    // R00 against R01 to R10: 100 of its 160 links, 1000 of 1260 − 160.
    expect(await lean('plain', 'R00')).toBeCloseTo(100 / 160 / (1000 / 1100), 6);
    // R05 against the ten others of the eleven: all its links; 160 + 900 of 1260 − 100.
    expect(await lean('plain', 'R05')).toBeCloseTo(1 / (1060 / 1160), 6);
  });

  test('the eleventh, which is no member by the order of codes, is held against the ten before it', async () => {
    expect(await lean('plain', 'R10')).toBeCloseTo(1 / (1060 / 1160), 6);
  });

  test('moves count in both directions: the same network, split at random', async () => {
    const papers = await leans('plain');
    expect(papers).toHaveLength(31);
    expect(await leans('moves')).toEqual(papers);
  });

  test('a flag of the year is kept', async () => {
    expect(new Set((await leans('provisional')).map(({ flag }) => flag))).toEqual(new Set(['p']));
  });

  test('a country none of whose links go to the club has zero, not nothing', async () => {
    expect(await lean('apart', 'U00')).toBe(0);
  });

  test('a network of fewer countries than three clubs has no value', async () => {
    expect(LEAST_COUNTRIES).toBe(30);
    expect(await leans('few')).toHaveLength(0);
    expect(await leans('enough')).toHaveLength(30);
  });
});

describe.each(SEEDS)('any network, %i', (seed) => {
  test('is the same with all links three times, and never below zero', async () => {
    const found = await leans(`once ${seed}`);
    expect(await leans(`more ${seed}`)).toEqual(found);
    for (const { value } of found) expect(value).toBeGreaterThanOrEqual(0);
  });

  test('agrees with its definition, taken literally', async () => {
    const matrix = anyWorld(seed, 1);
    const links = (a: string, b: string): number => matrix[a]?.[b] ?? matrix[b]?.[a] ?? 0;
    const codes = Object.keys(matrix);
    const size = (a: string): number => codes.reduce((sum, b) => sum + links(a, b), 0);
    const all = codes.reduce((sum, a) => sum + size(a), 0);
    const found = await leans(`once ${seed}`);
    expect(found.map(({ country }) => country)).toEqual(codes);
    for (const { country: x, value } of found) {
      const club = codes
        .filter((code) => code !== x)
        .sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
        .slice(0, CLUB);
      const into = club.reduce((sum, k) => sum + links(x, k), 0) / size(x);
      const chance = club.reduce((sum, k) => sum + size(k), 0) / (all - size(x));
      expect(Math.abs(value - into / chance), x).toBeLessThanOrEqual(5.1e-7);
    }
  });
});
