import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Measure } from '../../model/flow.ts';
import type { Direction, State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { NotReported } from '../coverage.ts';
import type { TrendField } from './index.ts';
import { silenceQuery } from './silence.ts';

export type TrendRows = {
  readonly points: readonly TrendPoint[];
  /** Hosts of students that are silent: see silence.ts. */
  readonly missing: readonly NotReported[];
};

export interface TrendPoint {
  /** `out`, `in` or `both`, as the country sees it. */
  readonly direction: string;
  readonly source: string;
  readonly year: number;
  readonly value: number;
  readonly flag: string | null;
}

/**
 * What stands for a country in each layer: the publisher's own total where it has one. Projects have none, so their trend
 * is the sum of links. A sum of students over hosts would show who reports, so it is never used.
 */
export const COUNTRY_MEASURES: Record<LayerId, Partial<Record<Direction, Measure>>> = {
  students: { in: 'inbound_students', out: 'outbound_students' },
  scholars: { in: 'scholars_in', out: 'scholars_out' },
  papers: { both: 'international_works' },
  projects: {},
};

/** Which of a layer's sources stand side by side; a sum over countries is drawn of moves only. */
export const queries = (
  params: Pick<State, TrendField>,
  atlas: Atlas,
): { [K in keyof TrendRows]: Query | null } => ({
  points: pointsQuery(params, atlas),
  missing: silenceQuery(params, atlas),
});

function pointsQuery({ layer, country, partner, direction }: Pick<State, TrendField>, atlas: Atlas): Query {
  if (country && partner) {
    const sources = atlas.flows.filter((f) => f.layer === layer).map((f) => f.source);
    return ofPair(layer, sources, country, partner, direction);
  }
  return country ? ofCountry(layer, country, direction, atlas) : ofWorld(layer, atlas);
}

const inList = (sources: readonly string[]): string => sources.map((_, i) => `$source${i}`).join(', ');
const sourceParams = (sources: readonly string[]) =>
  Object.fromEntries(sources.map((s, i) => [`source${i}`, s]));

function ofPair(
  layer: LayerId,
  sources: readonly string[],
  country: string,
  partner: string,
  direction: Direction,
): Query {
  return {
    sql: `
      SELECT direction, source, year, value, flag FROM ties
      WHERE layer = $layer AND source IN (${inList(sources)}) AND country = $country AND partner = $partner${direction === 'both' ? '' : ` AND direction = '${direction}'`}
      ORDER BY direction, source, year`,
    params: { layer, country, partner, ...sourceParams(sources) },
    needs: ['ties'],
  };
}

function ofCountry(layer: LayerId, country: string, direction: Direction, atlas: Atlas): Query {
  const measures = Object.entries(COUNTRY_MEASURES[layer]).filter(
    ([way]) => direction === 'both' || way === direction,
  );
  if (!measures.length) {
    const sources = atlas.flows.filter((f) => f.layer === layer).map((f) => f.source);
    return {
      sql: `
        SELECT direction, source, year, sum(value) AS value, string_agg(DISTINCT flag, '' ORDER BY flag) AS flag FROM ties
        WHERE layer = $layer AND source IN (${inList(sources)}) AND country = $country GROUP BY direction, source, year ORDER BY direction, source, year`,
      params: { layer, country, ...sourceParams(sources) },
      needs: ['ties'],
    };
  }
  const sources = totalsSources(
    measures.map(([, m]) => m),
    atlas,
  );
  return {
    sql: `
      SELECT CASE measure ${measures.map(([way, m]) => `WHEN '${m}' THEN '${way}'`).join(' ')} END AS direction, source, year, value, flag FROM totals
      WHERE country = $country AND source IN (${inList(sources)}) AND measure IN (${measures.map(([, m]) => `'${m}'`).join(', ')}) ORDER BY direction, source, year`,
    params: { country, ...sourceParams(sources) },
    needs: ['totals'],
  };
}

function ofWorld(layer: LayerId, atlas: Atlas): Query {
  if (layer === 'students') {
    const sources = totalsSources(['inbound_students'], atlas);
    return {
      sql: `SELECT 'both' AS direction, source, year, value, flag FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND source IN (${inList(sources)}) ORDER BY source, year`,
      params: sourceParams(sources),
      needs: ['totals'],
    };
  }
  const sources = atlas.flows.filter((f) => f.layer === layer).map((f) => f.source);
  return {
    sql: `
      SELECT 'both' AS direction, source, year, sum(value) AS value, string_agg(DISTINCT flag, '' ORDER BY flag) AS flag FROM flows
      WHERE layer = $layer AND source IN (${inList(sources)}) GROUP BY source, year ORDER BY source, year`,
    params: { layer, ...sourceParams(sources) },
    needs: ['flows'],
  };
}

export const totalsSources = (measures: readonly string[], atlas: Atlas): string[] => [
  ...new Set(atlas.totals.filter((t) => measures.includes(t.measure)).map((t) => t.source)),
];
