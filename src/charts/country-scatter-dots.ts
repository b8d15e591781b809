import { placeOf } from '../model/country.ts';
import { flagWords, hasFlag } from '../model/flag.ts';
import type { CountryDot, CountryScatterInput, DotValue } from './country-scatter.ts';
import type { AxisMeasure } from './pixel-axis.ts';
import { reach, regionLook, shapePath, type Shape } from './country-scatter-shapes.ts';
import { measured, measuredNumber } from './measured.ts';
import type { Point } from './projection.ts';
import { el, round, text, type Markup } from './svg.ts';
import { lowerFirst } from './tie-titles.ts';

/** A country that has both values. */
export interface KnownDot extends CountryDot {
  readonly x: DotValue;
  readonly y: DotValue;
}

export interface DrawnDot extends KnownDot {
  readonly name: string;
  readonly at: Point;
  /** Square pixels. */
  readonly area: number;
  readonly reach: number;
  readonly shape: Shape;
  readonly focus: boolean;
  readonly className: string;
  /** Ends of what is known of both values, in pixels; null where a value has no limits. */
  readonly limits: { readonly x: Point | null; readonly y: Point | null };
}

/** Largest area and the area of dots that are all alike, in square pixels. */
export const dotAreas = (width: number): { most: number; alike: number; least: number } =>
  width < 480 ? { most: 260, alike: 34, least: 12 } : { most: 620, alike: 52, least: 16 };

/** Dots with their places, in the order in which they are drawn: small over large, those that stand out over all. */
export function dotsOf(
  input: CountryScatterInput,
  known: readonly KnownDot[],
  to: { readonly x: (value: number) => number; readonly y: (value: number) => number },
  width: number,
): DrawnDot[] {
  const { most, alike, least } = dotAreas(width);
  const largest = largestOf(known);
  const focus = new Set(input.focus);
  return known
    .map((dot): DrawnDot => {
      const place = placeOf(input.places, dot.iso3);
      const { shape, className } = input.byRegion
        ? regionLook(place.region)
        : { shape: 'circle' as const, className: '' };
      const area = input.size ? Math.max(least, ((dot.size ?? 0) / largest) * most) : alike;
      const open = isOpen(dot);
      const chosen = focus.has(dot.iso3);
      return {
        ...dot,
        name: place.short_name,
        at: [to.x(dot.x.value), to.y(dot.y.value)],
        area,
        reach: reach(shape, area),
        shape,
        focus: chosen,
        className: ['country-dot', className, open ? 'open' : '', chosen ? 'chosen' : '']
          .filter(Boolean)
          .join(' '),
        limits: { x: ends(dot.x, to.x), y: ends(dot.y, to.y) },
      };
    })
    .sort((a, b) => Number(a.focus) - Number(b.focus) || b.area - a.area);
}

/** Drawn hollow: one of its values is provisional or partly reported. */
export const isOpen = ({ x, y }: KnownDot): boolean =>
  [x.flag, y.flag].some((flag) => hasFlag(flag, 'p') || hasFlag(flag, 'u'));

export const largestOf = (known: readonly KnownDot[]): number =>
  Math.max(...known.map(({ size }) => size ?? 0)) || 1;

const ends = ({ low, high }: DotValue, to: (value: number) => number): Point | null =>
  low === null || high === null ? null : [to(low), to(high)];

/** One dot. `cx` and `cy` stand on every shape, so that a script can tell which lie within a rectangle. */
export function dotMark(dot: DrawnDot, input: CountryScatterInput): Markup {
  const { iso3, at, area, shape, className, x, y } = dot;
  const title = el('title', {}, text(dotWords(dot, input)));
  const data = {
    class: className,
    'data-c': iso3,
    'data-v': String(y.value),
    'data-x': String(x.value),
    cx: at[0],
    cy: at[1],
  };
  return shape === 'circle'
    ? el('circle', { ...data, r: Math.sqrt(area / Math.PI) }, title)
    : el('path', { ...data, d: shapePath(shape, at, area) }, title);
}

/** "Japan: works per million inhabitants 812 (provisional); average distance 7,204 km". */
function dotWords({ name, x, y, size }: DrawnDot, input: CountryScatterInput): string {
  const parts = [valueWords(x, input.x), valueWords(y, input.y)];
  if (input.size && size !== null)
    parts.push(`${lowerFirst(input.size.title)} ${measured(size, input.size)}`);
  return `${name}: ${parts.join('; ')}`;
}

function valueWords({ value, low, high, flag }: DotValue, measure: AxisMeasure): string {
  const { digits, title } = measure;
  const limits =
    low === null || high === null ? '' : `${measuredNumber(low, digits)} to ${measuredNumber(high, digits)}`;
  const aside = [limits, flagWords(flag)].filter(Boolean).join(', ');
  return `${lowerFirst(title)} ${measured(value, measure)}${aside ? ` (${aside})` : ''}`;
}

/** Thin lines from low to high, behind the dots. */
export function crossOf({ at: [x, y], limits, iso3 }: DrawnDot): Markup | null {
  const arms = [
    limits.x && `M${round(limits.x[0])} ${round(y)}H${round(limits.x[1])}`,
    limits.y && `M${round(x)} ${round(limits.y[0])}V${round(limits.y[1])}`,
  ].filter((arm) => arm !== null);
  return arms.length ? el('path', { class: 'limit', 'data-c': iso3, d: arms.join('') }) : null;
}
