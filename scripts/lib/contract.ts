import { LAYERS, UNDATED_LAYERS } from '../../src/model/layer.ts';
import type { Field } from '../../src/model/release.ts';
import { schemaOf, TABLES, type TableName } from '../../src/model/tables/index.ts';
import { TYPES } from './ddl.ts';
import { UserError } from './errors.ts';
import { type Session } from './session.ts';
import { literal } from '../../src/model/sql-literal.ts';

/**
 * Holds one table against its contract: columns and their types, required cells, lists, ranges and patterns of values, keys,
 * references, and pairs that stand once.
 */
export async function checkTable(db: Session, name: TableName): Promise<void> {
  const { fields, primaryKey, references = {}, world, pairs } = schemaOf(name);
  await checkColumns(db, name);
  for (const field of fields) await checkField(db, name, field);
  await refuse(
    db,
    name,
    `SELECT ${primaryKey.join(', ')} FROM ${name} GROUP BY ALL HAVING count(*) > 1`,
    `has two rows with one key (${primaryKey.join(', ')})`,
  );
  for (const [column, table] of Object.entries(references)) {
    const orWorld = world && column === 'country';
    await refuse(
      db,
      name,
      `SELECT DISTINCT ${column} FROM ${name}
       WHERE ${orWorld ? "country <> 'WLD' AND " : ''}${column} NOT IN (SELECT ${schemaOf(table as TableName).primaryKey[0]} FROM ${table})`,
      orWorld
        ? 'has in country what is neither WLD nor in the table countries'
        : `has in ${column} what the table ${table} does not hold`,
    );
  }
  if (!pairs) return;
  const undirected = [...LAYERS, ...UNDATED_LAYERS].filter((l) => !l.directed).map((l) => literal(l.id));
  const once = pairs === 'once' ? '' : `layer IN (${undirected.join(', ')}) AND `;
  await refuse(
    db,
    name,
    `SELECT ${primaryKey.join(', ')} FROM ${name} WHERE origin = destination OR (${once}origin > destination)`,
    'has a flow from a country to itself, or a pair of an undirected layer with its larger code first',
  );
}

/** @throws {UserError} where the columns of a table are not those of its contract, in name, order or type */
export async function checkColumns(db: Session, name: TableName): Promise<void> {
  const { fields } = TABLES[name];
  const columns = await db.all<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = ${literal(name)} ORDER BY column_index`,
  );
  const found = columns.map((c) => c.name).join(', ');
  const promised = fields.map((f) => f.name).join(', ');
  if (found !== promised)
    throw new UserError(
      `The table ${name} has the columns ${found}, but src/model/tables/ promises ${promised}. ${REMEDY}`,
    );
  fields.forEach((field, i) => {
    const type = columns[i]?.type ?? '';
    if (!TYPES[field.type].includes(type))
      throw new UserError(
        `The column ${field.name} of the table ${name} is ${type}, but src/model/tables/ promises ${field.type}. ${REMEDY}`,
      );
  });
}

async function checkField(db: Session, table: TableName, { name, type, constraints }: Field): Promise<void> {
  const { required, enum: values, pattern, minimum, maximum } = constraints ?? {};
  const broken = [
    ...(required ? [`${name} IS NULL`] : []),
    ...(values ? [`${name} NOT IN (${values.map(literal).join(', ')})`] : []),
    ...(type === 'number' ? [`NOT isfinite(${name})`] : []),
    ...(minimum === undefined ? [] : [`${name} < ${minimum}`]),
    ...(maximum === undefined ? [] : [`${name} > ${maximum}`]),
    ...(pattern ? [`NOT regexp_full_match(${name}, ${literal(pattern)})`] : []),
  ];
  if (broken.length)
    await refuse(
      db,
      table,
      `SELECT * FROM ${table} WHERE ${broken.join(' OR ')}`,
      `has in ${name} what its field does not allow`,
    );
}

/** Stops at the first row that a query of offenders gives. */
async function refuse(db: Session, table: TableName, offenders: string, what: string): Promise<void> {
  const [row] = await db.all<Record<string, unknown>>(`${offenders} LIMIT 1`);
  if (row)
    throw new UserError(
      `The table ${table} ${what}: ${Object.entries(row)
        .map(([column, value]) => `${column} ${value === null ? '(empty)' : String(value)}`)
        .join(', ')}. ${REMEDY}`,
    );
}

const REMEDY = 'Run npm run data:ingest, or mend the contract.';
