import { describe, expect, test } from 'vitest';
import type { BandPoint } from './band-series.ts';
import { expectGolden } from './golden.ts';
import { linkPanels, type LinkPanel, type LinkPanelsInput, type PanelLine } from './link-panels.ts';

const FRAME = { width: 704, id: 'l', title: '', desc: '' };
const from = (
  first: number,
  values: readonly number[],
  flags: Readonly<Record<number, string>> = {},
): BandPoint[] =>
  values.map((value, i) => ({
    year: first + i,
    value,
    low: value - 0.1,
    high: Math.min(1, value + 0.1),
    flag: flags[first + i] ?? null,
  }));
const line = (points: readonly BandPoint[], look: Partial<PanelLine> = {}): PanelLine => ({
  strong: true,
  dashed: false,
  points,
  ...look,
});
const input = (...panels: LinkPanel[]): LinkPanelsInput => ({
  panels,
  key: { strong: 'strong ones', thin: 'thin ones', dashed: 'dashed ones' },
  head: 'Correlation',
  foot: [],
  empty: 'Nothing is compared.',
});
const draw = (...lines: PanelLine[]) => linkPanels(input({ title: 'A and B', lines }), FRAME);
const count = (svg: string, pattern: RegExp) => svg.match(pattern)?.length ?? 0;

test('panels on one scale and over the same years', async () => {
  await expectGolden('link-panels', (frame) =>
    linkPanels(
      input(
        {
          title: 'Papers and scholars',
          lines: [
            line(from(2000, [0.82, 0.84, 0.83, 0.85, 0.84, 0.8])),
            line(from(2000, [0.78, 0.79, 0.8, 0.8, 0.78, 0.78]), { dashed: true }),
            line(from(2000, [0.9, 0.91, 0.9, 0.9, 0.89, 0.9]), { strong: false }),
          ],
        },
        { title: 'Papers and projects', lines: [line(from(2002, [0.56, 0.5, 0.6, 0.38], { 2005: 'u' }))] },
        { title: 'Projects and students', lines: [line(from(2003, [0.1, -0.2]))] },
      ),
      frame,
    ),
  );
});

test('each strong line names its last whole value, a thin one none', () => {
  const svg = draw(
    line(from(2000, [0.5, 0.61, 0.9], { 2002: 'u' })),
    line(from(2000, [0.1, 0.22]), { strong: false }),
  );
  expect([...svg.matchAll(/class="end"[^>]*>([^<]+)</g)].map(([, words]) => words)).toEqual(['0.61']);
});

test('a band is drawn for strong lines alone', () => {
  expect(count(draw(line(from(2000, [0.5, 0.6]))), /class="band/g)).toBe(1);
  expect(count(draw(line(from(2000, [0.5, 0.6]), { strong: false })), /class="band/g)).toBe(0);
  const bare = from(2000, [0.5, 0.6]).map((point) => ({ ...point, low: null, high: null }));
  expect(count(draw(line(bare)), /class="band/g)).toBe(0);
});

describe('a year partly reported', () => {
  const svg = draw(line(from(2000, [0.5, 0.6, 0.1], { 2002: 'u' })));
  test('is a dot apart from the line, and the key says so', () => {
    expect(count(svg, /class="series lone"/g)).toBe(1);
    expect(svg).toContain('Dots apart from their line: partly reported');
  });
  test('is not spoken of where there is none', () => {
    expect(draw(line(from(2000, [0.5, 0.6])))).not.toContain('partly');
  });
});

describe('the scale', () => {
  const ticks = (svg: string) =>
    [...svg.matchAll(/>(−?[\d.]+)<\/text>/g)].flatMap(([, words = '']) =>
      /^−?[01](\.5)?$/.test(words) ? [words] : [],
    );
  test('is from zero to one', () => {
    expect(ticks(draw(line(from(2000, [0.5, 0.6]))))).toEqual(['0', '0.5', '1']);
  });
  test('goes below zero where a value or its limit does', () => {
    expect(ticks(draw(line(from(2000, [0.05, 0.6]))))).toEqual(['−0.5', '0', '0.5', '1']);
    expect(ticks(draw(line(from(2000, [-0.7, 0.6]))))).toContain('−1');
  });
});

test('the key has what occurs', () => {
  const keys = (svg: string) => [...svg.matchAll(/class="key"[^>]*>([^<]+)</g)].map(([, words]) => words);
  expect(keys(draw(line(from(2000, [0.5]))))).toEqual(['strong ones']);
  expect(keys(draw(line(from(2000, [0.5]), { strong: false, dashed: true })))).toEqual([
    'thin ones',
    'dashed ones',
  ]);
});

test('panels without values are left out; none at all is said in words', () => {
  const svg = linkPanels(
    input({ title: 'Empty', lines: [] }, { title: 'Full', lines: [line(from(2000, [0.5]))] }),
    FRAME,
  );
  expect(svg).not.toContain('Empty');
  expect(svg).not.toContain('NaN');
  expect(linkPanels(input({ title: 'Empty', lines: [] }), FRAME)).toContain('Nothing is compared.');
});
