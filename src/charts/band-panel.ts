import * as Plot from '@observablehq/plot';
import { yearMarks, yearTicks } from './axes.ts';
import { bandAxis, type BandAxis, type BandScale } from './band-axis.ts';
import {
  bandPieces,
  placed,
  type BandPiece,
  type BandPoint,
  type BandSeries,
  type PlacedPoint,
} from './band-series.ts';
import { endMarks } from './end-marks.ts';
import { SAMPLE, seriesMarks } from './line-marks.ts';
import type { Sides } from './lines-layout.ts';
import { textWidth, widest, wrap } from './measure.ts';
import { neutralSide } from './neutral-side.ts';
import { breaks, known, lastFirm, runs, type KnownPoint } from './series.ts';

export interface BandSetting {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly scale: BandScale;
  /** Words at the neutral value: "as expected". */
  readonly neutralWords: string | null;
  /** Writes a value beside its line. */
  readonly format: (value: number) => string;
}

/** Where things stand in every panel of a figure: one axis, the same years, the same margins. */
export interface BandLayout {
  readonly setting: BandSetting;
  readonly axis: BandAxis;
  readonly years: readonly [number, number];
  readonly top: number;
  readonly bottom: number;
  readonly sides: Sides;
  /** From the drawing's edge to the words of a label. */
  readonly gap: number;
}

/** Panels of one size over the same axis and years, so that the same value stands at the same height in each. */
export function bandLayout(panels: readonly (readonly BandSeries[])[], setting: BandSetting): BandLayout {
  const { height, size, scale } = setting;
  const all = panels.flat().flatMap(({ points }) => known(points) as (BandPoint & KnownPoint)[]);
  const [top, bottom] = [size * 0.7, height - size * 2.2];
  const axis = bandAxis(
    scale,
    all.map(({ value }) => value),
    all.flatMap(({ low, high }) => [low, high].filter((limit) => limit !== null)),
    bottom - top,
    size,
  );
  const ends = panels.map((series) => endsOf(series, setting));
  const gap = ends.some((some) => some.length > 1) ? SAMPLE + 12 : 10;
  const years = all.map(({ year }) => year);
  return {
    setting,
    axis,
    years: [Math.min(...years), Math.max(...years)],
    top,
    bottom,
    sides: {
      left: axis.room + 10,
      right:
        widest(
          ends.flat().flatMap(({ lines }) => lines),
          size,
        ) +
        gap +
        4,
    },
    gap,
  };
}

/** One source's lines through time with their bands, named at their ends; they differ by dash and label, not by hue. */
export function bandPanel(series: readonly BandSeries[], layout: BandLayout): Plot.PlotOptions {
  const { setting, axis, years, top, bottom, sides, gap } = layout;
  const { width, height, size } = setting;
  const [first, last] = years;
  const labels = endMarks(endsOf(series, setting), {
    last,
    height,
    size,
    gap,
    yOf: (value) => top + axis.toPixel(axis.place(value)),
    toValue: (y) => axis.toValue(y - top),
  });
  const drawn = series.map(({ points }, index) => ({
    index,
    points,
    groups: placed(points, axis.place, axis.zeroAt !== null),
  }));
  return {
    width,
    height: Math.round(height),
    marginTop: top,
    marginBottom: height - bottom,
    marginLeft: sides.left,
    marginRight: sides.right,
    x: { domain: first === last ? [first - 1, last + 1] : [first, last], axis: null },
    y: { type: axis.type, domain: axis.domain, axis: null },
    marks: [
      ...axisMarks(axis),
      ...yearMarks(yearTicks(first, last, width - sides.left - sides.right, size)),
      ...drawn.flatMap(({ groups, index }) =>
        groups.flatMap(({ points, zero }) => bandPieces(points).map((piece) => bandMark(piece, index, zero))),
      ),
      Plot.ruleX([...new Set(drawn.flatMap(({ points }) => breaks(points)))], { className: 'break' }),
      ...neutralMarks(
        drawn.flatMap(({ groups }) => groups.map(({ points }) => points)),
        layout,
      ),
      ...drawn.flatMap(({ groups, index }) =>
        groups.flatMap(({ points }) => seriesMarks(points, `series series-${index}`)),
      ),
      labels,
    ],
  };
}

interface EndOfLine {
  readonly index: number;
  readonly end: KnownPoint;
  readonly firm: KnownPoint;
  readonly lines: readonly string[];
}

/** Labels of the series that have values; a series keeps its dash when another has none. */
const endsOf = (series: readonly BandSeries[], { width, size, format }: BandSetting): EndOfLine[] =>
  series.flatMap(({ label, points: given }, index) => {
    const points = known(given);
    const [end, firm] = [points.at(-1), lastFirm(points)];
    if (!end || !firm) return [];
    const room = width * 0.27;
    const quoted = `${format(firm.value)} in\u00a0${firm.year}`;
    return [{ index, end, firm, lines: [...wrap(label, room, size), ...wrap(quoted, room, size)] }];
  });

function axisMarks({ type, domain, ticks, format, zeroAt }: BandAxis): Plot.Markish[] {
  const base = type === 'linear' && domain[0] <= 0 && domain[1] >= 0 ? 0 : zeroAt;
  return [
    Plot.ruleY(ticks, { className: 'grid' }),
    base === null ? null : Plot.ruleY([base], { className: 'baseline' }),
    // As text: a logarithmic scale would leave out what it has no round number for.
    Plot.axisY(ticks, { tickSize: 0, tickPadding: 8, label: null, text: format, className: 'axis' }),
  ];
}

function bandMark({ points, provisional }: BandPiece, index: number, zero: boolean): Plot.Markish {
  const className = `band band-${index}${provisional ? ' band-provisional' : ''}${zero ? ' band-zero' : ''}`;
  return points.length === 1
    ? Plot.ruleX(points, { x: 'year', y1: 'low', y2: 'high', className: `${className} band-lone` })
    : Plot.areaY(points, { x: 'year', y1: 'low', y2: 'high', className });
}

/** The line of the neutral value with its words, which stand where they cover least. */
function neutralMarks(
  pieces: readonly (readonly PlacedPoint[])[],
  { setting, axis, years, top, bottom, sides }: BandLayout,
): Plot.Markish[] {
  const { scale, neutralWords, width, size } = setting;
  const { neutral } = scale;
  if (neutral === null) return [];
  const rule = Plot.ruleY([neutral], { className: 'neutral-rule' });
  if (neutralWords === null) return [rule];
  const [first, last] = years[0] === years[1] ? [years[0] - 1, years[1] + 1] : years;
  const room = width - sides.left - sides.right;
  const { end, below } = neutralSide(
    pieces
      .flatMap((piece) => runs(piece))
      .map((run) =>
        run.map(
          ({ year, value }) => [(room * (year - first)) / (last - first), axis.toPixel(value)] as const,
        ),
      ),
    axis.toPixel(neutral),
    { width: textWidth(neutralWords, size) + 8, height: size * 1.5 },
    { width: room, height: bottom - top },
  );
  const sign = end === 'left' ? 1 : -1;
  return [
    rule,
    Plot.text([neutral], {
      x: end === 'left' ? first : last,
      y: neutral,
      text: () => neutralWords,
      textAnchor: end === 'left' ? 'start' : 'end',
      lineAnchor: below ? 'top' : 'bottom',
      dx: 4 * sign,
      dy: below ? 4 : -4,
      className: 'neutral-words',
    }),
  ];
}
