import type { LayerId } from '../model/layer.ts';
import { placeOf } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import type { Chart } from './chart.ts';
import { egoGeometry, type EgoGeometry, type EgoSpot } from './ego-geometry.ts';
import { egoLegend } from './ego-legend.ts';
import { tieLooks, type TieLooks } from './tie-looks.ts';
import { egoPartners } from './ego-partners.ts';
import { chord, edgeOf, spoke, tieAlong } from './ego-ring.ts';
import { count, quantity, singular } from './format.ts';
import { keyOf } from './marks.ts';
import { nothing } from './nothing.ts';
import type { Point } from './projection.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';
import { isCount, tieTitle, type TieWords } from './tie-titles.ts';
import { widthScale, type WidthScale } from './width-scale.ts';

export interface EgoInput extends TieWords {
  readonly layer: LayerId;
  /** ISO alpha-3 of the country in the middle. */
  readonly focus: string;
  /** Its ties with the partners that are shown; in directed layers one or two a partner. */
  readonly spokes: readonly ShownTie[];
  /** Ties among these partners, the strongest alone. */
  readonly chords: readonly ShownTie[];
  /** What is left out, or null where the partners are all there are. */
  readonly rest: EgoRest | null;
  /** Said in place of the drawing where there are no ties. */
  readonly empty: string;
}

export interface EgoRest {
  readonly partners: number;
  readonly value: number;
  /** What the sum counts, plural: sums of pairs count links, not papers. */
  readonly unit: string;
}

/**
 * A country in the middle of its partners. They stand on a ring by region, each beside its name; the width of a spoke and
 * the area of a dot are the tie, thin curves are ties of partners with each other. All others together are one more dot.
 */
export const ego: Chart<EgoInput> = (input, frame) => {
  const className = `ego layer-${input.layer}`;
  const spokes = input.spokes.filter((tie) => tie.count > 0 || tie.value !== 0);
  if (!spokes.length) return nothing(input.empty, frame, { className });
  const size = fontSize(frame.width);
  const looks = tieLooks(input.scale, spokes);
  const partners = egoPartners({ ...input, spokes }, looks.width);
  const rest = input.rest && restWords(input.rest);
  const shape = egoGeometry(partners, placeOf(input.places, input.focus).short_name, rest, frame.width, size);
  const widths = widthScale(Math.max(...spokes.map(looks.width)), frame.width < 480 ? 6 : 9);
  const chords = strongerWay(input.chords).filter(
    ({ origin, destination }) => shape.spots.has(origin) && shape.spots.has(destination),
  );
  const legend = egoLegend(
    {
      ...input,
      directed: isDirected(input),
      looks,
      widths,
      hairlines: spokes.some((tie) => looks.width(tie) < widths.hairline),
      chords,
    },
    frame.width,
    shape.height + size * 0.6,
    size,
  );
  const body = [
    restOf(input.rest, rest, shape, size),
    el('g', { class: 'spokes' }, spokesOf(spokes, input, shape, looks, widths)),
    el(
      'g',
      { class: 'chords' },
      chords.map((tie) => chordOf(tie, input, shape)),
    ),
    el(
      'g',
      { class: 'partners' },
      [...shape.spots.values()].map((spot) => partnerOf(spot, size)),
    ),
    ...shape.titles.map(({ words, x, y, anchor }) =>
      el('text', { class: 'group-head', x, y, 'text-anchor': anchor }, text(words)),
    ),
    focusOf(input.focus, shape, size),
    el('g', { 'text-anchor': 'start' }, legend.markup),
  ];
  return sheet(
    frame,
    { className, foot: [keyOf(spokes.map(({ flag }) => flag))] },
    body.join('') as Markup,
    shape.height + size * 0.6 + legend.height,
  );
};

const restWords = ({ partners, value, unit }: EgoRest): string =>
  `${count(partners)} other ${partners === 1 ? singular('partners') : 'partners'}: ${quantity(value, unit)}`;

/** Whether ties are moves: each spoke is then one half-arrow or two. */
export const isDirected = ({ reads }: Pick<TieWords, 'reads'>): boolean => reads === 'from-to';

