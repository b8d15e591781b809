import type { Places } from '../model/country.ts';
import { placeOf } from '../model/country.ts';
import type { LayerId } from '../model/layer.ts';
import type { ShownTie, TieScale } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { blockBands } from './chord-bands.ts';
import { circleOf, GAP } from './chord-labels.ts';
import { chordLayout } from './chord-layout.ts';
import { chordKey, chordNotes } from './chord-legend.ts';
import { restRibbon, ribbonPath, ringArc, tieRibbon, type RibbonLooks } from './chord-shapes.ts';
import { chordTies } from './chord-ties.ts';
import { nothing } from './nothing.ts';
import type { PlaceBlock } from './order-places.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, type Markup } from './svg.ts';
import { isBelow, tieClasses } from './tie-classes.ts';
import type { TieRest } from './tie-rest.ts';
import { isCount, type TieReading } from './tie-titles.ts';

export interface ChordInput {
  readonly places: Places;
  /** The places in their order round the circle, see orderPlaces: at most MOST_ARCS. */
  readonly blocks: readonly PlaceBlock[];
  readonly layer: LayerId;
  /** Ties among these places. Ribbons are as wide as their counts; any other measure is their colour. */
  readonly ties: readonly ShownTie[];
  readonly scale: TieScale;
  /** What a count counts, plural: "papers". */
  readonly unit: string;
  /** What sums count, plural: "links" where a tie is a pair, else the unit. */
  readonly sumUnit: string;
  readonly reads: TieReading;
  /** What ties with and among all other places add up to; null where these places are the whole. */
  readonly rest: TieRest | null;
  /** The country whose ribbons stand out; null for the largest ribbons. */
  readonly focus: string | null;
  /** Said in place of the drawing where there is no tie. */
  readonly empty: string;
}

/** How many places a circle can hold with arcs that can be told apart. */
export const MOST_ARCS = 24;

/** Ribbons that stand out where no country does. */
const MAIN = { narrow: 6, wide: 12 };
const RING = 9;
const BAND = 15;

/**
 * Places on a circle, joined by ribbons as wide as what they share. Directed ribbons are arrows, and arcs are full for
 * what leaves and pale for what comes. What the places share with all others is an arc of its own, so that nothing
 * falls under the table.
 */
export const chord: Chart<ChordInput> = (input, frame) => {
  const { blocks, places, layer, scale, reads } = input;
  const className = `chord layer-${layer}`;
  const codes = blocks.flatMap((block) => block.places);
  const focus = input.focus !== null && codes.includes(input.focus) ? input.focus : null;
  const ties = chordTies(input.ties, codes, reads, focus);
  if (!ties.length) return nothing(input.empty, frame, { className });
  const narrow = frame.width < 480;
  const size = narrow ? 10.5 : 11.5;
  const directed = reads === 'from-to';
  const layout = chordLayout(blocks, ties, input.rest, directed, {
    arcs: narrow ? 0.02 : 0.014,
    blocks: narrow ? 0.06 : 0.05,
  });
  const looks: RibbonLooks = {
    words: { places, reads, scale, unit: input.unit },
    counts: isCount(scale, ties),
    classes: tieClasses(scale, ties),
    common: ties.every(({ flag }) => flag === ties[0]?.flag),
    main: mainTies(ties, focus, narrow ? MAIN.narrow : MAIN.wide),
    sumUnit: input.sumUnit,
    focus,
  };

  const names = layout.arcs.map(({ iso3, startAngle, endAngle, out, in: back }) => ({
    iso3,
    name: iso3 === null ? 'All others' : placeOf(places, iso3).short_name,
    angle: (startAngle + endAngle) / 2,
    // The country of the figure and all others are named in any case.
    weight: iso3 === null || iso3 === focus ? Number.MAX_VALUE : out + back,
  }));
  const banded = blocks.some(({ title }) => title !== null);
  const around = RING + GAP + (banded ? BAND + 4 : 0);
  const { labels, named } = circleOf(names, frame.width, size);
  const radius = labels - around;
  const middle = { x: frame.width / 2, y: labels + size * 1.4 };

  const shapes = [...layout.ribbons].sort((a, b) => b.count - a.count);
  const stripes = `${frame.id}-below`;
  const below = shapes.filter(({ tie }) => tie && !looks.counts && isBelow(looks.classes, tie.value));
  const key = chordKey(input, ties, looks, { perRadian: layout.perRadian, radius }, stripes, frame);
  const top = Math.round(key.height + size);
  const centre = `translate(${round(middle.x)} ${round(top + middle.y)})`;
  const body = [
    key.markup,
    el(
      'g',
      { transform: centre },
      el(
        'g',
        { class: looks.counts ? 'ribbons' : 'ribbons coloured' },
        shapes.map((shape) => (shape.tie ? null : restRibbon(shape, radius, looks))),
        // The largest lie below: a thin ribbon over a wide one is seen, a wide one over a thin one hides it.
        [false, true].map((main) =>
          shapes.map((shape) =>
            shape.tie && looks.main.has(shape.tie) === main
              ? tieRibbon(shape, shape.tie, radius, looks)
              : null,
          ),
        ),
        below.length > 0 &&
          el('path', {
            class: 'stripes',
            fill: `url(#${stripes})`,
            d: below
              .filter(({ tie }) => focus === null || (tie && looks.main.has(tie)))
              .map((shape) => ribbonPath(shape, radius, directed))
              .join(''),
          }),
      ),
      el(
        'g',
        { class: 'rings' },
        layout.arcs.map((of) => ringArc(of, [radius, radius + RING], input)),
      ),
      banded ? blockBands(layout.blocks, radius + RING + 4, BAND, frame.id, size) : null,
      named.markup,
    ),
  ].join('') as Markup;
  return sheet(
    frame,
    {
      className: focus === null ? className : `${className} focused`,
      // The key may show what no ribbon here is.
      defs: body.includes(`url(#${stripes})`) ? stripePattern(stripes) : undefined,
      foot: chordNotes(input, ties, focus, layout.whole, named.without),
    },
    body,
    top + 2 * middle.y + fontSize(frame.width) * 0.3,
  );
};

function mainTies(ties: readonly ShownTie[], focus: string | null, most: number): ReadonlySet<ShownTie> {
  if (focus !== null)
    return new Set(ties.filter(({ origin, destination }) => origin === focus || destination === focus));
  return new Set([...ties].sort((a, b) => b.count - a.count).slice(0, most));
}

/** Stripes of paper: the second cue of what lies below the neutral value. */
const stripePattern = (id: string): Markup =>
  el(
    'pattern',
    { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    el('rect', { class: 'stripe', width: 1.4, height: 4 }),
  );
