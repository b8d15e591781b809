import { pageFonts } from './page-fonts.ts';
import { standalone, type StandaloneOptions } from './standalone.ts';
import { TakeError, type Taken } from './taken.ts';

/** Pixels of a PNG in a pixel of the page: sharp in print at half its size. */
export const SCALE = 2;

/**
 * A drawing of the page as PNG, with all that stands around it in the SVG, in the page's own fonts. Exactly `scale` times as wide
 * and as high as that.
 * @throws {TakeError} where the browser has no room for a picture of that size, or does not give it out
 */
export async function pngOf(
  drawing: SVGSVGElement,
  taken: Taken,
  { theme, scale = SCALE }: Pick<StandaloneOptions, 'theme' | 'scale'>,
): Promise<Blob> {
  const { svg, width, height } = await standalone(drawing, taken, { theme, scale, fonts: pageFonts });
  const size = { width: width * scale, height: height * scale };
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch((cause: unknown) => {
      throw new TakeError('The browser could not draw the picture. The SVG may still serve.', { cause });
    });
    return await drawn(image, size);
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function drawn(image: HTMLImageElement, size: { width: number; height: number }): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, size.width, size.height);
  try {
    // Beyond their limits, some browsers draw nothing and say nothing. The sheet has no corner without paper.
    const corner = context?.getImageData(0, 0, 1, 1).data;
    const blob =
      corner?.[3] === 255
        ? await new Promise<Blob | null>((done) => {
            canvas.toBlob(done, 'image/png');
          })
        : null;
    if (blob) return blob;
  } catch (cause) {
    throw new TakeError('This browser does not give the picture out as PNG. The SVG holds the same.', {
      cause,
    });
  } finally {
    // The memory of a large canvas is given back at once.
    canvas.width = canvas.height = 0;
  }
  throw new TakeError(
    `A PNG of ${size.width} by ${size.height} pixels is too large for this browser. The SVG holds the same.`,
  );
}
