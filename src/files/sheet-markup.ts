import { el, text, type Markup } from '../charts/svg.ts';
import { creditLines, type Credited } from './credits.ts';
import { familyStack } from './presentation.ts';
import { SIZES, type Sheet } from './sheet.ts';
import { allowed } from './xml.ts';

/** Colours of the sheet, in hexadecimal. */
export interface SheetColours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
}

export interface SheetOptions {
  readonly colours: SheetColours;
  /** Fonts that the file brings along, as CSS; left out, readers' own are used. */
  readonly fonts?: string;
  /** Pixels of the file in a user unit; 1 if left out. */
  readonly scale?: number;
}

/**
 * A sheet as an SVG file: the picture that stands on it, and all that must travel with it.
 * @param picture an `svg` element whose styles are attributes, at its place on the sheet
 */
export function sheetMarkup(
  sheet: Sheet,
  credited: Credited,
  picture: Markup,
  { colours, fonts = '', scale = 1 }: SheetOptions,
): string {
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
    el('title', { id: 'take-title' }, text(credited.title)),
    el(
      'desc',
      { id: 'take-desc' },
      text([credited.takeaway, ...creditLines(credited)].filter(Boolean).join(' ')),
    ),
    fonts ? el('style', {}, fonts as Markup) : null,
    el('rect', { width: sheet.width, height: sheet.height, fill: colours.paper }),
    ...around(sheet, colours),
    // The one property of text that has no attribute: figures of one width.
    el('g', { style: 'font-variant-numeric:tabular-nums lining-nums' }, picture),
  );
  return allowed(`<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`);
}

const STYLES = {
  title: { family: 'serif', weight: 600, colour: 'ink' },
  takeaway: { family: 'serif', weight: null, colour: 'ink' },
  credit: { family: 'sans', weight: null, colour: 'muted' },
} as const;

function around(sheet: Sheet, colours: SheetColours): (Markup | null)[] {
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
