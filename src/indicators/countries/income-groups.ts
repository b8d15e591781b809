import type { Reference } from '../../model/indicator.ts';

/** What must be known of income groups, wherever they are used. */
export const INCOME_CAVEATS: readonly string[] = [
  'Income groups are those of the World Bank as in force when its file was read, for every year: a country that has risen since counts in its present group from the first year on. A change through time is a change of partners, not of their incomes.',
  'The Bank gives no group to some places, among them Taiwan, Venezuela and Ethiopia.',
];

export const INCOME_REFERENCES: readonly Reference[] = [
  {
    text: 'Fantom, N., & Serajuddin, U. (2016). The World Bank’s classification of countries by income (Policy Research Working Paper 7528). World Bank.',
    doi: '10.1596/1813-9450-7528',
  },
];
