import { placeOf } from '../model/country.ts';
import type { FlowMapInput } from './flow-input.ts';
import { nounOf, type FlowTies } from './flow-ties.ts';
import { quantity } from './format.ts';
import { boxAround, placeLabels, type LabelRequest } from './label.ts';
import { anchorOf, inView, isNarrow, isWhole, type MapView } from './map-base.ts';
import type { Point } from './projection.ts';
import { el, round, text, type Markup } from './svg.ts';

/** A place at which arcs end. */
export interface End {
  readonly iso3: string;
  readonly at: Point;
  /** How many arcs end here. */
  readonly ties: number;
  /** Figure pixels. */
  readonly radius: number;
}

/** Whose map it is: the country and the one it is compared with. */
const isMain = ({ focus, against }: FlowMapInput, iso3: string): boolean =>
  iso3 === focus || iso3 === against;

/** The places at which arcs end, the busiest first. A dot's area is the sum of the widths that are shown there. */
export function endsOf(
  { ties, width }: FlowTies,
  input: FlowMapInput,
  view: MapView,
): ReadonlyMap<string, End> {
  const totals = new Map<string, { sum: number; ties: number }>();
  for (const tie of ties) {
    for (const iso3 of new Set([tie.origin, tie.destination])) {
      const { sum, ties: before } = totals.get(iso3) ?? { sum: 0, ties: 0 };
      totals.set(iso3, { sum: sum + width(tie), ties: before + 1 });
    }
  }
  const others = [...totals].filter(([iso3]) => !isMain(input, iso3));
  const most = Math.max(...others.map(([, { sum }]) => sum));
  const [least, largest] = isNarrow(view.width) ? [1.2, 3] : [1.5, 4.5];
  return new Map(
    [...totals]
      .sort((a, b) => b[1].sum - a[1].sum)
      .map(([iso3, { sum, ties: number }]) => {
        const radius = isMain(input, iso3) ? least * 2 : Math.max(least, Math.sqrt(sum / most) * largest);
        return [iso3, { iso3, ties: number, radius, at: anchorOf(placeOf(input.places, iso3), view) }];
      }),
  );
}

/** A dot, or the ring of a country whose map it is, which lies above all. */
export function dots(ends: Iterable<End>, input: FlowMapInput): Markup[] {
  const draw = ({ iso3, at: [cx, cy], ties, radius }: End): Markup => {
    const kind = iso3 === input.against ? 'ring second' : iso3 === input.focus ? 'ring' : 'dot';
    const words = `${placeOf(input.places, iso3).short_name}: ${quantity(ties, nounOf(input))} shown`;
    return el('circle', { class: kind, 'data-c': iso3, cx, cy, r: radius }, el('title', {}, text(words)));
  };
  const all = [...ends];
  return [
    ...all.filter(({ iso3 }) => !isMain(input, iso3)),
    ...all.filter(({ iso3 }) => isMain(input, iso3)),
  ].map(draw);
}

/** Names of the busiest places in view, the map's own countries first. A nearer view has room for more. */
export function names(ends: readonly End[], input: FlowMapInput, view: MapView, size: number): Markup[] {
  const inOrder = ends
    .filter(({ at }) => inView(at, view))
    .sort((a, b) => Number(isMain(input, b.iso3)) - Number(isMain(input, a.iso3)));
  const requests = inOrder.map(({ iso3, at, radius }): LabelRequest => ({
    id: iso3,
    text: placeOf(input.places, iso3).short_name,
    at,
    radius,
    size,
  }));
  const { left, top, width, height } = view;
  const bounds = { x0: left + 2, y0: top + 2, x1: left + width - 2, y1: top + height - 2 };
  const marks = inOrder.map((end) => boxAround(end.at, end.radius));
  const most = input.maxLabels ?? Math.round(width / (isNarrow(width) ? 45 : 40)) * (isWhole(view) ? 1 : 2);
  const marked = new Map(inOrder.map(({ iso3, at }) => [iso3, at]));
  return placeLabels(requests, bounds, marks, most).map(({ id, text: words, x, y, anchor, leader }) => {
    const word = el(
      'text',
      {
        class: id === input.against ? 'label main second' : id === input.focus ? 'label main' : 'label',
        x,
        y,
        'text-anchor': anchor === 'start' ? null : anchor,
      },
      text(words),
    );
    const mark = marked.get(id);
    if (!leader || !mark) return word;
    const d = `M${mark.map(round).join(' ')}L${leader.map(round).join(' ')}`;
    return el('g', {}, el('path', { class: 'leader', d }), word);
  });
}
