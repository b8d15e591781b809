import { quantileSorted } from 'd3';
import type { ShownTie, TieScale } from '../model/tie.ts';
import { classOf, quantileLimits, rampSteps } from './bins.ts';

/** Classes of a measure of ties and their colours. */
export interface TieClasses {
  /** Inner limits, ascending: a class holds its lower limit. */
  readonly limits: readonly number[];
  /** Class names of the colours, one more than limits: `q1` … `q6` from little to much, `d1` … `d7` around a middle. */
  readonly colours: readonly string[];
  /** Place of the middle class among them; null where colours run one way. */
  readonly middle: number | null;
  /** Whether zero is a value like others, as of differences, and not the lack of a tie. */
  readonly zeroIsValue: boolean;
  /** Place of a value's class among the colours. */
  readonly of: (value: number) => number;
}

const MOST_LIMITS = 5;

/** Limits of ratios, as multiples of the neutral value: the colours of two figures mean the same, unless they could not. */
const MULTIPLES = {
  narrow: [0.8, 0.9, 0.95, 1.05, 1.1, 1.25],
  usual: [0.25, 0.5, 0.8, 1.25, 2, 4],
  wide: [0.1, 0.4, 0.8, 1.25, 2.5, 10],
} as const;

/**
 * Classes of the ties of one figure. Sizes, and ratios that have no neutral value, run from little to much over classes
 * that a multiple parts; ratios run to both sides of "as expected", differences to both sides of zero.
 */
export function tieClasses({ kind, neutral }: TieScale, ties: readonly ShownTie[]): TieClasses {
  const values = ties.map(({ value }) => value);
  if (kind === 'signed' || (kind === 'ratio' && neutral === 0)) return around(values);
  if (kind === 'ratio' && neutral !== null && neutral > 0)
    return diverging(multiples(values, neutral).map((times) => clean(times * neutral)));
  const limits = roundLimits(values);
  return {
    limits,
    colours: rampSteps(limits.length + 1, 6, true).map((step) => `q${step}`),
    middle: null,
    zeroIsValue: false,
    of: (value) => classOf(value, limits),
  };
}

/** Whether a value's class is one of those below the middle. */
export const isBelow = ({ middle, of }: TieClasses, value: number): boolean =>
  middle !== null && of(value) < middle;

/**
 * Round limits that each are about as many times the one before: 1, 2, 5, 10 or 1, 3, 10 or 1, 10, 100, whichever has
 * the most classes that the colours suffice for; one or two too many are cut off at the ends. The lowest class may hold
 * a tenth of the values, however small.
 */
export function roundLimits(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const [low, high] = [quantileSorted(sorted, 0.1), sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  const fine = steps([1, 2, 5], low, high);
  // All within a few times each other: about as many in each class.
  if (fine.length < 2) return quantileLimits(sorted, 4);
  if (fine.length <= MOST_LIMITS + 1) return fine.slice(-MOST_LIMITS);
  const coarse = steps([1, 3], low, high);
  return middleOf(coarse.length <= MOST_LIMITS + 2 ? coarse : steps([1], low, high));
}

/** As many as there are colours to part, from the middle; of an odd one out the lowest goes. */
const middleOf = (limits: readonly number[]): number[] => {
  const first = Math.max(0, Math.ceil((limits.length - MOST_LIMITS) / 2));
  return limits.slice(first, first + MOST_LIMITS);
};

function steps(leads: readonly number[], low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap((power) => leads.map((lead) => Number(`${lead}e${power}`)))
    .filter((limit) => limit > low && limit <= high);
}

function multiples(values: readonly number[], neutral: number): readonly number[] {
  const distances = values
    .filter((value) => value > 0)
    .map((value) => Math.abs(Math.log(value / neutral)))
    .sort((a, b) => a - b);
  const far = Math.exp(quantileSorted(distances, 0.9) ?? 0);
  return MULTIPLES[far < 1.3 ? 'narrow' : far <= 8 ? 'usual' : 'wide'];
}

/** Differences: classes of about as many values each by their size, the smallest of which lies around zero. */
function around(values: readonly number[]): TieClasses {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  const up = quantileLimits(sizes, 4);
  const classes = diverging([...up.map((limit) => -limit).reverse(), ...up]);
  // A class holds the limit that is nearer to zero on both sides.
  return {
    ...classes,
    zeroIsValue: true,
    of: (value) => up.length + Math.sign(value) * classOf(Math.abs(value), up),
  };
}

/** Colours of so many classes on one side, the outermost first. */
const SIDES: readonly (readonly number[])[] = [[], [2], [1, 3], [1, 2, 3]];

/** As many classes below as above the middle one, the outermost in the strongest colours. */
function diverging(limits: readonly number[]): TieClasses {
  const middle = limits.length / 2;
  const below = SIDES[middle] ?? [];
  const colours = [...below, 4, ...below.map((step) => 8 - step).reverse()].map((step) => `d${step}`);
  return { limits, colours, middle, zeroIsValue: false, of: (value) => classOf(value, limits) };
}

const clean = (value: number): number => Number(value.toPrecision(6));
