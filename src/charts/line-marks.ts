import * as Plot from '@observablehq/plot';
import { hasFlag } from '../model/flag.ts';
import { breakWords, known, runs, stretches, type KnownPoint, type Series } from './series.ts';

/** Length in pixels of the piece of a line shown before its label, which tells lines of one hue apart by dash. */
export const SAMPLE = 20;

export const sample = (year: number, value: number, series: number): Plot.Markish =>
  Plot.vector([0], {
    x: year,
    y: value,
    length: SAMPLE,
    rotate: 90,
    anchor: 'start',
    shape: { draw: (context, length) => void (context.moveTo(0, 0), context.lineTo(0, -length)) },
    dx: 8,
    className: `series series-${series} sample`,
  });

/** From a line that ends early to its label at the edge. */
export const leader = (from: KnownPoint, year: number, value: number): Plot.Markish =>
  Plot.link([from], { x1: 'year', y1: 'value', x2: year, y2: value, dx: 4, className: 'leader' });

/** A series: its stretches of line, and dots where one year stands alone, ends, is provisional or partly reported. */
export function seriesMarks(points: readonly KnownPoint[], className: string): Plot.Markish[] {
  const lone = new Set(runs(points).flatMap((run) => (run.length === 1 ? run : [])));
  const end = points.at(-1);
  const hollow = points.filter(({ flag }) => hasFlag(flag, 'p'));
  const partly = points.filter(({ flag }) => hasFlag(flag, 'u') && !hasFlag(flag, 'p'));
  const solid = points.filter(
    (point) => (lone.has(point) || point === end) && !hollow.includes(point) && !partly.includes(point),
  );
  return [
    ...stretches(points).map((stretch) =>
      Plot.line(stretch.points, {
        x: 'year',
        y: 'value',
        className: `${className} ${stretch.provisional ? 'line-provisional' : 'line'}`,
      }),
    ),
    Plot.dot(solid, { x: 'year', y: 'value', r: 2.75, className: `${className} dot` }),
    Plot.dot(hollow, { x: 'year', y: 'value', r: 3, className: `${className} dot-provisional` }),
    Plot.dot(partly, {
      x: 'year',
      y: 'value',
      r: 3,
      symbol: 'square',
      className: `${className} dot-unreliable`,
    }),
  ];
}

/** What the marks mean, for those that occur. */
export function linesKey(series: readonly Series[]): string | null {
  const points = series.flatMap((s) => known(s.points));
  const parts = [
    points.some(({ flag }) => hasFlag(flag, 'p')) && 'Hollow and dashed: provisional',
    points.some(({ flag }) => hasFlag(flag, 'u')) && 'Squares: partly reported',
    breakWords(series) && `Dotted upright: ${breakWords(series)}`,
  ].filter((part) => typeof part === 'string');
  return parts.length ? parts.join(' · ') : null;
}
