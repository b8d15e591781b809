import { describe, expect, test } from 'vitest';
import { coefficientLines, type CoefficientLine, type CoefficientLinesInput } from './coefficient-lines.ts';
import { expectGolden } from './golden.ts';

const FRAME = { width: 704, id: 'c', title: '', desc: '' };
const line = (
  layer: CoefficientLine['layer'],
  label: string,
  first: number,
  ...values: readonly number[]
): CoefficientLine => ({
  layer,
  label,
  points: values.map((value, i) => ({
    from: first + i,
    to: first + i,
    value,
    low: value * 0.9,
    high: value * 1.1,
  })),
});
const projects: CoefficientLine = {
  layer: 'projects',
  label: 'Projects',
  points: [{ from: 2015, to: 2020, value: 0.8, low: 0.7, high: 0.9 }],
};
const input = (...lines: CoefficientLine[]): CoefficientLinesInput => ({
  unit: 'Times as many',
  lines,
  neutralWords: 'no difference',
  format: (value) => value.toFixed(2),
  foot: [],
  empty: 'No result.',
});
const draw = (...lines: CoefficientLine[]) => coefficientLines(input(...lines), FRAME);
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

test('lines of several layers with their intervals, and years taken together as a bar', async () => {
  await expectGolden('coefficient-lines', (frame) =>
    coefficientLines(
      input(
        line('papers', 'Papers', 2008, 0.76, 0.75, 0.74, 0.72, 0.73, 0.71, 0.7, 0.7, 0.69, 0.69, 0.68),
        line('scholars', 'Scholars, Scopus', 2012, 0.68, 0.67, 0.67, 0.66, 0.66, 0.65),
        line('scholars', 'Scholars, OpenAlex', 2012, 0.74, 0.73, 0.71, 0.69, 0.68, 0.67),
        projects,
      ),
      frame,
    ),
  );
});

describe('years taken together', () => {
  test('are a bar from the first to the last, and no line', () => {
    const svg = draw(projects);
    expect(svg).toContain('layer-projects series span');
    expect(svg).not.toMatch(/class="layer-projects series series-0 line"/);
    expect(svg).toContain('0.80 in\u00a02015–2020');
  });
  test('widen the axis to all their years', () => {
    expect(draw(projects)).toMatch(/>2015<.*>2020</s);
  });
});

test('a line stops at a year that is missing, and so does its band', () => {
  const whole = line('papers', 'Papers', 2000, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7);
  const gap = { ...whole, points: whole.points.filter(({ from }) => from !== 2002) };
  const paths = (one: CoefficientLine, kind: string) =>
    count(
      draw(one),
      new RegExp(`class="layer-papers ${kind}-0[^"]*"|class="layer-papers ${kind} ${kind}-0[^"]*line"`, 'g'),
    );
  expect(paths(gap, 'series')).toBe(paths(whole, 'series') + 1);
  expect(count(draw(gap), /class="layer-papers band band-0"/g)).toBe(2);
});

test('a line of one year is a dot with an upright', () => {
  const svg = draw(line('papers', 'Papers', 2000, 1.3));
  expect(svg).toMatch(/band-lone/);
  expect(svg).toMatch(/dot/);
  expect(svg).not.toContain('NaN');
});

test('one is on the axis on either side of all values, with its words', () => {
  for (const value of [0.3, 4]) {
    const svg = draw(line('papers', 'Papers', 2000, value, value));
    expect(svg).toMatch(/class="axis".*>1</s);
    expect(svg).toContain('no difference');
  }
});

test('layers keep their hue, and every line a dash of its own', () => {
  const svg = draw(
    line('papers', 'a', 2000, 1, 2),
    line('scholars', 'b', 2000, 1, 2),
    line('scholars', 'c', 2000, 2, 1),
  );
  for (const [layer, dash] of [
    ['papers', 0],
    ['scholars', 1],
    ['scholars', 2],
  ])
    expect(svg).toContain(`layer-${layer} series series-${dash} line`);
});

test('nothing to draw is said in words', () => {
  expect(draw()).toContain('No result.');
  expect(draw({ ...projects, points: [] })).toContain('No result.');
});
