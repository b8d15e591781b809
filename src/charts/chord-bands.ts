import type { Stretch } from './chord-layout.ts';
import { textWidth } from './measure.ts';
import { el, round, text, type Markup } from './svg.ts';
import { ringPath } from './chord-shapes.ts';

/**
 * A band around the arcs of each block with its title along it, where the title fits. On the lower half letters stand
 * the other way round, so that none is read upside down.
 */
export function blockBands(
  blocks: readonly (Stretch & { readonly title: string | null })[],
  inner: number,
  height: number,
  id: string,
  size: number,
): Markup {
  return el(
    'g',
    { class: 'bands' },
    ...blocks.flatMap(({ title, startAngle, endAngle }, i) => {
      if (title === null) return [];
      // "Cluster 1 (France, Germany, …)": who is in it stands beside it.
      const words = title.replace(/ \(.*\)$/, '');
      const middle = (startAngle + endAngle) / 2;
      const turned = Math.cos(middle) < 0;
      const radius = inner + height / 2 + (turned ? 1 : -1) * size * 0.35;
      const fits = textWidth(words, size) + 6 <= radius * (endAngle - startAngle);
      const path = `${id}-band-${i}`;
      return [
        el(
          'path',
          { class: 'band-arc', d: ringPath({ startAngle, endAngle }, inner, inner + height) },
          el('title', {}, text(title)),
        ),
        ...(fits
          ? [
              el('path', { id: path, class: 'band-line', d: line(startAngle, endAngle, radius, turned) }),
              el(
                'text',
                { class: 'band-title', 'font-size': size },
                el('textPath', { href: `#${path}`, startOffset: '50%' }, text(words)),
              ),
            ]
          : []),
      ];
    }),
  );
}

/** The line that letters stand on, clockwise above and the other way below. */
function line(start: number, end: number, radius: number, turned: boolean): string {
  const at = (angle: number): string =>
    `${round(Math.sin(angle) * radius)} ${round(-Math.cos(angle) * radius)}`;
  const long = end - start > Math.PI ? 1 : 0;
  const [from, to] = turned ? [end, start] : [start, end];
  return `M${at(from)}A${round(radius)} ${round(radius)} 0 ${long} ${turned ? 0 : 1} ${at(to)}`;
}
