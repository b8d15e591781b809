import type { LayerId } from '../model/layer.ts';
import { hatchId } from './hatch.ts';
import type { Point } from './projection.ts';
import { el, round, type Attributes, type Markup } from './svg.ts';

const RADIUS = { a: 5, b: 4.2 } as const;
const HEAD = 6;

/** The dot of a side: the first is full, the second hollow, each in the hue of its layer. */
export const sideMark = (
  side: 'a' | 'b',
  layer: LayerId,
  [cx, cy]: Point,
  data: Attributes = {},
  title?: Markup,
) => el('circle', { class: `side side-${side} layer-${layer}`, ...data, cx, cy, r: RADIUS[side] }, title);

/** Where a side has no number: a hatched square, apart from the axis. */
export const absentMark = ([x, y]: Point, id: string, data: Attributes = {}, title?: Markup): Markup =>
  el(
    'rect',
    { class: 'absent', ...data, x: x - 5, y: y - 5, width: 10, height: 10, fill: `url(#${hatchId(id)})` },
    title,
  );

/** The line between the sides; with an arrowhead at the first where there is room for it. */
export function between(a: number, b: number, y: number, arrow: boolean): Markup {
  const way = Math.sign(a - b);
  const [start, end] = [b + way * RADIUS.b, a - way * RADIUS.a];
  if ((end - start) * way <= 1) return '' as Markup;
  const headed = arrow && (end - start) * way > HEAD + 2;
  const neck = headed ? end - way * HEAD : end;
  return [
    el('path', { class: 'between', d: `M${round(start)} ${round(y)}H${round(neck)}` }),
    headed
      ? el('path', {
          class: 'arrowhead',
          d: `M${round(end)} ${round(y)}L${round(neck)} ${round(y - 4)}V${round(y + 4)}Z`,
        })
      : '',
  ].join('') as Markup;
}
