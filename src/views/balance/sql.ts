import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Measure } from '../../model/flow.ts';
import type { State } from '../params.ts';
import type { BalanceField } from './index.ts';

export type BalanceRows = {
  readonly years: readonly BalanceYear[];
};

export interface BalanceYear {
  readonly year: number;
  readonly inbound: number | null;
  readonly inbound_flag: string | null;
  readonly outbound: number | null;
  readonly outbound_flag: string | null;
}

/** The totals that stand on the two sides. Undirected layers have no sides. */
export const SIDES: Partial<Record<LayerId, readonly [inbound: Measure, outbound: Measure]>> = {
  students: ['inbound_students', 'outbound_students'],
  scholars: ['scholars_in', 'scholars_out'],
};

/** Totals of students come from another file than their flows. */
export const totalsSource = ({ layer, source }: Pick<State, 'layer' | 'source'>): string =>
  layer === 'students' ? 'uis-student-totals' : source;

export function queries(params: Pick<State, BalanceField>): { [K in keyof BalanceRows]: Query } {
  const [inbound, outbound] = SIDES[params.layer] ?? ['', ''];
  const side = (column: string, measure: string) => `max(CASE WHEN measure = $${measure} THEN ${column} END)`;
  return {
    years: {
      sql: `
        SELECT year, ${side('value', 'inbound')} AS inbound, ${side('flag', 'inbound')} AS inbound_flag,
               ${side('value', 'outbound')} AS outbound, ${side('flag', 'outbound')} AS outbound_flag
        FROM totals WHERE country = $country AND source = $source AND measure IN ($inbound, $outbound) GROUP BY year ORDER BY year`,
      params: { country: params.country, source: totalsSource(params), inbound, outbound },
      needs: ['totals'],
    },
  };
}
