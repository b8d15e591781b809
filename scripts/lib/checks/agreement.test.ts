import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundRelease } from '../../testing/sound-release.ts';
import { spoilt } from '../../testing/spoilt.ts';
import { readRecords } from '../records.ts';
import { Session } from '../session.ts';
import { AGREEMENT_CHECKS } from './agreement-checks.ts';
import { agreement, COMPARISONS, LEAST, type Comparison } from './agreement.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
});
afterAll(() => db.close());

/** Measures these items, as `(year, first, second)`. */
async function measured(items: string) {
  const comparison: Comparison = {
    id: 'made-up',
    title: 'Made up',
    first: 'a',
    second: 'b',
    sameThing: true,
    unit: 'countries',
    sql: `SELECT year, 'item' AS item, first, second FROM (VALUES ${items}) v(year, first, second)`,
    bounds: { rank: 0.9 },
  };
  const years = await agreement(db, comparison);
  return years.map(({ year, compared, rank_correlation, median_ratio, ratio_low, ratio_high }) => [
    year,
    compared,
    rank_correlation,
    median_ratio,
    ratio_low,
    ratio_high,
  ]);
}

describe('agreement of two sources', () => {
  // By SciPy 1.17.1 and NumPy 2.4.6: scipy.stats.spearmanr(a, b).statistic = 0.88835299 (the formula for ranks without ties
  // would give 1 - 6 · 9 / 504 = 0.8929), np.median(b / a) = 0.9625, np.quantile(b / a, [0.1, 0.9]) = 0.8235, 1.325.
  test('ranks with ties share their mean rank; ratios have a median and deciles', async () => {
    const first = [10, 20, 20, 30, 40, 40, 40, 50];
    const second = [12, 18, 25, 25, 33, 60, 41, 41];
    const items = first.map((a, i) => `(2001, ${a}, ${second[i] ?? 0})`);
    expect(await measured(items.join())).toEqual([[2001, 8, 0.8884, 0.9625, 0.8235, 1.325]]);
  });

  // NumPy: np.quantile([10, 4, 2, 1, 0.4], [0.1, 0.9]) = 0.64, 7.6.
  test('an order turned round is -1', async () => {
    expect(await measured('(2001, 1, 10), (2001, 2, 8), (2001, 3, 6), (2001, 4, 4), (2001, 5, 2)')).toEqual([
      [2001, 5, -1, 2, 0.64, 7.6],
    ]);
  });

  test('years are measured apart, in their order', async () => {
    expect(await measured('(2003, 1, 2), (2003, 2, 3), (2002, 5, 5), (2002, 6, 5.5)')).toEqual([
      [2002, 2, 1, 0.9583, 0.925, 0.9917],
      [2003, 2, 1, 1.75, 1.55, 1.95],
    ]);
  });

  test('zero, nothing and what is below nothing have no ratio and no rank', async () => {
    expect(
      await measured(
        '(2001, 1, 1), (2001, 2, 4), (2001, 0, 9), (2001, 9, 0), (2001, NULL, 3), (2001, 3, NULL), (2001, -1, 2)',
      ),
    ).toEqual([[2001, 2, 1, 1.5, 1.1, 1.9]]);
  });

  test('one item, or all of one size, have no rank correlation', async () => {
    expect(await measured('(2001, 4, 5), (2002, 7, 1), (2002, 7, 2), (2002, 7, 3)')).toEqual([
      [2001, 1, null, 1.25, 1.25, 1.25],
      [2002, 3, null, 0.2857, 0.1714, 0.4],
    ]);
  });
});

test('every comparison names two sources that a record describes', async () => {
  const records = await readRecords();
  const described = [...records.values()].flatMap(
    ({ id, bases }) => bases?.map((b) => `${id}/${b.id}`) ?? [id],
  );
  for (const { first, second } of COMPARISONS) {
    expect(described).toContain(first);
    expect(described).toContain(second);
  }
  expect(new Set(COMPARISONS.map(({ id }) => id)).size).toBe(COMPARISONS.length);
});

describe('checks of agreement', () => {
  let sound: Session;
  beforeAll(async () => {
    sound = await soundRelease();
  });
  afterAll(() => sound.close());

  const outcome = (id: string, sql: string) =>
    spoilt(sound, sql, async () =>
      AGREEMENT_CHECKS.find((check) => check.id === `agreement-${id}`)?.run(sound),
    );

  test('every comparison has one, whose title says its bounds', () => {
    expect(AGREEMENT_CHECKS.map(({ id }) => id)).toEqual(COMPARISONS.map(({ id }) => `agreement-${id}`));
    expect(AGREEMENT_CHECKS.find(({ id }) => id === 'agreement-scholars-pairs')?.title).toMatch(
      /in every year the order is alike \(rank correlation at least 0\.70\) and the median ratio lies between 0\.80 and 1\.70\.$/,
    );
  });

  test('one bad year fails, though the others are good, and is named with its numbers', async () => {
    expect(
      await outcome(
        'papers-openalex-ncses',
        'UPDATE publication_pairs SET value = value * 4 WHERE year = 2018',
      ),
    ).toEqual({
      passed: false,
      measured: '2 years: rank correlation 1.00 to 1.00, median ratio 0.31 to 1.25',
      examples: ['2018: rank correlation 1.00, median ratio 0.31'],
    });
  });

  test('of several editions the newest one speaks, and only where it has the year', async () => {
    // The made-up older edition of 2019 is in another order: it would fail.
    expect(
      await outcome('papers-openalex-ncses', "DELETE FROM publication_pairs WHERE edition = 'SEI2024'"),
    ).toMatchObject({
      passed: false,
      measured: expect.stringMatching(/^2 years: rank correlation -1\.00 to 1\.00/),
    });
  });

  test('a stock and a flow may differ in size, and not in order', async () => {
    expect(
      await outcome('students-us-visas', 'UPDATE us_student_visas SET value = value * 50'),
    ).toMatchObject({ passed: true });
  });

  test(`fewer than ${LEAST} items say nothing, and nothing said is no pass`, async () => {
    const keep = (n: number): string =>
      `DELETE FROM us_student_visas WHERE country NOT IN (SELECT DISTINCT country FROM us_student_visas ORDER BY country LIMIT ${n})`;
    expect(await outcome('students-us-visas', keep(LEAST))).toMatchObject({ passed: true });
    expect(await outcome('students-us-visas', keep(LEAST - 1))).toEqual({
      passed: false,
      measured: 'no year with enough in common',
      examples: [],
    });
  });

  test('a source that says the same number of all has no order, which is no agreement', async () => {
    expect(await outcome('students-us-visas', 'UPDATE us_student_visas SET value = 7')).toMatchObject({
      passed: false,
      measured: expect.stringMatching(/^1 year: rank correlation none, median ratio/),
      examples: [expect.stringMatching(/^2019: rank correlation none/)],
    });
  });
});
