import { hasFlag } from '../model/flag.ts';
import type { LayerId } from '../model/layer.ts';
import type { ShownTie } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { isDirected, type EgoRest } from './ego.ts';
import { egoLegend } from './ego-legend.ts';
import { tieLooks, type TieLooks } from './tie-looks.ts';
import { egoPairGeometry, type EgoPairGeometry, type PairLine, type PairSide } from './ego-pair-layout.ts';
import { aloneWords, pairPartners, restNote, restWords } from './ego-pair-partners.ts';
import type { Partner } from './ego-partners.ts';
import { below, edgeOf, spoke, tieAlong } from './ego-ring.ts';
import { count } from './format.ts';
import { keyOf } from './marks.ts';
import { nothing } from './nothing.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';
import { isCount, tieTitle, type TieWords } from './tie-titles.ts';
import { widthScale, type WidthScale } from './width-scale.ts';

export interface EgoPairInput extends TieWords {
  readonly layer: LayerId;
  /** ISO alpha-3 of the two countries in the middle. */
  readonly foci: readonly [string, string];
  /** Ties of each with its largest partners; those with each other stand in `between`. */
  readonly spokes: readonly [readonly ShownTie[], readonly ShownTie[]];
  /** The tie of the two with each other, one or (directed) two. */
  readonly between: readonly ShownTie[];
  /** How many partners of each are taken at most: who is "alone" is so among these. */
  readonly top: number;
  /** What is left out of each. */
  readonly rest: readonly [EgoRest | null, EgoRest | null];
  /** Said in place of the drawing where there are no ties. */
  readonly empty: string;
}

/** Two countries side by side: the partners that both have between them, those of one alone beyond it. */
export const egoPair: Chart<EgoPairInput> = (input, frame) => {
  const className = `ego-pair layer-${input.layer}`;
  const all = [...input.spokes.flat(), ...input.between];
  if (!all.length) return nothing(input.empty, frame, { className });
  const size = fontSize(frame.width);
  const narrow = frame.width < 480;
  const looks = tieLooks(input.scale, all);
  const partners = pairPartners(input, looks);
  const shape = egoPairGeometry(partners, frame.width, size, input.between.length > 0);
  const widths = widthScale(Math.max(...all.map(looks.width)), narrow ? 5 : 8);
  const legend = egoLegend(
    {
      ...input,
      directed: isDirected(input),
      looks,
      widths,
      hairlines: all.some((tie) => looks.width(tie) < widths.hairline),
      chords: [],
    },
    frame.width,
    shape.height + size * 0.8,
    size,
  );
  const sides = [0, 1] as const;
  const body = [
    el(
      'g',
      { class: 'spokes' },
      sides.map((i) => spokesOf(input, i, shape, looks, widths)),
      betweenOf(input, shape, looks, widths),
    ),
    el(
      'g',
      { class: 'partners' },
      sides.map((i) =>
        dotsOf([...partners.common.map((pair) => pair[i]), ...partners.own[i]], shape.sides[i]),
      ),
    ),
    ...shape.lines.map((line) => lineOf(line, size)),
    ...sides.map((i) => restOf(shape.sides[i], input.rest[i], size)),
    ...sides.map((i) => centreOf(input.foci[i], shape.sides[i], size)),
    el('g', { 'text-anchor': 'start' }, legend.markup),
  ];
  return sheet(
    frame,
    {
      className,
      foot: [
        ...input.between.map((tie) => said(tie, input)),
        ...(narrow ? sides.map((i) => aloneWords(partners, i)) : []),
        `Partners are the ${count(input.top)} largest of each`,
        ...(narrow ? sides.map((i) => restNote(input, i)) : []),
        shape.numbered || narrow ? keyOf(all.map(({ flag }) => flag)) : null,
        all.some(({ flag }) => hasFlag(flag, 'p') || hasFlag(flag, 'u'))
          ? 'Hollow dots: provisional or partly reported'
          : null,
      ],
    },
    body.join('') as Markup,
    shape.height + size * 0.8 + legend.height,
  );
};

