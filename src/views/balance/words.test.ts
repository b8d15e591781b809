import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { BALANCE } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { balanceView } from './index.ts';
import type { BalanceRows } from './sql.ts';

const say = (asked: Asked, rows: BalanceRows = BALANCE) =>
  balanceView.words(rows, settleView(balanceView, asked, ATLAS).state, ATLAS);
const year = (at: number, inbound: number | null, outbound: number | null) => ({
  year: at,
  inbound,
  inbound_flag: null,
  outbound,
  outbound_flag: null,
});

test('the takeaway is of the last year in which both directions are known', () => {
  const rows = { years: [year(2018, 900, 1), year(2019, 1_000, null)] };
  expect(say({ layer: 'students', country: 'DEU' }, rows).takeaway).toBe(
    'In 2018, Germany hosted 900\u00a0students and had 1 abroad (UNESCO UIS).',
  );
  expect(say({ layer: 'scholars', country: 'DEU' }, rows).takeaway).toBe(
    'In 2018, Germany gained 900\u00a0scholars and lost 1 (MPIDR, Scopus base).',
  );
  expect(say({ layer: 'students', country: 'DEU' }, { years: [year(2019, 5, null)] }).takeaway).toBeNull();
});

test('no net where one direction is unknown: unknown is not zero', () => {
  expect(say({ layer: 'students', country: 'DEU' }).table.rows.map(({ year, net }) => [year, net])).toEqual([
    [2000, 600],
    [2001, null],
    [2004, 950],
    [2005, -150],
  ]);
});

test('years without rows are told apart from an unbroken series', () => {
  expect(say({ layer: 'students', country: 'DEU' }).coverage).toBe('Years without bars were not reported.');
  expect(
    say({ layer: 'students', country: 'DEU' }, { years: [year(2000, 1, 1), year(2001, 1, 1)] }).coverage,
  ).toBeNull();
});

test('the counting is that of the layer, and the method that of the balance', () => {
  const notes = (layer: 'students' | 'scholars') => say({ layer, country: 'DEU' }).notes.join(' ');
  expect(notes('students')).toContain('while they are enrolled');
  expect(notes('scholars')).toContain('What is counted are moves');
  expect(say({ layer: 'students', country: 'DEU' }).method).toBe('balance');
});

test('flags name their side', () => {
  expect(say({ layer: 'students', country: 'DEU' }).table.rows.at(-1)?.['flag']).toBe(
    'inbound break in series; outbound estimated',
  );
});

test('nothing reported', () => {
  expect(say({ layer: 'students', country: 'USA' }, { years: [] })).toMatchObject({
    title: 'Students who come to the United States and who leave it',
    takeaway: null,
    coverage: 'The United States reports neither direction to UNESCO UIS.',
  });
});
