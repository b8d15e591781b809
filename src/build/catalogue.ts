import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Resource } from '../model/release.ts';
import { CHAPTERS, schemaOf, type TableName } from '../model/tables/index.ts';
import { openRelease, query, RELEASE } from './atlas.ts';

/** A source as the catalogue shows it: one record, with a row for each of its bases. */
export interface SourceRow {
  readonly id: string;
  readonly record: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly share_alike: boolean;
  readonly citation: string;
  readonly landing_page: string | null;
  readonly retrieved: string;
  readonly what: string;
  readonly caveats: string;
  readonly first_year: number | null;
  readonly last_year: number | null;
  readonly rows: number;
  readonly tables: string | null;
}

const SOURCE_ROWS = 'SELECT * FROM sources ORDER BY id';

/** Every source, by record. */
export async function sourcesByRecord(): Promise<[record: string, rows: SourceRow[]][]> {
  return [...Map.groupBy(await query<SourceRow>(SOURCE_ROWS), (s) => s.record)];
}

/** What a record is called: of one with several bases, what their titles share. */
export const recordTitle = (rows: readonly SourceRow[]): string =>
  (rows.length === 1 ? rows[0]?.title : rows[0]?.title.split(',')[0]) ?? '';

/** The sources that rows of a table rest on. */
export async function sourcesOfTable(table: string): Promise<[record: string, rows: SourceRow[]][]> {
  return (await sourcesByRecord())
    .map(([record, rows]): [string, SourceRow[]] => [
      record,
      rows.filter((s) => s.tables?.split('\n').includes(table)),
    ])
    .filter(([, rows]) => rows.length > 0);
}

/** Address of a table's page, from the root. */
export const tableHref = (table: string): string => `/data/${table.replaceAll('_', '-')}/`;

export interface CatalogueTable {
  readonly name: TableName;
  readonly chapter: string;
  readonly resource: Resource;
  /** Tables that columns point to, and whose rows they need to be read. */
  readonly references: readonly [column: string, table: string][];
}

/** Every table of the release, in the order of the chapters. */
export async function catalogueTables(): Promise<CatalogueTable[]> {
  const { manifest } = await openRelease();
  return CHAPTERS.flatMap(({ title, tables }) =>
    tables.flatMap((name) => {
      const resource = manifest.resources.find((r) => r.name === name);
      return resource
        ? [{ name, chapter: title, resource, references: Object.entries(schemaOf(name).references ?? {}) }]
        : [];
    }),
  );
}

/** A small text file of the release, such as a citation. */
export const releaseText = (path: string): Promise<string> => readFile(join(RELEASE, path), 'utf8');

/** Bytes as readers know them. */
export const bytes = (n: number): string =>
  n < 1e5
    ? `${Math.max(1, Math.round(n / 1e3)).toLocaleString('en-GB')} kB`
    : `${(n / 1e6).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} MB`;

/** JSON for a script element: nothing in it can end the element. */
export const inScript = (json: string): string => json.trim().replaceAll('<', '\\u003c');
