import { spread } from './end-labels.ts';
import { textWidth, wrap } from './measure.ts';
import { fit } from './text-fit.ts';
import { el, round, text, type Markup } from './svg.ts';

/** A name to stand outside of the circle. */
export interface RoundLabel {
  readonly iso3: string | null;
  readonly name: string;
  /** Middle of its arc, in radians clockwise from the top. */
  readonly angle: number;
  /** The larger stay where there is no room for all. */
  readonly weight: number;
}

interface Round {
  /** From the middle of the circle to its outermost ring, and to where names begin. */
  readonly outer: number;
  readonly labels: number;
  /** From the middle to the edges of the drawing. */
  readonly across: number;
  readonly down: number;
  readonly size: number;
  /** No name stands further from its arc than so many pixels. */
  readonly farthest: number;
}

interface Placed extends RoundLabel {
  readonly lines: readonly string[];
  readonly side: 1 | -1;
  readonly y: number;
  readonly x: number;
}

/** Between the outermost ring and the names. */
export const GAP = 6;
/** The circle grows no larger than this on a wide page. */
const LARGEST = 300;
/** Room for names at the sides, in their size: at least and at most. */
const GUTTERS = [4, 10] as const;
const TRIES = 6;

interface RoundLabels {
  readonly markup: Markup;
  /** Names that found no room, the largest place first. */
  readonly without: readonly string[];
  /** Whether some name had to be shortened. */
  readonly cut: boolean;
}

/** The largest circle beside which no name is cut; where there is none, the smallest that still shows something. */
export function circleOf(
  names: readonly RoundLabel[],
  width: number,
  size: number,
): { labels: number; named: RoundLabels } {
  const most = Math.min(width / 2 - GUTTERS[0] * size, LARGEST);
  const least = Math.min(width / 2 - GUTTERS[1] * size, LARGEST);
  for (let i = 0; ; i++) {
    const labels = Math.round(most + ((least - most) * i) / TRIES);
    const named = roundLabels(names, {
      outer: labels - GAP,
      labels,
      across: width / 2,
      down: labels + size * 1.2,
      size,
      farthest: size * (width < 480 ? 2.4 : 4),
    });
    if (!named.cut || i === TRIES) return { labels, named };
  }
}

/**
 * Names around a circle: upright text at both sides, each at the height of its arc or as near as its neighbours allow,
 * with a line to its arc where it had to move. Of names without room the smallest are left out and given back.
 */
function roundLabels(labels: readonly RoundLabel[], circle: Round): RoundLabels {
  const order = [...labels].sort((a, b) => b.weight - a.weight);
  let some = order;
  let placed = place(some, circle);
  while (placed === null && some.length > 1) {
    some = some.slice(0, -1);
    placed = place(some, circle);
  }
  return {
    markup: el(
      'g',
      { class: 'names', 'font-size': circle.size },
      ...(placed ?? []).map((of) => draw(of, circle)),
    ),
    without: order.slice(some.length).map(({ name }) => name),
    cut: (placed ?? []).some(({ lines }) => lines.some((line) => line.endsWith('…'))),
  };
}

/** Where the names stand; null where one would stand too far from its arc. */
function place(labels: readonly RoundLabel[], circle: Round): Placed[] | null {
  const { size, down, across } = circle;
  const all = ([1, -1] as const).flatMap((side) => {
    const own = labels
      .filter(({ angle }) => (Math.sin(angle) >= 0 ? 1 : -1) === side)
      .map((label) => {
        const at = -Math.cos(label.angle) * (circle.labels + size * 0.3);
        const most = across - reach(circle, at, size / 2) - 2;
        return { ...label, side, at, lines: linesOf(label.name, most, size) };
      });
    const middles = spread(
      own.map(({ at, lines }) => ({ y: at, height: heightOf(lines, size) })),
      -down,
      down,
    );
    return own.map((label, i) => ({ ...label, y: middles[i] ?? 0 }));
  });
  if (all.some(({ y, at }) => Math.abs(y - at) > circle.farthest)) return null;
  if (all.some(({ y, lines }) => Math.abs(y) + heightOf(lines, size) / 2 > down + 1)) return null;
  return all.map((label) => {
    const x = label.side * reach(circle, label.y, heightOf(label.lines, size) / 2);
    const room = across - Math.abs(x) - 1;
    return { ...label, x, lines: label.lines.map((line) => fit(line, room, size)) };
  });
}

const heightOf = (lines: readonly string[], size: number): number =>
  size * (1.12 * lines.length + (lines.length > 1 ? 0.35 : 0.1));

function linesOf(name: string, room: number, size: number): string[] {
  if (textWidth(name, size) <= room) return [name];
  const lines = wrap(name, room, size);
  return lines.length <= 2 ? lines : [lines[0] ?? '', lines.slice(1).join(' ')];
}

/** How far from the middle a line of text must begin to keep off the circle, at a height and half the text's own. */
function reach({ labels }: Round, y: number, half: number): number {
  const near = Math.max(0, Math.abs(y) - half);
  return near >= labels ? 6 : Math.max(6, Math.sqrt(labels * labels - near * near));
}

function draw({ iso3, lines, angle, side, x, y }: Placed, { outer, labels, size }: Round): Markup {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const base = y - ((lines.length - 1) * size * 1.12) / 2 + size * 0.35;
  const at = [sin * labels, -cos * labels] as const;
  const moved = Math.hypot(at[0] - x, at[1] - y) > size * 0.7;
  const leader = `M${round(sin * (outer + 1))} ${round(-cos * (outer + 1))}L${round(sin * (labels - 2))} ${round(-cos * (labels - 2))}${moved ? `L${round(x - side)} ${round(y)}` : ''}`;
  return el(
    'g',
    {},
    moved ? el('path', { class: 'leader', d: leader }) : null,
    el(
      'text',
      {
        class: iso3 === null ? 'label others' : 'label',
        'data-c': iso3,
        'text-anchor': side > 0 ? 'start' : 'end',
      },
      ...lines.map((line, i) =>
        el(
          'tspan',
          { x: x + side * 2, y: base + i * size * 1.12 },
          text(i < lines.length - 1 ? `${line} ` : line),
        ),
      ),
    ),
  );
}
