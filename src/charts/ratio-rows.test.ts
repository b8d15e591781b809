import { describe, expect, test } from 'vitest';
import { expectGolden } from './golden.ts';
import { ratioRows, type RatioRow, type RatioRowsInput } from './ratio-rows.ts';
import { logScale } from './ratio-strip.ts';

const row = (name: string, ratio: RatioRow['ratio'], ...said: string[]): RatioRow => ({
  name,
  detail: 'OpenAlex against Scopus, 2020, 190 countries',
  ratio,
  said,
});
const input = (...groups: RatioRowsInput['groups']): RatioRowsInput => ({
  groups,
  key: { dot: 'typical', bar: 'eight in ten' },
  empty: 'Nothing is compared.',
});
const draw = (...rows: RatioRow[]) =>
  ratioRows(input({ head: null, rows }), { width: 704, id: 'r', title: '', desc: '' });

test('a bar, a dot and words for each comparison, and words alone where sizes mean nothing', async () => {
  await expectGolden('ratio-rows', (frame) =>
    ratioRows(
      input(
        {
          head: null,
          rows: [
            row(
              'Moves of scholars between countries',
              { low: 0.5, median: 1.24, high: 4 },
              'OpenAlex counts 1.24 times as many',
              'order: roughly alike, 0.81',
            ),
            row(
              'Researchers',
              { low: 0.412, median: 0.816, high: 1.109 },
              'OpenAlex counts 18% fewer',
              'order: very alike, 0.97',
            ),
            row(
              'Far beyond the axis',
              { low: 0.1, median: 5, high: 9 },
              'OpenAlex counts 5.00 times as many',
            ),
          ],
        },
        {
          head: 'Two different things',
          rows: [row('Students and visas', null, 'order: alike, 0.87', 'a stock and a flow')],
        },
      ),
      frame,
    ),
  );
});

describe('the axis', () => {
  const x = logScale([0, 400]);
  test('has half as far from one as twice, and a quarter as far as four times', () => {
    expect([1 / 4, 1 / 2, 1, 2, 4].map(x)).toEqual([0, 100, 200, 300, 400]);
  });
  test('holds what lies beyond it at its ends, with an arrow', () => {
    expect([x(0.001), x(1000)]).toEqual([0, 400]);
    expect(draw(row('a', { low: 0.5, median: 1, high: 4 }))).not.toContain('beyond');
    expect(draw(row('a', { low: 0.2, median: 1, high: 4.1 })).match(/beyond/g)).toHaveLength(2);
  });
});

test('a median alone is a dot without a bar', () => {
  const svg = draw(row('a', { low: null, median: 2, high: null }));
  expect(svg).toContain('width="0" height="7"');
  expect(svg).not.toContain('NaN');
});

test('without a ratio there is no axis to read it on', () => {
  expect(draw(row('a', null, 'order: alike'))).not.toMatch(/class="(axis|spread|dot|grid)"/);
});

test('no rows are said in words', () => {
  expect(ratioRows(input({ head: 'x', rows: [] }), { width: 328, id: 'r', title: '', desc: '' })).toContain(
    'Nothing is compared.',
  );
});
