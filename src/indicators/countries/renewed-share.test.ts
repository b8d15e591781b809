import { afterEach, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { LEAST_PAIRS, renewedShare } from './renewed-share.ts';

let db: Session | undefined;
afterEach(() => db?.close());

const source = 'cordis-h2020';
const organisation = (id: string, country: string) => ({ id, name: id, country, source });

/** One organisation in A, `abroad` in B; all share a project, in two years; the first `renewed` did before; two in A do too. */
async function release(abroad: number, renewed: number): Promise<Session> {
  const far = Array.from({ length: abroad }, (_, i) => `b${String(i).padStart(3, '0')}`);
  db = await smallRelease({
    organisations: [
      organisation('a1', 'AAA'),
      organisation('a2', 'AAA'),
      ...far.map((id) => organisation(id, 'BBB')),
    ],
    organisation_ties: [
      ...[2015, 2019].flatMap((year) => far.map((b) => ({ a: 'a1', b, year, projects: 1, source }))),
      // A pair at home is none across the border.
      { a: 'a1', b: 'a2', year: 2015, projects: 9, source },
    ],
    organisation_persistence: [
      ...far.slice(0, renewed).map((b) => ({ a: 'a1', b, fp7_projects: 2, h2020_projects: 2, source })),
      { a: 'a1', b: 'a2', fp7_projects: 1, h2020_projects: 9, source },
    ],
    flows: [
      { layer: 'projects', source, origin: 'AAA', destination: 'BBB', year: 2019, value: 1, flag: null },
      { layer: 'projects', source, origin: 'AAA', destination: 'BBB', year: 2021, value: 1, flag: 'u' },
    ],
  });
  return db;
}

const shares = (session: Session) =>
  session.all<{ country: string; year: number; value: number }>(
    "SELECT country, year, value FROM country_indicators WHERE indicator = 'renewed_share' ORDER BY country",
  );

test('30 of 120 pairs, each once whatever its years, from both ends, at the last whole year', async () => {
  expect(await shares(await release(120, 30))).toEqual([
    { country: 'AAA', year: 2019, value: 0.25 },
    { country: 'BBB', year: 2019, value: 0.25 },
  ]);
});

test('none and all', async () => {
  expect((await shares(await release(LEAST_PAIRS, 0))).map(({ value }) => value)).toEqual([0, 0]);
  db?.close();
  expect((await shares(await release(LEAST_PAIRS, LEAST_PAIRS))).map(({ value }) => value)).toEqual([1, 1]);
});

test('with one pair fewer than it takes there is no value', async () => {
  expect(await shares(await release(LEAST_PAIRS - 1, 50))).toEqual([]);
});

test('the example divides the two numbers that it shows', () => {
  expect(renewedShare.example.compute({ renewed: 30, pairs: 120 })).toBe(0.25);
});
