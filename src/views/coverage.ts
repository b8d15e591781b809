import { count, list } from '../charts/format.ts';
import type { Query } from '../engine/engine.ts';
import type { LayerId } from '../model/layer.ts';
import type { LayerSlice, TotalsSlice } from '../model/slice.ts';
import type { Direction } from './params.ts';
import { inText } from './phrases.ts';
import type { Atlas } from './view.ts';

/** A host that did not report by origin, and how many it hosts in the year of its nearest total. */
export interface NotReported {
  readonly country: string;
  readonly expected: number;
  readonly expected_year: number;
}

/** A host is large, and so named wherever it is missing, from this inbound total on. */
export const LARGE_HOST = 25_000;

export const notReportedQuery = (layer: LayerId, source: string, year: number): Query => ({
  sql: `
    SELECT country, expected, expected_year FROM coverage
    WHERE layer = $layer AND source = $source AND year = $year AND status = 'not reported' AND expected IS NOT NULL
    ORDER BY expected DESC, country`,
  params: { layer, source, year },
  needs: ['coverage'],
});

/** Hosts of students that have no total of a source in a year. */
export const noTotalQuery = (source: string, year: number): Query => ({
  sql: `
    SELECT country, expected, expected_year FROM unreported_hosts
    WHERE source = $source AND year = $year ORDER BY expected DESC, country`,
  params: { source, year },
  needs: ['unreported_hosts'],
});

export const notReportedIn = (slice: Pick<LayerSlice | TotalsSlice, 'notReported'>): NotReported[] =>
  slice.notReported.map(([country, expected, expected_year]) => ({ country, expected, expected_year }));

export const largeHosts = (rows: readonly NotReported[]): string[] =>
  rows.filter((r) => r.expected >= LARGE_HOST).map((r) => r.country);

/**
 * "No 2019 data by origin from the United States, China and Singapore, nor from 73 smaller hosts." Null where all reported.
 * @param of what they did not report: students by origin, or not even how many in all
 * @param named which of them are named; where a figure is about them, all
 */
export function coverageLine(
  rows: readonly NotReported[],
  year: number,
  atlas: Atlas,
  { of = 'flows', named: who = 'large' }: { of?: 'flows' | 'totals'; named?: 'large' | 'all' } = {},
): string | null {
  const large = who === 'all' ? rows.map(({ country }) => country) : largeHosts(rows);
  const small = rows.length - large.length;
  if (!rows.length) return null;
  const smaller = `${count(small)} smaller ${small === 1 ? 'host' : 'hosts'}`;
  const none = `No ${year} data${of === 'flows' ? ' by origin' : ''} from`;
  if (!large.length) return `${none} ${smaller}.`;
  const named = list(large.map((iso3) => atlas.places.get(iso3)?.in_text ?? iso3));
  return `${none} ${named}${small ? `, nor from ${smaller}` : ''}. What is not reported is not zero.`;
}

/** Said where a country has no row in a year: silence of a host that should have reported is told from plain absence. */
export function noRow(
  rows: readonly NotReported[],
  { country, direction, year }: { country: string | null; direction: Direction; year: number },
  atlas: Atlas,
): string {
  if (country === null) return `There is no number for ${year}.`;
  const silent = direction !== 'out' && rows.some((r) => r.country === country);
  return silent
    ? `Not reported: ${inText(country, atlas)} gave no students by origin for ${year}. That is not a zero.`
    : `There is no number for ${inText(country, atlas)} in ${year}.`;
}
