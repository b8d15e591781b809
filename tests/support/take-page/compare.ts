import type { Page } from 'playwright-core';

/** How far two pictures differ. */
interface Difference {
  /** Share of pixels of which some channel differs by more than a fifth of its range. */
  readonly share: number;
  readonly size: readonly [number, number];
}

/** Compares two PNGs of the same size, inside the page, whose own decoder is used. */
export function difference(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
  return page.evaluate(
    async ([a, b]) => {
      const pixels = async (data: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [first, second] = [await pixels(a), await pixels(b)];
      if (first.width !== second.width || first.height !== second.height)
        throw new Error(`${first.width}×${first.height} and ${second.width}×${second.height}`);
      let different = 0;
      for (let at = 0; at < first.data.length; at += 4) {
        const apart = [0, 1, 2].some(
          (i) => Math.abs((first.data[at + i] ?? 0) - (second.data[at + i] ?? 0)) > 51,
        );
        if (apart) different += 1;
      }
      return { share: different / (first.data.length / 4), size: [first.width, first.height] as const };
    },
    [one.toString('base64'), other.toString('base64')] as const,
  );
}
