import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CODES, randomMatrix, scaled, snapshotRows, type Matrix } from '../../../tests/support/matrices.ts';
import { between, random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const UIS = 'uis-student-flows';
interface Value {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: string | null;
}

const countries = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    iso3: CODES[i] ?? `X${String(i).padStart(2, '0')}`,
  }));
const covered = (country: string, reported: number, status = 'reported') => ({
  layer: 'students',
  source: UIS,
  country,
  year: 2018,
  reported,
  status,
});
const abroad = (country: string, value: number) => ({
  country,
  measure: 'outbound_students',
  source: 'uis-student-totals',
  year: 2018,
  value,
  flag: 'e',
});
const codes = (n: number): string[] => countries(n).map(({ iso3 }) => iso3);
/** Students from X12, X13, … to a host. */
const hosted = (host: string, values: readonly number[]): Matrix =>
  Object.fromEntries(values.map((value, i) => [`X${i + 12}`, { [host]: value }]));

const read = async (db: Session, indicator: string, country: string, year = 2018): Promise<Value | null> =>
  (
    await db.all<Value>(
      `SELECT value, low, high, flag FROM country_indicators WHERE indicator = '${indicator}' AND country = '${country}' AND year = ${year}`,
    )
  )[0] ?? null;

describe('undirected layers, by hand', () => {
  let db: Session;
  beforeAll(async () => {
    // A has 30 + 10 + 10 + 5 = 55 links; squares 900 + 100 + 100 + 25 = 1125. B has 30 + 20.
    db = await smallRelease({
      flows: [
        ...flowsOf('papers', 's', 2018, { AAA: { BBB: 30, CCC: 10, DDD: 10, EEE: 5 }, BBB: { CCC: 20 } }),
        ...flowsOf('projects', 's', 2014, { AAA: { BBB: 3, CCC: 1 } }).map((row) => ({ ...row, flag: 'u' })),
        ...flowsOf('papers', 's', 2019, { AAA: { BBB: 7 } }),
      ],
    });
  });
  afterAll(() => db.close());

  test('effective number 55² / 1125, three largest 50 of 55, largest 30 of 55', async () => {
    expect(await read(db, 'effective_partners', 'AAA')).toEqual({
      value: 2.688889,
      low: null,
      high: null,
      flag: null,
    });
    expect((await read(db, 'top3_share', 'AAA'))?.value).toBe(0.909091);
    expect((await read(db, 'largest_partner_share', 'AAA'))?.value).toBe(0.545455);
  });

  test('two partners make three largest of all', async () => {
    expect((await read(db, 'top3_share', 'BBB'))?.value).toBe(1);
    expect((await read(db, 'effective_partners', 'BBB'))?.value).toBe(1.923077);
  });

  test('flags of the links are kept, and years are not mixed', async () => {
    expect(await read(db, 'effective_partners', 'AAA', 2014)).toMatchObject({ value: 1.6, flag: 'u' });
    expect((await read(db, 'effective_partners', 'AAA', 2019))?.value).toBe(1);
  });

  test('there are no origins or destinations', async () => {
    for (const indicator of ['effective_origins', 'effective_destinations', 'largest_origin_share'])
      expect(await read(db, indicator, 'AAA')).toBeNull();
  });
});

