import { quantileSorted } from 'd3';

/**
 * Inner limits of classes that hold about equally many values each, rounded to as few digits as keep them apart:
 * [limit 1, limit 2, ...], ascending. Fewer than asked for where values repeat.
 */
export function quantileLimits(values: readonly number[], classes: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const limits = Array.from(
    { length: classes - 1 },
    (_, i) => quantileSorted(sorted, (i + 1) / classes) ?? low,
  );
  for (const digits of [1, 2, 3]) {
    const rounded = limits.map((limit) => Number(limit.toPrecision(digits)));
    if (new Set(rounded).size === new Set(limits).size) return apart(rounded, low);
  }
  return apart(limits, low);
}

/** Ascending, each once, and none that would leave the lowest class empty. */
const apart = (limits: readonly number[], low: number): number[] =>
  [...new Set(limits)].filter((limit) => limit > low).sort((a, b) => a - b);

/** Class of a value, from 0: it holds its lower limit and not its upper one. */
export const classOf = (value: number, limits: readonly number[]): number =>
  limits.filter((limit) => value >= limit).length;

/** Classes in words: "under 5%", "5% to 10%", "10% and more". */
export function classWords(limits: readonly number[], format: (value: number) => string): string[] {
  if (!limits.length) return ['all values'];
  return Array.from({ length: limits.length + 1 }, (_, i) => {
    const [from, to] = [limits[i - 1], limits[i]];
    if (from === undefined) return `under ${format(to ?? 0)}`;
    return to === undefined ? `${format(from)} and more` : `${format(from)} to ${format(to)}`;
  });
}

/** Steps of a ramp of `steps` colours for so many classes, from 1. With few classes the palest, close to paper, is left out. */
export function rampSteps(classes: number, steps: number, skipPalest: boolean): number[] {
  const first = skipPalest && classes < steps ? 2 : 1;
  return Array.from({ length: classes }, (_, i) =>
    classes === 1 ? Math.ceil(steps / 2) : Math.round(first + (i * (steps - first)) / (classes - 1)),
  );
}
