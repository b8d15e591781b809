import type { LayerId } from '../../src/model/layer.ts';
import type { WorldSlice } from '../../src/model/slice.ts';
import type { Session } from './session.ts';

/**
 * Each layer through time for the whole world: of students the publisher's own totals, as a sum over hosts would show who reports;
 * of the others the sum of all flows.
 */
export async function worldSlice(db: Session): Promise<WorldSlice> {
  const rows = await db.all<{
    layer: LayerId;
    source: string;
    year: number;
    value: number;
    flag: string | null;
  }>(`
    SELECT 'students' AS layer, source, year, value, flag FROM totals
    WHERE country = 'WLD' AND measure = 'inbound_students'
    UNION ALL
    SELECT layer, source, year, sum(value)::BIGINT, string_agg(DISTINCT flag, '' ORDER BY flag) FROM flows
    WHERE layer <> 'students' GROUP BY layer, source, year
    ORDER BY layer, source, year`);
  return {
    series: [...Map.groupBy(rows, (r) => `${r.layer} ${r.source}`).values()].map((of) => ({
      layer: of[0]?.layer ?? 'papers',
      source: of[0]?.source ?? '',
      points: of.map(({ year, value, flag }) =>
        flag ? ([year, Number(value), flag] as const) : ([year, Number(value)] as const),
      ),
    })),
  };
}
