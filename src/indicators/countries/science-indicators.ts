import type { Reference } from '../../model/indicator.ts';

/**
 * Whether a row is of the newest edition in its table: each edition draws on Scopus anew, so all years are taken from one.
 * IN and not =, because DuckDB 0.9.1 loses rows of an unordered result where a text is compared with a scalar subquery.
 */
export const ofNewestEdition = (
  table: 'publication_counts' | 'publication_fields',
  edition = 'edition',
): string => `${edition} IN (SELECT max(edition) FROM ${table})`;

export const SCIENCE_INDICATORS: Reference = {
  text: 'National Science Board, National Science Foundation. (2023). Publications output: U.S. trends and international comparisons. Science and Engineering Indicators 2024. NSB-2023-33.',
  doi: null,
};
