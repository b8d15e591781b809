import type { Query } from '../../engine/engine.ts';
import { slicePath } from '../../model/slice.ts';
import { coverageLine, noTotalQuery, notReportedQuery, type NotReported } from '../coverage.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { TrendField } from './index.ts';

type Params = Pick<State, TrendField>;

/** Whose silence a trend should name: only hosts of students are expected to report. */
interface Silence {
  readonly of: 'flows' | 'totals';
  readonly source: string;
  readonly year: number;
  /** The hosts that the lines are about; null where they are about all. */
  readonly hosts: readonly string[] | null;
}

/**
 * A pair is of flows, in the last year of its source; else the lines are totals, which few hosts have in the years after
 * the one that the source is shown with.
 */
function silenceOf({ layer, country, partner, direction }: Params, atlas: Atlas): Silence | null {
  if (layer !== 'students') return null;
  if (country && partner) {
    const source = atlas.layers.get(layer)?.default_source;
    const span = atlas.flows.find((series) => series.layer === layer && series.source === source);
    const hosts = { in: [country], out: [partner], both: [country, partner] }[direction];
    return span ? { of: 'flows', source: span.source, year: span.last_year, hosts } : null;
  }
  const span = atlas.totals.find(({ measure }) => measure === 'inbound_students');
  // Students who left are counted by all who may host them.
  const hosts = country && direction === 'in' ? [country] : null;
  return span ? { of: 'totals', source: span.source, year: span.shown_year, hosts } : null;
}

export function silenceQuery(params: Params, atlas: Atlas): Query | null {
  const silence = silenceOf(params, atlas);
  if (!silence) return null;
  const { of, source, year } = silence;
  return of === 'flows' ? notReportedQuery('students', source, year) : noTotalQuery(source, year);
}

/** The slice that holds the same rows. */
export function silencePath(params: Params, atlas: Atlas): string | null {
  const silence = silenceOf(params, atlas);
  if (!silence) return null;
  const { of, source, year } = silence;
  return of === 'flows' ? slicePath.layer('students', source, year) : slicePath.totals(source, year);
}

/** "No 2020 data by origin from the United States." Null where all that the lines are about reported. */
export function silenceLine(missing: readonly NotReported[], params: Params, atlas: Atlas): string | null {
  const silence = silenceOf(params, atlas);
  if (!silence) return null;
  const { of, year, hosts } = silence;
  return hosts
    ? coverageLine(
        missing.filter(({ country }) => hosts.includes(country)),
        year,
        atlas,
        { of, named: 'all' },
      )
    : coverageLine(missing, year, atlas, { of });
}
