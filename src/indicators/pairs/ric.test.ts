import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { CODES, randomMatrix, scaled, snapshotRows, type Matrix } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

interface Row {
  readonly origin: string;
  readonly destination: string;
  readonly year: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
const rowsOf = (db: Session, where = 'TRUE') =>
  db.all<Row>(`
    SELECT origin, destination, year, value, low, high FROM pair_indicators
    WHERE indicator = 'ric' AND ${where} ORDER BY year, origin, destination`);

describe('by hand', () => {
  /** Links: A–B 30, A–C 10, B–C 20, C–D 5. So T_A = 40, T_B = 50, T_C = 35, T_D = 5 and T = 130. */
  const matrix = { AAA: { BBB: 30, CCC: 10 }, BBB: { CCC: 20 }, CCC: { DDD: 5 } };
  let db: Session;
  beforeAll(async () => {
    db = await smallRelease({
      flows: [
        ...flowsOf('papers', 's', 2020, matrix),
        ...flowsOf('projects', 's', 2020, { AAA: { BBB: 3 } }),
      ],
    });
  });
  afterAll(() => db.close());
  const pair = async (origin: string, destination: string) =>
    (await rowsOf(db, `layer = 'papers' AND origin = '${origin}' AND destination = '${destination}'`))[0];

  test.each([
    ['AAA', 'BBB', 30 / 40 / ((50 - 30) / (130 - 40)), 3.375],
    ['BBB', 'AAA', 30 / 50 / ((40 - 30) / (130 - 50)), 4.8],
    ['DDD', 'CCC', 5 / 5 / ((35 - 5) / (130 - 5)), 4.166667],
    ['CCC', 'AAA', 10 / 35 / ((40 - 10) / (130 - 35)), 0.904762],
  ])('(C_XY / T_X) / ((T_Y − C_XY) / (T − T_X)), %s to %s', async (origin, destination, formula, value) => {
    expect(formula).toBeCloseTo(value, 6);
    expect((await pair(origin, destination))?.value).toBeCloseTo(value, 6);
  });

  test('a pair without links has zero, and a finite limit above', async () => {
    // Three links of T_A = 40, over 5 of 90, would be 3 / 40 / (5 / 90) = 1.35; few links of D widen it.
    const row = await pair('AAA', 'DDD');
    expect([row?.value, row?.low]).toEqual([0, 0]);
    expect(row?.high).toBeGreaterThan(1.35);
    expect(row?.high).toBeLessThan(10);
  });

  test('where X is the only partner of Y there is nothing to compare with, and no row', async () => {
    expect(await pair('CCC', 'DDD')).toBeUndefined();
    expect(await rowsOf(db, "layer = 'projects'")).toEqual([]);
  });
});

describe('of any matrix', () => {
  const next = random(20);
  const matrices = Array.from({ length: 40 }, () => randomMatrix(next, { directed: false }));
  /** One link more between the first two countries. */
  const more = (matrix: Matrix): Matrix => ({
    ...matrix,
    AAA: { ...matrix['AAA'], BBB: (matrix['AAA']?.['BBB'] ?? 0) + 1 },
  });
  let db: Session;
  beforeAll(async () => {
    const years = (source: string, change: (matrix: Matrix) => Matrix) =>
      matrices.flatMap((matrix, i) => flowsOf('papers', source, 1950 + i, change(matrix)));
    db = await smallRelease({
      flows: [
        ...years('as is', (m) => m),
        ...years('seven times', (m) => scaled(m, 7)),
        ...years('one more', more),
      ],
    });
  });
  afterAll(() => db.close());

  test('it is a relative risk, reckoned from the matrix in another way', async () => {
    const rows = await rowsOf(db, "source = 'as is'");
    expect(rows.length).toBeGreaterThan(1000);
    for (const { origin, destination, year, value } of rows) {
      const links = (x: string, y: string) => {
        const matrix = matrices[year - 1950];
        return matrix?.[x]?.[y] ?? matrix?.[y]?.[x] ?? 0;
      };
      const ends = (of: readonly string[], to: readonly string[]) =>
        of.reduce((sum, x) => sum + to.reduce((all, y) => all + links(x, y), 0), 0);
      const others = CODES.filter((code) => code !== origin);
      const risk = ends([origin], [destination]) / ends([origin], CODES);
      expect(value).toBeCloseTo(risk / (ends(others, [destination]) / ends(others, CODES)), 5);
    }
  });

  test('limits hold the value, and the lower one is zero only where there is no link', async () => {
    for (const { value, low, high } of await rowsOf(db)) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThan(value);
      expect(low === 0).toBe(value === 0);
      expect(Number.isFinite(high)).toBe(true);
    }
  });

  test('seven times as many links leave it as it is, and make it surer', async () => {
    const [few, many] = [await rowsOf(db, "source = 'as is'"), await rowsOf(db, "source = 'seven times'")];
    expect(many).toHaveLength(few.length);
    for (const [i, row] of few.entries()) {
      expect(many[i]?.value).toBeCloseTo(row.value, 5);
      expect(many[i]?.high).toBeLessThan(row.high);
      if (row.value > 0) expect(many[i]?.low).toBeGreaterThan(row.low);
    }
  });

  test('one link more between two countries raises it from both ends', async () => {
    const between = "((origin = 'AAA' AND destination = 'BBB') OR (origin = 'BBB' AND destination = 'AAA'))";
    const after = new Map(
      (await rowsOf(db, `source = 'one more' AND ${between}`)).map((row) => [
        `${row.year}${row.origin}`,
        row,
      ]),
    );
    const before = await rowsOf(db, `source = 'as is' AND ${between}`);
    expect(before.length).toBeGreaterThan(40);
    for (const row of before)
      expect(after.get(`${row.year}${row.origin}`)?.value, `${row.year} ${row.origin}`).toBeGreaterThan(
        row.value,
      );
  });
});