describe('directed layers, by hand', () => {
  let db: Session;
  beforeAll(async () => {
    // HHH: ten listed origins, 810 of 1000 students. The eighth has 20, so that the rest of 190 is nine times 20 and 10.
    const listed = hosted('HHH', [300, 200, 100, 50, 50, 40, 30, 20, 10, 10]);
    db = await smallRelease({
      countries: countries(31),
      flows: [
        ...flowsOf('scholars', 's', 2018, { AAA: { BBB: 6, CCC: 2 }, CCC: { BBB: 2 } }),
        ...flowsOf('students', UIS, 2018, listed),
        ...flowsOf('students', UIS, 2018, hosted('III', [500, 250])),
        ...flowsOf('students', UIS, 2018, hosted('JJJ', [500, 249])),
        ...flowsOf('students', UIS, 2018, hosted('KKK', [500, 500])).map((row) => ({ ...row, flag: 'u' })),
        ...flowsOf('students', UIS, 2018, { AAA: { BBB: 600, CCC: 300 }, DDD: { BBB: 600, CCC: 299 } }),
        ...flowsOf('students', UIS, 2018, { EEE: { BBB: 600, CCC: 300 } }),
      ],
      coverage: [
        covered('HHH', 1000),
        covered('III', 1000),
        covered('JJJ', 1000),
        covered('KKK', 1000, 'partly reported'),
      ],
      totals: [abroad('AAA', 1000), abroad('DDD', 1000)],
    });
  });
  afterAll(() => db.close());

  test('scholars: origins and destinations are apart, and nothing is left out', async () => {
    const plain = { low: null, high: null, flag: null };
    // To B come 6 and 2: 64 / 40. From A go 6 and 2 as well; to C come 2.
    expect(await read(db, 'effective_origins', 'BBB')).toEqual({ value: 1.6, ...plain });
    const scholars = `layer = 'scholars' AND country = 'AAA'`;
    expect(
      await db.all(
        `SELECT indicator, value FROM country_indicators WHERE ${scholars} AND indicator LIKE '%estination%' ORDER BY ALL`,
      ),
    ).toEqual([
      { indicator: 'effective_destinations', value: 1.6 },
      { indicator: 'largest_destination_share', value: 0.75 },
      { indicator: 'top3_destinations_share', value: 1 },
    ]);
    expect(
      await db.all(`SELECT 1 FROM country_indicators WHERE ${scholars} AND indicator = 'effective_origins'`),
    ).toEqual([]);
  });

  test('origins of students: bounds from the list and from the host’s own sum', async () => {
    // Squares of the listed 148,100. Lower: + 9 · 20² + 10² = 151,800. Upper: + 190² / (31 − 1 − 10) = 149,905.
    const [low, high] = [1e6 / 151_800, 1e6 / 149_905];
    const row = await read(db, 'effective_origins', 'HHH');
    expect(row?.low).toBeCloseTo(low, 6);
    expect(row?.high).toBeCloseTo(high, 6);
    expect(row?.value).toBeCloseTo((low + high) / 2, 6);
    expect(row?.flag).toBe('e');
  });

  test('the three largest origins are known, so that their shares have no bounds', async () => {
    expect(await read(db, 'top3_origins_share', 'HHH')).toEqual({
      value: 0.6,
      low: null,
      high: null,
      flag: null,
    });
    expect((await read(db, 'largest_origin_share', 'HHH'))?.value).toBe(0.3);
  });

  test('three quarters must be listed, and the host must have reported', async () => {
    expect(await read(db, 'effective_origins', 'III')).not.toBeNull();
    for (const host of ['JJJ', 'KKK'])
      for (const indicator of ['effective_origins', 'top3_origins_share', 'largest_origin_share'])
        expect(await read(db, indicator, host)).toBeNull();
  });

  test('destinations of students: the rest may be anywhere, the largest too', async () => {
    const students = (indicator: string, country: string) =>
      db.all<Value>(
        `SELECT value, low, high, flag FROM country_indicators WHERE layer = 'students' AND indicator = '${indicator}' AND country = '${country}'`,
      );
    // 900 of 1000 listed. Lower: 700² + 300². Upper: 600² + 300² + 100² / (31 − 1 − 2).
    const [low, high] = [1e6 / 580_000, 1e6 / (450_000 + 10_000 / 28)];
    const [row] = await students('effective_destinations', 'AAA');
    expect(row?.low).toBeCloseTo(low, 6);
    expect(row?.high).toBeCloseTo(high, 6);
    expect(row?.value).toBeCloseTo((low + high) / 2, 6);
    expect(await students('top3_destinations_share', 'AAA')).toEqual([
      { value: 0.9, low: 0.9, high: 1, flag: 'e' },
    ]);
    expect(await students('largest_destination_share', 'AAA')).toEqual([
      { value: 0.6, low: 0.6, high: 0.7, flag: 'e' },
    ]);
    // D has 899 of 1000 listed, E no total.
    for (const country of ['DDD', 'EEE'])
      expect(await students('effective_destinations', country)).toEqual([]);
  });
});

