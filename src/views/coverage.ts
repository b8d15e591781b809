import { count, list } from '../charts/format.ts';
import type { Query } from '../engine/engine.ts';
import type { LayerId } from '../model/layer.ts';
import type { LayerSlice } from '../model/slice.ts';
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

export const notReportedIn = (slice: LayerSlice): NotReported[] =>
  slice.notReported.map(([country, expected, expected_year]) => ({ country, expected, expected_year }));

export const largeHosts = (rows: readonly NotReported[]): string[] =>
  rows.filter((r) => r.expected >= LARGE_HOST).map((r) => r.country);

/** "No 2019 data from the United States, China and Singapore, nor from 73 smaller hosts." Null where all reported. */
export function coverageLine(rows: readonly NotReported[], year: number, atlas: Atlas): string | null {
  const large = largeHosts(rows);
  const small = rows.length - large.length;
  if (!rows.length) return null;
  const smaller = `${count(small)} smaller ${small === 1 ? 'host' : 'hosts'}`;
  if (!large.length) return `No ${year} data by origin from ${smaller}.`;
  const named = list(large.map((iso3) => atlas.places.get(iso3)?.in_text ?? iso3));
  return `No ${year} data by origin from ${named}${small ? `, nor from ${smaller}` : ''}. What is not reported is not zero.`;
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
