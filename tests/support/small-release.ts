import { COUNTRY_INDICATOR_ROWS, RELATIONS, STORED_PAIR_INDICATOR_ROWS } from '../../src/indicators/index.ts';
import { LAYERS } from '../../src/model/layer.ts';
import { schemaOf, TABLES, type TableName } from '../../src/model/tables/index.ts';
import { createTable } from '../../scripts/lib/ddl.ts';
import { insert, Session } from '../../scripts/lib/session.ts';

type Cell = string | number | boolean | null;
export type SmallTables = Partial<Record<TableName, readonly Readonly<Record<string, Cell>>[]>>;

/**
 * Tables of a few rows with every relation of a release over them, in native DuckDB, to hold an indicator against numbers
 * worked out by hand. Tables and columns that are not named are empty; layers are those of the atlas.
 */
export async function smallRelease(tables: SmallTables): Promise<Session> {
  const db = await Session.open();
  for (const name of Object.keys(TABLES) as TableName[]) await db.run(createTable(name));
  for (const l of LAYERS)
    await insert(db, 'layers', [l.id, l.title, l.unit, l.directed, true, l.default_source, l.definition]);
  for (const [name, rows] of Object.entries(tables)) {
    const columns = schemaOf(name as TableName).fields.map((field) => field.name);
    const unknown = rows.flatMap((row) => Object.keys(row)).find((column) => !columns.includes(column));
    if (unknown) throw new Error(`The table ${name} has no column ${unknown}.`);
    await db.append(
      name,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
  }
  for (const { name, sql, stored } of RELATIONS)
    await db.run(`CREATE ${stored ? 'TABLE' : 'VIEW'} ${name} AS ${sql}`);
  await db.run(`INSERT INTO stored_pair_indicators ${STORED_PAIR_INDICATOR_ROWS}`);
  await db.run(`INSERT INTO country_indicators ${COUNTRY_INDICATOR_ROWS}`);
  return db;
}

/** Rows of `flows` of one layer, source and year, from a matrix: origin → destination → value. */
export const flowsOf = (
  layer: string,
  source: string,
  year: number,
  matrix: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Readonly<Record<string, Cell>>[] =>
  Object.entries(matrix).flatMap(([origin, row]) =>
    Object.entries(row).map(([destination, value]) => ({ layer, source, origin, destination, year, value })),
  );
