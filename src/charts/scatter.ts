import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { boxAround, placeLabels, type Box, type LabelRequest } from './label.ts';
import { wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import type { Point } from './projection.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface ScatterInput {
  readonly layer: LayerId;
  readonly panels: readonly ScatterPanel[];
  /** What both axes measure is above zero; a point with a zero has no place on them. */
  readonly across: string;
  /** Written along the line where both are equal. */
  readonly diagonal: string;
  /** What a dot is, plural: "pairs". */
  readonly unit: string;
  readonly foot: readonly (string | null)[];
  /** Said in place of the drawing where there are no points. */
  readonly empty: string;
}

export interface ScatterPanel {
  readonly title: string;
  /** What the upright axis measures. */
  readonly upright: string;
  /** Those with words first are named first, where there is room. */
  readonly points: readonly ScatterPoint[];
}

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Drawn over the others, with a name or without. */
  readonly picked: boolean;
  /** Stands beside the dot, which is then drawn over the others too, where there is room; null for those without a name. */
  readonly words: string | null;
}

/** From a panel's edge to its drawing, in lines of its type. */
const ROOM = { left: 2.6, bottom: 3.6, title: 1.6, right: 0.4 };
const RADIUS = 2;
const PICKED = 3.2;

/**
 * Two positive numbers of each thing, both logarithmic and on one scale, so that half and twice stand equally far from
 * the line on which both are equal. Panels share their scale.
 */
export const scatter: Chart<ScatterInput> = (input, frame) => {
  const { layer, panels, unit, foot, empty } = input;
  const className = `scatter layer-${layer}`;
  const drawn = panels.map((panel) => ({ ...panel, points: panel.points.filter(isOnScale) }));
  const values = drawn.flatMap(({ points }) => points.flatMap(({ x, y }) => [x, y]));
  if (!values.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const columns = frame.width < 480 ? 1 : panels.length;
  const gap = size * 2.2;
  const width = Math.floor((frame.width - gap * (columns - 1)) / columns);
  const domain = domainOf(values);
  const bodies = drawn.map((panel) => drawPanel(panel, input, domain, width, size));
  const height = Math.max(...bodies.map((body) => body.height));
  const zeros = panels.map(({ points }) => points.filter((point) => !isOnScale(point)).length);
  return sheet(
    frame,
    { className, foot: [...zeros.map((n, i) => zeroWords(n, unit, panels[i]?.title ?? '')), ...foot] },
    bodies
      .map(({ markup }, i) => {
        const [x, y] = [(i % columns) * (width + gap), Math.floor(i / columns) * (height + gap)];
        return el('g', { transform: `translate(${round(x)} ${round(y)})` }, markup);
      })
      .join('') as Markup,
    height * Math.ceil(panels.length / columns) + gap * (Math.ceil(panels.length / columns) - 1),
  );
};

const isOnScale = ({ x, y }: ScatterPoint): boolean => x > 0 && y > 0;

const zeroWords = (n: number, unit: string, title: string): string | null =>
  n ? `${title}: ${n} ${unit} with a zero have no place on this scale.` : null;

/** A little more than what the values span, one always within. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(1, ...values), Math.max(1, ...values)];
  const room = Math.max(1.05, (high / low) ** 0.03);
  return [low / room, high * room];
}

/** One, two and five times powers of ten within a domain; over a long one, powers alone. */
function ticksOf([low, high]: readonly [number, number]): number[] {
  const leads = high / low > 1e4 ? [1] : [1, 2, 5];
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i);
  return powers
    .flatMap((power) => leads.map((lead) => Number(`${lead}e${power}`)))
    .filter((tick) => tick >= low && tick <= high);
}

