import { arc, pathRound, ribbon, ribbonArrow } from 'd3';
import { placeOf } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import type { ChordArc, ChordRibbon, Stretch } from './chord-layout.ts';
import type { ChordInput } from './chord.ts';
import { quantity } from './format.ts';
import { el, text, type Markup } from './svg.ts';
import type { TieClasses } from './tie-classes.ts';
import { tieTitle, type TieWords } from './tie-titles.ts';

/** What ribbons need to know beside their shape. */
export interface RibbonLooks {
  readonly words: TieWords;
  /** Whether the measure is the count: ribbons then have the hue of the layer, else the colour of a class. */
  readonly counts: boolean;
  readonly classes: TieClasses;
  /** Ribbons that stand out: those of the country in focus, or the largest. */
  readonly main: ReadonlySet<ShownTie>;
  /** Whether all ties have the same flag: a line of words then says it, and no ribbon is dashed for it. */
  readonly common: boolean;
  readonly sumUnit: string;
  /** The country whose ribbons stand out, where it is among the places. */
  readonly focus: string | null;
}

interface Ends {
  readonly source: Stretch & { readonly radius: number };
  readonly target: Stretch & { readonly radius: number };
}

/** The outline of a ribbon. Directed ones end in a point that stops short of the arc. */
export function ribbonPath(
  { source, target }: ChordRibbon<unknown>,
  radius: number,
  directed: boolean,
): string {
  const path = pathRound(1);
  const ends: Ends = {
    source: { ...source, radius: radius - 1 },
    target: { ...target, radius: radius - (directed ? 2.5 : 1) },
  };
  const width = (target.endAngle - target.startAngle) * radius;
  const draw = directed
    ? ribbonArrow<unknown, Ends, Ends['source']>().headRadius(Math.min(14, Math.max(7, width)))
    : ribbon<unknown, Ends, Ends['source']>();
  // pathRound writes what a canvas would draw, to a tenth of a pixel.
  draw.context(path as unknown as CanvasRenderingContext2D)(ends);
  return path.toString();
}

/** A tie between two places. */
export function tieRibbon(
  shape: ChordRibbon<ShownTie>,
  tie: ShownTie,
  radius: number,
  { words, counts, classes, main, common }: RibbonLooks,
): Markup {
  const colour = counts ? '' : (classes.colours[classes.of(tie.value)] ?? '');
  const kind = [
    'ribbon',
    main.has(tie) ? 'main' : '',
    !common && tie.flag?.includes('p') ? 'provisional' : '',
    colour,
  ];
  return el(
    'path',
    {
      class: kind.filter(Boolean).join(' '),
      'data-o': tie.origin,
      'data-d': tie.destination,
      'data-v': String(tie.value),
      d: ribbonPath(shape, radius, words.reads === 'from-to'),
    },
    el('title', {}, text(tieTitle(tie, counts, words))),
  );
}

/** What a place shares with all that are not shown. */
export function restRibbon(
  shape: ChordRibbon<ShownTie>,
  radius: number,
  { words, sumUnit, focus }: RibbonLooks,
): Markup | null {
  if (!shape.rest) return null;
  const { iso3, leaves } = shape.rest;
  const directed = words.reads === 'from-to';
  const said = !directed ? 'with places not shown' : leaves ? 'to places not shown' : 'from places not shown';
  return el(
    'path',
    {
      class: iso3 === focus ? 'ribbon rest main' : 'ribbon rest',
      'data-c': iso3,
      'data-v': String(shape.count),
      d: ribbonPath(shape, radius, directed),
    },
    el(
      'title',
      {},
      text(`${placeOf(words.places, iso3).short_name}: ${quantity(shape.count, sumUnit)} ${said}`),
    ),
  );
}

/** The arc of a place; of directed ties in two parts, full for what goes out and pale for what comes in. */
export function ringArc(of: ChordArc, [inner, outer]: readonly [number, number], input: ChordInput): Markup {
  const directed = input.reads === 'from-to';
  const part = (kind: string, startAngle: number, endAngle: number): Markup | null =>
    endAngle > startAngle
      ? el('path', { class: kind, d: ringPath({ startAngle, endAngle }, inner, outer) })
      : null;
  const kind = of.iso3 === null ? 'ring others' : of.iso3 === input.focus ? 'ring focus' : 'ring';
  return el(
    'g',
    { class: kind, 'data-c': of.iso3, 'data-v': String(directed ? of.out + of.in : of.out) },
    el('title', {}, text(arcWords(of, input))),
    part('ring-out', of.startAngle, of.turn),
    part('ring-in', of.turn, of.endAngle),
  );
}

function arcWords({ iso3, out, in: back }: ChordArc, { places, reads, sumUnit, rest }: ChordInput): string {
  const name = iso3 === null ? 'All others' : placeOf(places, iso3).short_name;
  const own = rest && iso3 !== null ? rest.ofPlace.get(iso3) : null;
  const among = iso3 === null && rest ? `; ${quantity(rest.among, sumUnit)} among them` : '';
  if (reads === 'from-to')
    return `${name}: ${quantity(out, sumUnit)} out, ${quantity(back, sumUnit)} in${among}`;
  const outside = own?.out ? `, ${quantity(own.out, sumUnit)} of them with places not shown` : '';
  return `${name}: ${quantity(out, sumUnit)}${outside}${among}`;
}

export function ringPath(
  { startAngle, endAngle }: Stretch,
  innerRadius: number,
  outerRadius: number,
): string {
  const path = pathRound(1);
  arc().context(path as unknown as CanvasRenderingContext2D)({
    startAngle,
    endAngle,
    innerRadius,
    outerRadius,
  });
  return path.toString();
}
