import * as Plot from '@observablehq/plot';
import type { LayerId } from '../model/layer.ts';
import { yearMarks, yearTicks } from './axes.ts';
import { bandAxis, type BandAxis } from './band-axis.ts';
import { bandPieces } from './band-series.ts';
import type { Chart } from './chart.ts';
import { spread } from './end-labels.ts';
import { SAMPLE, seriesMarks } from './line-marks.ts';
import { widest, wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { plot } from './plot.ts';
import { fontSize } from './sheet.ts';

export interface CoefficientLinesInput {
  /** What the axis measures, in words. */
  readonly unit: string;
  /** A line a layer and source: two sources are never one. */
  readonly lines: readonly CoefficientLine[];
  /** Words at one: "no difference". */
  readonly neutralWords: string;
  readonly format: (value: number) => string;
  /** Lines below the drawing. */
  readonly foot: readonly (string | null)[];
  /** Said in place of a drawing without values. */
  readonly empty: string;
}

export interface CoefficientLine {
  readonly layer: LayerId;
  readonly label: string;
  readonly points: readonly CoefficientPoint[];
}

/** A ratio above zero with its limits, of one year or of several that were taken together. */
export interface CoefficientPoint {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const NEUTRAL = 1;

/**
 * Ratios through time with their intervals, on a logarithmic scale around one, each line in the hue of its layer. What
 * was reckoned of several years at once is a bar over them, with an upright for its interval, and never part of a line.
 */
export const coefficientLines: Chart<CoefficientLinesInput> = (input, frame) => {
  const { unit, lines, foot, empty } = input;
  const parts = { className: 'coefficient-lines', head: unit };
  const filled = lines.filter(({ points }) => points.length > 0);
  if (!filled.length) return nothing(empty, frame, parts);
  const height = frame.width < 480 ? 300 : 380;
  return plot(marksOf(filled, input, frame.width, height), frame, { ...parts, foot });
};

function marksOf(
  lines: readonly CoefficientLine[],
  { neutralWords, format }: CoefficientLinesInput,
  width: number,
  height: number,
): Plot.PlotOptions {
  const size = fontSize(width);
  const all = lines.flatMap(({ points }) => points);
  const [top, bottom] = [size * 0.7, height - size * 2.2];
  const limits = all.flatMap(({ low, high }) => [low, high]);
  const values = all.map(({ value }) => value);
  const axis = bandAxis({ log: true, years: false, neutral: NEUTRAL }, values, limits, bottom - top, size);
  const [first, last] = [Math.min(...all.map((p) => p.from)), Math.max(...all.map((p) => p.to))];
  const named = lines.map((line) => ({ ...line, words: wordsOf(line, width * 0.27, size, format) }));
  const gap = SAMPLE + 12;
  const marginLeft = axis.room + 10;
  const marginRight =
    widest(
      named.flatMap(({ words }) => words),
      size,
    ) +
    gap +
    4;
  return {
    width,
    height,
    marginTop: top,
    marginBottom: height - bottom,
    marginLeft,
    marginRight,
    x: { domain: first === last ? [first - 1, last + 1] : [first, last], axis: null },
    y: { type: axis.type, domain: axis.domain, axis: null },
    marks: [
      Plot.ruleY(axis.ticks, { className: 'grid' }),
      Plot.axisY(axis.ticks, {
        tickSize: 0,
        tickPadding: 8,
        label: null,
        tickFormat: axis.format,
        className: 'axis',
      }),
      ...yearMarks(yearTicks(first, last, width - marginLeft - marginRight, size)),
      ...lines.flatMap((line, i) => bandMarks(line, i)),
      Plot.ruleY([NEUTRAL], { className: 'neutral-rule' }),
      neutralMark(neutralWords, first === last ? first - 1 : first, all, axis),
      ...lines.flatMap((line, i) => lineMarks(line, i)),
      labelMarks(named, axis, last, { top, bottom: height, size, gap }),
    ],
  };
}

/** Class of a line: the hue of its layer, and a dash of its own. */
const classOf = ({ layer }: CoefficientLine, index: number, mark: string): string =>
  `layer-${layer} ${mark} ${mark}-${index}`;

/** The single years, as points of a line. */
const yearly = ({ points }: CoefficientLine) =>
  points.filter(({ from, to }) => from === to).map((point) => ({ ...point, year: point.from, flag: null }));

const pooled = ({ points }: CoefficientLine): CoefficientPoint[] =>
  points.filter(({ from, to }) => from < to);

const middleOf = ({ from, to }: CoefficientPoint): number => (from + to) / 2;

const bandMarks = (line: CoefficientLine, index: number): Plot.Markish[] =>
  bandPieces(yearly(line)).map(({ points }) => {
    const className = classOf(line, index, 'band');
    return points.length === 1
      ? Plot.ruleX(points, { x: 'year', y1: 'low', y2: 'high', className: `${className} band-lone` })
      : Plot.areaY(points, { x: 'year', y1: 'low', y2: 'high', className });
  });

function lineMarks(line: CoefficientLine, index: number): Plot.Markish[] {
  const className = classOf(line, index, 'series');
  const spans = pooled(line);
  return [
    ...seriesMarks(yearly(line), className),
    Plot.ruleX(spans, {
      x: middleOf,
      y1: 'low',
      y2: 'high',
      className: `layer-${line.layer} band-lone band`,
    }),
    Plot.ruleY(spans, { y: 'value', x1: 'from', x2: 'to', className: `layer-${line.layer} series span` }),
    Plot.dot(spans, { x: middleOf, y: 'value', r: 3.5, className: `layer-${line.layer} series dot` }),
  ];
}

/** The words of the neutral value stand on the side of it where there are no values. */
function neutralMark(
  words: string,
  first: number,
  all: readonly CoefficientPoint[],
  axis: BandAxis,
): Plot.Markish {
  const above = all.filter(({ value }) => value > NEUTRAL).length * 2 > all.length;
  const down = above && axis.toPixel(axis.domain[0]) - axis.toPixel(NEUTRAL) > 20;
  return Plot.text([0], {
    x: first,
    y: NEUTRAL,
    text: () => words,
    textAnchor: 'start',
    lineAnchor: down ? 'top' : 'bottom',
    dx: 4,
    dy: down ? 5 : -5,
    className: 'neutral-words',
  });
}

/** The name of a line and its last value. */
function wordsOf(
  { label, points }: CoefficientLine,
  room: number,
  size: number,
  format: (value: number) => string,
): string[] {
  const last = points.at(-1);
  if (!last) return [];
  const years = last.from === last.to ? String(last.to) : `${last.from}–${last.to}`;
  return [...wrap(label, room, size), ...wrap(`${format(last.value)} in\u00a0${years}`, room, size)];
}

function labelMarks(
  lines: readonly (CoefficientLine & { readonly words: readonly string[] })[],
  axis: BandAxis,
  last: number,
  { top, bottom, size, gap }: { top: number; bottom: number; size: number; gap: number },
): Plot.Markish[] {
  const lineHeight = 1.15;
  const ends = lines.map(({ points }) => top + axis.toPixel(points.at(-1)?.value ?? NEUTRAL));
  const middles = spread(
    lines.map(({ words }, i) => ({ y: ends[i] ?? 0, height: words.length * size * lineHeight + 5 })),
    0,
    bottom,
  );
  return lines.map((line, i) => {
    const middle = middles[i] ?? 0;
    const firstLine = middle - ((line.words.length - 1) * size * lineHeight) / 2;
    const isSpan = yearly(line).length === 0;
    return [
      Plot.vector([0], {
        x: last,
        y: axis.toValue(firstLine - top),
        length: SAMPLE,
        rotate: 90,
        anchor: 'start',
        shape: { draw: (context, length) => void (context.moveTo(0, 0), context.lineTo(0, -length)) },
        dx: 8,
        className: `${isSpan ? `layer-${line.layer} series span` : classOf(line, i, 'series')} sample`,
      }),
      Plot.text([0], {
        x: last,
        y: axis.toValue(middle - top),
        text: () => line.words.join('\n'),
        textAnchor: 'start',
        lineHeight,
        dx: gap,
        className: `layer-${line.layer} end`,
      }),
    ];
  });
}
