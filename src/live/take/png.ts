import { SCREEN_DPI, withDensity } from './formats/density.ts';
import { pageFonts } from './page-fonts.ts';
import { standalone, type Box } from './standalone.ts';
import { TakeError, type Taken } from './taken.ts';
import type { TakenTheme } from './theme.ts';

/** Pixels of a PNG in a pixel of the page: sharp in print at half its size. */
export const SCALE = 2;

/** What becomes of a picture's own size. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of an inch, which gives the picture its size on paper. */
  readonly dpi: number;
  /** Colour of the paper, in hexadecimal. */
  readonly paper: string;
  /** Where words stand in each family that the file brings along, in its user units. */
  readonly words: readonly Box[];
  /** Pixels of a user unit. */
  readonly scale: number;
}

/**
 * A drawing of the page as PNG, with all that stands around it in the SVG, in the page's own fonts. Exactly `scale` times as wide
 * and as high as that.
 * @throws {TakeError} where the browser has no room for a picture of that size, or does not give it out
 */
export async function pngOf(
  drawing: SVGSVGElement,
  taken: Taken,
  { theme, scale = SCALE }: { readonly theme: TakenTheme; readonly scale?: number },
): Promise<Blob> {
  const { svg, ...sheet } = await standalone(drawing, taken, { theme, scale, fonts: pageFonts });
  return rastered(svg, {
    ...sheet,
    width: sheet.width * scale,
    height: sheet.height * scale,
    dpi: SCREEN_DPI * scale,
    scale,
  });
}

/**
 * An SVG file that needs nothing else, as PNG.
 * @throws {TakeError} as above
 */
export async function rastered(svg: string, raster: Raster): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch((cause: unknown) => {
      throw new TakeError('The browser could not draw the picture. The SVG may still serve.', { cause });
    });
    const png = await drawn(image, raster);
    return withDensity(new Uint8Array(await png.arrayBuffer()), raster.dpi);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function drawn(image: HTMLImageElement, raster: Raster): Promise<Blob> {
  const { width, height, paper } = raster;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  try {
    if (context && (await drawnWithWords(context, image, raster))) {
      // A size in whole pixels may leave half a pixel of the edge without paper.
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = paper;
      context.fillRect(0, 0, width, height);
      const blob = await new Promise<Blob | null>((done) => {
        canvas.toBlob(done, 'image/png');
      });
      if (blob) return blob;
    }
  } catch (cause) {
    if (cause instanceof TakeError) throw cause;
    throw new TakeError('This browser does not give the picture out as PNG. The SVG holds the same.', {
      cause,
    });
  } finally {
    // The memory of a large canvas is given back at once.
    canvas.width = canvas.height = 0;
  }
  throw new TakeError(
    `A PNG of ${width} by ${height} pixels is too large for this browser. The SVG holds the same.`,
  );
}

/** Milliseconds between two drawings, and how many are made. */
const PAUSE = 40;
const TRIES = 60;

/**
 * Draws until the words are there. Browsers say that an image is ready when its fonts may still be on their way, and leave out
 * the words meanwhile: they are there when each family has left its ink, and nothing changes any more.
 * @returns false where the browser draws nothing at all: beyond their limits, some do so and say nothing
 */
async function drawnWithWords(
  context: CanvasRenderingContext2D,
  image: HTMLImageElement,
  { width, height, words, scale }: Raster,
): Promise<boolean> {
  const look = (): ImageData[] =>
    words.map((box) =>
      context.getImageData(
        ...([box.x * scale, box.y * scale].map(Math.floor) as [number, number]),
        ...([box.width * scale, box.height * scale].map(Math.ceil) as [number, number]),
      ),
    );
  let before: ImageData[] | null = null;
  for (let i = 0; i < TRIES; i++) {
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    // The sheet has no corner without paper.
    if (context.getImageData(1, 1, 1, 1).data[3] !== 255) return false;
    const now = look();
    if (now.every(hasInk) && before?.every((one, at) => isSame(one, now[at]))) return true;
    before = now;
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  throw new TakeError('The fonts of the picture did not come. Please try again, or take the SVG.');
}

const pixelsOf = ({ data }: ImageData): Uint32Array => new Uint32Array(data.buffer);
const hasInk = (image: ImageData): boolean => new Set(pixelsOf(image)).size > 1;
const isSame = (one: ImageData, other: ImageData | undefined): boolean => {
  const pixels = other && pixelsOf(other);
  return pixelsOf(one).every((pixel, i) => pixel === pixels?.[i]);
};
