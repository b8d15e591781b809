import { describe, expect, test } from 'vitest';
import { random } from '../../tests/support/random.ts';
import { expectGolden } from './golden.ts';
import { scatter, type ScatterInput, type ScatterPoint } from './scatter.ts';

const FRAME = { width: 704, id: 's', title: '', desc: '' };
const point = (x: number, y: number, words: string | null = null, picked = false): ScatterPoint => ({
  x,
  y,
  words,
  picked,
});
const input = (...panels: readonly (readonly ScatterPoint[])[]): ScatterInput => ({
  layer: 'papers',
  panels: panels.map((points, i) => ({ title: `Panel ${i + 1}`, upright: 'One measure', points })),
  across: 'The other measure',
  diagonal: 'both the same',
  unit: 'pairs',
  foot: ['A line below.'],
  empty: 'No pair has both.',
});
const draw = (...panels: readonly (readonly ScatterPoint[])[]) => scatter(input(...panels), FRAME);
/** Where the dots of each panel stand, those drawn over the others too. */
const dots = (svg: string) =>
  [...svg.matchAll(/class="dots" d="([^"]*)"/g)].map(([, d = '']) =>
    [...d.matchAll(/M([\d.]+) ([\d.]+)h0/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
  );

test('many dots, a few named, in two panels on one scale', async () => {
  const next = random(7);
  const cloud = Array.from({ length: 120 }, () => {
    const x = 0.2 * 40 ** next();
    return point(x, x * 3 ** (next() - 0.5));
  });
  await expectGolden('scatter', (frame) =>
    scatter(
      input(
        [point(1, 2, 'Here–There'), point(9, 12, 'A country of a long name–Another one'), ...cloud],
        [point(1, 1.6, 'Here–There', true), point(0.3, 0.7, null, true), ...cloud.slice(0, 60)],
      ),
      frame,
    ),
  );
});

describe('the scale', () => {
  const [first = [], second = []] = dots(
    draw([point(0.5, 0.5), point(1, 1), point(2, 2), point(2, 0.5)], [point(1, 1), point(8, 8)]),
  );

  test('has half as far from one as twice, the same both ways and in every panel', () => {
    const [half, one, twice, across] = first;
    expect((one?.[0] ?? 0) - (half?.[0] ?? 0)).toBeCloseTo((twice?.[0] ?? 0) - (one?.[0] ?? 0), 0);
    expect((half?.[1] ?? 0) - (one?.[1] ?? 0)).toBeCloseTo((one?.[0] ?? 0) - (half?.[0] ?? 0), 0);
    expect(across).toEqual([twice?.[0], half?.[1]]);
    expect(second[0]).toEqual(one);
  });

  test('holds one, though every value lies above it', () => {
    expect(draw([point(3, 4), point(5, 6)])).toMatch(/class="axis".*>1</s);
  });
});

describe('a zero', () => {
  test('has no place, and is told by panel', () => {
    const svg = draw([point(0, 1), point(1, 0), point(1, 1)], [point(1, 1)]);
    expect(dots(svg).map((some) => some.length)).toEqual([1, 1]);
    expect(svg).toContain('Panel 1: 2 pairs with a zero have no place on this scale.');
    expect(svg).not.toContain('Panel 2:');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test('alone is no drawing', () => {
    expect(draw([point(0, 0)])).toContain('No pair has both.');
    expect(draw()).toContain('No pair has both.');
  });
});

describe('dots over the others', () => {
  const picked = (svg: string) => svg.match(/class="picked"/g)?.length ?? 0;
  test('are those that are picked, and those whose name found room', () => {
    expect(picked(draw([point(1, 1, null, true), point(2, 2, 'Named'), point(3, 3)]))).toBe(2);
  });
  test('are none whose name found none', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      point(1 + i / 1e4, 1, 'A very long name of two countries'),
    );
    const svg = draw([point(0.1, 0.1), point(10, 10), ...crowd]);
    expect(picked(svg)).toBe(svg.match(/class="dot-label"/g)?.length);
    expect(picked(svg)).toBeLessThan(60);
    expect(dots(svg)[0]).toHaveLength(62 - picked(svg));
  });
});
