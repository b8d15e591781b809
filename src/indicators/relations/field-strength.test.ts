import { expect, test } from 'vitest';
import { smallRelease } from '../../../tests/support/small-release.ts';

type Cell = readonly [country: string, field: string, value: number, flag?: string];

/** The relation over fractional counts and shares of one year, as short texts. */
async function strengthOf(
  articles: readonly Cell[],
  shares: readonly Cell[] = [],
  more: readonly Readonly<Record<string, string | number>>[] = [],
): Promise<string[]> {
  const row = (measure: string, [country, field, value, flag]: Cell) => ({
    source: 's',
    edition: 'SEI2024',
    country,
    field,
    measure,
    counting: 'fractional',
    year: 2020,
    value,
    flag: flag ?? null,
  });
  const db = await smallRelease({
    publication_fields: [
      ...articles.map((cell) => row('articles', cell)),
      ...shares.map((cell) => row('top 1 % share', cell)),
      ...more.map((differs) => ({ ...row('articles', ['AAA', 'physics', 999]), ...differs })),
    ],
  });
  try {
    const rows = await db.all<{ row: string }>(
      "SELECT concat_ws(' ', country, field, year, articles, specialisation, coalesce(top1_share, -1), coalesce(flag, '-')) AS row FROM field_strength ORDER BY row",
    );
    return rows.map((found) => found.row);
  } finally {
    db.close();
  }
}

const ARTICLES: readonly Cell[] = [
  ['AAA', 'physics', 6],
  ['AAA', 'health', 2],
  ['BBB', 'physics', 4],
  ['BBB', 'health', 28],
  ['WLD', 'physics', 10],
  ['WLD', 'health', 30],
];

test('by hand: the share of a field over that of the world; the world is no row; without a share there is none', async () => {
  expect(await strengthOf(ARTICLES, [['AAA', 'physics', 1.5, 'd']])).toEqual([
    // (2 / 8) / (30 / 40), (6 / 8) / (10 / 40), (28 / 32) / (30 / 40), (4 / 32) / (10 / 40)
    'AAA health 2020 2.0 0.333333 -1.0 -',
    'AAA physics 2020 6.0 3.0 1.5 d',
    'BBB health 2020 28.0 1.166667 -1.0 -',
    'BBB physics 2020 4.0 0.5 -1.0 -',
  ]);
});

test('one edition, one counting, and neither the row of all fields nor a field that has shares alone', async () => {
  const expected = await strengthOf(ARTICLES);
  expect(
    await strengthOf(
      [...ARTICLES, ['AAA', 'all', 8], ['WLD', 'all', 40]],
      [['AAA', 'computing, with conference proceedings', 2]],
      [{ edition: 'SEI2022' }, { counting: 'whole' }],
    ),
  ).toEqual(expected);
});

test('a country without articles has no share of a field in them', async () => {
  const rows = await strengthOf([...ARTICLES, ['CCC', 'physics', 0], ['CCC', 'health', 0]]);
  expect(rows.filter((row) => row.startsWith('CCC'))).toEqual([]);
});
