import type { Field } from '../model/release.ts';
import type { LabColumn, LabTable } from '../model/sql-lab.ts';
import { CHAPTERS, schemaOf, type TableName } from '../model/tables/index.ts';
import { openRelease, query } from './atlas.ts';

/** Tables that belong together, as the SQL lab lists them. */
export interface LabChapter {
  readonly title: string;
  readonly tables: readonly LabTable[];
}

/** All that a query can read: tables by the chapters of the catalogue, then the views over them. */
export async function labChapters(): Promise<LabChapter[]> {
  const { manifest } = await openRelease();
  const columns = await columnsByTable();
  const tables = CHAPTERS.map(({ title, tables: names }) => ({
    title,
    tables: manifest.resources
      .filter(({ name }) => (names as readonly string[]).includes(name))
      .map(({ name, description, rows, schema }): LabTable => {
        const described = describedBy(schema.fields);
        return {
          name,
          kind: 'table',
          description,
          rows,
          columns: (columns.get(name) ?? []).map(described),
        };
      }),
  }));
  const views = await Promise.all(
    manifest.relations.map(async ({ name, description, stored }): Promise<LabTable> => {
      const described = describedBy(fieldsBelow(name, manifest.relations));
      return {
        name,
        kind: 'view',
        description,
        // The others would have to be made to be counted: some have millions of rows.
        rows: stored ? await rowsOf(name) : null,
        columns: (columns.get(name) ?? []).map(described),
      };
    }),
  );
  return [...tables, { title: 'Views: what is derived by SQL', tables: views }];
}

/** Columns of every table and view with the types that the engine gives them. */
async function columnsByTable(): Promise<ReadonlyMap<string, LabColumn[]>> {
  const rows = await query<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns ORDER BY table_name, ordinal_position`,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.table_name)].map(([table, all]) => [
      table,
      all.map(({ column_name, data_type }) => ({ name: column_name, type: data_type })),
    ]),
  );
}

async function rowsOf(table: string): Promise<number> {
  const [row] = await query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return row?.n ?? 0;
}

/** A column with its unit and meaning, where a field of that name has them. */
const describedBy =
  (fields: readonly Field[]) =>
  (column: LabColumn): LabColumn => {
    const field = fields.find(({ name }) => name === column.name);
    return field ? { ...column, unit: field.unit, description: field.description } : column;
  };

/** Fields that keep their name and meaning on the way from the tables that a view rests on, the nearest first. */
export function fieldsBelow(
  view: string,
  relations: readonly { readonly name: string; readonly needs: readonly string[] }[],
): Field[] {
  const needs = relations.find(({ name }) => name === view)?.needs ?? [];
  // A value, its limits and its flag mean in each view what the view's own description says.
  const kept = (field: Field) =>
    /^(layer|source|origin|destination|country|year|indicator|framework|theme|field)$/.test(field.name);
  return needs.flatMap((need) =>
    relations.some(({ name }) => name === need)
      ? fieldsBelow(need, relations)
      : schemaOf(need as TableName).fields.filter(kept),
  );
}
