import { expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import type { Point } from './series.ts';
import { trend, type TrendInput } from './trend.ts';

const from = (first: number, values: (number | null)[], flags: Record<number, string> = {}): Point[] =>
  values.map((value, i) => ({ year: first + i, value, flag: flags[first + i] ?? null }));

/** Moves to Germany, of the size that the two bases have them; the later base was still growing. */
const moves: TrendInput = {
  layer: 'scholars',
  unit: 'Researchers who moved to Germany, per year',
  series: [
    {
      label: 'Scopus',
      points: from(2010, [5953, 6201, 6515, 6690, 7190, 7110, 7614, 7701, 8015, 8180, 8490]),
    },
    {
      label: 'OpenAlex',
      points: from(
        2010,
        [8760, 8935, 9401, 9800, 10440, 10630, 10930, 11391, 11870, 12301, 11310, 8901, 5990],
        { 2022: 'p' },
      ),
    },
  ],
};

test('two bases side by side', async () => {
  await expectGolden('trend', (frame) => trend(moves, frame));
});

test('gaps, a break, partly reported years', async () => {
  const points = from(
    2000,
    [8180, 5920, null, 6500, 8700, 9100, 10930, 11990, 10900, 10458, 12000, 10340, 9100, 8700, 10980, 9920],
    {
      2011: 'b',
      2015: 'u',
    },
  );
  await expectGolden('trend-gaps', (frame) =>
    trend(
      { layer: 'students', unit: 'Students from abroad', series: [{ label: 'Kazakhstan', points }] },
      frame,
    ),
  );
});

test('a label quotes the last year that is not provisional', () => {
  const svg = trend(moves, { width: 704, id: 't', title: '', desc: '' });
  expect(svg).toContain('8,901 in\u00a02021');
  expect(svg).not.toContain('5,990');
});

test('nothing reported is said in words', () => {
  const svg = trend(
    {
      layer: 'students',
      unit: 'Students',
      series: [{ label: 'x', points: from(2001, [null, null]) }],
      empty: 'Not reported by the United States.',
    },
    { width: 328, id: 't', title: '', desc: '' },
  );
  expect(svg).toContain('Not reported by the United States.');
});

test('one year is a dot', () => {
  const svg = trend(
    { layer: 'papers', unit: 'Papers', series: [{ label: 'x', points: from(2001, [5]) }] },
    { width: 328, id: 't', title: '', desc: '' },
  );
  expect(svg).toContain('dot');
  expect(svg).not.toContain('NaN');
});

test('a series keeps its dash when the one before it has no values', () => {
  const series = [
    { label: 'Scopus', points: [] },
    { label: 'OpenAlex', points: from(2001, [5, 6]) },
  ];
  const svg = trend(
    { layer: 'scholars', unit: 'Moves', series },
    { width: 328, id: 't', title: '', desc: '' },
  );
  expect(svg).toContain('class="series series-1 line"');
  expect(svg).not.toContain('series-0');
});
