import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { measuredRows, type MeasuredRowsInput } from './measured-rows.ts';
import { textFaults } from './text-boxes.ts';

const row = (
  name: string,
  value: number,
  limits: readonly [number, number] | null,
  count: string,
  flag: string | null = null,
) => ({
  name,
  value,
  low: limits?.[0] ?? null,
  high: limits?.[1] ?? null,
  flag,
  detail: count,
  data: { c: name.slice(0, 3).toUpperCase() },
});
const RATIO: MeasuredRowsInput = {
  layer: 'papers',
  scale: { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 },
  rows: [
    row('Liechtenstein', 3.83, [3.07, 4.73], '81 papers'),
    row('Austria', 2.88, [2.83, 2.92], '16,302 papers', 'p'),
    row('A country whose name takes two lines at least', 1.01, [0.92, 1.1], '402 papers'),
    row('India', 0.52, [0.5, 0.54], '4,180 papers'),
  ],
  rest: 'Not shown: the other 205 partners.',
  empty: 'Nothing.',
};
const NET: MeasuredRowsInput = {
  ...RATIO,
  layer: 'scholars',
  scale: { title: 'Net moves', unit: 'moves', kind: 'signed', neutral: null, digits: 0 },
  rows: [
    row('Germany', 240, null, '2,077 moves'),
    row('Ireland', 0, null, '80 moves'),
    row('China', -166, null, '754 moves'),
  ],
  rest: null,
};

test.each([
  ['measured-rows', RATIO],
  ['measured-rows-net', NET],
] as const)('%s', async (name, input) => {
  await expectGolden(name, (frame) => measuredRows(input, frame));
  for (const width of [328, 560, 704, 1100])
    expect(textFaults(measuredRows(input, { width, id: 'a', title: 'A', desc: 'B' }))).toEqual([]);
});

test('values below what is expected are told by form, and every row by its title', () => {
  const svg = measuredRows(RATIO, { width: 704, id: 'a', title: 'A', desc: 'B' });
  expect(svg.match(/class="row below"/g)).toHaveLength(1);
  expect(svg).toContain('<title>Liechtenstein: 3.83 (3.07 to 4.73); 81 papers</title>');
  expect(svg).toContain('data-c="LIE"');
});

test('half and twice stand equally far from one', () => {
  const at = (value: number): number => {
    const input = {
      ...RATIO,
      rows: [row('Top', 4, null, ''), row('Low', 0.25, null, ''), row('X', value, null, '')],
    };
    const svg = measuredRows(input, { width: 704, id: 'a', title: 'A', desc: 'B' });
    return Number([...svg.matchAll(/cx="([\d.]+)"/g)].at(-1)?.[1]);
  };
  expect(at(2) - at(1)).toBeCloseTo(at(1) - at(0.5), 0);
});

test('nothing to draw is said', () => {
  expect(measuredRows({ ...RATIO, rows: [] }, { width: 704, id: 'a', title: 'A', desc: 'B' })).toContain(
    'Nothing.',
  );
});
