import type { Page } from 'playwright-core';

/** How far two pictures differ where the letters are drawn by two programs. */
interface BlockDifference {
  /** The largest difference of the mean colour of a block, in a channel of 255. */
  readonly worst: number;
  /** How many blocks differ by more than a given amount. */
  readonly many: number;
}

/**
 * Compares two PNGs of the same size by the mean colours of their blocks, inside the page.
 * @param block pixels of a side: small enough to see a mark, or large enough that letters drawn otherwise are the same grey
 * @param above what `many` counts from
 */
export function blockDifference(
  page: Page,
  one: Buffer,
  other: Buffer,
  { block, above }: { readonly block: number; readonly above: number },
): Promise<BlockDifference> {
  return page.evaluate(
    async ([a, b, size, limit]) => {
      const means = async (data: string): Promise<number[][]> => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const { naturalWidth: width, naturalHeight: height } = image;
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, width, height);
        const columns = Math.ceil(width / size);
        const sums: number[][] = [];
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const at = Math.floor(y / size) * columns + Math.floor(x / size);
            const sum = (sums[at] ??= [0, 0, 0, 0]);
            for (let i = 0; i < 3; i++) sum[i] = (sum[i] ?? 0) + (pixels[4 * (y * width + x) + i] ?? 0);
            sum[3] = (sum[3] ?? 0) + 1;
          }
        }
        return sums.map(([r = 0, g = 0, b = 0, n = 1]) => [r / n, g / n, b / n]);
      };
      const [first, second] = [await means(a), await means(b)];
      if (first.length !== second.length) throw new Error(`${first.length} and ${second.length} blocks`);
      const apart = first.map((mean, i) =>
        Math.max(...mean.map((channel, k) => Math.abs(channel - (second[i]?.[k] ?? 0)))),
      );
      return { worst: Math.max(...apart), many: apart.filter((d) => d > limit).length };
    },
    [one.toString('base64'), other.toString('base64'), block, above] as const,
  );
}
