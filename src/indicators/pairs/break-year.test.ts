import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import { splitsOf } from './break-definition.ts';
import { breakYear, CRITICAL, FALSE_ALARMS, LEAST_LINKS, LEAST_YEARS, WITHIN } from './break-year.ts';

type Flows = ReturnType<typeof flowsOf>;
const FIRST = 1990;

/** Counts that vary by chance about a mean; `dispersion` times as much as Poisson counts do. */
function chance(mean: number, dispersion: number, next: () => number): number {
  // A Poisson count whose mean is drawn anew each time, from a sum of exponentials: a negative binomial.
  const shape = mean / (dispersion - 1);
  let drawn = mean;
  if (dispersion > 1) {
    drawn = 0;
    for (let i = 0; i < Math.round(shape); i++) drawn -= Math.log(1 - next()) * (mean / Math.round(shape));
  }
  let [count, product] = [-1, 1];
  do {
    count++;
    product *= 1 - next();
  } while (product > Math.exp(-drawn));
  return count;
}

const code = (i: number): string => `C${String(i).padStart(2, '0')}`;

/** Years of a world in which all countries are alike, all pairs tied as `links` says. */
const world = (
  source: string,
  countries: number,
  years: number,
  links: (pair: string, year: number) => number,
  layer = 'papers',
): Flows =>
  Array.from({ length: years }, (_, y) => FIRST + y).flatMap((year) =>
    flowsOf(
      layer,
      source,
      year,
      Object.fromEntries(
        Array.from({ length: countries }, (_, i) => [
          code(i),
          Object.fromEntries(
            Array.from({ length: countries }, (_, j) => j)
              .filter((j) => (layer === 'papers' ? j > i : j !== i))
              .map((j) => [code(j), links(`${code(i)} ${code(j)}`, year)] as const)
              .filter(([, value]) => value > 0),
          ),
        ]),
      ),
    ),
  );

/** The first pair has 40 links a year, from 2000 on 120; the others 40. */
const planted = (pair: string, year: number): number => (pair === 'C00 C01' && year >= 2000 ? 120 : 40);
/** The first pair has one link a year, from 2000 on nine: 100 in all, or with none in the first year 99. */
const small = (pair: string, year: number): number => (pair !== 'C00 C01' ? 40 : year >= 2000 ? 9 : 1);
const smaller = (pair: string, year: number): number =>
  pair === 'C00 C01' && year === FIRST ? 0 : small(pair, year);
/** Pairs of one kind rise. */
const rising = (pair: string): boolean => (Number(pair.slice(1, 3)) + Number(pair.slice(5))) % 4 === 0;
const next = random(11);
const CALM = [1, 4] as const;

/** Each source is a world of its own. */
let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...world('planted', 8, 20, planted),
      ...world('three times', 8, 20, (pair, year) => 3 * planted(pair, year)),
      ...world('late', 8, 20, (pair, year) => (pair === 'C00 C01' && year >= 2008 ? 120 : 40)),
      ...world('small', 8, 20, small),
      ...world('smaller', 8, 20, smaller),
      ...world('provisional', 8, 20, planted).map((row) => ({
        ...row,
        ...(row['year'] === 2009 ? { value: 9999, flag: 'p' } : {}),
      })),
      ...world('moves', 8, 20, planted, 'scholars'),
      ...world('lists', 8, 20, planted, 'students'),
      ...world('projects', 8, 20, planted, 'projects'),
      ...CALM.flatMap((d) => world(`calm ${d}`, 24, 30, () => chance(20, d, next))),
      ...world('drawn', 10, 25, (pair, year) => chance(rising(pair) && year > 2003 ? 40 : 20, 2, next)),
    ],
  });
});
afterAll(() => db.close());

