import type { Markup } from '../../charts/svg.ts';
import { sheetMarkup } from '../../files/sheet-markup.ts';
import { sheetOf, SIZES } from '../../files/sheet.ts';
import { lift } from './lift.ts';
import type { Taken } from './taken.ts';
import type { TakenTheme } from './theme.ts';

/** A picture as a file of its own. */
export interface Standalone {
  /** A document of XML. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Colour of the paper, in hexadecimal. */
  readonly paper: string;
  /** Where the drawing lies on the sheet, in user units. */
  readonly drawing: Box;
  /** Where words stand in each of our families: a picture without them has not got its fonts yet. */
  readonly words: readonly Box[];
}

/** A rectangle of a sheet, in user units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fonts to put into a file, as CSS, for the letters that it holds. */
export type FontsFor = (letters: string) => Promise<string>;

export interface StandaloneOptions {
  /** `light` whatever the page looks like, or as it is on the screen. */
  readonly theme: TakenTheme;
  /** Left out, readers' own fonts are used. */
  readonly fonts?: FontsFor;
  /** Pixels of the file in a user unit, or of its whole width; 1 a unit if left out. */
  readonly scale?: number | { readonly across: number };
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
  const { root, width, height, colours } = await lift(drawing, theme);
  const sheet = sheetOf(taken, { width, height });
  const [x, y] = sheet.picture;
  root.setAttribute('x', String(x));
  root.setAttribute('y', String(y));
  const picture = new XMLSerializer().serializeToString(root) as Markup;
  const letters = sheet.lines.map((line) => line.text).join('') + root.textContent;
  const css = (await fonts?.(letters)) ?? '';
  const pixels = typeof scale === 'number' ? scale : scale.across / sheet.width;
  return {
    svg: sheetMarkup(sheet, taken, picture, { colours, fonts: css, scale: pixels }),
    width: sheet.width,
    height: sheet.height,
    paper: colours.paper,
    drawing: { x, y, width, height },
    words: (['title', 'credit'] as const).flatMap((kind) => {
      const line = sheet.lines.find((one) => one.kind === kind);
      return line ? [lineBox(line, SIZES[kind].size)] : [];
    }),
  };
}

/** Where the beginning of a line of text stands. */
export const lineBox = ({ x, y }: { readonly x: number; readonly y: number }, size: number): Box => ({
  x,
  y: y - size,
  width: size * 8,
  height: size * 1.25,
});
