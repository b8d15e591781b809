import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { snapshotRows } from '../../../tests/support/matrices.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { writeExample } from '../../build/methods/example.ts';
import { mathOf } from '../../build/methods/math.ts';
import { affinity } from './affinity.ts';
import { asymmetry } from './asymmetry.ts';
import { jaccard } from './jaccard.ts';
import { netFlow } from './net-flow.ts';
import { preference } from './preference.ts';
import { reciprocity } from './reciprocity.ts';
import { ric } from './ric.ts';
import { salton } from './salton.ts';

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: await snapshotRows(
      'flows',
      "(layer = 'papers' AND year = 2022) OR (layer = 'scholars' AND source = 'scholarly-migration/scopus' AND year = 2019)",
    ),
    countries: await snapshotRows('countries'),
  });
});
afterAll(() => db.close());

describe.each(
  [ric, affinity, salton, jaccard, preference, netFlow, reciprocity, asymmetry].map(
    (indicator) => [indicator.id, indicator] as const,
  ),
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

  test('its values lie within its range', async () => {
    const [least, most] = indicator.range;
    const found = await db.one<{ rows: number; least: number; most: number }>(
      `SELECT count(*) AS rows, min(value) AS least, max(value) AS most FROM pair_indicators WHERE indicator = '${indicator.id}'`,
    );
    expect(found.rows).toBeGreaterThan(5000);
    expect(found.least).toBeGreaterThanOrEqual(least ?? -Infinity);
    expect(found.most).toBeLessThanOrEqual(most ?? Infinity);
  });

  test('its reader is told of no number that is typed', () => {
    const prose = [indicator.says, indicator.definition, ...indicator.isNot, ...indicator.caveats].join(' ');
    expect(prose).not.toMatch(/\d/);
  });
});
