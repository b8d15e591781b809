import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { DISPERSION, type Dispersion } from './dispersion.ts';

const CODES = Array.from({ length: 24 }, (_, i) => `A${String.fromCharCode(65 + i)}A`);
const YEARS = Array.from({ length: 8 }, (_, i) => 2000 + i);
const MEAN = 60;

/** Counts of every pair and year around one mean, drawn by chance, then taken `times`. */
function flows(source: string, times: number, spread: number) {
  const next = random(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return YEARS.flatMap((year) =>
    CODES.flatMap((origin, i) =>
      CODES.slice(i + 1).map((destination) => ({
        layer: 'papers',
        source,
        origin,
        destination,
        year,
        value: times * Math.max(1, Math.round(MEAN + spread * Math.sqrt(MEAN) * normal())),
      })),
    ),
  );
}

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [...flows('chance', 1, 1), ...flows('twice', 2, 1), ...flows('still', 1, 0)],
  });
});
afterAll(() => db.close());

test('counts that vary by chance come to one; counts of works in pairs to two; counts that stand still to none', async () => {
  const found = await db.all<Dispersion>(DISPERSION);
  const of = (source: string) => found.filter((row) => row.source === source);
  expect(of('chance')).toHaveLength(1);
  // Totals are made of the counts themselves, which takes a little of the variance away.
  expect(of('chance')[0]?.dispersion).toBeGreaterThan(0.85);
  expect(of('chance')[0]?.dispersion).toBeLessThan(1.05);
  expect(of('chance')[0]?.outside).toBeLessThan(0.07);
  const twice = of('twice').reduce((sum, row) => sum + row.dispersion * row.years, 0);
  expect(twice / of('twice').reduce((sum, row) => sum + row.years, 0)).toBeCloseTo(
    2 * (of('chance')[0]?.dispersion ?? 0),
    1,
  );
  expect(of('still')[0]?.dispersion).toBeCloseTo(0, 6);
});
