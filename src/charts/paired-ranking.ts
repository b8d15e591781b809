import type { LayerId } from '../model/layer.ts';
import type { TieScale } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { sentence } from './format.ts';
import { hatch } from './hatch.ts';
import { keyRow, layBlocks, type Block } from './legend.ts';
import { keyOf } from './marks.ts';
import { nothing } from './nothing.ts';
import { pairedColumns } from './paired-columns.ts';
import { absentMark, sideMark } from './paired-marks.ts';
import { pairedRow, pairedHeads } from './paired-rows.ts';
import { ABSENT, type Absence } from './paired-words.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, type Markup } from './svg.ts';

export interface PairedRankingInput {
  /** What both values are, in this order: the later year and the earlier, this country and the other, a layer and another. */
  readonly sides: readonly [a: PairedSide, b: PairedSide];
  /** Years are joined by an arrow from the second to the first; other sides by a plain line. */
  readonly relation: 'time' | 'side';
  /** One scale for both: two layers, whose units differ, come as shares in %. */
  readonly scale: TieScale;
  /** In their order, as the query gave it. */
  readonly rows: readonly PairedRow[];
  /** What is left out, with its name: "The other 178 partners"; null where the rows are all there is. */
  readonly rest: PairedRest | null;
  /** Said in place of the drawing where there are no rows. */
  readonly empty: string;
}

export interface PairedSide {
  /** "2019", "Germany", "Papers". */
  readonly name: string;
  readonly layer: LayerId;
}

export type PairedValue =
  | { readonly value: number; readonly flag: string | null }
  /** No number, and why. */
  | { readonly absent: Absence };

export interface PairedRow {
  /** ISO alpha-3 of the place, or of both ends of a tie. */
  readonly iso3: string | readonly [origin: string, destination: string];
  readonly name: string;
  readonly a: PairedValue;
  readonly b: PairedValue;
  /** Why the two must not be compared: "break in series", "other coverage"; null where they may be. */
  readonly incomparable: string | null;
}

export interface PairedRest {
  readonly name: string;
  /** Null where it cannot be told. */
  readonly a: number | null;
  readonly b: number | null;
}

/** Places with two values each on one axis, both numbers beside them, and how they differ in words. */
export const pairedRanking: Chart<PairedRankingInput> = (input, frame) => {
  const className = `paired-ranking layer-${input.sides[0].layer}`;
  if (!input.rows.length && !input.rest) return nothing(input.empty, frame, { className });
  const size = fontSize(frame.width);
  const columns = pairedColumns(input, frame.width, size);
  const legend = layBlocks(keysOf(input, frame.id, size), frame.width, 0);
  const top = legend.height + size * 1.4;
  const parts = [pairedHeads(input, columns, top)];
  let y = top + size * 0.8;
  for (const row of columns.rows) {
    const { markup, height } = pairedRow(row, input, columns, y, frame, size);
    parts.push(markup);
    y += height;
  }
  const flags = input.rows.flatMap(({ a, b }) => [a, b]).map((side) => ('flag' in side ? side.flag : null));
  return sheet(
    frame,
    {
      className,
      head: axisHead(input.scale),
      foot: [keyOf(flags)],
      defs: absences(input).size ? hatch(frame.id) : undefined,
    },
    [el('g', { 'text-anchor': 'start' }, legend.markup), ...parts].join('') as Markup,
    y,
  );
};

const axisHead = ({ title, unit }: TieScale): string =>
  unit && unit.toLowerCase() !== title.toLowerCase() ? `${sentence(title)} (${unit})` : sentence(title);

/** Why values are absent, each once. */
const absences = ({ rows }: PairedRankingInput): Set<Absence> =>
  new Set(rows.flatMap(({ a, b }) => [a, b]).flatMap((side) => ('absent' in side ? [side.absent] : [])));

/** What the marks are; the second side first where an arrow leads from it. */
function keysOf(input: PairedRankingInput, id: string, size: number): Block[] {
  const [a, b] = input.sides;
  const key = (side: 'a' | 'b', { name, layer }: PairedSide): Block =>
    keyRow(
      null,
      [{ words: name, markWidth: 12, mark: (middle) => sideMark(side, layer, [6, middle]) }],
      size,
    );
  const sides = input.relation === 'time' ? [key('b', b), key('a', a)] : [key('a', a), key('b', b)];
  const reasons = [...absences(input)].map((why) => ABSENT[why]);
  if (!reasons.length) return sides;
  const words = reasons.length === 1 ? (reasons[0] ?? '') : 'no number: see the row';
  return [
    ...sides,
    keyRow(null, [{ words, markWidth: 12, mark: (middle) => absentMark([6, middle], id) }], size),
  ];
}
