import { hasFlag, type FlagLetter } from '../model/flag.ts';

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

/** Why a line does not go on from one year to the next that has a number. */
export type GapCause = 'missing' | 'break' | 'definition' | 'partly';

/** What lies between two years that follow on each other in a series; none where a line may join them. */
export function gapCauses(before: Point, point: Point): GapCause[] {
  const differs = (letter: FlagLetter): boolean =>
    hasFlag(before.flag, letter) !== hasFlag(point.flag, letter);
  return [
    before.year === point.year - 1 ? null : ('missing' as const),
    hasFlag(point.flag, 'b') ? ('break' as const) : null,
    // Both sides of it are sound, but they count two different things.
    differs('d') ? ('definition' as const) : null,
    differs('u') ? ('partly' as const) : null,
  ].filter((cause) => cause !== null);
}

/**
 * Runs of years without a gap, without a break, without a change of definition, and without one between partly and wholly
 * reported: a line joins the points of a run and nothing else.
 */
export function runs(points: readonly Point[]): KnownPoint[][] {
  const all: KnownPoint[][] = [];
  for (const point of known(points)) {
    const last = all.at(-1)?.at(-1);
    if (last && !gapCauses(last, point).length) all.at(-1)?.push(point);
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

/** What lies in the gaps of a series, in its order. */
const gapsOf = (
  points: readonly Point[],
): { readonly at: number; readonly causes: readonly GapCause[] }[] => {
  const all = known(points);
  return all.slice(1).flatMap((point, i) => {
    const before = all[i];
    const causes = before ? gapCauses(before, point) : [];
    return before && causes.length ? [{ at: (point.year + before.year) / 2, causes }] : [];
  });
};

/** The causes of all gaps of some series. */
export const causesOf = (series: readonly Pick<Series, 'points'>[]): ReadonlySet<GapCause> =>
  new Set(series.flatMap(({ points }) => gapsOf(points).flatMap(({ causes }) => causes)));

/** Where a break or a change of definition stands between two years that both have a number: the middle of the two. */
export const breaks = (points: readonly Point[]): number[] =>
  gapsOf(points).flatMap(({ at, causes }) =>
    causes.includes('break') || causes.includes('definition') ? [at] : [],
  );

/** What the marks of breaks stand for: "break in series", "change of definition"; null where there are none. */
export function breakWords(series: readonly Pick<Series, 'points'>[]): string | null {
  const causes = causesOf(series);
  const words = [
    causes.has('break') ? 'break in series' : null,
    causes.has('definition') ? 'change of definition' : null,
  ].filter((word) => word !== null);
  return words.length ? words.join(' or ') : null;
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
