import { expect, test } from 'vitest';
import { balance, netOf, type BalanceRow } from './balance.ts';
import { expectGolden } from './golden.ts';

const row = (year: number, inbound: number | null, outbound: number | null): BalanceRow => ({
  year,
  inbound,
  inbound_flag: null,
  outbound,
  outbound_flag: 'e',
});

/** Of the size of Germany’s numbers; not a quotation. */
const rows = [
  row(2013, 196619, 119123),
  row(2014, 210542, 117921),
  row(2015, 228756, 117000),
  row(2016, 244575, 118000),
  row(2018, 311738, 122195),
  row(2019, 333233, 122538),
  row(2020, 368717, 123512),
  row(2021, 376359, null),
];

test('in above the line, out below it, net between', async () => {
  await expectGolden('balance', (frame) =>
    balance({ layer: 'students', unit: 'Students enrolled', rows }, frame),
  );
});

test('net is there only where both sides are', () => {
  expect(netOf(rows.slice(-2))).toEqual([
    { year: 2020, value: 245205, flag: 'e' },
    { year: 2021, value: null, flag: 'e' },
  ]);
});

test('years without a number are said, each side by itself', () => {
  const svg = balance(
    { layer: 'students', unit: 'Students', rows },
    { width: 704, id: 'b', title: '', desc: '' },
  );
  expect(svg).toContain('No data: inbound 2017; outbound 2017 and 2021');
  expect(svg).toContain('+245,205 in\u00a02020');
});

test('nothing at all is said in words', () => {
  const svg = balance(
    { layer: 'students', unit: 'Students', rows: [row(2013, null, null)] },
    { width: 328, id: 'b', title: '', desc: '' },
  );
  expect(svg).toContain('Neither direction is reported.');
});
