import { RELATIONS } from '../../indicators/index.ts';
import { oneOf } from '../../indicators/relations/sql-text.ts';
import { literal } from '../../model/sql-literal.ts';
import type { Indicator } from '../../model/indicator.ts';
import { LAYERS } from '../../model/layer.ts';
import { TABLES } from '../../model/tables/index.ts';

/** An indicator's SQL as a reader can run it, and what it reads. */
export interface ShownSql {
  /** Null for what SQL cannot say: a model's results, kept as a table. */
  readonly sql: string | null;
  /** Tables and relations that it reads. */
  readonly needs: readonly string[];
  /** The relation or table in which its values stand. */
  readonly relation: string;
  /** The table in which they were put when the release was made; null where the SQL runs when it is asked. */
  readonly table: string | null;
}

/** The SQL that makes the values. What the views add to it: six decimals, and no row without a value. */
export function shownSql({ id, layers, subject, sql }: Indicator): ShownSql {
  if ('relation' in sql) {
    const relation = RELATIONS.find(({ name }) => name === sql.relation);
    if (!relation && !(sql.relation in TABLES))
      throw new Error(`The indicator ${id} is in the relation ${sql.relation}, which there is not.`);
    if (!relation) return { sql: null, needs: [], relation: sql.relation, table: sql.relation };
    return { sql: dedent(relation.sql), needs: relation.needs, relation: relation.name, table: null };
  }
  const relation = subject === 'country' ? 'country_indicators' : 'pair_indicators';
  const stored = 'query' in sql && sql.stored ? 'stored_pair_indicators' : null;
  const table = subject === 'country' ? relation : stored;
  if ('query' in sql) return { sql: dedent(sql.query), needs: sql.needs, relation, table };
  const { value, low = 'CAST(NULL AS DOUBLE)', high = 'CAST(NULL AS DOUBLE)', flag = 'flag' } = sql.cell;
  const cells = sql.of ?? 'pair_cells';
  const columns = [
    'layer, source, origin, destination, year',
    `${value} AS value`,
    `${low} AS low`,
    `${high} AS high`,
    flag === 'flag' ? flag : `${flag} AS flag`,
  ];
  return {
    sql: `SELECT ${columns.join(',\n       ')}\nFROM ${cells}\nWHERE ${oneOf('layer', layers)}`,
    needs: [cells],
    relation,
    table,
  };
}

/** A first query of the values, for readers to change: of one country by its first layer's own source. */
export function firstQuery({ id, layers, subject, sql }: Indicator): string {
  if ('relation' in sql) return `SELECT * FROM ${sql.relation}`;
  const source = LAYERS.find((layer) => layer.id === layers[0]);
  if (!source) throw new Error(`The indicator ${id} is defined in no layer.`);
  const of = `indicator = ${literal(id)} AND layer = ${literal(source.id)} AND source = ${literal(source.default_source)}`;
  return subject === 'country'
    ? `SELECT year, value, low, high, flag FROM country_indicators\nWHERE ${of} AND country = 'DEU'\nORDER BY year`
    : `SELECT destination, year, value, low, high, flag FROM pair_indicators\nWHERE ${of} AND origin = 'DEU'\nORDER BY destination, year`;
}

/** SQL as it stands, moved to the left by what all its lines but the first have in common. */
export function dedent(sql: string): string {
  const lines = sql
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  // A query that begins right after its quotation mark has a first line without the indent of the others.
  const common = Math.min(...(indents.length > 1 && indents[0] === 0 ? indents.slice(1) : indents));
  return lines.map((line) => line.slice(Math.min(common, line.length - line.trimStart().length))).join('\n');
}
