import { decimal } from '../charts/decimal.ts';
import { singular } from '../charts/format.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { LayerId } from '../model/layer.ts';
import { hasFlag } from '../model/flag.ts';
import type { Atlas } from './view.ts';

/** The English of indicators: their numbers, limits and axes, the same for pairs and for countries. */

/** What the release says of an indicator. Throws an error that names it. */
export function indicatorOf(id: string, atlas: Atlas): IndicatorLabel {
  const label = atlas.indicators.get(id);
  if (!label) throw new Error(`No indicator with the id ${id} in the release.`);
  return label;
}

/** Units that are no word to put behind a number. */
const BARE = new Set(['ratio', 'share', 'percent', 'index', 'year', '']);

/** Its values are years in which something happened, and no measure with a zero. */
export const isYear = ({ unit }: IndicatorLabel): boolean => unit === 'year';

/** Ratios to what was to be expected: half and twice stand equally far from one, so they are drawn on a logarithmic scale. */
export const isLog = ({ unit, neutral }: IndicatorLabel): boolean => unit === 'ratio' && neutral === 1;

/**
 * Whether one way tells the other: they are the same, or, where an even pair has zero (a net flow, an asymmetry), the
 * same with its sign turned.
 */
export const isOneWay = ({ symmetric, neutral }: IndicatorLabel): boolean => symmetric || neutral === 0;

/** A value as a reader is shown it: "1.896", "21.0", "1.41%", "2016". */
export function numberOf(value: number, label: IndicatorLabel): string {
  if (isYear(label)) return String(Math.round(value));
  return `${decimal(value, label.digits)}${label.unit === 'percent' ? '%' : ''}`;
}

/** The same with its unit, where that is a word: "21.0 partners", "1 year", "3,210 km". */
export function amountOf(value: number, label: IndicatorLabel): string {
  const number = numberOf(value, label);
  if (BARE.has(label.unit)) return number;
  const unit = number === '1' && /^[a-z]+s$/.test(label.unit) ? singular(label.unit) : label.unit;
  return `${number}\u00a0${unit}`;
}

interface Limited {
  readonly low: number | null;
  readonly high: number | null;
}

/** "1.29 to 1.33"; null where there is none, and where bounds leave the value alone. */
export function rangeOf({ low, high }: Limited, label: IndicatorLabel): string | null {
  if (low === high) return null;
  if (high === null) return low === null ? null : `at least ${numberOf(low, label)}`;
  return low === null
    ? `at most ${numberOf(high, label)}`
    : `${numberOf(low, label)} to ${numberOf(high, label)}`;
}

/** What the band of a value is: limits of chance, or bounds of what a source does not list or has no years for. */
export const bandName = ({ limits }: IndicatorLabel): string =>
  limits === 'bounds' ? 'bounds' : '95% interval';

/** "95% interval 1.29 to 1.33", "bounds 4.1 to 6.2", "at least 27"; null for a value without limits. */
export function limitsOf(point: Limited, label: IndicatorLabel): string | null {
  const range = rangeOf(point, label);
  if (!range) return null;
  const open = label.limits === 'bounds' && (point.low === null || point.high === null);
  return open ? range : `${bandName(label)} ${range}`;
}

/** What stands in brackets behind a value: its limits, and that no second source shows what it tells of. */
export function besideOf(
  point: Limited & { readonly flag: string | null },
  label: IndicatorLabel,
  limits = limitsOf(point, label),
): string | null {
  const alone = label.needsSecond && hasFlag(point.flag, 'u') ? 'no second source shows it' : null;
  return [limits, alone].filter((part) => part !== null).join('; ') || null;
}

/** Limits are said to be a band only where one is drawn: a single year has an upright. */
export const bandNote = ({ limits }: IndicatorLabel, drawn: boolean): string => {
  const what = drawn ? 'The band' : 'The upright at a value';
  return limits === 'bounds'
    ? `${what} is no interval of chance: it holds every value that is possible with what is not listed.`
    : `${what} is the 95% interval: it speaks of chance alone, not of what the source lacks.${drawn ? ' Where it cannot be seen it is narrower than the line.' : ''}`;
};

/** Words at the value that says neither more nor less than expected. */
export function neutralWords({ neutral }: IndicatorLabel): string | null {
  if (neutral === null) return null;
  return neutral === 0 ? 'even' : 'as expected';
}

/** When a value holds: "in 2019", or, of what is reckoned over all years together, "over all whole years up to 2020". */
export const whenOf = (year: number, { pooled }: IndicatorLabel, layer: LayerId): string =>
  pooled?.includes(layer) ? `over all whole years up to ${year} together` : `in ${year}`;

/** What the axis measures: "Probabilistic affinity (ratio, logarithmic scale)". */
export function axisWords(label: IndicatorLabel): string {
  const { title, unit } = label;
  const known = unit === '' || isYear(label) || title.toLowerCase().includes(unit.toLowerCase());
  const said = [known ? null : unit, isLog(label) ? 'logarithmic scale' : null].filter(
    (part) => part !== null,
  );
  return said.length ? `${title} (${said.join(', ')})` : title;
}

/** " in papers", for an indicator that has several layers; nothing where it has but one. */
export const inLayer = ({ layers }: IndicatorLabel, layer: LayerId): string =>
  layers.length > 1 ? ` in ${FIELD_OF[layer]}` : '';

const FIELD_OF: Record<LayerId, string> = {
  students: 'students',
  scholars: 'moves of scholars',
  papers: 'papers',
  projects: 'Horizon 2020 projects',
};
