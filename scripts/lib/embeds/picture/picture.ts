import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Markup } from '../../../../src/charts/svg.ts';
import type { Credited } from '../../../../src/files/credits.ts';
import { sheetMarkup, type SheetColours } from '../../../../src/files/sheet-markup.ts';
import { sheetOf } from '../../../../src/files/sheet.ts';
import { ROOT } from '../../paths.ts';
import { baseShapes } from './base-shapes.ts';
import { computedColour } from './colour.ts';
import { plainColour } from '../../../../src/files/colour.ts';
import { plainDrawing } from './plain-drawing.ts';
import { styleRules } from './style-sheet.ts';
import { Styler } from './styler.ts';

/** Style sheets of drawings, in the order in which pages have them. */
const SHEETS = ['tokens', 'charts', 'charts-map', 'charts-network'];

/** What a picture is made of. */
export interface Pictured {
  /** The drawing, an `svg` element as src/charts writes it. */
  readonly drawing: Markup;
  /** Classes of the figure around it: "figure layer-papers". */
  readonly classes: string;
  readonly credited: Credited;
}

/**
 * Makes figures SVG files that stand alone, as the browser's src/live/take/standalone.ts does.
 * @param basemap the base map, as a file
 */
export async function pictureMaker(basemap: string): Promise<(figure: Pictured) => string> {
  const read = (name: string): Promise<string> => readFile(join(ROOT, `src/styles/${name}.css`), 'utf8');
  const [tokens = '', ...others] = await Promise.all(SHEETS.map(read));
  const styler = new Styler(styleRules([tokens, FONTS, ...others]));
  const shapes = baseShapes(await readFile(basemap, 'utf8'));
  const colours = coloursIn(tokens);
  return ({ drawing, classes, credited }) => {
    const plain = plainDrawing(drawing, classes, { styler, shapes });
    const sheet = sheetOf(credited, plain);
    return sheetMarkup(sheet, credited, plain.at(...sheet.picture), { colours });
  };
}

/** Files name families that readers may have; which is ours decides src/files/presentation.ts. */
const FONTS = ':root{--font-sans:Inter,sans-serif;--font-serif:"Source Serif 4",serif}';

/** Paper and ink of a light page: what `:root` says first. */
function coloursIn(tokens: string): SheetColours {
  const read = (token: string): string => {
    const written = new RegExp(`--${token}: ([^;]+);`).exec(tokens)?.[1] ?? '';
    return plainColour(computedColour(written))?.hex ?? '';
  };
  return { paper: read('paper'), ink: read('ink'), muted: read('ink-muted'), rule: read('rule') };
}
