import { count } from '../charts/format.ts';
import type { Progress } from '../engine/browser.ts';

/** What the tables of the release hold, as a reader of figures would say it; the others by their names. */
const HELD: Readonly<Record<string, string>> = {
  flows: 'the flows between countries',
  totals: 'the totals of countries',
  coverage: 'who reported and who did not',
  countries: 'the names of countries',
  country_indicators: 'the indicators of countries',
  stored_pair_indicators: 'the indicators of pairs of countries',
  country_context: 'inhabitants and incomes of countries',
  pair_context: 'distances and languages between countries',
  network_measures: 'the places of countries in the networks',
  gravity_coefficients: 'the gravity model',
  gravity_effects: 'the effects of the gravity model',
  source_agreement: 'how far sources agree',
  table_coverage: 'who is in the data',
};

/** What a table holds, in words that need no knowledge of its name. */
export const heldBy = (table: string): string => HELD[table] ?? `the ${table.replaceAll('_', ' ')}`;

/**
 * What a figure waits for, in words: "Fetching the flows between countries … 0.3 of 0.7 MB".
 * @param called how a table is called: where readers write SQL, by its name
 */
export function progressWords(
  { phase, name, loaded, total }: Progress,
  called: (table: string) => string = heldBy,
): string {
  const what = phase === 'engine' ? 'the database' : called(name);
  const megabytes = (bytes: number) => (bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  if (total > 0 && loaded >= total) return `${phase === 'engine' ? 'Starting' : 'Reading'} ${what} …`;
  return `Fetching ${what} …${total ? ` ${megabytes(loaded)} of ${megabytes(total)} MB` : ` ${count(loaded)} bytes`}`;
}
