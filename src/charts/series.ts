import { hasFlag } from '../model/flag.ts';

/** One number a year of one thing; years without a number may be left out or carry null. */
export interface Series {
  readonly label: string;
  readonly points: readonly Point[];
}

export interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly flag: string | null;
}

export interface KnownPoint extends Point {
  readonly value: number;
}

/** A stretch of line: whole, or leading to or between provisional years. */
export interface Stretch {
  readonly points: readonly KnownPoint[];
  readonly provisional: boolean;
}

export const known = (points: readonly Point[]): KnownPoint[] =>
  points.filter((point): point is KnownPoint => point.value !== null).sort((a, b) => a.year - b.year);

/**
 * Runs of years without a gap, without a break, and without a change between partly and wholly reported: a line joins
 * the points of a run and nothing else.
 */
export function runs(points: readonly Point[]): KnownPoint[][] {
  const all: KnownPoint[][] = [];
  for (const point of known(points)) {
    const last = all.at(-1)?.at(-1);
    const same = last !== undefined && hasFlag(last.flag, 'u') === hasFlag(point.flag, 'u');
    if (same && last.year === point.year - 1 && !hasFlag(point.flag, 'b')) all.at(-1)?.push(point);
    else all.push([point]);
  }
  return all;
}

/** The stretches of line of a series; a run of one year has none and shows as a dot. */
export function stretches(points: readonly Point[]): Stretch[] {
  const all: { points: KnownPoint[]; provisional: boolean }[] = [];
  for (const run of runs(points)) {
    for (const [i, point] of run.entries()) {
      const before = run[i - 1];
      if (!before) continue;
      const provisional = hasFlag(point.flag, 'p') || hasFlag(before.flag, 'p');
      const last = all.at(-1);
      if (last?.points.at(-1) === before && last.provisional === provisional) last.points.push(point);
      else all.push({ points: [before, point], provisional });
    }
  }
  return all;
}

/** Where a break stands between two years that both have a number: the years it lies between. */
export function breaks(points: readonly Point[]): number[] {
  const all = known(points);
  return all.flatMap((point, i) =>
    i > 0 && hasFlag(point.flag, 'b') ? [(point.year + (all[i - 1]?.year ?? point.year)) / 2] : [],
  );
}

/**
 * The last value to be named in words: not a provisional one, nor one of a year that has only begun to be reported
 * where a whole year stands within two years of it. The last of all where every one is provisional.
 */
export function lastFirm(points: readonly KnownPoint[]): KnownPoint | undefined {
  const settled = points.findLast(({ flag }) => !hasFlag(flag, 'p'));
  const whole = points.findLast(({ flag }) => !hasFlag(flag, 'p') && !hasFlag(flag, 'u'));
  return settled && whole && settled.year - whole.year <= 2 ? whole : (settled ?? points.at(-1));
}
