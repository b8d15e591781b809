import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { ranking, type RankingInput } from './ranking.ts';

const indianStudents: RankingInput = {
  layer: 'students',
  rows: [
    { name: 'United States', value: 135940, flag: null },
    { name: 'Australia', value: 73316, flag: null },
    { name: 'Canada', value: 34806, flag: 'u' },
    { name: 'United Kingdom', value: 19599, flag: null },
    { name: 'Germany', value: 15473, flag: 'p' },
    { name: 'Democratic Republic of the Congo', value: 6828, flag: 'e' },
  ],
  rest: { partners: 142, value: 71168, unit: 'students', noun: 'destinations' },
};

test('a remainder that fits the scale is a bar of its own texture', async () => {
  await expectGolden('ranking', (frame) => ranking(indianStudents, frame));
});

test('a remainder that would dwarf the partners is a line of text, and its unit is links', () => {
  const svg = ranking(
    {
      layer: 'papers',
      rows: [{ name: 'China', value: 77370, flag: null }],
      rest: { partners: 190, value: 312400, unit: 'links' },
    },
    { width: 704, id: 'r', title: '', desc: '' },
  );
  expect(svg).toContain('The other 190 partners: 312,400\u00a0links');
  expect(svg).not.toContain('bar-rest');
});

test('flags are told by letter and pattern', () => {
  const svg = ranking(indianStudents, { width: 704, id: 'r', title: '', desc: '' });
  expect(svg).toContain('34,806\u00a0u');
  expect(svg).toContain('fill="url(#r-hatch)"');
  expect(svg).toContain('p provisional · u partly reported · e estimated or derived');
});

test('no rows at all are said in words', () => {
  const svg = ranking(
    { layer: 'papers', rows: [], rest: null, empty: 'There is no row for Tokelau.' },
    { width: 328, id: 'r', title: '', desc: '' },
  );
  expect(svg).toContain('There is no row for Tokelau.');
});

test('no rows, and rows of nothing, draw without complaint', () => {
  const frame = { width: 328, id: 'r', title: '', desc: '' };
  expect(ranking({ layer: 'papers', rows: [], rest: null }, frame)).not.toContain('NaN');
  expect(
    ranking({ layer: 'papers', rows: [{ name: 'A', value: 0, flag: null }], rest: null }, frame),
  ).not.toContain('NaN');
});
