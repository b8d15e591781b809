import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';
import { INDICATORS } from '../../indicators/index.ts';
import { affinity } from '../../indicators/pairs/affinity.ts';
import { dedent, firstQuery, shownSql } from './sql.ts';

let db: Session;
/** Rows of the views by indicator, asked once: each view is a union of very many. */
let stored: ReadonlyMap<string, unknown[]>;
beforeAll(async () => {
  const matrix = { AAA: { BBB: 30, CCC: 10 }, BBB: { CCC: 20 }, CCC: { DDD: 5 } };
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 'openalex-copublications', 2020, matrix),
      ...flowsOf('projects', 'cordis-h2020', 2020, matrix),
      ...flowsOf('scholars', 'scholarly-migration/scopus', 2019, {
        AAA: { BBB: 7, CCC: 3 },
        BBB: { AAA: 5 },
        CCC: { BBB: 4, AAA: 1 },
      }),
    ],
  });
  const views = await Promise.all(
    (['pair', 'country'] as const).map((subject) =>
      db.all<Record<string, unknown>>(
        `SELECT indicator, ${columns(subject)} FROM ${subject}_indicators ORDER BY ALL`,
      ),
    ),
  );
  stored = Map.groupBy(views.flat(), ({ indicator }) => String(indicator));
});
afterAll(() => db.close());

const KEYS = { pair: 'origin, destination', country: 'country' } as const;
const columns = (subject: keyof typeof KEYS) =>
  `${KEYS[subject]}, layer, source, year, round(value, 6) AS value, round(low, 6) AS low, round(high, 6) AS high, flag`;

describe.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
  test('the SQL that its page shows gives the values that its view has', async () => {
    const { sql, relation } = shownSql(indicator);
    const { subject } = indicator;
    if ('relation' in indicator.sql || subject === 'layers') {
      await db.all(sql ?? `FROM ${relation}`);
      return;
    }
    const rows = await db.all(
      `SELECT '${id}' AS indicator, ${columns(subject)} FROM (${sql ?? ''}) WHERE value IS NOT NULL ORDER BY ALL`,
    );
    expect(rows).toEqual(stored.get(id) ?? []);
  });
});

test.each(
  [
    ...Map.groupBy(INDICATORS, ({ subject, sql }) => ('relation' in sql ? sql.relation : subject)).values(),
  ].flatMap(([first]) => (first ? [[first.id, first] as const] : [])),
)('the first query for %s can be run', async (_, indicator) => {
  await expect(db.run(`PREPARE q AS ${firstQuery(indicator)}`)).resolves.toBeUndefined();
});

test('one indicator at least has rows here, so that equal is not merely empty', () => {
  expect(stored.get(affinity.id)?.length).toBeGreaterThan(6);
});

test('a relation that is not there is named', () => {
  expect(() => shownSql({ ...affinity, sql: { relation: 'nothing' } })).toThrow('relation nothing');
});

test('what a model gives stands in a table and has no SQL', () => {
  expect(shownSql({ ...affinity, sql: { relation: 'gravity_coefficients' } })).toEqual({
    sql: null,
    needs: [],
    relation: 'gravity_coefficients',
    table: 'gravity_coefficients',
  });
});

test.each([
  ['a cell of a pair, as it is asked', affinity, 'pair_indicators', null],
  [
    'a stored query of a pair, in its own table',
    { ...affinity, sql: { query: 'SELECT 1', needs: [], stored: true } },
    'pair_indicators',
    'stored_pair_indicators',
  ],
  [
    'a query of a pair that is not stored, as it is asked',
    { ...affinity, sql: { query: 'SELECT 1', needs: [] } },
    'pair_indicators',
    null,
  ],
  [
    'a country, in the table',
    { ...affinity, subject: 'country' },
    'country_indicators',
    'country_indicators',
  ],
  ['a relation, as it is asked', { ...affinity, sql: { relation: 'ties' } }, 'ties', null],
] as const)('where values stand: %s', (_, indicator, relation, table) => {
  expect(shownSql(indicator)).toMatchObject({ relation, table });
});

describe('SQL moved to the left', () => {
  test.each([
    ['\n    SELECT a\n      FROM b', 'SELECT a\n  FROM b'],
    ['SELECT a\n      FROM b\n        WHERE c', 'SELECT a\nFROM b\n  WHERE c'],
    ['  SELECT a\n\n  FROM b\n', 'SELECT a\n\nFROM b'],
    ['SELECT a', 'SELECT a'],
  ])('%j', (sql, moved) => {
    expect(dedent(sql)).toBe(moved);
  });
});
