import { count, percent } from '../../charts/format.ts';
import type { LayerId } from '../../model/layer.ts';

/** A measure that a map can show. Rates are colours, counts are sizes of symbols. */
export interface MapMeasure {
  /** Of a rate, an indicator of a country; of a count, a measure of `totals`. */
  readonly id: string;
  /** An indicator may have values in several layers: the map shows those of this one, as its sources hold it. */
  readonly layer: LayerId;
  readonly kind: 'rate' | 'diverging rate' | 'count';
  /** "Foreign students hosted": heads the title, which adds the year. */
  readonly title: string;
  /** Few words for the legend. */
  readonly head: string;
  /** The finding of a year in a sentence, from all values, highest first; `place` is the highest's name in a sentence. */
  readonly sentence: (values: readonly number[], place: string) => string;
  readonly format: (value: number) => string;
  readonly note: string;
}

const oneDecimal = (value: number): string => signedDecimal(value, false);
function signedDecimal(value: number, sign: boolean): string {
  const digits = Math.abs(value).toFixed(1);
  return `${value < 0 ? '\u2212' : sign && value > 0 ? '+' : ''}${digits}`;
}
const balance = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '\u2212' : ''}${percent(Math.abs(value))}`;

const positive = (values: readonly number[]): string => count(values.filter((v) => v > 0).length);
const median = (values: readonly number[]): number => values[Math.floor(values.length / 2)] ?? 0;

const RESEARCHERS =
  'Rates per 1,000 researchers seen in the base; countries with fewer than 100 have none, because one move would swing it.';

export const MAP_MEASURES: readonly MapMeasure[] = [
  {
    id: 'balance',
    layer: 'students',
    kind: 'diverging rate',
    title: 'Balance of inbound and outbound students',
    head: 'Inbound minus outbound, as a share of both',
    sentence: (values) =>
      `${positive(values)} of the ${values.length} countries with data hosted more students than they had abroad`,
    format: balance,
    note: '(I − O) / (I + O): −100% where all go out, +100% where all come in. Outbound is derived as inbound minus net flow.',
  },
  {
    id: 'inbound_students',
    layer: 'students',
    kind: 'count',
    title: 'Foreign students hosted',
    head: 'Foreign students hosted',
    sentence: (values, place) =>
      `${place} hosted ${count(values[0] ?? 0)} foreign students, the most of the countries that report`,
    format: count,
    note: 'Only countries that report are shown; a sum over them is no world total.',
  },
  {
    id: 'outbound_students',
    layer: 'students',
    kind: 'count',
    title: 'Students abroad by country of origin',
    head: 'Students abroad',
    sentence: (values, place) =>
      `${count(values[0] ?? 0)} students from ${place} studied abroad, the most of any origin with data`,
    format: count,
    note: 'Derived: inbound minus the net flow that the source publishes.',
  },
  {
    id: 'net_rate',
    layer: 'scholars',
    kind: 'diverging rate',
    title: 'Net moves of scholars per 1,000 researchers',
    head: 'Net moves per 1,000 researchers',
    sentence: (values) =>
      `${positive(values)} of the ${values.length} countries with a rate gained more scholars than they lost`,
    format: (value) => signedDecimal(value, true),
    note: RESEARCHERS,
  },
  {
    id: 'in_rate',
    layer: 'scholars',
    kind: 'rate',
    title: 'Scholars moving in per 1,000 researchers',
    head: 'Moves in per 1,000 researchers',
    sentence: (values) =>
      `half of the ${values.length} countries with a rate gained more than ${oneDecimal(median(values))} scholars per 1,000 researchers`,
    format: oneDecimal,
    note: RESEARCHERS,
  },
  {
    id: 'out_rate',
    layer: 'scholars',
    kind: 'rate',
    title: 'Scholars moving out per 1,000 researchers',
    head: 'Moves out per 1,000 researchers',
    sentence: (values) =>
      `half of the ${values.length} countries with a rate lost more than ${oneDecimal(median(values))} scholars per 1,000 researchers`,
    format: oneDecimal,
    note: RESEARCHERS,
  },
  {
    id: 'international_works',
    layer: 'papers',
    kind: 'count',
    title: 'Internationally co-authored works',
    head: 'Internationally co-authored works',
    sentence: (values, place) =>
      `${place} had the most internationally co-authored works: ${count(values[0] ?? 0)}`,
    format: count,
    note: 'Whole counting: a work with authors in three countries counts once for each of them.',
  },
];

export const measureOf = (id: string): MapMeasure => {
  const found = MAP_MEASURES.find((m) => m.id === id) ?? MAP_MEASURES[0];
  if (!found) throw new Error('No measure can be mapped.');
  return found;
};
