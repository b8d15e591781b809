import { afterEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { between, oneOf, random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';

let db: Session | undefined;
afterEach(() => db?.close());

const source = 'cordis-h2020';
type Pair = readonly [a: string, b: string];

/** Organisations named after their country: AAA1 is in AAA. */
async function renewed(ties: readonly Pair[], before: readonly Pair[]): Promise<string[]> {
  const ids = new Set([...ties, ...before].flat());
  db = await smallRelease({
    organisations: [...ids].map((id) => ({ id, name: id, country: id.slice(0, 3), source })),
    organisation_ties: ties.flatMap(([a, b], i) =>
      [2015, 2016].slice(0, 1 + (i % 2)).map((year) => ({ a, b, year, projects: 1, source })),
    ),
    organisation_persistence: before.map(([a, b]) => ({ a, b, fp7_projects: 3, h2020_projects: 5, source })),
    flows: [
      { layer: 'projects', source, origin: 'AAA', destination: 'BBB', year: 2016, value: 1, flag: null },
    ],
  });
  const rows = await db.all<{ origin: string; destination: string; year: number; value: number }>(
    "SELECT origin, destination, year, value FROM pair_indicators WHERE indicator = 'renewed_pairs' ORDER BY origin, destination",
  );
  return rows.map(({ origin, destination, year, value }) => `${origin} ${destination} ${year} ${value}`);
}

describe('by hand', () => {
  test('pairs count once, in both orders of the countries, whichever end stands first', async () => {
    const ties: Pair[] = [
      ['AAA1', 'BBB1'],
      ['AAA1', 'BBB2'],
      ['AAA2', 'BBB1'],
      ['BBB3', 'AAA3'],
    ];
    expect(await renewed(ties, [ties[0], ties[1], ties[3]] as Pair[])).toEqual([
      'AAA BBB 2016 3',
      'BBB AAA 2016 3',
    ]);
  });

  test('pairs of this programme without any of the last are a zero; countries without a pair have no row', async () => {
    expect(
      await renewed(
        [
          ['AAA1', 'CCC1'],
          ['BBB1', 'BBB2'],
        ],
        [['BBB1', 'BBB2']],
      ),
    ).toEqual(['AAA CCC 2016 0', 'CCC AAA 2016 0']);
  });
});

test('any pairs: as many as a count of the lists has, and the same both ways', async () => {
  const next = random(3);
  const countries = ['AAA', 'BBB', 'CCC', 'DDD'];
  const drawn = new Map<string, Pair>();
  for (let i = 0; i < 120; i++) {
    const pair = [1, 2].map(() => `${oneOf(countries, next)}${between(1, 9, next)}`).sort();
    const [a = '', b = ''] = pair;
    if (a !== b) drawn.set(`${a} ${b}`, [a, b]);
  }
  const ties = [...drawn.values()];
  const before = ties.filter(() => next() < 0.4);
  const count = (pairs: readonly Pair[], x: string, y: string): number =>
    pairs.filter(([a, b]) => (a.startsWith(x) && b.startsWith(y)) || (a.startsWith(y) && b.startsWith(x)))
      .length;
  const expected = countries.flatMap((x) =>
    countries.flatMap((y) => (x !== y && count(ties, x, y) ? [`${x} ${y} 2016 ${count(before, x, y)}`] : [])),
  );
  expect(await renewed(ties, before)).toEqual(expected);
});