/** The widest lie below, so that none hides another. */
function spokesOf(
  spokes: readonly ShownTie[],
  input: EgoInput,
  { centre, spots }: EgoGeometry,
  looks: TieLooks,
  widths: WidthScale,
): Markup[] {
  return [...spokes]
    .sort((a, b) => looks.width(b) - looks.width(a))
    .flatMap((tie) => {
      const outwards = tie.origin === input.focus;
      const spot = spots.get(outwards ? tie.destination : tie.origin);
      if (!spot) return [];
      const [inner, outer] = [edgeOf(centre, spot.at) + 1, spot.radius + 1];
      return tieAlong(
        tie,
        outwards ? spoke(centre.at, spot.at, [inner, outer]) : spoke(spot.at, centre.at, [outer, inner]),
        isDirected(input),
        widths(looks.width(tie)),
        looks.of(tie.value),
        tieTitle(tie, isCount(input.scale, [tie]), input),
      );
    });
}

/** Of two ways between the same partners the stronger stands for both: their curves would cover each other. */
function strongerWay(ties: readonly ShownTie[]): ShownTie[] {
  const kept = new Map<string, ShownTie>();
  for (const tie of ties) {
    const key = [tie.origin, tie.destination].sort().join();
    if (tie.count > (kept.get(key)?.count ?? -1)) kept.set(key, tie);
  }
  return [...kept.values()];
}

function chordOf(tie: ShownTie, input: EgoInput, { ring, spots }: EgoGeometry): Markup | null {
  const [a, b] = [spots.get(tie.origin), spots.get(tie.destination)];
  return a && b ? chord(tie, a.at, b.at, ring, tieTitle(tie, isCount(input.scale, [tie]), input)) : null;
}

function partnerOf({ partner, at, radius, label, guide }: EgoSpot, size: number): Markup {
  const [cx, cy] = at;
  const { lines, number, look } = partner;
  const first = label.y - ((lines.length - 1) * size * 1.15) / 2 + size * 0.35;
  return el(
    'g',
    { class: 'partner', 'data-c': partner.iso3, 'data-v': String(partner.weight) },
    el('title', {}, text(partner.words)),
    el('path', { class: 'guide', d: `M${round(guide[0])} ${round(cy)}H${round(guide[1])}` }),
    el('circle', { class: look === 'plain' ? 'dot' : `dot dot-${look}`, cx, cy, r: radius }),
    ...lines.map((line, i) =>
      el(
        'text',
        { class: 'label', x: label.x, y: first + i * size * 1.15, 'text-anchor': label.anchor },
        text(line),
        i === lines.length - 1 && number !== null
          ? el('tspan', { class: 'number', dx: size * 0.4 }, text(number))
          : null,
      ),
    ),
  );
}

function focusOf(iso3: string, { centre, centreLines }: EgoGeometry, size: number): Markup {
  const [cx, cy] = centre.at;
  const first = cy - ((centreLines.length - 1) * size * 1.15) / 2 + size * 0.35;
  return el(
    'g',
    { class: 'focus', 'data-c': iso3 },
    el('ellipse', { class: 'disc', cx, cy, rx: centre.rx, ry: centre.ry }),
    ...centreLines.map((line, i) =>
      el('text', { class: 'focus-name', x: cx, y: first + i * size * 1.15 }, text(line)),
    ),
  );
}

function restOf(rest: EgoRest | null, words: string | null, shape: EgoGeometry, size: number): Markup | null {
  if (!rest || !words || !shape.rest) return null;
  const { at, radius, label } = shape.rest;
  const start: Point = [shape.centre.at[0], shape.centre.at[1] + shape.centre.ry];
  return el(
    'g',
    { class: 'rest', 'data-v': String(rest.value) },
    el('title', {}, text(words)),
    el('path', {
      class: 'rest-line',
      d: `M${start.map(round).join(' ')}L${round(at[0])} ${round(at[1] - radius)}`,
    }),
    el('circle', { class: 'rest-dot', cx: at[0], cy: at[1], r: radius }),
    ...label.lines.map((line, i) =>
      el(
        'text',
        { class: 'rest-words', x: label.x, y: label.y + i * size * 1.3, 'text-anchor': label.anchor },
        text(line),
      ),
    ),
  );
}
