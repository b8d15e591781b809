import type { Query } from '../../engine/engine.ts';
import { notReportedQuery, type NotReported } from '../coverage.ts';
import type { Direction, State } from '../params.ts';
import type { FlowMapField } from './index.ts';

export type FlowMapRows = {
  readonly arcs: readonly Arc[];
  /** One row: number and sum of all flows that the filter lets through. */
  readonly all: readonly { readonly pairs: number; readonly links: number }[];
  readonly missing: readonly NotReported[];
};

export interface Arc {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
  readonly flag: string | null;
}

export function queries({ layer, source, year, country, direction, top }: Pick<State, FlowMapField>): {
  [K in keyof FlowMapRows]: Query;
} {
  const where = `layer = $layer AND source = $source AND year = $year${country ? ` AND ${ENDS[direction]}` : ''}`;
  const params = { layer, source, year, ...(country ? { country } : {}) };
  return {
    arcs: {
      sql: `SELECT origin, destination, value, flag FROM flows WHERE ${where} ORDER BY value DESC, origin, destination LIMIT $top`,
      params: { ...params, top },
      needs: ['flows'],
    },
    all: {
      sql: `SELECT count(*) AS pairs, coalesce(sum(value), 0) AS links FROM flows WHERE ${where}`,
      params,
      needs: ['flows'],
    },
    missing: notReportedQuery(layer, source, year),
  };
}

const ENDS: Record<Direction, string> = {
  out: 'origin = $country',
  in: 'destination = $country',
  both: '(origin = $country OR destination = $country)',
};
