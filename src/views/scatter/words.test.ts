import { expect, test } from 'vitest';
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
