import { expect, test } from 'vitest';
import { textBoxes, textFaults } from './text-boxes.ts';

const svg = (body: string): string =>
  `<svg viewBox="0 0 100 40" font-size="10" text-anchor="middle"><title>t</title>${body}</svg>`;

test('a line of text has its place by its own and its parents’ attributes', () => {
  const [box] = textBoxes(
    svg('<g transform="translate(10 5)" text-anchor="start"><text x="2" y="10">aaaa</text></g>'),
  );
  expect(box).toMatchObject({ words: 'aaaa', x0: 12, y1: 15 });
  expect((box?.x1 ?? 0) - (box?.x0 ?? 0)).toBeCloseTo(24);
});

test('titles are no text that is drawn, tspans belong to their line, entities are letters', () => {
  const boxes = textBoxes(
    svg('<text x="50" y="10">a &amp; b<tspan dx="4">7</tspan></text><path><title>no</title></path>'),
  );
  expect(boxes.map(({ words }) => words)).toEqual(['a & b 7']);
});

test('words over words and words outside are faults, words side by side are none', () => {
  expect(textFaults(svg('<text x="50" y="10">aaaa</text><text x="50" y="14">bbbb</text>'))).toEqual([
    '“aaaa” and “bbbb” cover each other',
  ]);
  expect(textFaults(svg('<text x="95" y="10">aaaa</text>'))).toEqual(['“aaaa” stands out of the drawing']);
  expect(textFaults(svg('<text x="20" y="10">aaaa</text><text x="60" y="10">bbbb</text>'))).toEqual([]);
});
