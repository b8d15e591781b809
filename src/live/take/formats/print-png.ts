import { pageFonts } from '../page-fonts.ts';
import { rastered } from '../png.ts';
import { standalone } from '../standalone.ts';
import { TakeError, type Taken } from '../taken.ts';
import type { TakenTheme } from '../theme.ts';
import { withDrawing, type Pictures } from './pictures.ts';
import { drawingFor, pixelsOf, SMALLEST_TYPE, smallestType, type PrintSize } from './print-size.ts';

/**
 * A figure as PNG of a width on paper, exact to the pixel, with all that stands around it in the SVG.
 * @throws {TakeError} where the type would be too small to be printed, or the browser has no room for so large a picture
 */
export async function printPng(
  pictures: Pictures,
  taken: Taken,
  size: PrintSize,
  theme: TakenTheme,
): Promise<Blob> {
  const width = pixelsOf(size);
  // With a size of its own, so that no browser draws it small and makes it large.
  const sheet = await withDrawing(pictures, drawingFor(size.width), (drawing) =>
    standalone(drawing, taken, { theme, fonts: pageFonts, scale: { across: width } }),
  );
  if (smallestType(sheet.svg, sheet.width, size.width) < SMALLEST_TYPE)
    throw new TakeError(
      `At ${size.width} mm the type of this figure would be smaller than ${SMALLEST_TYPE} points. Take it at 180 mm, or as SVG.`,
    );
  return rastered(sheet.svg, {
    ...sheet,
    width,
    height: Math.round((sheet.height * width) / sheet.width),
    dpi: size.dpi,
    scale: width / sheet.width,
  });
}
