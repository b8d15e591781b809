import type { Query } from '../../engine/engine.ts';
import { noTotalQuery, type NotReported } from '../coverage.ts';
import type { State } from '../params.ts';
import type { ChoroplethField } from './index.ts';
import { measureOf } from './measures.ts';

export type ChoroplethRows = {
  readonly values: readonly CountryValue[];
  readonly missing: readonly NotReported[];
};

export interface CountryValue {
  readonly country: string;
  readonly value: number;
  readonly flag: string | null;
}

export function queries({ measure, source, year }: Pick<State, ChoroplethField>): {
  [K in keyof ChoroplethRows]: Query;
} {
  const [table, column] =
    measureOf(measure).kind === 'count' ? ['totals', 'measure'] : ['country_indicators', 'indicator'];
  return {
    values: {
      sql: `SELECT country, value, flag FROM ${table} WHERE ${column} = $measure AND source = $source AND year = $year AND country <> 'WLD' ORDER BY value DESC, country`,
      params: { measure, source, year },
      needs: [table],
    },
    missing: noTotalQuery(source, year),
  };
}
