import type { LabValues } from '../model/sql-lab.ts';
import { schemaOf, TABLES, type TableName } from '../model/tables/index.ts';
import { openRelease, query } from './atlas.ts';
import { fieldsBelow, labChapters } from './lab-schema.ts';

/** Columns with more values than this are no list to choose from. */
const MOST = 40;
/** Longer texts are notes, not values. */
const LONGEST = 40;
/** Tables whose keys other columns name, with the words for each key. */
const REGISTERS: Readonly<Record<string, string>> = {
  countries: 'SELECT iso3 AS value, short_name AS name FROM countries ORDER BY short_name',
  layers: 'SELECT id AS value, title AS name FROM layers ORDER BY id',
  sources: 'SELECT id AS value, short AS name FROM sources ORDER BY id',
  indicators: 'SELECT id AS value, title AS name FROM indicators ORDER BY id',
  groups: 'SELECT id AS value, title AS name FROM groups ORDER BY id',
};

/** What the lab offers between quotation marks: codes with their names, and the values of columns that have few. */
export async function labValues(): Promise<LabValues> {
  const { manifest } = await openRelease();
  const lists: Record<string, (readonly [string, string?])[]> = {};
  const columns: Record<string, string> = {};
  for (const [register, sql] of Object.entries(REGISTERS))
    lists[register] = (await query<{ value: string; name: string }>(sql)).map(({ value, name }) => [
      value,
      name,
    ]);

  for (const table of (await labChapters()).flatMap((chapter) => chapter.tables)) {
    const below = table.kind === 'view' ? fieldsBelow(table.name, manifest.relations) : [];
    for (const { name, type } of table.columns) {
      if (type !== 'VARCHAR') continue;
      const key = `${table.name}.${name}`;
      const register = registerOf(table.name, name);
      if (register) columns[key] = register;
      else if (table.kind === 'table') {
        const values = await valuesOf(table.name, name);
        if (!values.length) continue;
        columns[key] = sameList(lists, values) ?? key;
        lists[columns[key]] ??= values.map((value) => [value]);
      } else {
        // A view's column has the values of the column that it comes from.
        const field = below.find((one) => one.name === name);
        const list = field?.constraints?.enum;
        if (list) {
          columns[key] = sameList(lists, list) ?? key;
          lists[columns[key]] ??= list.map((value) => [value]);
        }
      }
    }
  }
  return { lists, columns };
}

/** The register that a column names keys of, by its table's promise or, in views, by its name. */
function registerOf(table: string, column: string): string | undefined {
  const promised =
    table in REGISTERS && schemaOf(table as TableName).primaryKey[0] === column
      ? table
      : referenceOf(table, column);
  if (promised) return promised in REGISTERS ? promised : undefined;
  if (/(^|_)(country|origin|destination|partner)$/.test(column)) return 'countries';
  if (/(^|_)layer$/.test(column)) return 'layers';
  if (/(^|_)source$/.test(column)) return 'sources';
  return column === 'indicator' ? 'indicators' : undefined;
}

const referenceOf = (table: string, column: string): string | undefined =>
  table in TABLES ? schemaOf(table as TableName).references?.[column] : undefined;

async function valuesOf(table: string, column: string): Promise<string[]> {
  const rows = await query<{ value: string }>(
    `SELECT DISTINCT "${column}" AS value FROM ${table} WHERE "${column}" IS NOT NULL ORDER BY 1 LIMIT ${MOST + 1}`,
  );
  const values = rows.map(({ value }) => value);
  return values.length > MOST || values.some((value) => value.length > LONGEST) ? [] : values;
}

/** A list that is there already with just these values. */
const sameList = (
  lists: Readonly<Record<string, (readonly [string, string?])[]>>,
  values: readonly string[],
): string | undefined =>
  Object.keys(lists).find(
    (name) => lists[name]?.length === values.length && lists[name].every(([value], i) => value === values[i]),
  );
