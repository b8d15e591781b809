import type { Frame } from './chart.ts';
import { wrap } from './measure.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface SheetParts {
  /** Classes of the svg element beside `chart`: `layer-papers` sets the hue of everything inside. */
  readonly className: string;
  /** A line above the drawing: what is counted. */
  readonly head?: string | null | undefined;
  /** Lines below it: remainder, key of letters. Long ones are wrapped. */
  readonly foot?: readonly (string | null)[] | undefined;
  /** Patterns and the like; ids must start with `frame.id`. */
  readonly defs?: Markup | undefined;
}

/** Narrow figures stand at their own size, wide ones may shrink a little: so theirs start a little larger. */
export const fontSize = (width: number): number => (width < 480 ? 12 : 13);

/** The svg element that every statistical chart stands in: title and description, a line above, lines below. */
export function sheet(
  frame: Frame,
  { className, head, foot, defs }: SheetParts,
  body: Markup,
  bodyHeight: number,
): Markup {
  const { width, id, title, desc } = frame;
  const size = fontSize(width);
  const top = head ? size * 1.8 : 0;
  const lines = (foot ?? []).flatMap((line) => (line ? wrap(line, width, size) : []));
  const height = Math.ceil(top + bodyHeight + (lines.length ? size * (0.6 + 1.45 * lines.length) : 0));
  const line = (words: string, y: number, kind: string) =>
    el('text', { class: kind, y, 'text-anchor': 'start' }, text(words));
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `chart ${className}`,
      width,
      height,
      viewBox: `0 0 ${round(width)} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      fill: 'currentColor',
      'font-size': size,
      'text-anchor': 'middle',
    },
    el('title', { id: `${id}-title` }, text(title)),
    el('desc', { id: `${id}-desc` }, text(desc)),
    defs ? el('defs', {}, defs) : null,
    head ? line(head, size, 'head') : null,
    top ? el('g', { transform: `translate(0,${round(top)})` }, body) : body,
    ...lines.map((words, i) => line(words, top + bodyHeight + size * (1.6 + 1.45 * i), 'note')),
  );
}
