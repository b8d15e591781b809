/** No figure is lower or higher than this, in CSS pixels: what says so is no height. */
const [LEAST, MOST] = [80, 8000];
/** What is kept free where the page says nothing. */
const USUAL = 640;
/** Between two widths whose heights are known, lines may break otherwise. */
const LINE = 24;

/** The height that a message tells; null where it is none, or the message something else. */
export function toldHeight(data: unknown): number | null {
  const { type, height } = (data ?? {}) as { readonly type?: unknown; readonly height?: unknown };
  if (type !== 'crosscurrents:height' || typeof height !== 'number' || !Number.isFinite(height)) return null;
  return height > 0 ? Math.min(Math.max(Math.ceil(height), LEAST), MOST) : null;
}

/**
 * The height to keep free for a figure until it tells its own.
 * @param written "640", or heights by width: "320:812 640:690 960:770"
 * @param width of the place, in CSS pixels
 */
export function keptHeight(written: string | null, width: number): number {
  const known = [...(written ?? '').slice(0, 200).matchAll(/(?:(\d+):)?(\d+)/g)]
    .map(([, at, height]) => ({
      at: Number(at ?? 0),
      height: Math.min(Math.max(Number(height), LEAST), MOST),
    }))
    .sort((a, b) => a.at - b.at);
  const after = known.find(({ at }) => at >= width);
  const before = known.findLast(({ at }) => at <= width);
  if (!after || !before || after === before) return (before ?? after)?.height ?? USUAL;
  const part = (width - before.at) / (after.at - before.at);
  return Math.ceil(before.height + part * (after.height - before.height)) + LINE;
}

/** The height of the place of a figure that tells its own: a little that was kept too much stays, so that nothing below moves. */
export const placeHeight = (kept: number, told: number): number =>
  kept > told && kept - told <= 2 * LINE ? kept : told;
