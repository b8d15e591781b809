import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { between, random } from '../../../tests/support/random.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

type Flows = ReturnType<typeof flowsOf>;

/** Twelve years of A, B and C, with gaps. */
const anyTies = (source: string, seed: number, times: number): Flows => {
  const next = random(seed);
  return Array.from({ length: 12 }, (_, i) =>
    flowsOf('papers', source, 2000 + i, {
      AAA: { BBB: next() < 0.5 ? times * between(1, 9, next) : 0, CCC: next() < 0.3 ? times : 0 },
      BBB: { CCC: times },
    }),
  ).flat();
};
const SEEDS = [1, 2, 3, 4];

/** Each source is a world of its own. */
let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 'plain', 2000, { AAA: { BBB: 1 } }),
      ...flowsOf('papers', 'plain', 2002, { AAA: { CCC: 4 } }),
      ...flowsOf('papers', 'plain', 2005, { AAA: { BBB: 9, CCC: 1 } }),

      ...flowsOf('scholars', 'moves', 2000, { AAA: { BBB: 2 } }),
      ...flowsOf('scholars', 'moves', 2001, { BBB: { AAA: 1 } }),
      ...flowsOf('scholars', 'moves', 2003, { AAA: { BBB: 1 }, BBB: { AAA: 1 } }),

      ...flowsOf('papers', 'traps', 2000, { AAA: { CCC: 1 } }),
      ...flowsOf('papers', 'traps', 2001, { AAA: { BBB: 0 } }),
      ...flowsOf('papers', 'traps', 2002, { AAA: { BBB: 1 } }).map((row) => ({ ...row, flag: 'p' })),
      ...flowsOf('students', 'traps', 2000, { AAA: { BBB: 5 } }),
      ...flowsOf('projects', 'traps', 2000, { AAA: { BBB: 5 } }),

      ...SEEDS.flatMap((seed) => [...anyTies(`once ${seed}`, seed, 1), ...anyTies(`more ${seed}`, seed, 7)]),
    ],
  });
});
afterAll(() => db.close());

async function ages(source: string): Promise<string[]> {
  const rows = await db.all<Record<string, string | number | null>>(
    `SELECT origin, destination, year, value, low, high, flag FROM pair_indicators
     WHERE indicator = 'tie_age' AND source = '${source}' ORDER BY layer, origin, destination, year`,
  );
  return rows.map(
    ({ origin, destination, year, value, low, high, flag }) =>
      `${origin} ${destination} ${year}: ${value} (${low}–${high ?? ''})${flag ?? ''}`,
  );
}

describe('by hand', () => {
  test('years since the first link; a tie of the first year is at least as old; no row without a link', async () => {
    expect(await ages('plain')).toEqual([
      'AAA BBB 2000: 0 (0–)',
      'AAA BBB 2005: 5 (5–)',
      'AAA CCC 2002: 0 (0–0)',
      'AAA CCC 2005: 3 (3–3)',
      'BBB AAA 2000: 0 (0–)',
      'BBB AAA 2005: 5 (5–)',
      'CCC AAA 2002: 0 (0–0)',
      'CCC AAA 2005: 3 (3–3)',
    ]);
  });

  test('moves have an age in either direction', async () => {
    expect(await ages('moves')).toEqual([
      'AAA BBB 2000: 0 (0–)',
      'AAA BBB 2003: 3 (3–)',
      'BBB AAA 2001: 0 (0–0)',
      'BBB AAA 2003: 2 (2–2)',
    ]);
  });

  test('a zero is no link, the flag of the year is kept, and students and projects have no age', async () => {
    expect(await ages('traps')).toEqual([
      'AAA BBB 2002: 0 (0–0)p',
      'AAA CCC 2000: 0 (0–)',
      'BBB AAA 2002: 0 (0–0)p',
      'CCC AAA 2000: 0 (0–)',
    ]);
  });
});

test.each(SEEDS)('any ties, %i: the numbers of links do not matter, only their years', async (seed) => {
  const rows = await ages(`once ${seed}`);
  expect(rows.length).toBeGreaterThan(24);
  expect(await ages(`more ${seed}`)).toEqual(rows);
  expect(
    await db.one(
      `SELECT count(*) AS wrong FROM pair_indicators i
       JOIN (SELECT source, least(origin, destination) AS a, greatest(origin, destination) AS b, min(year) AS since
             FROM flows WHERE value > 0 GROUP BY source, a, b) f
         ON f.source = i.source AND f.a = least(i.origin, i.destination) AND f.b = greatest(i.origin, i.destination)
       WHERE i.indicator = 'tie_age' AND i.source = 'once ${seed}' AND i.value <> i.year - f.since`,
    ),
  ).toEqual({ wrong: 0 });
});
