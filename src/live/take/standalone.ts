import { el, text, type Markup } from '../../charts/svg.ts';
import { creditLines } from './credits.ts';
import { plainColour } from './colour.ts';
import { plainCopy } from './plain-copy.ts';
import { familyStack } from './presentation.ts';
import { bringShapes } from './shapes.ts';
import { sheetOf, SIZES, type Sheet } from './sheet.ts';
import type { Taken } from './taken.ts';
import { inTheme, type TakenTheme } from './theme.ts';
import { allowed } from './xml.ts';

/** A picture as a file of its own. */
export interface Standalone {
  /** A document of XML. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where the drawing lies on the sheet, in user units. */
  readonly drawing: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface StandaloneOptions {
  /** `light` whatever the page looks like, or as it is on the screen. */
  readonly theme: TakenTheme;
  /** Fonts to put into the file, as CSS, for the letters that it holds; left out, readers' own fonts are used. */
  readonly fonts?: (letters: string) => Promise<string>;
  /** Pixels of the file in a user unit; 1 if left out. */
  readonly scale?: number;
}

/**
 * A drawing of the page as an SVG file that needs nothing else: styles in attributes, shapes of the base map brought in, title,
 * takeaway, coverage, notes, sources, licence, release and address around it. What is read of the page is read at
 * once, so that a figure that changes meanwhile leaves no mixture.
 * @throws {TakeError} where the base map does not come
 */
export async function standalone(
  drawing: SVGSVGElement,
  taken: Taken,
  { theme, fonts, scale = 1 }: StandaloneOptions,
): Promise<Standalone> {
  const { copy, colours } = inTheme(theme, () => ({ copy: plainCopy(drawing), colours: coloursAt(drawing) }));
  const sheet = sheetOf(taken, copy);
  const [x, y] = sheet.picture;
  copy.root.setAttribute('x', String(x));
  copy.root.setAttribute('y', String(y));
  await bringShapes(copy.root, copy.uses);
  const picture = new XMLSerializer().serializeToString(copy.root) as Markup;
  const letters = sheet.lines.map((line) => line.text).join('') + copy.root.textContent;
  const css = (await fonts?.(letters)) ?? '';
  const markup = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: sheet.width * scale,
      height: sheet.height * scale,
      viewBox: `0 0 ${sheet.width} ${sheet.height}`,
      role: 'group',
      'aria-labelledby': 'take-title take-desc',
    },
    el('title', { id: 'take-title' }, text(taken.title)),
    el('desc', { id: 'take-desc' }, text([taken.takeaway, ...creditLines(taken)].filter(Boolean).join(' '))),
    css ? el('style', {}, css as Markup) : null,
    el('rect', { width: sheet.width, height: sheet.height, fill: colours.paper }),
    ...around(sheet, colours),
    // The one property of text that has no attribute: figures of one width.
    el('g', { style: 'font-variant-numeric:tabular-nums lining-nums' }, picture),
  );
  return {
    svg: allowed(`<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`),
    width: sheet.width,
    height: sheet.height,
    drawing: { x, y, width: copy.width, height: copy.height },
  };
}

interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
}

const STYLES = {
  title: { family: 'serif', weight: 600, colour: 'ink' },
  takeaway: { family: 'serif', weight: null, colour: 'ink' },
  credit: { family: 'sans', weight: null, colour: 'muted' },
} as const;

function around(sheet: Sheet, colours: Colours): (Markup | null)[] {
  const lines = (['title', 'takeaway', 'credit'] as const).map((kind) => {
    const those = sheet.lines.filter((line) => line.kind === kind);
    if (!those.length) return null;
    const { family, weight, colour } = STYLES[kind];
    return el(
      'g',
      {
        'font-family': familyStack(family),
        'font-size': SIZES[kind].size,
        'font-weight': weight,
        fill: colours[colour],
      },
      those.map((line) => el('text', { x: line.x, y: line.y }, text(line.text))),
    );
  });
  const [x] = sheet.picture;
  const rule = el('path', {
    d: `M${x} ${sheet.rule}H${sheet.width - x}`,
    fill: 'none',
    stroke: colours.rule,
  });
  return [...lines, rule];
}

/** The page's colours of paper and ink where the drawing stands, in hexadecimal. */
function coloursAt(drawing: SVGSVGElement): Colours {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  drawing.append(probe);
  const read = (token: string, fallback: string): string => {
    probe.style.fill = `var(--${token}, ${fallback})`;
    return plainColour(getComputedStyle(probe).fill)?.hex ?? fallback;
  };
  const colours = {
    paper: read('paper', '#ffffff'),
    ink: read('ink', '#000000'),
    muted: read('ink-muted', '#444444'),
    rule: read('rule', '#cccccc'),
  };
  probe.remove();
  return colours;
}
