import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';

/** What bench/intervals.ts writes, relative to the folder that the build runs in. */
const RESULTS = join(process.cwd(), 'bench', 'results', 'interval-coverage.csv');

/** Bounds within which an interval of 95 % is taken to hold what it says. */
export const HOLDS = { low: 0.93, high: 0.97 } as const;

/** An empty cell is no zero. */
const number = z.string().regex(/\d/, 'is no number').transform(Number);

const Simulated = z.object({
  indicator: z.string().min(1),
  method: z.string().min(1),
  /** Whether it is the interval that the indicator has; the others were tried beside it. */
  used: z.enum(['true', 'false']).transform((word) => word === 'true'),
  /** How links were drawn by chance: "links one by one", "papers of several countries". */
  model: z.string().min(1),
  /** How many links were expected: "under 5". */
  bin: z.string().min(1),
  /** Intervals that were judged. */
  trials: number.pipe(z.number().int().positive()),
  /** Share of them that held the true value. */
  coverage: number.pipe(z.number().min(0).max(1)),
  /** Share whose true value lay below the lower limit, and above the upper one. */
  below: number.pipe(z.number().min(0).max(1)),
  above: number.pipe(z.number().min(0).max(1)),
});

/** How often an interval held the true value in a simulation. */
export type Simulated = z.infer<typeof Simulated>;

let all: Promise<readonly Simulated[]> | undefined;

/** Simulated coverage of every interval, read once for all pages. */
export const intervalCoverage = (): Promise<readonly Simulated[]> =>
  (all ??= readFile(RESULTS, 'utf8').then(readSimulated));

/** @throws Error that names the line, where a column is missing or a number is none */
export function readSimulated(csv: string): Simulated[] {
  const { data, errors } = Papa.parse<unknown>(csv.trim(), { header: true, skipEmptyLines: true });
  const [error] = errors;
  if (error) throw new Error(`Interval coverage, line ${(error.row ?? 0) + 2}: ${error.message}`);
  return data.map((row, i) => {
    const read = Simulated.safeParse(row);
    if (!read.success) throw new Error(`Interval coverage, line ${i + 2}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** Share of cases that an interval may miss on either side and still keep its promise. */
const A_SIDE = 0.025;

/**
 * Where few links are expected: the interval in use, which holds the truth too often, and a score interval, which is
 * nearer to its promise and misses it on one side. What is said of them on the page rests on that.
 * @param rows all rows of the simulation
 * @throws Error where the rows no longer show it, or are not there
 */
export function sidesOf(rows: readonly Simulated[]) {
  const find = (method: RegExp) =>
    rows.find(
      (row) =>
        row.indicator === 'affinity' &&
        row.model === 'links one by one' &&
        row.bin === 'under 5' &&
        method.test(row.method),
    );
  const [kept, score] = [find(/^mid-P \(in use\)$/), find(/^score$/)];
  if (!kept || !score) throw new Error('The simulation lacks mid-P or score intervals of affinity.');
  const nearer = Math.abs(score.coverage - (1 - 2 * A_SIDE)) < Math.abs(kept.coverage - (1 - 2 * A_SIDE));
  if (!nearer || score.below < 1.5 * A_SIDE || kept.below > A_SIDE)
    throw new Error(
      'The simulation no longer shows that score intervals miss on one side. Rewrite “Intervals” in src/pages/methods/index.astro.',
    );
  return { kept, score, side: A_SIDE, times: score.below / A_SIDE };
}

/** Whether an interval holds the true value as often as it says, or less or more often. */
export const verdictOf = ({ coverage }: Pick<Simulated, 'coverage'>): 'right' | 'narrow' | 'wide' =>
  coverage < HOLDS.low ? 'narrow' : coverage > HOLDS.high ? 'wide' : 'right';
