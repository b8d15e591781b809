import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from '../../../scripts/lib/paths.ts';
import { Session } from '../../../scripts/lib/session.ts';
import { literal } from '../../model/sql-literal.ts';
import { snapshotFile } from '../../../scripts/lib/snapshot.ts';
import { snapshotRows } from '../../../tests/support/matrices.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { writeExample } from '../../build/methods/example.ts';
import { mathOf } from '../../build/methods/math.ts';
import { observedOverExpected } from '../pairs/observed-over-expected.ts';
import { LEAST_COUNTRIES } from '../relations/gravity-terms.ts';
import { gravityCoefficients } from './gravity-coefficients.ts';

const FIT = "layer = 'papers' AND from_year = 2022";

async function modelRows(table: 'gravity_coefficients' | 'gravity_effects') {
  const db = await Session.open();
  try {
    return await db.all<Record<string, string | number | null>>(
      `SELECT * FROM read_parquet(${literal(snapshotFile(PATHS.models, table))}) WHERE ${FIT}`,
    );
  } finally {
    db.close();
  }
}

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: await snapshotRows('flows', "layer = 'papers' AND year = 2022"),
    pair_context: await snapshotRows('pair_context'),
    countries: await snapshotRows('countries'),
    gravity_coefficients: await modelRows('gravity_coefficients'),
    gravity_effects: await modelRows('gravity_effects'),
  });
});
afterAll(() => db.close());

describe.each(
  [gravityCoefficients, observedOverExpected].map((indicator) => [indicator.id, indicator] as const),
)('%s', (_, indicator) => {
  test('its example comes out of the committed numbers, and can be written', async () => {
    const rows = await db.all<Record<string, string | number | boolean | null>>(indicator.example.sql);
    expect(rows).toHaveLength(1);
    const { says, formula } = writeExample(indicator, rows[0] ?? {});
    expect(says).toMatch(/\d/);
    expect(says).not.toMatch(/undefined|NaN|null/);
    expect(formula).toContain('<math');
  });

  test('its formula and letters can be set', () => {
    for (const tex of [indicator.formula, ...indicator.symbols.map(([letter]) => letter)])
      expect(mathOf(tex)).toContain('<math');
  });

  test('its reader is told of no number that is typed', () => {
    const prose = [indicator.says, indicator.definition, ...indicator.isNot, ...indicator.caveats].join(' ');
    expect(prose.replaceAll(`at least ${LEAST_COUNTRIES} countries`, '')).not.toMatch(/\d/);
  });
});

test('what is expected of every country adds up to what was observed', async () => {
  const { countries, worst } = await db.one<{ countries: number; worst: number }>(`
    SELECT count(*) AS countries, max(abs(expected / observed - 1)) AS worst
    FROM (SELECT origin, sum(observed) AS observed, sum(expected) AS expected FROM gravity_pairs WHERE to_year = 2022 GROUP BY origin)`);
  expect(countries).toBeGreaterThan(200);
  expect(worst).toBeLessThan(5e-6);
});

// By statsmodels (scripts/lib/models/gravity.test.ts), expected 44576.197, 15979.442 and 4372.814.
test.each([
  ['CHN', 'USA', 77370, 44576.19719],
  ['DEU', 'FRA', 16769, 15979.44194],
  ['AUS', 'NZL', 4074, 4372.81392],
])(
  '%s and %s: %i observed, as expected by another program',
  async (origin, destination, observed, expected) => {
    for (const [a, b] of [
      [origin, destination],
      [destination, origin],
    ]) {
      const pair = await db.one<{
        observed: number;
        expected: number;
        value: number;
        low: number;
        high: number;
      }>(`
      SELECT g.observed, g.expected, i.value, i.low, i.high FROM gravity_pairs g
      JOIN pair_indicators i ON i.origin = g.origin AND i.destination = g.destination AND i.year = g.to_year AND i.indicator = 'observed_over_expected'
      WHERE g.origin = '${a}' AND g.destination = '${b}' AND i.origin = '${a}' AND i.destination = '${b}'`);
      expect(pair.observed).toBe(observed);
      expect(Math.abs(pair.expected / expected - 1)).toBeLessThan(5e-6);
      expect(pair.value).toBeCloseTo(observed / expected, 5);
      expect(pair.low).toBeLessThan(pair.value);
      expect(pair.high).toBeGreaterThan(pair.value);
    }
  },
);
