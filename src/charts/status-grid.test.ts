import { expect, test } from 'vitest';
import type { CoverageStatus } from '../model/flow.ts';
import { expectGolden } from './golden.ts';
import { readPath } from './read-path.ts';
import { statusGrid, type StatusGridInput } from './status-grid.ts';

const FRAME = { width: 704, id: 's', title: '', desc: '' };
const years = (first: number, ...all: (CoverageStatus | null)[]): ReadonlyMap<number, CoverageStatus> =>
  new Map(all.flatMap((status, i) => (status ? [[first + i, status] as const] : [])));
const grid = (more: Partial<StatusGridInput> = {}): StatusGridInput => ({
  layer: 'students',
  rows: [
    { name: 'United States', status: years(2014, 'reported', 'reported', 'partly reported', 'not reported') },
    { name: 'United Arab Emirates', status: years(2014, 'not reported', 'not reported', 'reported', null) },
    { name: 'Togo', status: years(2014, 'not verifiable', 'reported', 'reported', 'reported') },
  ],
  framed: { year: 2016, words: '2016, the last whole year' },
  foot: 'The 10 hosts that follow are in the table.',
  empty: 'No host has a row.',
  ...more,
});
const draw = (more: Partial<StatusGridInput> = {}) => statusGrid(grid(more), FRAME);
/** Paths of a class, the key's own first. */
const paths = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<path class="${kind}"[^>]*? d="([^"]+)"`, 'g'))].map(([, d = '']) =>
    readPath(d),
  );

test('each status has a sign of its own', async () => {
  await expectGolden('status-grid', (frame) => statusGrid(grid(), frame));
});

test('every year of every host has its cell, and what is not reported a cross and no colour', () => {
  const svg = draw();
  expect(paths(svg, 'cell-reported').map((p) => p.length)).toEqual([1, 6]);
  expect(paths(svg, 'cell-partly').map((p) => p.length)).toEqual([1, 1]);
  expect(svg).toMatch(/class="cell-partly" fill="url\(#s-hatch\)"/);
  // Blank cells lie under the crosses of three and the ring of one; a cross has two strokes.
  expect(paths(svg, 'cross').map((p) => p.length)).toEqual([2, 6]);
  expect(paths(svg, 'cell-blank').map((p) => p.length)).toEqual([1, 1, 3, 1]);
  expect(svg.match(/class="ring"/g)).toHaveLength(2);
});

test('the key explains what occurs, and nothing else', () => {
  const keys = (svg: string) => [...svg.matchAll(/class="key"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(keys(draw())).toEqual([
    'reported',
    'partly reported',
    'not reported',
    'not verifiable',
    'no row',
    '2016, the last whole year',
  ]);
  expect(
    keys(
      draw({ rows: [{ name: 'A', status: years(2014, 'reported') }], framed: { year: 2020, words: '2020' } }),
    ),
  ).toEqual(['reported']);
});

test('no rows are said in words', () => {
  expect(draw({ rows: [] })).toContain('No host has a row.');
});