interface Found {
  readonly origin: string;
  readonly destination: string;
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
const breaks = (source: string) =>
  db.all<Found>(
    `SELECT origin, destination, year, value, low, high FROM pair_indicators
     WHERE indicator = 'break_year' AND source = '${source}' ORDER BY origin, destination`,
  );
const breakOf = async (source: string, origin = 'C00', destination = 'C01') =>
  (await breaks(source)).find((row) => row.origin === origin && row.destination === destination);

describe('the definition, by hand', () => {
  const years = (pairs: readonly (readonly [links: number, expected: number])[]) =>
    pairs.map(([links, expected], i) => ({ year: 2000 + i, links, expected }));

  test('two levels of links over expected links: 2 (10 ln ½ + 40 ln 2 − 50 ln 1.25), and no scatter', () => {
    // Levels ½ and 2: 5 of 10 expected, twice, then 20 of 10, twice; in all 50 of 40.
    const series = years([
      [5, 10],
      [5, 10],
      [20, 10],
      [20, 10],
    ]);
    const [split, ...others] = splitsOf(series, 2);
    expect(others).toEqual([]);
    expect(split).toMatchObject({ year: 2002, dispersion: 1 });
    expect(split?.ratio).toBeCloseTo(2 * (10 * Math.log(0.5) + 40 * Math.log(2) - 50 * Math.log(50 / 40)), 9);
  });

  test('scatter about the levels, over two years less than there are', () => {
    // Levels 2 and 4 of expected 10: departures of ±15 from 20, ±20 from 40: 4 · 225 / 20 … = 2 · 11.25 + 2 · 10 = 42.5, over 2.
    const series = years([
      [5, 10],
      [35, 10],
      [20, 10],
      [60, 10],
    ]);
    expect(splitsOf(series, 2)[0]?.dispersion).toBeCloseTo(42.5 / 2, 9);
  });

  test('every place that leaves enough years on either side', () => {
    const flat = years(Array.from({ length: 8 }, () => [10, 10] as const));
    expect(splitsOf(flat, 3).map(({ year, ratio }) => [year, ratio])).toEqual([
      [2003, 0],
      [2004, 0],
      [2005, 0],
    ]);
  });
});

describe('made-up worlds', () => {
  test('a tie that trebles in 2000 breaks there, in both orders, at the last year', async () => {
    expect(await breakOf('planted')).toMatchObject({ year: 2009, value: 2000, low: 2000, high: 2000 });
    expect(await breakOf('planted', 'C01', 'C00')).toMatchObject({ year: 2009, value: 2000 });
  });

  test('all links three times break in the same year', async () => {
    expect(await breakOf('three times')).toEqual(await breakOf('planted'));
  });

  test('a provisional year is left out', async () => {
    expect(await breakOf('provisional')).toMatchObject({ year: 2008, value: 2000, low: 2000, high: 2000 });
  });

  test('two years at the end are no level, so their break is not seen where it is', async () => {
    expect(LEAST_YEARS).toBe(3);
    expect((await breakOf('late'))?.value ?? 2007).toBeLessThan(2008);
  });

  test('a tie of fewer links than it takes has no value, however it changed', async () => {
    expect(LEAST_LINKS).toBe(100);
    expect(await breakOf('small')).toMatchObject({ value: 2000 });
    expect(await breakOf('smaller')).toBeUndefined();
  });

  test('moves break in their own direction; students and projects have none', async () => {
    expect(await breakOf('moves')).toMatchObject({ value: 2000 });
    expect(await breakOf('moves', 'C01', 'C00')).toBeUndefined();
    expect(await breaks('lists')).toEqual([]);
    expect(await breaks('projects')).toEqual([]);
  });
});

test.each(CALM)(
  'where nothing breaks, few pass: years that vary %i times as chance lets them',
  async (dispersion) => {
    const pairs = 24 * 23;
    expect((await breaks(`calm ${dispersion}`)).length / pairs).toBeLessThanOrEqual(FALSE_ALARMS / 100);
  },
);

test('agrees with the definition on drawn counts: which pairs, which year, which years are not ruled out', async () => {
  const cells = await db.all<{
    origin: string;
    destination: string;
    year: number;
    links: number;
    expected: number;
  }>(
    `SELECT origin, destination, year, c AS links, CAST(t_o AS DOUBLE) * t_d / t AS expected
     FROM pair_cells WHERE source = 'drawn' ORDER BY origin, destination, year`,
  );
  const expected = [
    ...Map.groupBy(cells, ({ origin, destination }) => `${origin} ${destination}`).values(),
  ].flatMap((years) => {
    const splits = splitsOf(years, LEAST_YEARS);
    const best = splits.reduce((most, split) => (split.ratio > most.ratio ? split : most));
    const [first] = years;
    if (!first || best.ratio < CRITICAL * best.dispersion) return [];
    const held = splits.filter(({ ratio }) => ratio >= best.ratio - WITHIN * best.dispersion);
    return [
      {
        origin: first.origin,
        destination: first.destination,
        year: FIRST + 24,
        value: best.year,
        low: Math.min(...held.map(({ year }) => year)),
        high: Math.max(...held.map(({ year }) => year)),
      },
    ];
  });
  expect(expected.length).toBeGreaterThan(9);
  expect(expected.some(({ low, high }) => low < high)).toBe(true);
  expect(await breaks('drawn')).toEqual(expected);
});

test('the example splits the years of its row', () => {
  const years = Array.from({ length: 20 }, (_, i) => `${FIRST + i} ${i < 10 ? 40 : 120} 50`).join(';');
  expect(breakYear.example.compute({ years })).toBe(2000);
});
