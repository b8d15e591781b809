import type { Indicator } from '../../model/indicator.ts';
import type { Relation } from '../../model/release.ts';
import { oneOf, ROUNDED, rowsOf } from './sql-text.ts';
import { literal } from '../../model/sql-literal.ts';

/**
 * All indicators of pairs in one long view. What a cell of the matrix gives is reckoned in one pass over `pair_cells`;
 * the rest are queries of their own, or were made with the release.
 */
export function pairIndicators(indicators: readonly Indicator[]): Relation {
  const queries = indicators.flatMap(({ id, sql }) =>
    'query' in sql && !sql.stored ? [{ id, ...sql }] : [],
  );
  const matrices = CELLS.map((of) => cellsOf(of, indicators)).filter((part) => part !== null);
  return {
    name: 'pair_indicators',
    description:
      'Every indicator of an ordered pair of countries by layer, source and year, with the limits of its 95 % interval where it has one. Undirected layers give each pair in both orders. A pair without a row has no value: it is not defined or not reported. Zeros of papers, projects and scholars are rows.',
    stored: false,
    needs: [...CELLS, 'stored_pair_indicators', ...new Set(queries.flatMap(({ needs }) => needs))],
    sql: [
      ...matrices,
      ...queries.map((one) => rowsOf(KEYS, one)),
      `
    SELECT layer, source, origin, destination, year, indicator, value, low, high, flag FROM stored_pair_indicators`,
    ].join('\n    UNION ALL'),
  };
}

/** Relations of cells that indicators may be expressions of. */
const CELLS = ['pair_cells', 'exchanges'] as const;

/** The indicators that one relation of cells gives, in one pass over it; null where there is none. */
function cellsOf(relation: (typeof CELLS)[number], indicators: readonly Indicator[]): string | null {
  const cells = indicators.flatMap(({ id, layers, sql }) =>
    'cell' in sql && (sql.of ?? 'pair_cells') === relation ? [{ id, layers, ...sql.cell }] : [],
  );
  if (!cells.length) return null;
  const pick = (what: 'value' | 'low' | 'high' | 'flag', otherwise: string) => {
    const cases = cells.flatMap((cell) =>
      cell[what] === undefined ? [] : [`WHEN ${literal(cell.id)} THEN ${cell[what]}`],
    );
    return cases.length
      ? `CASE indicator ${cases.join('\n               ')} ELSE ${otherwise} END`
      : otherwise;
  };
  return `
    SELECT layer, source, origin, destination, year, indicator, ${ROUNDED}, flag
    FROM (
      SELECT layer, source, origin, destination, year, indicator,
             ${pick('value', 'NULL')} AS value,
             ${pick('low', 'CAST(NULL AS DOUBLE)')} AS low,
             ${pick('high', 'CAST(NULL AS DOUBLE)')} AS high,
             ${pick('flag', 'flag')} AS flag
      FROM ${relation} CROSS JOIN (VALUES ${cells.map(({ id }) => `(${literal(id)})`).join(', ')}) i(indicator)
      WHERE CASE indicator ${cells.map(({ id, layers }) => `WHEN ${literal(id)} THEN ${oneOf('layer', layers)}`).join(' ')} END)
    WHERE value IS NOT NULL`;
}

/** Rows of the table `stored_pair_indicators`: what a browser would take too long over. */
export const storedPairIndicators = (indicators: readonly Indicator[]): string =>
  indicators
    .flatMap(({ id, sql }) => ('query' in sql && sql.stored ? [{ id, ...sql }] : []))
    .map((one) => rowsOf(KEYS, one))
    .join('\n    UNION ALL');

/** What a row is of, beside its year. */
const KEYS = 'layer, source, origin, destination';
