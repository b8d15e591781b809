import { placeOf } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import type { Frame } from './chart.ts';
import type { RibbonLooks } from './chord-shapes.ts';
import type { ChordInput } from './chord.ts';
import { classBar } from './class-bar.ts';
import { count, list, quantity } from './format.ts';
import { keyLines, keyRow, layBlocks, swatch, type Block, type KeyItem } from './legend.ts';
import { wrap } from './measure.ts';
import { niceFloor } from './nice.ts';
import { fontSize } from './sheet.ts';
import { el, type Markup } from './svg.ts';
import { flagNote, headOf, sidesOf } from './tie-heads.ts';

/** What lengths, widths, colours and textures mean, from the top of the figure on. */
export function chordKey(
  input: ChordInput,
  ties: readonly ShownTie[],
  { counts, classes, main, focus }: RibbonLooks,
  { perRadian, radius }: { readonly perRadian: number; readonly radius: number },
  stripes: string,
  { width }: Frame,
): { markup: Markup; height: number } {
  const size = fontSize(width) - 1;
  const directed = input.reads === 'from-to';
  const sentence = directed
    ? `Arrows are as wide as their ${input.unit} and point to where they go. Arcs are as long as all that go and come.`
    : `Ribbons are as wide as the ${input.unit} of two places, arcs as long as all ${input.sumUnit} of a place.`;
  // A round number whose arc is some 60 pixels long.
  const sampled = niceFloor(Math.max(1, (perRadian * 70) / radius));
  const length = (sampled / perRadian) * radius;
  const allMain = ties.length <= main.size;
  const items: (KeyItem | false)[] = [
    bar(length, `arc of ${quantity(sampled, input.sumUnit)}`),
    directed && swatch('out', { className: 'ring-out' }),
    directed && swatch('in', { className: 'ring-in' }),
    counts &&
      !allMain &&
      swatch(focus !== null ? placeOf(input.places, focus).short_name : `the ${main.size} largest`, {
        className: 'ribbon main',
      }),
    counts && !allMain && swatch('other ties', { className: 'ribbon' }),
    input.rest !== null &&
      input.rest.withShown > 0 &&
      swatch('with all others', { className: 'ribbon rest' }),
  ];
  const blocks: Block[] = [
    ...(counts
      ? []
      : [
          classBar(
            classes,
            { head: headOf(input.scale, input.unit, counts), sides: sidesOf(input.scale) },
            size,
            (x, y, w, h) => el('rect', { fill: `url(#${stripes})`, x, y, width: w, height: h }),
          ),
        ]),
    { ...keyLines(wrap(sentence, width, size), null, size), width },
    ...items.filter((item) => item !== false).map((item) => keyRow(null, [item], size, size * 1.5)),
  ];
  const legend = layBlocks(blocks, width, 0);
  return {
    markup: el('g', { 'text-anchor': 'start', 'font-size': size }, legend.markup),
    height: legend.height,
  };
}

const bar = (length: number, words: string): KeyItem => ({
  markWidth: length,
  words,
  mark: (middle) => el('rect', { class: 'ring-out', y: middle - 4, width: length, height: 8 }),
});

/** What is not in the drawing, in sentences. */
export function chordNotes(
  { rest, sumUnit, reads, scale, places }: ChordInput,
  ties: readonly ShownTie[],
  focus: string | null,
  whole: boolean,
  without: readonly string[],
): (string | null)[] {
  return [
    rest && rest.withShown > 0
      ? `All others: ${count(rest.places)} places, ${quantity(rest.withShown, sumUnit)} with those shown${
          rest.among
            ? `, ${quantity(rest.among, sumUnit)} among themselves${whole ? '' : ', which are not drawn'}`
            : ''
        }.`
      : null,
    reads === 'seen-from' && scale.kind !== 'size'
      ? `Colours are as seen from ${focus !== null ? placeOf(places, focus).in_text : 'the place that comes first, clockwise from the top'}.`
      : null,
    flagNote(ties.map(({ flag }) => flag)),
    without.length ? `Without a name for want of room: ${list(without)}.` : null,
  ];
}
