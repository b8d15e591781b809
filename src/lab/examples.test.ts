import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../scripts/lib/session.ts';
import { smallRelease } from '../../tests/support/small-release.ts';
import { readOnly } from '../engine/read-only.ts';
import { EXAMPLES } from './examples.ts';

/** Tables and columns as every release has them; tests/lab.test.ts runs the examples over the real rows, in both engines. */
let release: Session;
beforeAll(async () => {
  release = await smallRelease({
    countries: [
      { iso3: 'AAA', short_name: 'A' },
      { iso3: 'BBB', short_name: 'B' },
    ],
    flows: [
      {
        layer: 'students',
        source: 'uis-student-flows',
        origin: 'AAA',
        destination: 'BBB',
        year: 2018,
        value: 9000,
      },
      {
        layer: 'students',
        source: 'uis-student-flows',
        origin: 'BBB',
        destination: 'AAA',
        year: 2018,
        value: 90,
      },
    ],
    totals: [
      {
        country: 'AAA',
        measure: 'outbound_students',
        source: 'uis-student-totals',
        year: 2018,
        value: 12_000,
        flag: 'e',
      },
    ],
  });
});
afterAll(() => release.close());

test('there is a dozen, each under a name of its own', () => {
  expect(EXAMPLES).toHaveLength(12);
  expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(12);
  for (const { id, question } of EXAMPLES) {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(question, id).toMatch(/^[A-Z].*\?$/);
  }
});

describe.each(EXAMPLES)('$id', ({ sql, look }) => {
  test('says what it does, and fits a screen', () => {
    expect(sql).toMatch(/^-- /);
    const lines = sql.split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(112);
    expect(look).toMatch(/^Look .*\.$/);
    // Numbers are in the rows, not in the prose.
    expect(look.replace(/from 0 .* to 100/, '')).not.toMatch(/\d/);
  });

  test('only reads, and finds its tables and columns', async () => {
    expect(readOnly(sql)).toBe(sql);
    await expect(release.all(sql)).resolves.toBeInstanceOf(Array);
  });
});

test('the largest host of an origin is found', async () => {
  const [row, ...more] = await release.all(EXAMPLES[0]?.sql ?? '');
  expect(more).toEqual([]);
  expect(row).toMatchObject({ origin: 'A', largest_host: 'B', percent: 75, flag_abroad: 'e' });
});
