import type { Measure } from '../flow.ts';

/** The measures of the table `totals` in words. */
export const MEASURE_WORDS: Readonly<Record<Measure, { readonly title: string; readonly unit: string }>> = {
  inbound_students: { title: 'Students from abroad whom the country hosts', unit: 'students' },
  outbound_students: { title: 'Students of the country who study abroad', unit: 'students' },
  net_students: { title: 'Students hosted less students abroad', unit: 'students' },
  international_works: { title: 'Works written with authors in other countries', unit: 'papers' },
  researchers: { title: 'Researchers seen in the base', unit: 'researchers' },
  scholars_in: { title: 'Moves of scholars into the country', unit: 'moves' },
  scholars_out: { title: 'Moves of scholars out of the country', unit: 'moves' },
};
