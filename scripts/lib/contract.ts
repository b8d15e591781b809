import { LAYERS } from '../../src/model/layer.ts';
import type { Field } from '../../src/model/release.ts';
import { TABLES, type TableName, type TableSchema } from '../../src/model/tables.ts';
import { UserError } from './errors.ts';
import { literal, type Session } from './session.ts';

/**
 * Holds every table of a release against the contract of src/model/tables.ts: columns and their types, required cells,
 * lists and patterns of values, keys, references; and against what the contract says in words of `flows` and `totals`.
 * @throws {UserError} naming table, rule and an offending row
 */
export async function checkContract(db: Session): Promise<void> {
  for (const [name, schema] of Object.entries(TABLES) as [TableName, TableSchema][]) {
    await checkColumns(db, name);
    for (const field of schema.fields) await checkField(db, name, field);
    await refuse(
      db,
      name,
      `SELECT ${schema.primaryKey.join(', ')} FROM ${name} GROUP BY ALL HAVING count(*) > 1`,
      `has two rows with one key (${schema.primaryKey.join(', ')})`,
    );
    for (const [column, table] of Object.entries(schema.references ?? {}))
      await refuse(
        db,
        name,
        `SELECT DISTINCT ${column} FROM ${name} WHERE ${column} NOT IN (SELECT ${TABLES[table as TableName].primaryKey[0]} FROM ${table})`,
        `has in ${column} what the table ${table} does not hold`,
      );
  }
  await refuse(
    db,
    'totals',
    "SELECT DISTINCT country FROM totals WHERE country <> 'WLD' AND country NOT IN (SELECT iso3 FROM countries)",
    'has in country what is neither WLD nor in the table countries',
  );
  const undirected = LAYERS.filter((l) => !l.directed).map((l) => literal(l.id));
  await refuse(
    db,
    'flows',
    `SELECT layer, source, origin, destination, year FROM flows
     WHERE origin = destination OR (layer IN (${undirected.join(', ')}) AND origin > destination)`,
    'has a flow from a country to itself, or a pair of an undirected layer with its larger code first',
  );
}

const TYPES: Readonly<Record<Field['type'], readonly string[]>> = {
  string: ['VARCHAR'],
  integer: ['SMALLINT', 'INTEGER', 'BIGINT'],
  number: ['DOUBLE'],
  boolean: ['BOOLEAN'],
};

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
      `The table ${name} has the columns ${found}, but src/model/tables.ts promises ${promised}. ${REMEDY}`,
    );
  fields.forEach((field, i) => {
    const type = columns[i]?.type ?? '';
    if (!TYPES[field.type].includes(type))
      throw new UserError(
        `The column ${field.name} of the table ${name} is ${type}, but src/model/tables.ts promises ${field.type}. ${REMEDY}`,
      );
  });
}

async function checkField(db: Session, table: TableName, { name, constraints }: Field): Promise<void> {
  const { required, enum: values, pattern } = constraints ?? {};
  const broken = [
    ...(required ? [`${name} IS NULL`] : []),
    ...(values ? [`${name} NOT IN (${values.map(literal).join(', ')})`] : []),
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
