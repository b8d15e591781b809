import { expect, test } from 'vitest';
import { flowLegend, type FlowLegend } from './flow-legend.ts';
import { keyRow, layBlocks, swatch } from './legend.ts';
import { widthScale } from './width-scale.ts';

const legend = (more: Partial<FlowLegend> = {}): FlowLegend => ({
  unit: 'papers',
  directed: false,
  scale: widthScale(73485, 9),
  hairlines: true,
  missing: [],
  hatch: 'url(#h)',
  leaving: 0,
  ...more,
});
const words = (markup: string) => [...markup.matchAll(/>([^<]+)<\/text>/g)].map((m) => m[1]);

test('widths are named by round numbers, the thinnest as the most it can mean', () => {
  const { markup } = flowLegend(legend(), 704, 0, 11);
  expect(words(markup)).toEqual(['Papers', '50,000', '10,000', '5,000 or fewer']);
  expect([...markup.matchAll(/stroke-width="([\d.]+)"/g)].map((m) => Number(m[1]))).toEqual([6.1, 1.2, 0.6]);
});

test('a directed layer says how to read its arrows', () => {
  expect(words(flowLegend(legend({ directed: true }), 704, 0, 11).markup)).toContain(
    'Arrows point to where they go',
  );
});

test('who did not report is named, at most five and the number of the rest', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  expect(words(flowLegend(legend({ missing: names }), 704, 0, 11).markup).at(-1)).toBe(
    'Did not report: A, B, C, D, E and 3 more',
  );
  expect(flowLegend(legend(), 704, 0, 11).markup).not.toContain('Did not report');
});

test('a narrow legend leaves out the middle and goes on below', () => {
  const narrow = flowLegend(legend({ directed: true }), 250, 0, 11);
  expect(words(narrow.markup)).not.toContain('10,000');
  expect(narrow.height).toBeGreaterThan(flowLegend(legend({ directed: true }), 704, 0, 11).height);
});

test('hostile words are escaped', () => {
  const { markup } = flowLegend(legend({ missing: ['<script>'], unit: '"&<' }), 704, 0, 11);
  expect(markup).not.toContain('<script>');
  expect(markup).toContain('&lt;script&gt;');
});

test('blocks break into rows where they do not fit', () => {
  const block = keyRow(null, [swatch('some words', {})], 11);
  expect(layBlocks([block, block], 1000, 0).height).toBe(block.height);
  expect(layBlocks([block, block], block.width + 5, 0).height).toBeGreaterThan(block.height * 2);
});
