import type { State } from '../params.ts';

/** Fields that say which ties are shown and what they are measured by: views of ties take all of them. */
export const TIE_FIELDS = [
  'layer',
  'source',
  'from',
  'year',
  'country',
  'direction',
  'among',
  'ends',
  'by',
  'min',
  'against',
  'top',
] as const;
export type TieField = (typeof TIE_FIELDS)[number];
export type TieState = Pick<State, TieField>;

/** One side of a comparison: what rows are loaded for it. The rest of a state only picks from these. */
export interface Side {
  readonly layer: State['layer'];
  readonly source: string;
  readonly from: number | null;
  readonly year: number;
  /** The country whose ties these are; null for those of the whole world. */
  readonly country: string | null;
  readonly by: State['by'];
}

/** Layers whose value is a stock: a person is counted in every year of enrolment, so years are averaged, not added. */
export const isStock = (layer: State['layer']): boolean => layer === 'students';
