import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { SCATTER } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import { scatterView } from './index.ts';

const { state } = settleView(scatterView, { x: 'international_rate', y: 'effective_partners' }, ATLAS);
const tableOf = (rows: typeof SCATTER) => scatterView.words(rows, state, ATLAS).table;

test('the table has the limits of an indicator that has some, beside its values', () => {
  const { columns, rows } = tableOf(SCATTER);
  expect(columns.map(({ key }) => key)).toEqual(['country', 'x', 'y', 'y_low', 'y_high', 'flag']);
  expect(columns[3]).toEqual({
    key: 'y_low',
    label: 'Lower limit (effective number of partners)',
    numeric: true,
  });
  expect(rows.find(({ country }) => country === 'Germany')).toMatchObject({
    y: 21,
    y_low: 20.9,
    y_high: 21.2,
  });
  expect(rows.find(({ country }) => country === 'China')).toMatchObject({ y_low: null, y_high: null });
});

test('and no column for limits that no country of the table has', () => {
  const { columns } = tableOf({ ...SCATTER, x: SCATTER.x.filter(({ country }) => country !== 'DEU') });
  expect(columns.map(({ key }) => key)).toEqual(['country', 'x', 'y', 'flag']);
});

describe('the takeaway is a sentence that can be quoted', () => {
  const say = (rows: typeof SCATTER, of: object = {}) =>
    scatterView.words(rows, { ...state, country: 'DEU', ...of }, ATLAS).takeaway;

  test('with the year once, where both are of one', () => {
    expect(say(SCATTER)).toBe(
      'In 2022, Germany stood at 0.550 for international co-publication rate and at 21.0 for effective number of partners, papers (OpenAlex).',
    );
  });

  test('with each year, where they differ', () => {
    expect(say({ ...SCATTER, x: SCATTER.x.map((row) => ({ ...row, year: 2020 })) })).toBe(
      'Germany stood at 0.550 for international co-publication rate, 2020, and at 21.0 for effective number of partners, papers, 2022 (OpenAlex).',
    );
  });

  test('and none without a country, or with one that lacks a value', () => {
    expect(say(SCATTER, { country: null })).toBeNull();
    expect(say(SCATTER, { country: 'USA' })).toBeNull();
  });
});
