import type { CountryScatterInput } from './country-scatter.ts';
import type { PixelAxis } from './pixel-axis.ts';
import type { DrawnDot } from './country-scatter-dots.ts';
import { boxAround, overlap, type Box } from './label.ts';
import { textWidth } from './measure.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface ScatterGrid {
  readonly markup: Markup;
  /** Boxes of the words of neutral lines: names keep off them. */
  readonly taken: readonly Box[];
  readonly bottom: number;
}

export interface GridAxes {
  readonly across: PixelAxis;
  readonly upright: PixelAxis;
  /** Lines of their titles. */
  readonly heads: { readonly x: readonly string[]; readonly y: readonly string[] };
}

/** From the area to the right edge of the figure, in lines of type. */
export const MARGIN = 0.8;

/** Lines and numbers of both axes, their titles, neutral lines, and bands of zeros apart from logarithmic axes. */
export function scatterGrid(
  { x, y }: CountryScatterInput,
  { across, upright, heads }: GridAxes,
  area: Box,
  dots: readonly DrawnDot[],
  size: number,
): ScatterGrid {
  const { x0, x1, y0, y1 } = area;
  const atX = (pixel: number): number => x0 + pixel;
  const atY = (pixel: number): number => y1 - pixel;
  const vertical = (pixel: number, kind: string): Markup =>
    el('path', { class: kind, d: `M${round(atX(pixel))} ${round(y0)}V${round(y1)}` });
  const level = (pixel: number, kind: string): Markup =>
    el('path', { class: kind, d: `M${round(x0)} ${round(atY(pixel))}H${round(x1)}` });

  /** Right edge of the figure: the last number must not stand out of it. */
  const edge = x1 + size * MARGIN;
  const words: NeutralWords[] = [];
  if (x.neutral)
    words.push(neutralWords(x.neutral.words, atX(across.at(x.neutral.value)), 'x', area, dots, [], size));
  if (y.neutral) {
    const taken = words.map(({ box }) => box);
    words.push(neutralWords(y.neutral.words, atY(upright.at(y.neutral.value)), 'y', area, dots, taken, size));
  }
  const markup = [
    ...heads.y.map((line, i) =>
      el(
        'text',
        { class: 'head', y: y0 - size * (1.05 + 1.35 * (heads.y.length - 1 - i)), 'text-anchor': 'start' },
        text(line),
      ),
    ),
    el('rect', {
      class: 'plot-area',
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
      'data-x0': x0,
      'data-x1': x1,
      'data-y0': y0,
      'data-y1': y1,
    }),
    ...across.ticks.map(({ at }) => vertical(at, 'grid')),
    ...upright.ticks.map(({ at }) => level(at, 'grid')),
    across.zeroBand ? vertical(across.zeroBand, 'zero-edge') : null,
    upright.zeroBand ? level(upright.zeroBand, 'zero-edge') : null,
    x.neutral ? vertical(across.at(x.neutral.value), 'neutral-rule') : null,
    y.neutral ? level(upright.at(y.neutral.value), 'neutral-rule') : null,
    el(
      'g',
      { class: 'axis' },
      ...across.ticks.map((tick) =>
        el(
          'text',
          { x: Math.min(atX(tick.at), edge - textWidth(tick.words, size) / 2), y: y1 + size * 1.35 },
          text(tick.words),
        ),
      ),
      el(
        'g',
        { 'text-anchor': 'end' },
        ...upright.ticks.map((tick) =>
          el('text', { x: x0 - 6, y: atY(tick.at) + size * 0.35 }, text(tick.words)),
        ),
      ),
    ),
    ...heads.x.map((line, i) =>
      el(
        'text',
        { class: 'head', x: x1, y: y1 + size * (2.85 + 1.35 * i), 'text-anchor': 'end' },
        text(line),
      ),
    ),
    ...words.map(({ markup: word }) => word),
  ];
  return {
    markup: markup.filter((part) => part !== null).join('') as Markup,
    taken: words.map(({ box }) => box),
    bottom: y1 + size * (2.1 + 1.35 * heads.x.length),
  };
}

interface NeutralWords {
  readonly box: Box;
  readonly markup: Markup;
}

/** Words at a neutral line, at an end of it unless they cover fewer dots elsewhere. */
function neutralWords(
  words: string,
  at: number,
  axis: 'x' | 'y',
  { x0, x1, y0, y1 }: Box,
  dots: readonly DrawnDot[],
  taken: readonly Box[],
  size: number,
): NeutralWords {
  const [width, height] = [textWidth(words, size), size * 1.2];
  const corners: readonly (readonly [number, number])[] =
    axis === 'x'
      ? [y0 + 2, y1 - height - 2, ...[0.25, 0.75].map((u) => y0 + (y1 - y0 - height) * u)].flatMap((top) => [
          [at + 5, top] as const,
          [at - width - 5, top] as const,
        ])
      : [x1 - width - 4, x0 + 4, ...[0.75, 0.25, 0.5].map((u) => x0 + (x1 - x0 - width) * u)].flatMap(
          (left) => [[left, at - height - 1] as const, [left, at + 2] as const],
        );
  const cost = (box: Box): number =>
    (box.x0 < x0 || box.x1 > x1 || box.y0 < y0 || box.y1 > y1 ? 1e4 : 0) +
    taken.filter((other) => overlap(box, other)).length * 1e3 +
    dots.filter((dot) => overlap(box, boxAround(dot.at, dot.reach))).length;
  const boxes = corners.map(([left, top]): Box => ({
    x0: left,
    y0: top,
    x1: left + width,
    y1: top + height,
  }));
  const box = boxes.reduce((best, other) => (cost(other) < cost(best) ? other : best));
  return {
    box,
    markup: el(
      'text',
      { class: 'neutral-words', x: box.x0, y: box.y0 + size * 0.95, 'text-anchor': 'start' },
      text(words),
    ),
  };
}
