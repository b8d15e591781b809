import type { Places } from '../model/country.ts';
import type { LayerId } from '../model/layer.ts';
import type { ShownTie, TieScale } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { matrixCells } from './matrix-cells.ts';
import { matrixLabels } from './matrix-labels.ts';
import { matrixLayout } from './matrix-layout.ts';
import { matrixKey, matrixNotes } from './matrix-legend.ts';
import { matrixPatterns } from './matrix-patterns.ts';
import { sideCells } from './matrix-side.ts';
import { totalBars } from './matrix-totals.ts';
import { nothing } from './nothing.ts';
import type { PlaceBlock } from './order-places.ts';
import { sheet } from './sheet.ts';
import { el, type Markup } from './svg.ts';
import type { TieRest } from './tie-rest.ts';
import type { TieReading } from './tie-titles.ts';

/** One set of ties: a layer in a year of a source, by a measure. */
export interface MatrixSide {
  readonly layer: LayerId;
  /** Ties among the places shown; others are passed over. A pair stands once, or at both ends where they differ. */
  readonly ties: readonly ShownTie[];
  readonly scale: TieScale;
  /** What a count counts, plural: "papers". */
  readonly unit: string;
  readonly reads: TieReading;
  /** What this is, a few words, for the corners of a halved matrix: "Papers, 2022". */
  readonly caption: string;
  /** What a cell without a tie means: "outside the ten largest"; null where it is a true zero. */
  readonly absent: string | null;
  /** Places that did not report: as hosts in directed ties, in both roles in others. */
  readonly notReported: readonly string[];
}

export interface MatrixInput {
  readonly places: Places;
  /** The places in their order, see orderPlaces: at most `mostPlaces` for the width. */
  readonly blocks: readonly PlaceBlock[];
  readonly side: MatrixSide;
  /** Drawn below the diagonal, while `side` stands above it: another layer, year or source. */
  readonly lower: MatrixSide | null;
  /** What the ties of `side` add up to outside of the matrix; null where the matrix is the whole. */
  readonly rest: TieRest | null;
  /** What sums count, plural: "links" where a tie is a pair, else the unit. */
  readonly sumUnit: string;
  /** How many places there were to show, where not all are. */
  readonly outOf: number | null;
  /** Said in place of the drawing where there is no tie. */
  readonly empty: string;
}

/** How many places a matrix of a width can hold with rows that can be read. */
export const mostPlaces = (width: number): number => (width < 480 ? 25 : 60);

/**
 * Ties of places with each other as a grid: rows are where a tie begins, columns where it leads. Colours are classes of
 * the measure; a dash marks what is below expectation, a corner what has a flag, dots and hatching what has no number.
 */
export const matrix: Chart<MatrixInput> = (input, frame) => {
  const { side, lower } = input;
  const className = `matrix layer-${side.layer}`;
  const codes = input.blocks.flatMap((block) => block.places);
  const known = new Set(codes);
  const sides = [side, ...(lower ? [lower] : [])].map((of) =>
    sideCells(of, known, lower !== null, input.places),
  );
  if (codes.length < 2 || sides.every((of) => of.shown.length === 0))
    return nothing(input.empty, frame, { className });
  const [first, second = null] = sides;
  if (!first) return nothing(input.empty, frame, { className });
  const layout = matrixLayout(input, frame.width);
  const cells = matrixCells(first, second, codes, layout, frame.id);
  const key = matrixKey(input, sides, cells.seen, layout, frame);
  const top = Math.round(key.height + layout.size);
  const body = [
    key.markup,
    el(
      'g',
      { transform: `translate(0 ${top})` },
      matrixLabels(input, layout),
      cells.markup,
      layout.totals && input.rest ? totalBars(input, first, layout) : null,
    ),
  ].join('') as Markup;
  return sheet(
    frame,
    { className, defs: matrixPatterns(frame.id), foot: matrixNotes(input, sides) },
    body,
    top + layout.height,
  );
};
