import { el, text, type Markup } from '../../charts/svg.ts';
import { wrap } from '../../charts/measure.ts';
import { plainColour } from '../../files/colour.ts';
import { plainCopy } from '../../live/take/plain-copy.ts';
import { familyStack } from '../../files/presentation.ts';
import { inTheme } from '../../live/take/theme.ts';
import { allowed } from '../../files/xml.ts';

const MARGIN = 20;
const TITLE = 19;
const CREDIT = 12;

/**
 * A chart of the page as an SVG file that needs nothing else, in light colours: its question above it, where it came from below.
 * @param title none where it is empty
 */
export function chartFile(drawing: SVGSVGElement, title: string, day: string): Blob {
  const { copy, ink, muted, paper } = inTheme('light', () => ({
    copy: plainCopy(drawing),
    ...coloursAt(drawing),
  }));
  const width = copy.width + 2 * MARGIN;
  const heads = wrap(title, copy.width, TITLE);
  const top = MARGIN + heads.length * TITLE * 1.3 + (heads.length ? 10 : 0);
  const height = Math.ceil(top + copy.height + CREDIT * 2 + MARGIN);
  copy.root.setAttribute('x', String(MARGIN));
  copy.root.setAttribute('y', String(top));
  const picture = new XMLSerializer().serializeToString(copy.root) as Markup;
  const credit = `Drawn in the SQL lab of Crosscurrents, ${day}`;
  const markup = el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    el('rect', { width, height, fill: paper }),
    el(
      'g',
      { 'font-family': familyStack('serif'), 'font-size': TITLE, 'font-weight': 600, fill: ink },
      ...heads.map((line, n) => el('text', { x: MARGIN, y: MARGIN + TITLE * (0.9 + 1.3 * n) }, text(line))),
    ),
    el('g', { style: 'font-variant-numeric:tabular-nums lining-nums' }, picture),
    el(
      'text',
      { 'font-family': familyStack('sans'), 'font-size': CREDIT, fill: muted, x: MARGIN, y: height - MARGIN },
      text(credit),
    ),
  );
  return new Blob([allowed(`<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`)], {
    type: 'image/svg+xml',
  });
}

function coloursAt(drawing: SVGSVGElement): Record<'ink' | 'muted' | 'paper', string> {
  const style = getComputedStyle(drawing);
  const read = (token: string, fallback: string): string => style.getPropertyValue(token).trim() || fallback;
  const ink = plainColour(style.color)?.hex ?? '#000000';
  return { ink, muted: read('--ink-muted', ink), paper: read('--paper', '#ffffff') };
}
