import { describe, expect, test } from 'vitest';
import { bandPieces, placed, type BandPoint } from './band-series.ts';

type Given = [year: number, value: number | null, low?: number | null, high?: number | null, flag?: string];
const points = (...all: Given[]): BandPoint[] =>
  all.map(([year, value, low = null, high = null, flag]) => ({ year, value, low, high, flag: flag ?? null }));
const same = (value: number) => value;
const placedAll = (...all: Given[]) => placed(points(...all), same, false)[0]?.points ?? [];
const pieces = (...all: Given[]) =>
  bandPieces(placedAll(...all)).map(({ points: of, provisional }) => [
    of.map(({ year }) => year),
    provisional,
  ]);

describe('the band', () => {
  test('is broken where the line is: at missing years and at breaks', () => {
    expect(pieces([2001, 1, 0, 2], [2002, 1, 0, 2], [2004, 1, 0, 2], [2005, 1, 0, 2])).toEqual([
      [[2001, 2002], false],
      [[2004, 2005], false],
    ]);
    expect(pieces([2001, 1, 0, 2], [2002, 1, 0, 2], [2003, 1, 0, 2, 'b'], [2004, 1, 0, 2])).toEqual([
      [[2001, 2002], false],
      [[2003, 2004], false],
    ]);
  });

  test('is broken where a value has no limits, and absent where none has', () => {
    expect(pieces([2001, 1, 0, 2], [2002, 1], [2003, 1, 0, 2])).toEqual([
      [[2001], false],
      [[2003], false],
    ]);
    expect(pieces([2001, 1], [2002, 1])).toEqual([]);
  });

  test('of a year that stands alone is a piece of its own; of provisional years too', () => {
    expect(pieces([2001, 1, 0, 2], [2002, 1, 0, 2], [2003, 1, 0, 2, 'p'], [2009, 1, 0, 2, 'p'])).toEqual([
      [[2001, 2002], false],
      [[2002, 2003], true],
      [[2009], true],
    ]);
  });

  test('reaches from the lower limit to the upper', () => {
    expect(bandPieces(placedAll([2001, 1, 0.5, 2.5]))[0]?.points).toEqual([
      { year: 2001, low: 0.5, high: 2.5 },
    ]);
  });
});

describe('zeros of a logarithmic scale', () => {
  const place = (value: number) => Math.max(value, 0.1);
  test('stand apart, so that no line leads to them', () => {
    const groups = placed(points([2001, 0, 0, 3], [2002, 2, 1, 4], [2003, 0, null, 3]), place, true);
    expect(groups.map(({ zero, points: of }) => [zero, of.map((p) => p.year)])).toEqual([
      [true, [2001, 2003]],
      [false, [2002]],
    ]);
  });

  test('have a band from the bottom to their upper limit, where the lower is missing too', () => {
    const [group] = placed(points([2001, 0, null, 3]), place, true);
    expect(group?.points).toMatchObject([{ value: 0.1, low: 0.1, high: 3 }]);
  });

  test('are points as others on a linear one', () => {
    expect(placed(points([2001, 0], [2002, 2]), same, false)).toHaveLength(1);
  });
});
