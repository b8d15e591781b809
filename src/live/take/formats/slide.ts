import type { Markup } from '../../../charts/svg.ts';
import { creditLines } from '../../../files/credits.ts';
import { lift, type Lifted } from '../lift.ts';
import { pageFonts } from '../page-fonts.ts';
import { rastered } from '../png.ts';
import { lineBox, type Box, type FontsFor } from '../standalone.ts';
import { TakeError, type Taken } from '../taken.ts';
import type { TakenTheme } from '../theme.ts';
import { withDrawing, type Pictures } from './pictures.ts';
import { SLIDE, slideOf, type SlidePicture, type SlideWords } from './slide-layout.ts';
import { slideMarkup } from './slide-markup.ts';

/** Type that is smaller is read by nobody, from wherever in the room. Pixels of the slide. */
const LEAST = 11;

export interface SlideFile {
  readonly svg: string;
  /** Colour of the paper, in hexadecimal. */
  readonly paper: string;
  /** Where words stand in each of our families. */
  readonly words: readonly Box[];
}

/**
 * A figure as a slide of 16 to 9, as SVG: the finding, the picture as large as it goes, and where it is from.
 * @throws {TakeError} where the picture is too tall to be read on a slide
 */
export async function slideSvg(
  pictures: Pictures,
  taken: Taken,
  theme: TakenTheme,
  fonts?: FontsFor,
): Promise<SlideFile> {
  const lifted = await Promise.all(
    (['wide', 'narrow'] as const).map((place) =>
      withDrawing(pictures, place, (drawing) => lift(drawing, theme)),
    ),
  );
  const slide = slideOf(wordsOf(taken), lifted.map(measured));
  if (slide.smallest < LEAST)
    throw new TakeError(
      'This figure is too tall to be read on a slide. Show fewer rows, or take the PDF or the SVG.',
    );
  const { root, colours } = slide.picture.lifted;
  for (const [name, value] of Object.entries(slide.place)) root.setAttribute(name, String(value));
  const picture = new XMLSerializer().serializeToString(root) as Markup;
  const letters = `${slide.lines.map((line) => line.text).join('')}Crosscurrents${root.textContent}`;
  const about = {
    title: taken.title,
    desc: [taken.takeaway, ...creditLines(taken)].filter(Boolean).join(' '),
  };
  const css = (await fonts?.(letters)) ?? '';
  return {
    svg: slideMarkup(slide, picture, about, { colours, fonts: css }),
    paper: colours.paper,
    words: (['headline', 'credit'] as const).flatMap((kind) => {
      const line = slide.lines.find((one) => one.kind === kind);
      return line ? [lineBox(line, line.size)] : [];
    }),
  };
}

/** The same as PNG of 1920 by 1080 pixels, in the fonts of the page. */
export async function slidePng(pictures: Pictures, taken: Taken, theme: TakenTheme): Promise<Blob> {
  const { svg, ...slide } = await slideSvg(pictures, taken, theme, pageFonts);
  return rastered(svg, { ...slide, ...SLIDE, dpi: SLIDE_DPI, scale: 1 });
}
/** Programs for slides have pages of 13⅓ by 7½ inches. */
const SLIDE_DPI = 144;

/** The finding stands over what the picture shows; without one, that stands alone. */
const wordsOf = (taken: Taken): SlideWords => ({
  headline: taken.takeaway ?? taken.title,
  subline: taken.takeaway === null ? null : taken.title,
  // Rules of reading are for readers, not for a room: the address leads to them.
  credits: creditLines({ ...taken, notes: [] }),
});

const measured = (lifted: Lifted): SlidePicture & { readonly lifted: Lifted } => {
  const sizes = [...lifted.root.querySelectorAll('[font-size]')].map((text) =>
    Number(text.getAttribute('font-size')),
  );
  return { lifted, width: lifted.width, height: lifted.height, smallest: Math.min(16, ...sizes) };
};
