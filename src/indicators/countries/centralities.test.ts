import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { betweenness } from './betweenness.ts';
import { eigenvector } from './eigenvector.ts';

const at = { layer: 'papers', source: 's', year: 2020, country: 'AAA' };
let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    network_measures: [
      { ...at, measure: 'betweenness', value: 0.25, flag: 'p' },
      { ...at, measure: 'eigenvector', value: 0.75, flag: 'p' },
    ],
  });
});
afterAll(() => db.close());

test('each view row is that of its own measure, with its flag', async () => {
  const values = "SELECT indicator, value, low, high, flag FROM country_indicators WHERE country = 'AAA'";
  expect(await db.all(`${values} ORDER BY indicator`)).toEqual([
    { indicator: 'betweenness', value: 0.25, low: null, high: null, flag: 'p' },
    { indicator: 'eigenvector', value: 0.75, low: null, high: null, flag: 'p' },
  ]);
});

test('the worked examples are reckoned from the links alone, by hand: B between A and C, not D', () => {
  // A–B–C, and D hangs on C: of the pairs AC, AD, CD two lead through B.
  const row = { links: 'A B 3;B C 4;C D 1', country: 'B', value: 2 / 3, x: 'B', z: 'C', year: 2020 };
  expect(betweenness.example.compute(row)).toBeCloseTo(2 / 3, 12);
  expect(betweenness.example.tex(row, String)).toBe(String.raw`\frac{2}{3} = ${2 / 3}`);
  // A star of 3 and 4: λ = 5.
  expect(eigenvector.example.compute({ ...row, links: 'A B 3;B C 4', country: 'C' })).toBeCloseTo(0.8, 9);
});
