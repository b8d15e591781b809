import { extent, nice, scaleUtc, ticks } from 'd3';
import * as Plot from '@observablehq/plot';
import { compact } from '../../charts/format.ts';
import { fixed } from '../../charts/decimal.ts';
import { widest } from '../../charts/measure.ts';
import type { TimeKind } from './chart-drawn.ts';

export interface NumberAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  /** Width of the widest tick label. */
  readonly room: number;
  /** Whether zero is on it. */
  readonly zero: boolean;
}

/**
 * An axis for any numbers. It holds zero, unless the values are far from it for how little they differ, or `fit` asks for no zero.
 * @param wanted about how many ticks
 */
export function numberAxis(values: Iterable<number>, wanted: number, size: number, fit = false): NumberAxis {
  let [low = 0, high = 1] = extent(values);
  const zero = !fit && !((low > 0 || high < 0) && high - low < 0.2 * Math.max(Math.abs(low), Math.abs(high)));
  if (zero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) [low, high] = [low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2];
  const domain = nice(low, high, wanted) as [number, number];
  const all = ticks(domain[0], domain[1], wanted);
  // Counts are whole, so their ticks are too.
  const whole = all.filter(Number.isInteger);
  const marks = whole.length > 1 && isWhole(values) ? whole : all;
  const format = formatOf(marks);
  return {
    domain,
    ticks: marks,
    format,
    room: widest(marks.map(format), size),
    zero: domain[0] <= 0 && domain[1] >= 0,
  };
}

/** All ticks with the decimals of their step, large ones in thousands and millions. Years keep their four digits. */
export function formatOf(marks: readonly number[]): (tick: number) => string {
  const step = Math.abs((marks[1] ?? 1) - (marks[0] ?? 0)) || 1;
  const largest = Math.max(...marks.map(Math.abs), 0);
  if (largest >= 1e12 || step < 1e-6)
    return (tick) => tick.toExponential(1).replace('e+', 'e').replaceAll('-', '\u2212');
  if (largest >= 100_000) return (tick) => compact(tick, largest);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return (tick) =>
    tick === 0 ? '0' : largest < 10_000 ? fixed(tick, decimals).replaceAll(',', '') : fixed(tick, decimals);
}

export interface FootAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
}

/** The axis along the foot: years, dates in milliseconds since 1970, or numbers. Labels find room in `width`. */
export function footAxis(values: readonly number[], time: TimeKind, width: number, size: number): FootAxis {
  if (time === null)
    return numberAxis(values, Math.max(2, Math.floor(width / (size * 6))), size, !nearZero(values));
  let [low = 0, high = 1] = extent(values);
  if (low === high)
    [low, high] = time === 'years' ? [low - 1, high + 1] : [low - 43_200_000, high + 43_200_000];
  if (time === 'dates') {
    const scale = scaleUtc([low, high], [0, width]);
    const wanted = Math.max(2, Math.floor(width / (size * 6.5)));
    const format = scale.tickFormat(wanted);
    return {
      domain: [low, high],
      ticks: scale.ticks(wanted).map(Number),
      format: (tick) => format(new Date(tick)),
    };
  }
  const marks = ticks(low, high, Math.max(2, Math.floor(width / (size * 4)))).filter(Number.isInteger);
  return { domain: [low, high], ticks: marks, format: String };
}

function isWhole(values: Iterable<number>): boolean {
  for (const value of values) if (!Number.isInteger(value)) return false;
  return true;
}

const nearZero = (values: readonly number[]): boolean => {
  const [low = 0, high = 1] = extent(values);
  return low <= 0 || low < 0.25 * high;
};

/** Thin lines across with their numbers at the left. */
export const acrossMarks = (axis: NumberAxis): Plot.Markish[] => [
  Plot.ruleY(axis.ticks, { className: 'grid' }),
  ...(axis.zero ? [Plot.ruleY([0], { className: 'baseline' })] : []),
  Plot.axisY(axis.ticks, {
    tickSize: 0,
    tickPadding: 8,
    label: null,
    tickFormat: axis.format,
    className: 'axis',
  }),
];

/** Numbers along the foot, and what they are of. */
export const footMarks = (axis: FootAxis, name: string, size: number): Plot.Markish[] => [
  Plot.axisX(axis.ticks, {
    tickSize: 5,
    tickPadding: 4,
    label: null,
    tickFormat: axis.format,
    className: 'axis',
  }),
  Plot.text([name], {
    frameAnchor: 'bottom-right',
    textAnchor: 'end',
    dy: size * 3.1,
    className: 'head',
    text: (words: string) => words,
  }),
];

/** Height below the drawing that `footMarks` needs. */
export const footRoom = (size: number): number => Math.round(size * 3.7);
