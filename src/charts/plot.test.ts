import * as Plot from '@observablehq/plot';
import { expect, test, vi } from 'vitest';
import { plot, plotBody } from './plot.ts';

const frame = { width: 300, id: 'f', title: 'A < B', desc: 'Two points.' };
const points = [
  { x: 1, y: 1 },
  { x: 2, y: 3 },
];

test('titled, described, escaped, and styled by nothing but classes', () => {
  const svg = plot({ marks: [Plot.line(points, { x: 'x', y: 'y', className: 'line' })] }, frame, {
    className: 'test',
  });
  expect(svg).toMatch(/^<svg [^>]*class="chart test" width="300"/);
  expect(svg).toContain('<title id="f-title">A &lt; B</title><desc id="f-desc">Two points.</desc>');
  expect(svg).not.toMatch(/style|aria-label=|font-family/);
  expect(svg).toContain('class="line"');
});

test('ids begin with the frame’s, and references follow', () => {
  const { body } = plotBody({ marks: [Plot.dot(points, { x: 'x', y: 'y', clip: 'frame' })] }, 'f');
  expect(body).toContain('<clipPath id="f-clip-1">');
  expect(body).toContain('clip-path="url(#f-clip-1)"');
});

test('the same text each time', () => {
  const draw = () => plotBody({ marks: [Plot.dot(points, { x: 'x', y: 'y', clip: 'frame' })] }, 'f').body;
  expect(draw()).toBe(draw());
});

test('facets', () => {
  const { body } = plotBody({ marks: [Plot.dot(points, { x: 'x', y: 'y', fx: 'x' })] }, 'f');
  expect(body.match(/<circle/g)).toHaveLength(2);
});

test('a warning of Plot is an error here', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const dates = { marks: [Plot.ruleX(['2019-01-01', '2020-01-01'])] };
  expect(() => plotBody(dates, 'f')).toThrow('Observable Plot warned');
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
});
