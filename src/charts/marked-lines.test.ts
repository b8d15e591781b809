import { expect, test } from 'vitest';
import { lines } from './lines.ts';
import { markedLines, type LineMark, type LineOf, type MarkedSeries } from './marked-lines.ts';
import { plotBody } from './plot.ts';

const FRAME = { width: 700, height: 300, size: 13 };
const mark = (of: LineOf, name = 'Chad'): LineMark => ({
  of,
  says: ({ year, value }) => `${name}: ${value} in ${year}`,
});
const series = (
  label: string,
  first: number,
  values: (number | null)[],
  more: Partial<MarkedSeries> = {},
) => ({
  label,
  points: values.map((value, i) => ({ year: first + i, value, flag: null })),
  ...more,
});
const bodyOf = (all: readonly MarkedSeries[], frame = FRAME) => markedLines(all, frame, 'x').body;
/** The markup of each marked line. */
const groups = (body: string) =>
  (body.split('<g class="years"')[0] ?? '').split('<g class="marked-line"').slice(1);

test('lines without a mark are drawn as they always were', () => {
  const all = [series('World', 2000, [1, 2, 3]), series('Other', 2000, [3, 2, 1], { mark: null })];
  expect(bodyOf(all)).toBe(plotBody(lines(all, FRAME), 'x').body);
});

test('a line and its label are one mark, and nothing of another is in it', () => {
  const [out = '', back = ''] = groups(
    bodyOf([
      series('Out', 2000, [10, 20], { mark: mark({ o: 'CHN', d: 'USA' }, 'Out') }),
      series('Back', 2000, [5, 6], { mark: mark({ o: 'USA', d: 'CHN' }, 'Back') }),
    ]),
  );
  expect(out).toMatch(/^ data-o="CHN" data-d="USA" data-v="20"><title>Out: 20 in 2001<\/title>/);
  expect(back).toMatch(/^ data-o="USA" data-d="CHN" data-v="6"><title>Back: 6 in 2001<\/title>/);
  expect(out).toContain('class="end end-0"');
  expect(out).not.toMatch(/series-1|end-1|Back/);
  expect(back).not.toMatch(/series-0|end-0|Out/);
});

test('a marked line beside an unmarked one takes nothing of it', () => {
  const body = bodyOf([
    series('World', 2000, [10, 20]),
    series('Chad', 2000, [5, 6], { mark: mark({ c: 'TCD' }) }),
  ]);
  expect(groups(body)).toHaveLength(1);
  expect(groups(body)[0]).toMatch(/^ data-c="TCD" data-v="6"/);
  expect(body.indexOf('series-0 line')).toBeLessThan(body.indexOf('marked-line'));
});

test('each year says its own value where it is drawn, gaps and zero aside', () => {
  const body = bodyOf([series('Chad', 2000, [4, null, 0, 8], { mark: mark({ c: 'TCD' }) })]);
  const years = [
    ...body.matchAll(/<circle data-c="TCD" data-v="(\d+)" cx="([\d.]+)" cy="([\d.]+)"[^>]*><title>([^<]+)/g),
  ];
  expect(years.map(([, , , , words]) => words)).toEqual([
    'Chad: 4 in 2000',
    'Chad: 0 in 2002',
    'Chad: 8 in 2003',
  ]);
  // Plot draws a dot for a year that stands alone and for the last one: a reader points at the same place.
  const dots = [...body.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="2.8"/g)].map(([, x, y]) =>
    [x, y].map(Number),
  );
  expect(dots).toHaveLength(2);
  for (const [x = 0, y = 0] of dots)
    expect(years.some(([, , cx, cy]) => Math.hypot(Number(cx) - x, Number(cy) - y) < 0.5)).toBe(true);
});

test('no broad line is laid across a gap, as none is drawn there', () => {
  const [chad = ''] = groups(
    bodyOf([series('Chad', 2000, [4, 5, null, 7, 8], { mark: mark({ c: 'TCD' }) })]),
  );
  expect(/<path class="reach" d="([^"]+)"/.exec(chad)?.[1]?.match(/M/g)).toHaveLength(2);
});

test('years that stand too close to be pointed at are left to the line', () => {
  const chad = series(
    'Chad',
    1990,
    Array.from({ length: 34 }, (_, i) => i + 1),
    { mark: mark({ c: 'TCD' }) },
  );
  expect(bodyOf([chad]).match(/<circle data-c/g)).toHaveLength(34);
  const narrow = bodyOf([chad], { width: 328, height: 220, size: 12 });
  expect(narrow).not.toContain('<circle data-c');
  expect(narrow).toContain('<title>Chad: 34 in 2023</title>');
});

test('where two lines lie close, no year of one is covered by the other', () => {
  const body = bodyOf([
    series('Chad', 2000, [100, 100, 40], { mark: mark({ c: 'TCD' }) }),
    series('Mali', 2000, [98, 50, 40], { mark: mark({ c: 'MLI' }, 'Mali') }),
  ]);
  const circles = [
    ...body.matchAll(/<circle data-c="(\w+)"[^>]*cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g),
  ].map(([, c = '', ...at]) => ({ c, at: at.map(Number) }));
  const chad = circles.filter(({ c }) => c === 'TCD');
  const mali = circles.filter(({ c }) => c === 'MLI');
  expect([chad.length, mali.length]).toEqual([3, 3]);
  for (const i of [0, 1]) {
    const [ax = 0, ay = 0, ar = 9] = chad[i]?.at ?? [];
    const [bx = 0, by = 0, br = 9] = mali[i]?.at ?? [];
    expect(Math.hypot(ax - bx, ay - by) + 0.2).toBeGreaterThanOrEqual(ar + br);
  }
  expect(chad[1]?.at[2]).toBe(9);
  // Lines that meet are told apart by nothing; the point is there still.
  expect(chad[2]?.at[2]).toBe(1);
});

test('one year alone stands where its dot is', () => {
  const body = bodyOf([series('Chad', 2015, [3], { mark: mark({ c: 'TCD' }) })]);
  const [dot, reach] = [...body.matchAll(/<circle [^>]*cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(Math.abs((dot ?? 0) - (reach ?? -9))).toBeLessThan(0.5);
});

test('names are escaped', () => {
  const body = bodyOf([series('x', 2000, [1, 2], { mark: mark({ c: 'TCD' }, '<script>"') })]);
  expect(body).not.toContain('<script');
});
