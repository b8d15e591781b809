import * as Plot from '@observablehq/plot';
import { spread } from './end-labels.ts';
import { leader, sample } from './line-marks.ts';
import type { KnownPoint } from './series.ts';

/** How far one line of a label stands from the next, in times of its size. */
const LINE_HEIGHT = 1.15;

/** A line's end, what is said of it, and the point that this is said of: the last that is neither provisional nor partial. */
export interface End {
  /** Which of the figure's lines it is: its dash and class. */
  readonly index: number;
  readonly end: KnownPoint;
  readonly firm: KnownPoint;
  readonly lines: readonly string[];
}

/** Where the labels stand. */
export interface EndSetting {
  /** The last year of the axis. */
  readonly last: number;
  readonly height: number;
  readonly size: number;
  /** From the drawing's edge to the words of a label. */
  readonly gap: number;
  /** A value's pixels from the top; and back, as the axis has it. */
  readonly yOf: (value: number) => number;
  readonly toValue: (y: number) => number;
}

/** Labels beside the ends of lines, none over another: with a sample of the dash where there are several lines. */
export function endMarks(
  ends: readonly End[],
  { last, height, size, gap, yOf, toValue }: EndSetting,
): Plot.Markish[] {
  const middles = spread(
    ends.map(({ firm, lines }) => ({ y: yOf(firm.value), height: lines.length * size * LINE_HEIGHT + 4 })),
    0,
    height,
  );
  return ends.map(({ index, end, firm, lines }, i) => {
    const middle = middles[i] ?? 0;
    const firstLine = middle - ((lines.length - 1) * size * LINE_HEIGHT) / 2;
    return [
      ends.length > 1 ? sample(last, toValue(firstLine), index) : null,
      // From the value that the label names: a later one may be provisional, or of a year that was only partly reported.
      ends.length === 1 && end.year < last - 1
        ? leader({ ...firm, value: toValue(yOf(firm.value)) }, last, toValue(middle))
        : null,
      Plot.text([firm], {
        x: last,
        y: toValue(middle),
        text: () => lines.join('\n'),
        textAnchor: 'start',
        lineHeight: LINE_HEIGHT,
        dx: gap,
        className: `end end-${index}`,
      }),
    ];
  });
}
