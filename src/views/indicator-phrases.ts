import { decimal } from '../charts/decimal.ts';
import { singular } from '../charts/format.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { LayerId } from '../model/layer.ts';
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

/** "1.29 to 1.33"; null where there is none. */
export function rangeOf(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  label: IndicatorLabel,
): string | null {
  if (high === null) return low === null ? null : `at least ${numberOf(low, label)}`;
  return low === null
    ? `at most ${numberOf(high, label)}`
    : `${numberOf(low, label)} to ${numberOf(high, label)}`;
}

/**
 * What the band of a value is. Students of a country are listed for their ten largest partners only, so that what is
 * reckoned of all its partners can but be held between bounds; every other band is an interval.
 */
export const bandName = ({ subject }: IndicatorLabel, layer: LayerId): string =>
  subject === 'country' && layer === 'students' ? 'bounds' : '95% interval';

/** "95% interval 1.29 to 1.33"; null for a value without limits. */
export function limitsOf(
  point: { readonly low: number | null; readonly high: number | null },
  label: IndicatorLabel,
  layer: LayerId,
): string | null {
  const range = rangeOf(point, label);
  return range && `${bandName(label, layer)} ${range}`;
}

export const bandNote = (label: IndicatorLabel, layer: LayerId): string =>
  bandName(label, layer) === 'bounds'
    ? 'The band holds every value that the part which is not listed would allow.'
    : 'The band is the 95% interval: it speaks of chance alone, not of what the source lacks. Where it cannot be seen it is narrower than the line.';

/** Words at the value that says neither more nor less than expected. */
export function neutralWords({ neutral }: IndicatorLabel): string | null {
  if (neutral === null) return null;
  return neutral === 0 ? 'even' : 'as expected';
}

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
