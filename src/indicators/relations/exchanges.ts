import type { Relation } from '../../model/release.ts';
import { LAYERS } from '../../model/layer.ts';
import { joinedFlags } from './joined-flags.ts';
import { literal } from '../../model/sql-literal.ts';

/** First and last directed layer by name: a bound that lets a query of another layer skip the table, as `direction` cannot. */
const directed = LAYERS.filter((layer) => layer.directed)
  .map(({ id }) => id)
  .sort();
const [first = '', last = ''] = [directed.at(0), directed.at(-1)];

/**
 * What goes both ways between two countries in a directed layer: `c` is F_od, `r` is F_do, with the flags of both. One way
 * of a pair may be zero where zeros are known (scholars). For students both ways must be listed, each as its own host
 * reported it: what is absent is not zero, and no balance can be drawn from one side. Pairs with zero both ways are no rows.
 */
export const exchanges: Relation = {
  name: 'exchanges',
  description:
    'Flows of an ordered pair of countries in directed layers, c from origin to destination and r the other way, where both are known. Pairs of students are there only where the source lists both ways, and none between which nobody moves.',
  stored: false,
  needs: ['ties'],
  sql: `
    SELECT layer, source, origin, destination, year, coalesce(c, 0) AS c, coalesce(r, 0) AS r,
           CASE WHEN letters IS NOT NULL THEN ${joinedFlags('letters')} END AS flag
    FROM (
      SELECT layer, source, country AS origin, partner AS destination, year,
             max(CASE direction WHEN 'out' THEN value END) AS c, max(CASE direction WHEN 'in' THEN value END) AS r, string_agg(flag, '') AS letters
      FROM ties WHERE direction <> 'both' AND layer BETWEEN ${literal(first)} AND ${literal(last)}
      GROUP BY layer, source, country, partner, year)
    WHERE coalesce(c, 0) + coalesce(r, 0) > 0 AND (layer <> 'students' OR (c IS NOT NULL AND r IS NOT NULL))`,
};
