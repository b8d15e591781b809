import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CODES, snapshotRows, type Matrix } from '../../../tests/support/matrices.ts';
import { random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';
import { LEAST_EXPECTED, LEAST_PAIRS, MOST_PAIRS } from './layer-gaps.ts';

interface Link {
  readonly measure: string;
  readonly pairs: number;
  readonly rank_correlation: number;
  readonly low: number | null;
  readonly high: number | null;
}
interface Gap {
  readonly origin: string;
  readonly destination: string;
  readonly first_links: number;
  readonly first_expected: number;
  readonly first_intensity: number;
  readonly first_percentile: number;
  readonly second_links: number;
  readonly second_expected: number;
  readonly second_intensity: number;
  readonly second_percentile: number;
  readonly gap: number;
}

const SCOPUS = 'scholarly-migration/scopus';
const UIS = 'uis-student-flows';
const linksOf = (db: Session, where = 'TRUE') =>
  db.all<Link>(
    `SELECT measure, pairs, rank_correlation, low, high FROM layer_links WHERE ${where} ORDER BY measure`,
  );

/** Every cell of twelve countries: a pair once, or every ordered pair. */
const world = (directed: boolean, value: (i: number, j: number) => number): Matrix =>
  Object.fromEntries(
    CODES.map((origin, i) => [
      origin,
      Object.fromEntries(
        CODES.flatMap((destination, j) =>
          (directed ? i !== j : i < j) && value(i, j) > 0 ? [[destination, value(i, j)] as const] : [],
        ),
      ),
    ]),
  );

/** A made-up world with many ties, and what scipy 1.x (`scipy.stats.spearmanr` on the same links) gives of it. */
const PAPERS = world(false, (i, j) => 50 + ((i * 7 + j * 13) % 5) * 40);
const MOVES = world(true, (i, j) => ((i * 5 + j * 11) % 4) * 15);

const REFERENCE = [
  { measure: 'intensity', pairs: 66, rank_correlation: -0.155185, low: -0.384102, high: 0.091707 },
  { measure: 'links', pairs: 66, rank_correlation: -0.164729, low: -0.392579, high: 0.082173 },
];
const REFERENCE_GAPS = [
  [0.757576, 0.590909, 0.166667],
  [0.030303, 0.590909, -0.560606],
];

describe('against scipy.stats.spearmanr, with ties', () => {
  let db: Session;
  beforeAll(async () => {
    db = await smallRelease({
      flows: [...flowsOf('papers', 's', 2018, PAPERS), ...flowsOf('scholars', SCOPUS, 2018, MOVES)],
    });
  });
  afterAll(() => db.close());

  test('correlations and their intervals to six decimals', async () => {
    expect(await linksOf(db)).toEqual(REFERENCE);
  });

  test('gaps: percentiles from scipy.stats.rankdata', async () => {
    const rows = await db.all<Gap>(
      "SELECT * FROM layer_gaps WHERE (origin, destination) IN (('AAA', 'BBB'), ('CCC', 'HHH')) ORDER BY origin",
    );
    for (const [i, row] of rows.entries())
      for (const [j, column] of (['first_percentile', 'second_percentile', 'gap'] as const).entries())
        expect(row[column]).toBeCloseTo(REFERENCE_GAPS[i]?.[j] ?? NaN, 6);
    expect(rows).toHaveLength(2);
  });
});

describe('what is compared', () => {
  const even = (k: number) => world(false, () => k);

  test('only pairs with enough expected in both layers, and enough of them', async () => {
    // Every pair of twelve equal countries is expected to have 11/12 of what it has: 22 gives 20.2, 21 gives 19.3.
    const db = await smallRelease({
      flows: [
        ...flowsOf('papers', 's', 2018, even(22)),
        ...flowsOf('projects', 's', 2018, even(22)),
        ...flowsOf('papers', 's', 2019, even(22)),
        ...flowsOf('projects', 's', 2019, even(21)),
        // Eight countries make 28 pairs: too few.
        ...[...flowsOf('papers', 's', 2020, even(40)), ...flowsOf('projects', 's', 2020, even(40))].filter(
          (f) => String(f['destination']) < 'III',
        ),
      ],
    });
    try {
      expect(await db.all('SELECT year, count(*) AS n FROM layer_gaps GROUP BY year')).toEqual([
        { year: 2018, n: 66 },
      ]);
      expect([LEAST_EXPECTED, LEAST_PAIRS]).toEqual([20, 30]);
      // All are equal, so there is nothing to correlate.
      expect(await linksOf(db)).toEqual([]);
    } finally {
      db.close();
    }
  });

  test('the same layer twice agrees in full, and limits there would be infinite', async () => {
    const matrix = world(false, (i, j) => 100 + 3 * i * j);
    const db = await smallRelease({
      flows: [...flowsOf('papers', 's', 2018, matrix), ...flowsOf('projects', 's', 2018, matrix)],
    });
    try {
      expect(await linksOf(db)).toEqual([
        { measure: 'intensity', pairs: 66, rank_correlation: 1, low: null, high: null },
        { measure: 'links', pairs: 66, rank_correlation: 1, low: null, high: null },
      ]);
    } finally {
      db.close();
    }
  });

  test('two sources of one layer are not compared, and layers stand in the order of the alphabet', async () => {
    const db = await smallRelease({
      flows: [
        ...flowsOf('scholars', SCOPUS, 2018, MOVES),
        ...flowsOf('scholars', 'scholarly-migration/openalex', 2018, MOVES),
        ...flowsOf('projects', 's', 2018, PAPERS).map((row) => ({ ...row, flag: 'u' })),
      ],
    });
    try {
      expect(
        await db.all(
          'SELECT DISTINCT first_layer, second_layer, second_source, flag FROM layer_links ORDER BY second_source',
        ),
      ).toEqual(
        ['scholarly-migration/openalex', SCOPUS].map((second_source) => ({
          first_layer: 'projects',
          second_layer: 'scholars',
          second_source,
          flag: 'u',
        })),
      );
    } finally {
      db.close();
    }
  });

  test('both directions of moves are added, and a pair without a move is a zero', async () => {
    const db = await smallRelease({
      flows: [
        ...flowsOf('papers', 's', 2018, even(100)),
        ...flowsOf(
          'scholars',
          SCOPUS,
          2018,
          world(true, (i, j) => (i + j === 1 ? 0 : i < j ? 30 : 20)),
        ),
      ],
    });
    try {
      const rows = await db.all<Gap>(
        "SELECT * FROM layer_gaps WHERE origin = 'AAA' AND destination IN ('BBB', 'CCC')",
      );
      const [none, some] = rows;
      expect([none?.second_links, none?.second_intensity, none?.second_percentile]).toEqual([0, 0, 0.5 / 66]);
      expect(some?.second_links).toBe(50);
      // A sends 10 · 30 and receives 10 · 20, C sends 9 · 30 + 2 · 20 and receives 9 · 20 + 2 · 30; all moves 65 · 50.
      expect(some?.second_expected).toBeCloseTo((300 * 240 + 310 * 200) / 3250, 6);
    } finally {
      db.close();
    }
  });

  test('students: a direction that is not listed, or whose host did not report, is left out of both', async () => {
    const totals = CODES.flatMap((country) => [
      { country, measure: 'inbound_students', source: 'uis-student-totals', year: 2018, value: 6000 },
      { country, measure: 'outbound_students', source: 'uis-student-totals', year: 2018, value: 5000 },
    ]).filter((row) => row.country !== 'LLL' || row.measure === 'inbound_students');
    const students = world(true, (i, j) => 300 + i + j);
    const db = await smallRelease({
      flows: [
        ...flowsOf('papers', 's', 2018, even(100)),
        ...flowsOf('students', UIS, 2018, {
          ...students,
          BBB: Object.fromEntries(Object.entries(students['BBB'] ?? {}).filter(([d]) => d !== 'CCC')),
        }),
      ],
      totals: [
        ...totals,
        {
          country: 'WLD',
          measure: 'inbound_students',
          source: 'uis-student-totals',
          year: 2018,
          value: 100_000,
        },
      ],
      coverage: CODES.map((country) => ({
        layer: 'students',
        source: UIS,
        country,
        year: 2018,
        reported: 6000,
        status: country === 'AAA' ? 'partly reported' : 'reported',
      })),
    });
    try {
      const rows = await db.all<Gap>("SELECT * FROM layer_gaps WHERE second_layer = 'students'");
      const at = (origin: string, destination: string) => {
        const row = rows.find((r) => r.origin === origin && r.destination === destination);
        return [row?.second_links, row?.second_expected];
      };
      const one = (5000 * 6000) / 100_000;
      expect(at('CCC', 'DDD')).toEqual([2 * (300 + 2 + 3), 2 * one]);
      // B to C is not listed; A as host did not report in full; L has no outbound total.
      expect(at('BBB', 'CCC')).toEqual([300 + 1 + 2, one]);
      expect(at('AAA', 'BBB')).toEqual([300 + 0 + 1, one]);
      expect(at('KKK', 'LLL')).toEqual([300 + 10 + 11, one]);
      // From A to L alone is known: L has no outbound total, and A did not report as a host.
      expect(at('AAA', 'LLL')).toEqual([300 + 0 + 11, one]);
    } finally {
      db.close();
    }
  });
});

test('percentiles lie between nil and one with mean one half, gaps add up to nil, scale is no matter', async () => {
  const next = random(11);
  const matrices = Array.from({ length: 6 }, () => [
    world(false, () => 50 + Math.floor(400 * next())),
    world(false, () => 50 + Math.floor(400 * next())),
  ]);
  const db = await smallRelease({
    flows: matrices.flatMap(([a, b], i) => [
      ...flowsOf('papers', 's', 2000 + i, a ?? {}),
      ...flowsOf('projects', 's', 2000 + i, b ?? {}),
      ...flowsOf('papers', 'tenfold', 2000 + i, a ?? {}).map((f) => ({
        ...f,
        value: 10 * Number(f['value']),
      })),
    ]),
  });
  try {
    for (const row of await db.all<Record<string, number>>(
      `SELECT year, first_source, avg(first_percentile) AS a, avg(second_percentile) AS b, sum(gap) AS g, min(first_percentile) AS least, max(first_percentile) AS most
       FROM layer_gaps GROUP BY year, first_source`,
    )) {
      expect(row['a']).toBeCloseTo(0.5, 6);
      expect(row['b']).toBeCloseTo(0.5, 6);
      expect(row['g']).toBeCloseTo(0, 3);
      expect(row['least']).toBeGreaterThan(0);
      expect(row['most']).toBeLessThan(1);
    }
    const plain = await linksOf(db, "first_source = 's'");
    expect(plain).toHaveLength(12);
    expect(await linksOf(db, "first_source = 'tenfold'")).toEqual(plain);
    for (const { rank_correlation: r, low, high } of plain) {
      expect(low).toBeLessThan(r);
      expect(high).toBeGreaterThan(r);
    }
  } finally {
    db.close();
  }
});

test('2018 in the snapshot: the correlation of ranks that are reckoned here', async () => {
  const db = await smallRelease({
    flows: await snapshotRows('flows', "year = 2018 AND layer IN ('papers', 'scholars')"),
  });
  try {
    for (const source of [SCOPUS, 'scholarly-migration/openalex']) {
      const where = `first_layer = 'papers' AND second_layer = 'scholars' AND second_source = '${source}'`;
      const gaps = await db.all<Gap>(`SELECT * FROM layer_gaps WHERE ${where}`);
      const found = await linksOf(db, where);
      expect(gaps.length).toBeGreaterThan(500);
      for (const [measure, a, b] of [
        [
          'intensity',
          gaps.map((g) => g.first_links / g.first_expected),
          gaps.map((g) => g.second_links / g.second_expected),
        ],
        ['links', gaps.map((g) => g.first_links), gaps.map((g) => g.second_links)],
      ] as const)
        expect(found.find((link) => link.measure === measure)?.rank_correlation).toBeCloseTo(
          pearson(averageRanks(a), averageRanks(b)),
          6,
        );
    }
  } finally {
    db.close();
  }
});

/** Ranks from 1, equal values with the mean of theirs. */
function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let k = from; k < to; k += 1) ranks[order[k] ?? 0] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, v) => sum + v, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number) => a.reduce((s, _, i) => s + of(i), 0);
  const [da, db] = [(i: number) => (a[i] ?? 0) - ma, (i: number) => (b[i] ?? 0) - mb];
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}

test('there is room for every pair of the register', async () => {
  const n = (await snapshotRows('countries')).length;
  expect((n * (n - 1)) / 2).toBeLessThan(MOST_PAIRS);
});
