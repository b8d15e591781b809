import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTable } from '../../scripts/lib/ddl.ts';
import { insert, Session } from '../../scripts/lib/session.ts';
import { labelOf } from '../indicators/index.ts';
import { affinity } from '../indicators/pairs/affinity.ts';
import { schemaOf } from '../model/tables/index.ts';
import { flagsInWords, limitsBeside, POSITIONS, type PositionRow } from './position.ts';

const [FALL, RATE] = ['largest_fall', 'effective_partners'];
let db: Session;
let rows: readonly PositionRow[];

/** country, indicator, year, value, flag */
const GIVEN: readonly [string, string, number, number, string | null][] = [
  // Ten countries have 2020, nine 2021, eight 2022; 2023 is provisional.
  ...Array.from({ length: 10 }, (_, i): [string, string, number, number, null] => [
    `C${i}`,
    RATE,
    2020,
    i,
    null,
  ]),
  ...Array.from({ length: 9 }, (_, i): [string, string, number, number, null] => [
    `C${i}`,
    RATE,
    2021,
    10 + i,
    null,
  ]),
  ...Array.from({ length: 8 }, (_, i): [string, string, number, number, null] => [
    `C${i}`,
    RATE,
    2022,
    50,
    null,
  ]),
  ...Array.from({ length: 10 }, (_, i): [string, string, number, number, string] => [
    `C${i}`,
    RATE,
    2023,
    90,
    'p',
  ]),
  // Falls, each in a year of its own; that of C2 has no second source.
  ['C0', FALL, 2009, 0.1, null],
  ['C1', FALL, 2020, 0.3, null],
  ['C2', FALL, 1999, 0.9, 'u'],
];

beforeAll(async () => {
  db = await Session.open();
  await db.run(createTable('country_indicators'));
  const columns = schemaOf('country_indicators').fields.map(({ name }) => name);
  for (const [country, indicator, year, value, flag] of GIVEN) {
    const row: Record<string, string | number | null> = {
      country,
      indicator,
      year,
      value,
      flag,
      layer: 'papers',
      source: 's',
    };
    await insert(
      db,
      'country_indicators',
      columns.map((name) => row[name] ?? null),
    );
  }
  rows = await db.all<PositionRow>(POSITIONS);
});
afterAll(() => db.close());

const of = (country: string, indicator: string) =>
  rows.find((row) => row.country === country && row.indicator === indicator);

describe('the position of a country', () => {
  test('is of the latest whole year that nine in ten of the countries of the fullest year have', () => {
    expect(of('C8', RATE)).toMatchObject({ year: 2021, value: 18, rank: 1, of: 9 });
    expect(of('C0', RATE)).toMatchObject({ year: 2021, value: 10, rank: 9, of: 9 });
  });

  test('has no rank where it is of an earlier year', () => {
    expect(of('C9', RATE)).toMatchObject({ year: 2020, value: 9, rank: null, of: 9 });
  });

  test('among falls is over all years, and only among those that a second source shows', () => {
    expect(of('C1', FALL)).toMatchObject({ year: 2020, rank: 1, of: 2 });
    expect(of('C0', FALL)).toMatchObject({ year: 2009, rank: 2, of: 2 });
    expect(of('C2', FALL)).toMatchObject({ year: 1999, value: 0.9, rank: null });
  });

  test('holds each country once an indicator, layer and source', () => {
    expect(rows).toHaveLength(13);
  });
});

test.each([
  [FALL, 'u', 'no second source shows it'],
  [FALL, 'eu', 'estimated, no second source shows it'],
  [FALL, 'e', 'estimated'],
  [FALL, null, ''],
  [RATE, 'e', 'estimated'],
])('flags in words: %s, %s', (indicator, flag, words) => {
  expect(flagsInWords({ indicator, flag })).toBe(words);
});

test('the letter of falls says another thing of other indicators', () => {
  expect(flagsInWords({ indicator: RATE, flag: 'u' })).not.toMatch(/second source/);
});

describe('limits', () => {
  const ratio = labelOf(affinity);
  test.each([
    [
      'have the decimals of their value',
      1.2,
      0.0004,
      12345.678,
      { digits: 3, unit: 'ratio' },
      '0.000 to 12,345.678',
    ],
    [
      'of a large value have none',
      123456.7,
      9876.54,
      200000,
      { digits: 2, unit: 'ratio' },
      '9,877 to 200,000',
    ],
    ['of a small one have its own', 0.0004, 0.0001, 0.0021, { digits: 3, unit: 'ratio' }, '0.0001 to 0.0021'],
    ['of nothing have those of the indicator', 0, 0, 0.5, { digits: 2, unit: 'ratio' }, '0.00 to 0.50'],
    ['carry the sign of percent', 1.5, 1, 2, { digits: 1, unit: 'percent' }, '1.0% to 2.0%'],
    ['may be one alone', 1.5, 1, null, { digits: 1, unit: 'ratio' }, 'at least 1.0'],
    ['may be the other alone', 1.5, null, 2, { digits: 1, unit: 'ratio' }, 'at most 2.0'],
    ['may not be there', 1.5, null, null, { digits: 1, unit: 'ratio' }, null],
  ] as const)('%s', (_, value, low, high, label, words) => {
    expect(limitsBeside({ value, low, high }, { ...ratio, ...label })).toBe(words);
  });
});