test('whatever the links: 1 ≤ N ≤ partners, 1 / largest ≤ N ≤ 1 / largest², largest ≤ three largest ≤ 1; scale is no matter', async () => {
  const next = random(20_240_501);
  const worlds = Array.from({ length: 40 }, () => randomMatrix(next, { directed: false }));
  const db = await smallRelease({
    flows: worlds.flatMap((matrix, i) => [
      ...flowsOf('papers', 's', 1900 + i, matrix),
      ...flowsOf('projects', 's', 1900 + i, scaled(matrix, 7)),
    ]),
  });
  try {
    const rows = await db.all<Record<'n' | 'three' | 'one' | 'partners' | 'again', number>>(`
      SELECT a.value AS n, b.value AS three, c.value AS one, m.partners, d.value AS again
      FROM country_indicators a
      JOIN country_indicators b ON b.country = a.country AND b.year = a.year AND b.layer = a.layer AND b.indicator = 'top3_share'
      JOIN country_indicators c ON c.country = a.country AND c.year = a.year AND c.layer = a.layer AND c.indicator = 'largest_partner_share'
      JOIN country_indicators d ON d.country = a.country AND d.year = a.year AND d.layer = 'projects' AND d.indicator = a.indicator
      JOIN margins m ON m.country = a.country AND m.year = a.year AND m.layer = a.layer
      WHERE a.indicator = 'effective_partners' AND a.layer = 'papers'`);
    expect(rows.length).toBeGreaterThan(200);
    const room = 1e-4;
    for (const { n, three, one, partners, again } of rows) {
      expect(n).toBeGreaterThanOrEqual(1);
      expect(n).toBeLessThanOrEqual(partners + room);
      expect(n).toBeGreaterThanOrEqual(1 / one - room);
      expect(n).toBeLessThanOrEqual(1 / one ** 2 + 1000 * room);
      expect(three).toBeGreaterThanOrEqual(Math.min(one, 1));
      expect(three).toBeLessThanOrEqual(Math.min(1, 3 * one) + room);
      expect(again).toBe(n);
    }
  } finally {
    db.close();
  }
});

test('a whole list that is cut to ten keeps its true value between the bounds', async () => {
  const next = random(7);
  const hosts = codes(12);
  const flows: ReturnType<typeof flowsOf> = [];
  const coverage: ReturnType<typeof covered>[] = [];
  const truth = new Map<string, number>();
  for (const host of hosts)
    for (let year = 2000; year < 2020; year += 1) {
      const all = Array.from({ length: between(11, 28, next) }, () => Math.ceil(10 ** (4 * next()))).sort(
        (a, b) => b - a,
      );
      const reported = all.reduce((sum, v) => sum + v, 0);
      truth.set(`${host} ${year}`, reported ** 2 / all.reduce((sum, v) => sum + v * v, 0));
      coverage.push({ ...covered(host, reported), year });
      flows.push(...flowsOf('students', UIS, year, hosted(host, all.slice(0, 10))));
    }
  const db = await smallRelease({ countries: countries(60), flows, coverage });
  try {
    const rows = await db.all<{ key: string; value: number; low: number; high: number }>(
      `SELECT concat(country, ' ', year) AS key, value, low, high FROM country_indicators WHERE indicator = 'effective_origins'`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { key, value, low, high } of rows) {
      expect(truth.get(key)).toBeGreaterThanOrEqual(low - 1e-6);
      expect(truth.get(key)).toBeLessThanOrEqual(high + 1e-6);
      expect(value).toBeCloseTo((low + high) / 2, 5);
    }
  } finally {
    db.close();
  }
});

test('papers of 2022: Germany 21.03, China 14.35', async () => {
  const flows = await snapshotRows('flows', "layer = 'papers' AND year = 2022");
  const db = await smallRelease({ flows });
  try {
    expect((await read(db, 'effective_partners', 'DEU', 2022))?.value).toBeCloseTo(21.03, 2);
    expect((await read(db, 'effective_partners', 'CHN', 2022))?.value).toBeCloseTo(14.35, 2);
  } finally {
    db.close();
  }
});
