import { standalone } from '../standalone.ts';
import type { Taken } from '../taken.ts';
import type { TakenTheme } from '../theme.ts';
import { pdfOf } from './pdf.ts';
import type { Pictures } from './pictures.ts';
import { slideSvg } from './slide.ts';

/** Points of a slide's page in a pixel of the slide: 13⅓ by 7½ inches, as programs for slides have them. */
const POINTS_IN_SLIDE_PIXEL = 0.5;

/** A drawing as PDF, with all that stands around it in the SVG. */
export async function figurePdf(drawing: SVGSVGElement, taken: Taken, theme: TakenTheme): Promise<Blob> {
  const { svg } = await standalone(drawing, taken, { theme });
  return pdfOf(svg, taken);
}

/** A figure as a slide in PDF. */
export async function slidePdf(pictures: Pictures, taken: Taken, theme: TakenTheme): Promise<Blob> {
  const { svg } = await slideSvg(pictures, taken, theme);
  return pdfOf(svg, taken, POINTS_IN_SLIDE_PIXEL);
}
