/** A label beside the end of a line, in pixels from the top. */
export interface EndLabel {
  /** Where it would stand if it were alone: its middle. */
  readonly y: number;
  readonly height: number;
}

/**
 * Moves labels apart so that none covers another and all stay between top and bottom where there is room, each as
 * near its line's end as can be. Returns the middles, in the order given.
 */
export function spread(labels: readonly EndLabel[], top: number, bottom: number): number[] {
  const order = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.y - b.y || a.i - b.i);
  const middles: number[] = [];
  let edge = top;
  for (const { y, height, i } of order) {
    middles[i] = Math.max(y, edge + height / 2);
    edge = middles[i] + height / 2;
  }
  let floor = bottom;
  for (const { height, i } of order.reverse()) {
    middles[i] = Math.min(middles[i] ?? 0, floor - height / 2);
    floor = middles[i] - height / 2;
  }
  return middles;
}
