import { valueAxis, type ValueAxis } from './axes.ts';
import { count } from './format.ts';
import { SAMPLE } from './line-marks.ts';
import { widest, wrap } from './measure.ts';
import { known, lastFirm, type KnownPoint, type Series } from './series.ts';

export interface LinesFrame {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** First and last year of the axis, where panels share one; else the years that have values. */
  readonly years?: readonly [number, number] | undefined;
  /** At least this much room beside the drawing, so that panels under each other share their years' places. */
  readonly sides?: Sides | undefined;
}

export interface Sides {
  readonly left: number;
  readonly right: number;
}

export interface LinesLayout {
  readonly drawn: readonly DrawnSeries[];
  readonly years: readonly [number, number];
  readonly axis: ValueAxis;
  readonly top: number;
  readonly bottom: number;
  readonly sides: Sides;
  /** From the drawing's edge to the words of a label. */
  readonly gap: number;
}

/** A series that has values, with its place among all: a series keeps its dash when another has none. */
export interface DrawnSeries {
  readonly index: number;
  readonly points: readonly KnownPoint[];
  readonly end: KnownPoint;
  /** The last point that will not be revised: the label quotes it and stands beside it. */
  readonly firm: KnownPoint;
  readonly lines: readonly string[];
}

/** Where things stand: scale, margins, labels. */
export function layout(
  series: readonly Series[],
  { width, height, size, years, sides }: LinesFrame,
): LinesLayout {
  const drawn = drawnSeries(series, width * 0.27, size);
  const all = drawn.flatMap(({ points }) => points);
  const [top, bottom] = [size * 0.7, height - size * 2.2];
  const axis = valueAxis(
    all.map(({ value }) => value),
    bottom - top,
    size,
  );
  const gap = drawn.length > 1 ? SAMPLE + 12 : 10;
  const words = widest(
    drawn.flatMap(({ lines }) => lines),
    size,
  );
  return {
    drawn,
    years: years ?? [Math.min(...all.map((p) => p.year)), Math.max(...all.map((p) => p.year))],
    axis,
    top,
    bottom,
    sides: {
      left: Math.max(axis.room + 10, sides?.left ?? 0),
      right: Math.max(words + gap + 4, sides?.right ?? 0),
    },
    gap,
  };
}

/** The sides that several panels of one size need. */
export function widestSides(panels: readonly (readonly Series[])[], frame: LinesFrame): Sides {
  const all = panels.map((series) => layout(series, frame).sides);
  return {
    left: Math.max(...all.map(({ left }) => left)),
    right: Math.max(...all.map(({ right }) => right)),
  };
}

const drawnSeries = (series: readonly Series[], room: number, size: number): DrawnSeries[] =>
  series.flatMap(({ label, points: given }, index) => {
    const points = known(given);
    const [end, firm] = [points.at(-1), lastFirm(points)];
    if (!end || !firm) return [];
    const quoted = `${count(firm.value)} in\u00a0${firm.year}`;
    return [{ index, points, end, firm, lines: [...wrap(label, room, size), ...wrap(quoted, room, size)] }];
  });
