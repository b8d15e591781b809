import type { Query } from '../../engine/engine.ts';
import { notReportedQuery, type NotReported } from '../coverage.ts';
import type { Direction, State } from '../params.ts';
import type { RankingField } from './index.ts';

export type RankingRows = {
  /** Partners of the country; for the world, pairs. */
  readonly largest: readonly Ranked[];
  readonly all: readonly { readonly partners: number; readonly links: number }[];
  readonly missing: readonly NotReported[];
};

export interface Ranked {
  readonly country: string;
  readonly partner: string;
  readonly value: number;
  readonly flag: string | null;
}

export function queries({ layer, source, year, country, direction, top }: Pick<State, RankingField>): {
  [K in keyof RankingRows]: Query;
} {
  const params = { layer, source, year, ...(country ? { country } : {}) };
  const rows = country
    ? ofCountry(direction)
    : 'SELECT origin AS country, destination AS partner, value, flag FROM flows WHERE layer = $layer AND source = $source AND year = $year';
  const needs = [country ? 'ties' : 'flows'];
  return {
    largest: {
      sql: `SELECT country, partner, value, flag FROM (${rows}) ORDER BY value DESC, country, partner LIMIT $top`,
      params: { ...params, top },
      needs,
    },
    all: {
      sql: `SELECT count(*) AS partners, coalesce(sum(value), 0) AS links FROM (${rows})`,
      params,
      needs,
    },
    missing: notReportedQuery(layer, source, year),
  };
}

/** Both directions of a directed tie are added up; its flag is that of either. */
function ofCountry(direction: Direction): string {
  const where = 'layer = $layer AND source = $source AND country = $country AND year = $year';
  return direction === 'both'
    ? `SELECT country, partner, sum(value) AS value, string_agg(DISTINCT flag, '' ORDER BY flag) AS flag FROM ties WHERE ${where} GROUP BY country, partner`
    : `SELECT country, partner, value, flag FROM ties WHERE ${where} AND direction = '${direction}'`;
}
