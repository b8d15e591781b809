import { nice, quantileSorted, ticks } from 'd3';
import { measuredNumber } from './measured.ts';

/** What an axis measures. */
export interface AxisMeasure {
  /** "Works per million inhabitants". */
  readonly title: string;
  /** Of a value in a sentence; "" for ratios, "%" stands without a space. */
  readonly unit: string;
  readonly digits: number;
  /** A value that means something by itself, with its words: "as many come as go". */
  readonly neutral: { readonly value: number; readonly words: string } | null;
  /** Whether half and twice stand equally far from one; null leaves it to the range of the values. */
  readonly log: boolean | null;
}

export interface PixelAxis {
  readonly log: boolean;
  /** Pixels from the low end of the axis. */
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** Pixels of the band in which the zeros of a logarithmic axis stand; 0 where there is none. */
  readonly zeroBand: number;
}

/** Values that span more than this, from their first decile to the largest, are crowded on an even axis. */
const WIDE = 60;
/** Below this share of the largest value, the smallest is near enough to zero that the axis begins there. */
const NEAR_ZERO = 0.4;
/** Share of the values' span that a round end may lie beyond them. */
const WASTE = 0.12;

/**
 * An axis of one measure.
 * @param values of all dots. @param limits ends of what is known of some of them. @param length in pixels
 * @param room what a tick's words take along the axis, in pixels
 */
export function pixelAxis(
  measure: AxisMeasure,
  values: readonly number[],
  limits: readonly number[],
  length: number,
  room: number,
): PixelAxis {
  const positive = values.filter((value) => value > 0).sort((a, b) => a - b);
  const canLog = positive.length > 0 && values.every((value) => value >= 0);
  const wide = (positive.at(-1) ?? 0) > WIDE * (quantileSorted(positive, 0.1) ?? Infinity);
  const all = [...values, ...limits, ...(measure.neutral ? [measure.neutral.value] : [])];
  return canLog && (measure.log ?? wide)
    ? logAxis(all, values.includes(0), length, room)
    : linearAxis(measure, all, length, room);
}

function linearAxis(
  { digits }: AxisMeasure,
  all: readonly number[],
  length: number,
  room: number,
): PixelAxis {
  let [low, high] = [Math.min(...all), Math.max(...all)];
  if (low > 0 && low < NEAR_ZERO * high) low = 0;
  if (low === high) [low, high] = [low - 1, high + 1];
  // Round steps may come closer than asked for: fewer are asked for until they have room.
  let wanted = Math.max(2, Math.min(7, Math.floor(length / room)));
  const step = (n: number): number => {
    const [from, to] = ends(low, high, n);
    const [first = from, second = to] = ticks(from, to, n);
    return ((second - first) * length) / (to - from);
  };
  while (wanted > 1 && step(wanted) < room) wanted -= 1;
  const [from, to] = ends(low, high, wanted);
  const at = (value: number): number => ((value - from) / (to - from)) * length;
  return {
    log: false,
    at,
    zeroBand: 0,
    ticks: ticks(from, to, wanted).map((tick) => ({ at: at(tick), words: tickWords(tick, digits) })),
  };
}

/** Round ends, where they do not waste room; else a little beyond the values, but for zero, which is an end itself. */
function ends(low: number, high: number, wanted: number): [number, number] {
  const span = high - low;
  const [from, to] = nice(low, high, wanted) as [number, number];
  const pad = span * 0.03;
  return [
    low - from <= WASTE * span ? from : low - pad,
    to - high <= WASTE * span ? to : high + (high === 0 ? 0 : pad),
  ];
}

function logAxis(all: readonly number[], zero: boolean, length: number, room: number): PixelAxis {
  const positive = all.filter((value) => value > 0);
  const [least, most] = [Math.min(...positive), Math.max(...positive)];
  const pad = Math.max(1.08, (most / least) ** 0.03);
  const [low, high] = [least / pad, most * pad];
  const zeroBand = zero ? Math.min(26, length / 8) : 0;
  const span = length - zeroBand;
  const at = (value: number): number =>
    value > 0 ? zeroBand + (Math.log(value / low) / Math.log(high / low)) * span : zeroBand / 2;
  const marks = logTicks(low, high, Math.max(2, Math.floor(span / room)));
  return {
    log: true,
    at: (value) => Math.max(0, at(value)),
    zeroBand,
    ticks: [
      ...(zero ? [{ at: zeroBand / 2, words: '0' }] : []),
      ...marks.map((tick) => ({ at: at(tick), words: tickWords(tick, 6) })),
    ],
  };
}

/** As many of 1, 2 and 5 times powers of ten as fit; over a long way every second or third power alone. */
function logTicks(low: number, high: number, fit: number): number[] {
  const decades = Math.log10(high / low);
  const leads = [[1, 2, 5], [1, 3], [1]].find((set) => set.length * decades <= fit) ?? [1];
  const every = Math.max(1, Math.ceil(decades / fit));
  const marks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
    if (power % every === 0) for (const lead of leads) marks.push(Number(`${lead}e${power}`));
  const inside = marks.filter((mark) => mark >= low && mark <= high);
  return inside.length > 1 ? inside : ticks(low, high, fit);
}

/** Round numbers with the decimals that they have. */
const tickWords = (tick: number, digits: number): string =>
  Number.isInteger(tick)
    ? measuredNumber(tick, 0)
    : tick.toLocaleString('en-GB', { maximumFractionDigits: Math.max(1, digits) }).replace('-', '\u2212');
