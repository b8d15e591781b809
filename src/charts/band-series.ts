import { known, runs, stretches, type KnownPoint, type Point } from './series.ts';

/** A value with the limits between which it lies, where there are any. */
export interface BandPoint extends Point {
  readonly low: number | null;
  readonly high: number | null;
}

export interface BandSeries {
  readonly label: string;
  readonly points: readonly BandPoint[];
}

/** A point as it is drawn: `value`, `low` and `high` in units of the axis. */
export interface PlacedPoint extends KnownPoint {
  readonly low: number | null;
  readonly high: number | null;
}

/** Points that a line may join where no year is missing. */
export interface Group {
  /** Zeros of a logarithmic axis, which stand apart and whose band is their upper limit alone. */
  readonly zero: boolean;
  readonly points: readonly PlacedPoint[];
}

/** A piece of band: of several years, or of one year that stands alone. */
export interface BandPiece {
  readonly points: readonly { readonly year: number; readonly low: number; readonly high: number }[];
  readonly provisional: boolean;
}

/**
 * The points of a series by where they stand. On a logarithmic axis no line leads to zero or from it, as its slope would
 * say nothing: zeros are a group of their own.
 */
export function placed(
  points: readonly BandPoint[],
  place: (value: number) => number,
  zeroApart: boolean,
): Group[] {
  const groups = Map.groupBy(
    known(points) as (BandPoint & KnownPoint)[],
    ({ value }) => zeroApart && value === 0,
  );
  return [...groups].map(([zero, some]) => ({
    zero,
    points: some.map((point) => ({
      ...point,
      value: place(point.value),
      // A zero may have an upper limit alone.
      low: point.high === null ? null : place(point.low ?? Math.min(0, point.value)),
      high: point.high === null ? null : place(point.high),
    })),
  }));
}

/** The band of placed points: broken where their line is, and where limits are missing. */
export function bandPieces(points: readonly PlacedPoint[]): BandPiece[] {
  const limited = points.filter(({ low, high }) => low !== null && high !== null);
  const limits = new Map(
    limited.map(({ year, low, high }) => [year, { year, low: low ?? 0, high: high ?? 0 }]),
  );
  const of = (some: readonly KnownPoint[]) => some.flatMap(({ year }) => limits.get(year) ?? []);
  const lone = runs(limited).filter((run) => run.length === 1);
  return [
    ...stretches(limited).map((stretch) => ({
      points: of(stretch.points),
      provisional: stretch.provisional,
    })),
    ...lone.map((run) => ({ points: of(run), provisional: run[0]?.flag?.includes('p') ?? false })),
  ];
}
