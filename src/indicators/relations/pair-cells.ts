import type { Relation } from '../../model/release.ts';
import { poisson } from '../intervals.ts';

const { low, high } = poisson('c');

/**
 * The matrix of a layer, source and year as cells: every ordered pair of two countries that both have links, with what
 * the formulas of pairs take. Cells without a flow are zeros, but for students, whose lists hold only the ten largest
 * partners: there only what is listed is a cell. Undirected layers give each pair in both orders.
 * - `c`: C_XY or F_od (what goes the other way is in `exchanges`)
 * - `c_low`, `c_high`: limits of the 95 % interval of `c` as a Poisson count, reckoned here once for all indicators
 * - `t_o`, `t_d`: T_X and T_Y, or F_o and F_d; `t`: T or F (see `margins`)
 */
export const pairCells: Relation = {
  name: 'pair_cells',
  description:
    'Every ordered pair of countries in a layer, source and year with what the indicators of pairs take: c links or flow with the limits of its interval, t_o and t_d the totals of both, t that of the world. Zeros are there, but for students, whose absent pairs are not zero.',
  stored: false,
  needs: ['ties', 'margins'],
  sql: `
    SELECT *, ${low} AS c_low,
           ${high} AS c_high
    FROM (
      SELECT a.layer, a.source, a.country AS origin, b.country AS destination, a.year,
             coalesce(f.value, 0) AS c, a.total AS t_o, b.total AS t_d, a.world AS t, coalesce(f.flag, a.flag) AS flag
      FROM margins a
      JOIN margins b ON b.layer = a.layer AND b.source = a.source AND b.year = a.year AND b.country <> a.country AND b.direction <> 'out'
      LEFT JOIN ties f ON f.layer = a.layer AND f.source = a.source AND f.country = a.country AND f.partner = b.country AND f.year = a.year AND f.direction <> 'in'
      WHERE a.direction <> 'in' AND (f.value IS NOT NULL OR a.layer <> 'students'))`,
};
