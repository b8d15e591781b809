import { nice, ticks } from 'd3';
import { fixed } from './decimal.ts';
import { widest } from './measure.ts';

/** What kind of axis values stand on. */
export interface BandScale {
  /** Ratios: half and twice stand equally far from one. Zero then has a place of its own below the scale. */
  readonly log: boolean;
  /** Whether the values are years of an event: their axis does not begin at zero. */
  readonly years: boolean;
  /** A value that is always on the axis, such as the one that was to be expected. */
  readonly neutral: number | null;
}

export interface BandAxis {
  readonly type: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (tick: number) => string;
  /** Width of the widest tick label. */
  readonly room: number;
  /** Where on a logarithmic axis zero stands, in its units: apart, below all else; null where no value is zero. */
  readonly zeroAt: number | null;
  /** The place of a value on the axis, in its units: what a logarithm has no place for stands at the bottom. */
  readonly place: (value: number) => number;
  /** Pixels from the top of the drawing, `height` being its height; and back. */
  readonly toPixel: (value: number) => number;
  readonly toValue: (pixel: number) => number;
}

/**
 * An axis that holds values, their limits and the neutral value, with round numbers.
 * @param values what is drawn; zeros among them get their place
 * @param limits ends of their bands
 * @param height of the drawing in pixels
 */
export function bandAxis(
  { log, years, neutral }: BandScale,
  values: readonly number[],
  limits: readonly number[],
  height: number,
  size: number,
): BandAxis {
  const all = [...values, ...limits, ...(neutral === null ? [] : [neutral])];
  return log && all.some((value) => value > 0)
    ? logAxis(all, values.includes(0), height, size)
    : linearAxis(years ? all : [0, ...all], years, height, size);
}

const wantedTicks = (height: number): number => Math.max(2, Math.min(5, Math.floor(height / 42)));

function linearAxis(all: readonly number[], years: boolean, height: number, size: number): BandAxis {
  const wanted = wantedTicks(height);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const domain = low === high ? ([low, low + 1] as const) : (nice(low, high, wanted) as [number, number]);
  const marks = ticks(domain[0], domain[1], wanted);
  const format = years ? String : formatOf(marks);
  const perPixel = (domain[1] - domain[0]) / height;
  return {
    type: 'linear',
    domain,
    ticks: marks,
    format,
    room: widest(marks.map(format), size),
    zeroAt: null,
    place: (value) => value,
    toPixel: (value) => (domain[1] - value) / perPixel,
    toValue: (pixel) => domain[1] - pixel * perPixel,
  };
}

/** Zero stands this far below the scale, in lines of type. */
const APART = 1.9;

function logAxis(all: readonly number[], zero: boolean, height: number, size: number): BandAxis {
  const positive = all.filter((value) => value > 0);
  const [low, high] = padded(Math.min(...positive), Math.max(...positive));
  const gap = zero ? APART * size : 0;
  const fit = Math.max(2, Math.floor((height - gap) / (size * 2.2)));
  const marks = logTicks(low, high, fit, wantedTicks(height - gap));
  const bottom = low * Math.exp((-Math.log(high / low) * gap) / (height - gap));
  const perPixel = Math.log(high / bottom) / height;
  const withZero = zero ? [bottom, ...marks] : marks;
  const format = (tick: number): string => (zero && tick < low ? '0' : plain(tick));
  return {
    type: 'log',
    domain: [bottom, high],
    ticks: withZero,
    format,
    room: widest(withZero.map(format), size),
    zeroAt: zero ? bottom : null,
    place: (value) => Math.max(value, bottom),
    toPixel: (value) => Math.log(high / value) / perPixel,
    toValue: (pixel) => high / Math.exp(pixel * perPixel),
  };
}

/** A little room at both ends, so that nothing lies on the edge; enough to see where all values are one. */
function padded(low: number, high: number): [number, number] {
  const pad = Math.max(1.02, (high / low) ** 0.03, high === low ? 1.5 : 1);
  return [low / pad, high * pad];
}

/** Round numbers between two values: evenly spaced over a short way, 1, 2 and 5 or powers of ten over a long one. */
function logTicks(low: number, high: number, fit: number, wanted: number): number[] {
  const even = ticks(low, high, wanted);
  if (high / low <= 5 && even.length > 1) return even;
  const decades = Math.log10(high / low);
  const leads = [[1, 2, 5], [1, 5], [1]].find((set) => set.length * decades < fit) ?? [1];
  const every = Math.ceil(decades / fit);
  const marks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++)
    for (const lead of power % every === 0 ? leads : []) {
      const mark = Number(`${lead}e${power}`);
      if (mark >= low && mark <= high) marks.push(mark);
    }
  return marks;
}

/** Each tick with the decimals it needs: 0.05, 0.5, 1, 20, 5,000. */
const plain = (tick: number): string =>
  tick.toLocaleString('en-GB', { maximumSignificantDigits: 6 }).replace('-', '\u2212');

/** All ticks with the decimals of their step. */
function formatOf(marks: readonly number[]): (tick: number) => string {
  const step = Math.abs((marks[1] ?? 1) - (marks[0] ?? 0)) || 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return (tick) => (tick === 0 ? '0' : fixed(tick, decimals));
}
