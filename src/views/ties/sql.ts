import type { Query } from '../../engine/engine.ts';
import { STRONGEST } from '../../model/slice.ts';
import { ABOUT_MEASURE } from '../../model/tie-measures.ts';
import { notReportedQuery } from '../coverage.ts';
import type { Atlas } from '../view.ts';
import type { TieRows } from './rows.ts';
import { isStrongest, otherSideOf, sideOf } from './sides.ts';
import { isStock, type Side, type TieState } from './state.ts';

/** The queries of a state of ties, over `flows`, `ties`, `pair_indicators`, `country_context` and `coverage`. */
export function queries(state: TieState, atlas: Atlas): { [K in keyof TieRows]: Query | null } {
  const [side, other] = [sideOf(state), otherSideOf(state, atlas)];
  return {
    counts: countsQuery(side, isStrongest(state) ? STRONGEST : null),
    all: allQuery(side),
    values: valuesQuery(side),
    population: populationQuery(side),
    missing: notReportedQuery(side.layer, side.source, side.year),
    otherCounts: other ? countsQuery(other, null) : null,
    otherValues: other ? valuesQuery(other) : null,
    otherPopulation: other ? populationQuery(other) : null,
    otherMissing: other ? notReportedQuery(other.layer, other.source, other.year) : null,
  };
}

/** Flows of a side, of the country out, in or undirected, with the country at the end where it stands. */
export function countsQuery(side: Side, limit: number | null): Query {
  const { layer, source, year, from, country } = side;
  const ends = country
    ? "CASE WHEN direction = 'in' THEN partner ELSE country END AS origin, CASE WHEN direction = 'in' THEN country ELSE partner END AS destination"
    : 'origin, destination';
  const value =
    from === null
      ? 'value AS count, flag'
      : `${isStock(layer) ? 'count(*) AS years, CAST(round(sum(value) / count(*)) AS BIGINT)' : 'sum(value)'} AS count, string_agg(DISTINCT flag, '' ORDER BY flag) AS flag`;
  return {
    sql: `SELECT ${ends}, ${value} FROM ${relationOf(side)} WHERE ${whereOf(side)}${from === null ? '' : ' GROUP BY ALL'} ORDER BY count DESC, origin, destination${limit === null ? '' : ` LIMIT ${limit}`}`,
    params: { layer, source, year, ...(from === null ? {} : { from }), ...(country ? { country } : {}) },
    needs: [relationOf(side)],
  };
}

const relationOf = ({ country }: Side): string => (country ? 'ties' : 'flows');
const whereOf = ({ from, country }: Side): string =>
  `layer = $layer AND source = $source AND year ${from === null ? '= $year' : 'BETWEEN $from AND $year'}${country ? ' AND country = $country' : ''}`;

function allQuery(side: Side): Query {
  const { sql, params, needs } = countsQuery(side, null);
  return {
    sql: `SELECT count(*) AS ties, coalesce(sum(count), 0) AS sum FROM (${sql})`,
    params,
    needs,
  };
}

function valuesQuery({ layer, source, year, country, by }: Side): Query | null {
  if (!ABOUT_MEASURE[by].indicator) return null;
  return {
    sql: `
      SELECT origin, destination, value, low, high, flag FROM pair_indicators
      WHERE layer = $layer AND source = $source AND year = $year AND indicator = $by${country ? ' AND (origin = $country OR destination = $country)' : ''}
      ORDER BY origin, destination`,
    params: { layer, source, year, by, ...(country ? { country } : {}) },
    needs: ['pair_indicators'],
  };
}

function populationQuery({ year, by }: Side): Query | null {
  if (by !== 'per_million') return null;
  return {
    sql: "SELECT country, value FROM country_context WHERE indicator = 'population' AND year = $year ORDER BY country",
    params: { year },
    needs: ['country_context'],
  };
}