test('countries that choose by size alone come out near one', async () => {
  // C_XY = s_X · s_Y of twelve countries of sizes 15 to 26: off the diagonal, links as by chance.
  const size = (i: number) => 15 + i;
  const flows = CODES.flatMap((origin, i) =>
    CODES.slice(i + 1).map((destination, j) => ({
      ...{ layer: 'papers', source: 's', year: 2020, origin, destination },
      value: size(i) * size(i + 1 + j),
    })),
  );
  const db = await smallRelease({ flows });
  const rows = await rowsOf(db);
  db.close();
  expect(rows).toHaveLength(132);
  for (const { value, low, high } of rows) {
    // Twelve equal countries would have (12 − 1) / (12 − 2) = 1.1: none of them can choose itself.
    expect(Math.abs(value - 1.1)).toBeLessThan(0.07);
    expect([low > 0.8, high < 1.5]).toEqual([true, true]);
  }
});

test('papers of 2022, all countries: the United States and China', async () => {
  const flows = await snapshotRows(
    'flows',
    "layer = 'papers' AND source = 'openalex-copublications' AND year = 2022",
  );
  const db = await smallRelease({ flows });
  const value = async (indicator: string, origin: string, destination: string) =>
    (
      await db.one<{ value: number }>(
        `SELECT value FROM pair_indicators WHERE indicator = '${indicator}' AND origin = '${origin}' AND destination = '${destination}'`,
      )
    ).value;
  expect(await value('ric', 'USA', 'CHN')).toBeCloseTo(2.138, 3);
  expect(await value('ric', 'CHN', 'USA')).toBeCloseTo(2.007, 3);
  expect(await value('affinity', 'USA', 'CHN')).toBeCloseTo(1.896, 3);
  const { countries } = await db.one<{ countries: number }>(
    'SELECT count(DISTINCT origin) AS countries FROM pair_cells',
  );
  db.close();
  expect(countries).toBe(new Set(flows.flatMap(({ origin, destination }) => [origin, destination])).size);
});
