import { bin, extent } from 'd3';
import * as Plot from '@observablehq/plot';
import type { Frame } from '../../charts/chart.ts';
import { count } from '../../charts/format.ts';
import { plot } from '../../charts/plot.ts';
import { fontSize } from '../../charts/sheet.ts';
import type { Markup } from '../../charts/svg.ts';
import { acrossMarks, footMarks, footRoom, formatOf, numberAxis } from './chart-axis.ts';
import type { Drawn } from './chart-drawn.ts';

type Histogram = Extract<Drawn, { mark: 'histogram' }>;

/** Whole numbers that span no more than this have a class each. */
const EACH = 40;

interface Class {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** How many rows have a number in each of some classes of equal width. */
export function classesOf(values: Float64Array, whole: boolean, wanted: number): Class[] {
  const [low = 0, high = 0] = extent(values);
  if (whole && high - low < EACH) {
    const rows = new Map<number, number>();
    for (const value of values) rows.set(value, (rows.get(value) ?? 0) + 1);
    return Array.from({ length: high - low + 1 }, (_, n) => ({
      from: low + n - 0.5,
      to: low + n + 0.5,
      rows: rows.get(low + n) ?? 0,
    }));
  }
  return bin<number, number>()
    .thresholds(wanted)(values)
    .map((one) => {
      const [from, to] = [one.x0 ?? low, one.x1 ?? high];
      // All values are one: a class has some width all the same.
      return from === to
        ? { from: from - 0.5, to: to + 0.5, rows: one.length }
        : { from, to, rows: one.length };
    });
}

/** How the numbers of a column are spread: rows in classes of equal width. */
export function drawHistogram({ values, whole, notes, xName, time }: Histogram, frame: Frame): Markup {
  const size = fontSize(frame.width);
  const height = frame.width < 480 ? 260 : 340;
  const classes = classesOf(values, whole, frame.width < 480 ? 16 : 30);
  const top = Math.round(size * 0.8);
  const y = numberAxis(
    classes.map(({ rows }) => rows),
    4,
    size,
  );
  const [first, last] = [classes[0], classes.at(-1)];
  const domain = [first?.from ?? 0, last?.to ?? 1] as const;
  const ticks = numberAxis(
    domain,
    Math.max(2, Math.floor(frame.width / (size * 6))),
    size,
    true,
  ).ticks.filter((tick) => tick >= domain[0] && tick <= domain[1] && (!whole || Number.isInteger(tick)));
  const format = time === 'years' ? String : formatOf(ticks);
  const each = (last?.to ?? 1) - (last?.from ?? 0) === 1 && whole && classes.length <= EACH;
  const spanWords = ({ from, to }: Class): string =>
    each ? format((from + to) / 2) : `${format(from)} to under ${format(to)}`;
  return plot(
    {
      height,
      marginTop: top,
      marginBottom: footRoom(size),
      marginLeft: y.room + 12,
      marginRight: 14,
      x: { domain: [...domain], axis: null },
      y: { domain: y.domain as [number, number], axis: null },
      marks: [
        ...acrossMarks(y),
        Plot.rectY(
          classes.filter(({ rows }) => rows > 0),
          {
            x1: 'from',
            x2: 'to',
            y: 'rows',
            inset: 0.5,
            className: 'bar s',
            title: (one: Class) => `${spanWords(one)}: ${count(one.rows)} ${one.rows === 1 ? 'row' : 'rows'}`,
          },
        ),
        ...footMarks({ domain, ticks, format }, xName, size),
      ],
    },
    frame,
    { className: 'lab-chart neutral', head: 'rows', foot: notes },
  );
}
