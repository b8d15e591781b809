import type { Query } from '../../engine/engine.ts';
import type { CoverageStatus } from '../../model/flow.ts';
import type { Atlas } from '../view.ts';

export type ReportingRows = { readonly cells: readonly HostYear[] };

/** What a large host reported of a year. `expected` is the host's size: its inbound total of the whole year, or of the nearest. */
export interface HostYear {
  readonly country: string;
  readonly year: number;
  readonly status: CoverageStatus;
  readonly expected: number;
  readonly expected_year: number;
}

/** How many hosts are looked at. The number stands in the SQL. */
export const HOSTS = 30;

/** The source that hosts report to, and its last whole year: later ones are still coming in. */
export function reportedBy(atlas: Atlas): { readonly source: string; readonly year: number } {
  const source = atlas.layers.get('students')?.default_source ?? '';
  const span = atlas.flows.find((f) => f.layer === 'students' && f.source === source);
  return { source, year: span?.shown_year ?? 0 };
}

export const queries = (_: object, atlas: Atlas): { [K in keyof ReportingRows]: Query } => ({
  cells: {
    sql: `
      SELECT v.country, v.year, v.status, h.expected, h.expected_year FROM coverage v JOIN (
        SELECT country, expected, expected_year FROM coverage
        WHERE layer = $layer AND source = $source AND year = $year AND expected IS NOT NULL
        ORDER BY expected DESC, country LIMIT ${HOSTS}) h ON h.country = v.country
      WHERE v.layer = $layer AND v.source = $source ORDER BY h.expected DESC, v.country, v.year`,
    params: { layer: 'students', ...reportedBy(atlas) },
    needs: ['coverage'],
  },
});
