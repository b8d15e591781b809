import { flagWords } from '../model/flag.ts';
import type { Frame } from './chart.ts';
import { classBar, type BelowMark } from './class-bar.ts';
import { count, quantity } from './format.ts';
import { hatchId } from './hatch.ts';
import { keyLines, keyRow, layBlocks, swatch, type Block, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import type { MatrixInput } from './matrix.ts';
import { absentId } from './matrix-patterns.ts';
import type { CellKind } from './matrix-cells.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import type { SideCells } from './matrix-side.ts';
import { fontSize } from './sheet.ts';
import { el, round, type Markup } from './svg.ts';
import { headOf, sidesOf } from './tie-heads.ts';

/** What colours and signs mean, from the top of the figure on. */
export function matrixKey(
  input: MatrixInput,
  sides: readonly SideCells[],
  seen: ReadonlySet<CellKind>,
  { totals }: MatrixLayout,
  { id, width }: Frame,
): { markup: Markup; height: number } {
  const size = fontSize(width) - 1;
  const bars = sides.map((of, i): Block => {
    const head = `${input.lower ? (i ? 'Below the diagonal: ' : 'Above the diagonal: ') : ''}${headOf(of.side.scale, of.side.unit, of.counts)}`;
    const block = classBar(of.classes, { head, sides: sidesOf(of.side.scale) }, size, dash);
    return { ...block, markup: el('g', { class: `layer-${of.side.layer}` }, block.markup) };
  });
  const absent = sides.map(({ side }) => side.absent).find((words) => words !== null) ?? '';
  const flags = sides.flatMap(({ shown }) => shown.flatMap(({ flag }) => [...(flag ?? '')]));
  const keys: (KeyItem | false)[] = [
    seen.has('zero') && swatch('none', { className: 'zero' }),
    seen.has('absent') && swatch(absent, { fill: `url(#${absentId(id)})`, className: 'zero' }),
    seen.has('silent') && swatch('not reported', { fill: `url(#${hatchId(id)})`, className: 'zero' }),
    seen.has('flag') && corner(flagWords([...new Set(flags)].sort().join(''))),
    totals !== null && swatch(`${input.sumUnit} in this matrix`, { className: 'bar bar-plain' }),
    totals !== null && swatch('with other places', { className: 'bar bar-rest' }),
  ];
  const rows = keys.filter((key) => key !== false).map((key) => keyRow(null, [key], size, size * 1.5));
  const directed = !input.lower && sides[0]?.words.reads === 'from-to';
  const seenFrom = !input.lower && sides[0]?.words.reads === 'seen-from';
  const reading = directed
    ? 'Rows are origins, columns destinations.'
    : seenFrom
      ? 'Each row is seen from its own place.'
      : null;
  // As wide as the figure: the keys begin on a line of their own.
  const notes = reading ? [{ ...keyLines(wrap(reading, width, size), null, size), width }] : [];
  const legend = layBlocks([...bars, ...notes, ...rows], width, 0);
  return {
    markup: el('g', { 'text-anchor': 'start', 'font-size': size }, legend.markup),
    height: legend.height,
  };
}

const dash: BelowMark = (x, y, width, height, colour) =>
  el('path', {
    class: `below below-${colour}`,
    d: `M${round(x + width / 2 - 4)} ${round(y + height / 2)}h8`,
  });

const corner = (words: string): KeyItem => ({
  markWidth: 14,
  words,
  mark: (middle) =>
    el(
      'g',
      {},
      el('rect', { class: 'zero', y: middle - 7, width: 14, height: 14 }),
      el('path', { class: 'tick', d: `M14 ${round(middle - 7)}v6l-6-6z` }),
    ),
});

/** What is not in the drawing, in sentences. */
export function matrixNotes(input: MatrixInput, sides: readonly SideCells[]): (string | null)[] {
  const { rest, outOf, sumUnit, blocks, lower } = input;
  const places = blocks.reduce((sum, block) => sum + block.places.length, 0);
  return [
    outOf !== null && outOf > places ? `${count(places)} of ${count(outOf)} places are shown.` : null,
    rest && rest.withShown + rest.among > 0
      ? `Outside of this matrix: ${quantity(rest.withShown, sumUnit)} between its places and ${count(rest.places)} others${rest.among ? `, ${quantity(rest.among, sumUnit)} among the others` : ''}.`
      : null,
    ...sides.flatMap(({ joined, side, commonFlag }) => [
      joined === 'summed' ? `${side.caption}: both directions together.` : null,
      joined === 'one way' ? `${side.caption}: from the place that stands first to the other.` : null,
      commonFlag ? `${lower ? `${side.caption}: all` : 'All'} values: ${flagWords(commonFlag)}.` : null,
    ]),
  ];
}