function drawPanel(
  { title, upright, points }: ScatterPanel,
  { across, diagonal }: ScatterInput,
  domain: readonly [number, number],
  width: number,
  size: number,
): { markup: Markup; height: number } {
  const heads = wrap(upright, width, size);
  const top = size * (ROOM.title + 1.35 * heads.length + 0.6);
  const left = Math.round(size * ROOM.left);
  const side = Math.round(width - left - size * ROOM.right);
  const share = (value: number): number => Math.log(value / domain[0]) / Math.log(domain[1] / domain[0]);
  const x = (value: number): number => left + side * share(value);
  const y = (value: number): number => top + side * (1 - share(value));
  const bottom = top + side;
  const ticks = ticksOf(domain);
  const at = (point: ScatterPoint): Point => [x(point.x), y(point.y)];
  const bounds = { x0: left + 2, y0: top, x1: left + side, y1: bottom };
  const labels = labelsOf(points, at, bounds, size);
  const over = (point: ScatterPoint): boolean => point.picked || labels.has(point);
  const parts = [
    el('text', { class: 'panel-title', y: size, 'text-anchor': 'start' }, text(title)),
    ...heads.map((line, i) =>
      el(
        'text',
        { class: 'head', y: size * (ROOM.title + 1 + 1.35 * i), 'text-anchor': 'start' },
        text(line),
      ),
    ),
    ...ticks.flatMap((tick) => [
      el('path', {
        class: tick === 1 ? 'baseline' : 'grid',
        d: `M${round(x(tick))} ${round(top)}V${round(bottom)}`,
      }),
      el('path', { class: tick === 1 ? 'baseline' : 'grid', d: `M${left} ${round(y(tick))}H${left + side}` }),
    ]),
    el(
      'g',
      { class: 'axis' },
      ...ticks.map((tick) => el('text', { x: x(tick), y: bottom + size * 1.3 }, text(tick))),
      el(
        'g',
        { 'text-anchor': 'end' },
        ...ticks.map((tick) => el('text', { x: left - 6, y: y(tick) + size * 0.35 }, text(tick))),
      ),
    ),
    el('text', { class: 'head', x: left + side, y: bottom + size * 2.8, 'text-anchor': 'end' }, text(across)),
    el('path', { class: 'diagonal', d: `M${left} ${round(bottom)}L${left + side} ${round(top)}` }),
    el('path', { class: 'dots', d: dotsPath(points.filter((point) => !over(point)).map(at)) }),
    el(
      'text',
      {
        class: 'diagonal-words',
        transform: `translate(${round(left + side - size * 1.2)} ${round(top + size * 1.2)}) rotate(-45)`,
        y: size * 1.1,
        'text-anchor': 'end',
      },
      text(diagonal),
    ),
    ...points.filter(over).map((point) => dotOf(point, at(point))),
    ...labels.values(),
  ];
  return { markup: parts.join('') as Markup, height: bottom + size * ROOM.bottom - size * 0.6 };
}

function dotOf({ words }: ScatterPoint, [cx, cy]: Point): Markup {
  return el(
    'circle',
    { class: 'picked', cx, cy, r: PICKED },
    words === null ? null : el('title', {}, text(words)),
  );
}

/** Strokes of no length with round ends: a thousand dots in one element. */
const dotsPath = (points: readonly Point[]): string =>
  points.map(([x, y]) => `M${round(x)} ${round(y)}h0`).join('');

/** The names that found room. */
function labelsOf(
  points: readonly ScatterPoint[],
  at: (point: ScatterPoint) => Point,
  bounds: Box,
  size: number,
): Map<ScatterPoint, Markup> {
  const named = points.filter((point) => point.words !== null);
  const requests = named.map((point, i): LabelRequest => ({
    id: String(i),
    text: point.words ?? '',
    at: at(point),
    radius: PICKED,
    size,
  }));
  const marks = named.map((point) => boxAround(at(point), RADIUS));
  return new Map(
    placeLabels(requests, bounds, marks).flatMap(({ id, text: words, x, y, anchor, leader }) => {
      const point = named[Number(id)];
      if (!point) return [];
      const line =
        leader &&
        el('path', {
          class: 'leader',
          d: `M${at(point).map(round).join(' ')}L${leader.map(round).join(' ')}`,
        });
      const label = el('text', { class: 'dot-label', x, y, 'text-anchor': anchor }, text(words));
      return [[point, el('g', {}, line, label)]];
    }),
  );
}
