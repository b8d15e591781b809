import { expect, test } from 'vitest';
import { textWidth } from './measure.ts';
import { yearGrid } from './year-grid.ts';

const rows = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `Row ${i}` }));
const yearsOf = (words: string) =>
  [...words.matchAll(/<text x="([\d.]+)" y="([\d.]+)">(\d{4})</g)].map(([, x, y, year]) => ({
    x: Number(x),
    y: Number(y),
    year: Number(year),
  }));

test.each([
  [328, 1998, 2020],
  [704, 1998, 2020],
  [328, 1900, 2024],
  [704, 2019, 2019],
  [328, 2022, 2024],
  [704, 1990, 2020],
])('at %i pixels, %i to %i: cells side by side inside the width, years apart', (width, first, last) => {
  const size = width < 480 ? 12 : 13;
  const grid = yearGrid(rows(3), [first, last], width, size);
  for (let year = first; year < last; year++)
    expect(grid.box(0, year).x1).toBeLessThanOrEqual(grid.box(0, year + 1).x0 + 1e-9);
  expect(grid.box(0, first).x0).toBeGreaterThan(0);
  expect(grid.box(0, last).x1).toBeLessThanOrEqual(width);
  const half = textWidth('0000', size) / 2;
  const labels = yearsOf(grid.words);
  expect(labels.length).toBeGreaterThan(0);
  for (const [i, { x, year }] of labels.entries()) {
    expect(x + half).toBeLessThanOrEqual(width + 0.5);
    expect(x).toBeCloseTo((grid.column(year).x0 + grid.column(year).x1) / 2, -1);
    if (i) expect(x - (labels[i - 1]?.x ?? 0)).toBeGreaterThan(half * 2);
  }
});

test('rows lie below each other, a heading or a long name makes room', () => {
  const long = 'Saint Vincent and the Grenadines and all that belongs to them';
  const grid = yearGrid(
    [{ label: 'a' }, { label: 'b', heading: 'Source' }, { label: long }, { label: 'd' }],
    [2000, 2010],
    328,
    12,
  );
  const tops = [0, 1, 2, 3].map((i) => grid.box(i, 2000).y0);
  const gaps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
  expect(gaps[0]).toBeCloseTo(16 + 24);
  expect(Math.min(...gaps.slice(1))).toBeGreaterThan(20);
  expect(grid.column(2000).y1).toBeGreaterThan(grid.box(3, 2000).y1);
  expect(grid.height).toBeGreaterThanOrEqual(grid.column(2000).y1);
});

test('a tall grid has its years below too', () => {
  const heights = (n: number) =>
    new Set(yearsOf(yearGrid(rows(n), [2000, 2010], 704, 13).words).map(({ y }) => y));
  expect(heights(5).size).toBe(1);
  expect(heights(30).size).toBe(2);
});

test('hostile names are escaped', () => {
  const { words } = yearGrid([{ label: '<script>', heading: '"&<' }], [2000, 2001], 704, 13);
  expect(words).not.toContain('<script>');
  expect(words).toContain('&quot;&amp;&lt;');
});
