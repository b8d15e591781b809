import { nice, ticks } from 'd3';
import * as Plot from '@observablehq/plot';
import { compact } from './format.ts';
import { widest } from './measure.ts';

export interface ValueAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  /** Width of the widest tick label. */
  readonly room: number;
}

/** A round-numbered axis that holds zero and every value; counts are whole, so its ticks are too. */
export function valueAxis(values: readonly number[], height: number, size: number): ValueAxis {
  const wanted = Math.max(2, Math.min(5, Math.floor(height / 42)));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const domain = low === high ? ([0, 1] as const) : (nice(low, high, wanted) as [number, number]);
  const marks = ticks(domain[0], domain[1], wanted).filter(Number.isInteger);
  const largest = Math.max(...domain.map(Math.abs));
  const format = (tick: number) => compact(tick, largest);
  return { domain, ticks: marks, format, room: widest(marks.map(format), size) };
}

/** Years that get a label: multiples of one, two, five, ten, as many as fit. */
export function yearTicks(first: number, last: number, width: number, size: number): number[] {
  const fit = Math.max(2, Math.floor(width / (size * 3.5)));
  const step = [1, 2, 5, 10, 20].find((s) => (last - first) / s < fit) ?? 50;
  const all: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) all.push(year);
  return all;
}

/** Thin lines across with their numbers to the left. */
export const valueMarks = (axis: ValueAxis): Plot.Markish[] => [
  Plot.ruleY(axis.ticks, { className: 'grid' }),
  Plot.ruleY([0], { className: 'baseline' }),
  Plot.axisY(axis.ticks, {
    tickSize: 0,
    tickPadding: 8,
    label: null,
    tickFormat: axis.format,
    className: 'axis',
  }),
];

/** Years below, with short ticks. */
export const yearMarks = (years: readonly number[]): Plot.Markish[] => [
  Plot.axisX(years, { tickSize: 5, tickPadding: 4, label: null, tickFormat: String, className: 'axis' }),
];
