import type { CoverageStatus } from '../../model/flow.ts';
import type { HostYear } from './sql.ts';

/** A host with what it reported, year by year. */
export interface Host {
  readonly country: string;
  readonly expected: number;
  readonly expected_year: number;
  readonly status: ReadonlyMap<number, CoverageStatus>;
}

/** Hosts in the order of the rows: largest first. */
export const hostsOf = (cells: readonly HostYear[]): Host[] =>
  [...Map.groupBy(cells, (c) => c.country).values()].map((of) => {
    const [{ country, expected, expected_year }] = of as [HostYear];
    return { country, expected, expected_year, status: new Map(of.map((c) => [c.year, c.status])) };
  });

/** The years in which a host had a status. */
export const yearsOf = ({ status }: Host, wanted: CoverageStatus): number[] =>
  [...status].filter(([, is]) => is === wanted).map(([year]) => year);
