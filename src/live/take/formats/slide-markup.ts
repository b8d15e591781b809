import { el, text, type Markup } from '../../../charts/svg.ts';
import { familyStack } from '../../../files/presentation.ts';
import type { SheetColours } from '../../../files/sheet-markup.ts';
import { allowed } from '../../../files/xml.ts';
import { SLIDE, type Slide, type SlideLine } from './slide-layout.ts';

const STYLES = {
  headline: { family: 'serif', weight: 600, colour: 'ink' },
  subline: { family: 'serif', weight: null, colour: 'muted' },
  credit: { family: 'sans', weight: null, colour: 'muted' },
} as const satisfies Record<SlideLine['kind'], unknown>;

/**
 * A slide as an SVG file.
 * @param picture an `svg` element whose styles are attributes, at its place on the slide
 * @param about title and description, for those who hear it
 */
export function slideMarkup(
  { lines, mark: [x, y] }: Slide,
  picture: Markup,
  about: { readonly title: string; readonly desc: string },
  { colours, fonts = '' }: { readonly colours: SheetColours; readonly fonts?: string },
): string {
  const line = ({ text: words, kind, size, x, y }: SlideLine): Markup => {
    const { family, weight, colour } = STYLES[kind];
    return el(
      'text',
      {
        x,
        y,
        'font-family': familyStack(family),
        'font-size': size,
        'font-weight': weight,
        fill: colours[colour],
      },
      text(words),
    );
  };
  const markup = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...SLIDE,
      viewBox: `0 0 ${SLIDE.width} ${SLIDE.height}`,
      role: 'group',
      'aria-labelledby': 'take-title take-desc',
    },
    el('title', { id: 'take-title' }, text(about.title)),
    el('desc', { id: 'take-desc' }, text(about.desc)),
    fonts ? el('style', {}, fonts as Markup) : null,
    el('rect', { ...SLIDE, fill: colours.paper }),
    lines.map(line),
    el(
      'text',
      {
        x,
        y,
        'text-anchor': 'end',
        'font-family': familyStack('serif'),
        'font-size': 28,
        'font-weight': 600,
        fill: colours.ink,
      },
      text('Crosscurrents'),
    ),
    // The one property of text that has no attribute: figures of one width.
    el('g', { style: 'font-variant-numeric:tabular-nums lining-nums' }, picture),
  );
  return allowed(`<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`);
}
