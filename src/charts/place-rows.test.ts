import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { placeRows, type PlaceRow, type PlaceRowsInput } from './place-rows.ts';

const row = (name: string, papers: number, students: number): PlaceRow => ({
  name,
  details: ['18 papers, 0.42 times as expected', '2,885 students, 136 times as expected'],
  places: [
    { layer: 'papers', at: papers },
    { layer: 'students', at: students },
  ],
});
const input = (...groups: PlaceRowsInput['groups']): PlaceRowsInput => ({
  groups,
  ends: ['loosest', 'middle', 'closest'],
  nameOf: (layer) => `dot of ${layer}`,
  head: 'Place among all',
  empty: 'No pair is known.',
});
const FRAME = { width: 704, id: 'p', title: '', desc: '' };
const dots = (svg: string) =>
  [...svg.matchAll(/class="dot layer-(\w+)" cx="([\d.]+)"[^>]*r="5"/g)].map(
    ([, layer, x]) => [layer, Number(x)] as const,
  );

test('two dots a row, by layer, with a line between', async () => {
  await expectGolden('place-rows', (frame) =>
    placeRows(
      input(
        {
          head: 'Papers and students, 685 pairs',
          rows: [row('Cuba–South Africa', 0.07, 0.999), row('Here–There', 0.9, 0.1)],
        },
        { head: 'Nobody', rows: [] },
      ),
      frame,
    ),
  );
});

test('places are in proportion, and end at the ends of the scale', () => {
  const [, , a, b, c, d] = dots(
    placeRows(input({ head: 'x', rows: [row('a', 0, 1), row('b', 0.5, 0.25)] }), FRAME),
  );
  const [x0, x1] = [a?.[1] ?? 0, b?.[1] ?? 0];
  expect(c?.[1]).toBeCloseTo((x0 + x1) / 2, 0);
  expect(d?.[1]).toBeCloseTo(x0 + (x1 - x0) / 4, 0);
  expect([a?.[0], b?.[0]]).toEqual(['papers', 'students']);
});

test('the key names each layer once; a group without rows is left out', () => {
  const svg = placeRows(
    input({ head: 'One', rows: [row('a', 0, 1), row('b', 0, 1)] }, { head: 'Two', rows: [] }),
    FRAME,
  );
  expect(svg.match(/dot of papers/g)).toHaveLength(1);
  expect(svg).not.toContain('Two');
});

test('no rows are said in words', () => {
  expect(placeRows(input({ head: 'x', rows: [] }), FRAME)).toContain('No pair is known.');
});
