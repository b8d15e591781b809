import type { SourceLabel } from '../../model/atlas.ts';
import type { Places } from '../../model/country.ts';
import type { Layer } from '../../model/layer.ts';
import type { ShownTie, TieScale } from '../../model/tie.ts';
import type { Direction } from '../../views/params.ts';
import type { Words } from '../../views/view.ts';

/** What values are of: one layer as one source counts it, in a year or over years. */
export interface Series {
  readonly layer: Layer;
  /** Id of the source. */
  readonly source: string;
  /** First and last; the same for one year. */
  readonly years: readonly [first: number, last: number];
}

/**
 * What a reader takes of a figure, whole: every file and every sentence is made from this alone, so that none of them
 * can say something else than the figure. Words are those that stand at the figure.
 */
export interface Taken extends Pick<Words, 'title' | 'takeaway' | 'coverage' | 'notes' | 'table'> {
  /** Null for a figure of several layers, or of none. */
  readonly series: Series | null;
  /** What `other` of the ties is of, where two years, sources or layers are compared. */
  readonly against: Series | null;
  /** Id of what is shown of each tie: `count`, `affinity`. */
  readonly measure: string;
  readonly scale: TieScale;
  /** The ties of the figure, in its order; null where it shows none, but countries or years. */
  readonly ties: readonly ShownTie[] | null;
  /** Whether a tie leads from origin to destination, or lies between the two. */
  readonly directed: boolean;
  /** ISO alpha-3 of the countries, or ids of the groups, that the figure is of; empty for the world. */
  readonly scope: readonly string[];
  readonly direction: Direction;
  /** Which figure of a page it is, for the name of a file: "ranking"; null for its main one. */
  readonly figure: string | null;
  /** Labels of the sources whose rows are shown. */
  readonly sources: readonly SourceLabel[];
  readonly places: Places;
  /** Version of the release, a date. */
  readonly release: string;
  /** Absolute address of this very state. */
  readonly address: string;
  /** Day on which it is taken: "2026-12-01". */
  readonly date: string;
}

/** Something that cannot be taken, in a sentence for the reader. */
export class TakeError extends Error {
  override readonly name = 'TakeError';
}

/**
 * The series that a figure's ties are of.
 * @throws {TakeError} where the figure is of several layers, or of none: it shows no ties
 */
export function seriesOf({ series }: Pick<Taken, 'series'>): Series {
  if (!series) throw new TakeError('This figure shows no ties, so there is no network to take.');
  return series;
}