const said = (tie: ShownTie, input: EgoPairInput): string =>
  tieTitle(tie, isCount(input.scale, [tie]), input);

/** What the two share with each other, below all names. */
function betweenOf(
  input: EgoPairInput,
  shape: EgoPairGeometry,
  looks: TieLooks,
  widths: WidthScale,
): Markup[] {
  const [a, b] = [shape.sides[0].centre, shape.sides[1].centre];
  return input.between.map((tie) => {
    const way = tie.origin === input.foci[0] ? below(a, b, shape.depth) : below(b, a, shape.depth);
    return tieAlong(
      tie,
      way,
      isDirected(input),
      widths(looks.width(tie)),
      looks.of(tie.value),
      said(tie, input),
    );
  });
}

/** The widest lie below, so that none hides another. */
function spokesOf(
  input: EgoPairInput,
  i: 0 | 1,
  { sides }: EgoPairGeometry,
  looks: TieLooks,
  widths: WidthScale,
): Markup[] {
  const focus = input.foci[i];
  const { centre, spots } = sides[i];
  return [...input.spokes[i]]
    .sort((a, b) => looks.width(b) - looks.width(a))
    .flatMap((tie) => {
      const outwards = tie.origin === focus;
      const spot = spots.get(outwards ? tie.destination : tie.origin);
      if (!spot) return [];
      const [inner, outer] = [edgeOf(centre, spot.at) + 1, spot.radius + 1];
      const way = outwards
        ? spoke(centre.at, spot.at, [inner, outer])
        : spoke(spot.at, centre.at, [outer, inner]);
      return tieAlong(
        tie,
        way,
        isDirected(input),
        widths(looks.width(tie)),
        looks.of(tie.value),
        said(tie, input),
      );
    });
}

const dotsOf = (partners: readonly Partner[], { spots }: PairSide): Markup[] =>
  partners.flatMap(({ iso3, weight, look, words }) => {
    const spot = spots.get(iso3);
    if (!spot) return [];
    const [cx, cy] = spot.at;
    return el(
      'circle',
      {
        class: look === 'plain' ? 'dot' : `dot dot-${look}`,
        'data-c': iso3,
        'data-v': String(weight),
        cx,
        cy,
        r: spot.radius,
      },
      el('title', {}, text(words)),
    );
  });

const lineOf = ({ words, kind, x, y, anchor, iso3 }: PairLine, size: number): Markup =>
  words
    .map((line, i) =>
      el(
        'text',
        {
          class: kind,
          'data-c': iso3,
          x,
          y: y + (i - (words.length - 1) / 2) * size * 1.15 + size * 0.35,
          'text-anchor': anchor,
        },
        text(line),
      ),
    )
    .join('') as Markup;

function centreOf(iso3: string, { centre, centreLines: lines }: PairSide, size: number): Markup {
  const { at, rx, ry } = centre;
  return el(
    'g',
    { class: 'focus', 'data-c': iso3 },
    el('ellipse', { class: 'disc', cx: at[0], cy: at[1], rx, ry }),
    ...lines.map((line, k) =>
      el(
        'text',
        {
          class: 'focus-name',
          x: at[0],
          y: at[1] + (k - (lines.length - 1) / 2) * size * 1.15 + size * 0.35,
        },
        text(line),
      ),
    ),
  );
}

/** What is left out, as a dotted line to an open dot; its width is no measure. */
function restOf({ rest }: PairSide, left: EgoRest | null, size: number): Markup | null {
  if (!rest || !left) return null;
  const [from, to] = rest;
  return el(
    'g',
    { class: 'rest', 'data-v': String(left.value) },
    el('title', {}, text(restWords(left))),
    el('path', { class: 'rest-line', d: `M${from.map(round).join(' ')}L${to.map(round).join(' ')}` }),
    el('circle', { class: 'rest-dot', cx: to[0], cy: to[1], r: size * 0.45 }),
  );
}
