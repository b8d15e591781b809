import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { heatGrid, type HeatGridInput } from './heat-grid.ts';
import { readPath } from './read-path.ts';

const FRAME = { width: 704, id: 'h', title: '', desc: '' };
const from = (first: number, ...counts: (number | null)[]): ReadonlyMap<number, number> =>
  new Map(counts.flatMap((n, i) => (n === null ? [] : [[first + i, n] as const])));
const draw = (rows: HeatGridInput['rows'], foot: string | null = null) =>
  heatGrid({ rows, head: 'Countries with a row', foot, empty: 'No row.' }, FRAME);
const keys = (svg: string) => [...svg.matchAll(/class="key"[^>]*>([^<]+)</g)].map(([, words]) => words);
/** How many cells each step of the ramp has. */
const cells = (svg: string) =>
  Object.fromEntries(
    [...svg.matchAll(/<path class="(q\d)" d="([^"]+)"/g)].map(([, step, d = '']) => [
      step,
      readPath(d).length,
    ]),
  );

test('counts are shades, in classes of about equally many cells', async () => {
  await expectGolden('heat-grid', (frame) =>
    heatGrid(
      {
        rows: [
          { heading: 'World Bank', label: 'population', values: from(1990, 210, 211, 212, 214, 215, 217) },
          { label: 'tertiary enrolment ratio', values: from(1990, 88, 92, null, 97, 120, 134) },
          { heading: 'UNESCO UIS', label: '12 series', values: from(1993, 60, 71, 45) },
        ],
        head: 'Countries with a row',
        foot: 'Sources with many series stand in one row.',
        empty: 'No row.',
      },
      frame,
    ),
  );
});

test('a year without a row has no cell, and the key says so; a whole grid needs no such key', () => {
  const gaps = draw([{ label: 'a', values: from(2000, 10, null, 30, 40, 50, 60) }]);
  expect(Object.values<number>(cells(gaps)).reduce((a, b) => a + b, 0)).toBe(5);
  expect(keys(gaps)).toContain('no row');
  expect(keys(draw([{ label: 'a', values: from(2000, 10, 20, 30) }]))).not.toContain('no row');
});

test('zero is a count, not a year without a row', () => {
  expect(cells(draw([{ label: 'a', values: from(2000, 0, 10, 20) }]))).toMatchObject({ q2: 1 });
});

test('every class of the key has cells, however the counts lie', () => {
  for (const counts of [
    [171, 171, 171],
    [1, 2],
    [1, 1, 1, 900],
    [20, 1, 2, 1, 2, 3],
    [9, 99, 999, 9999, 99999],
  ]) {
    const svg = draw([{ label: 'a', values: from(2000, ...counts) }]);
    expect(Object.keys(cells(svg))).toHaveLength(keys(svg).length);
  }
  expect(keys(draw([{ label: 'a', values: from(2000, 171, 171) }]))).toEqual(['171']);
});

test('no rows are said in words', () => {
  expect(draw([])).toContain('No row.');
});
