import { CONTEXT } from './context.ts';
import { CORE } from './core.ts';
import { INDICATOR_TABLES } from './indicators.ts';
import { ORGANISATIONS } from './organisations.ts';
import { PROJECTS } from './projects.ts';
import { PUBLICATIONS } from './publications.ts';
import { QUALITY } from './quality.ts';
import { REGISTERS } from './registers.ts';
import type { TableSchema } from './fields.ts';

export type { TableSchema } from './fields.ts';

/** Version of the public contract below. A new table or column is a minor step; a name, key or meaning that changes is a major one. */
export const SCHEMA_VERSION = '2.0.0';

/** The tables of a release: names, columns and keys are a public contract. */
export const TABLES = {
  ...CORE,
  ...PROJECTS,
  ...ORGANISATIONS,
  ...REGISTERS,
  ...PUBLICATIONS,
  ...CONTEXT,
  ...INDICATOR_TABLES,
  ...QUALITY,
} as const satisfies Record<string, TableSchema>;

export type TableName = keyof typeof TABLES;

/** The tables in chapters, as the catalogue lists them. */
export const CHAPTERS: readonly { readonly title: string; readonly tables: readonly TableName[] }[] = [
  { title: 'Flows, totals and their coverage', tables: Object.keys(CORE) as TableName[] },
  { title: 'Funded projects', tables: Object.keys(PROJECTS) as TableName[] },
  { title: 'Organisations', tables: Object.keys(ORGANISATIONS) as TableName[] },
  { title: "Host countries' own registers", tables: Object.keys(REGISTERS) as TableName[] },
  { title: 'Articles, on Scopus', tables: Object.keys(PUBLICATIONS) as TableName[] },
  { title: 'Context: countries, pairs, groups', tables: Object.keys(CONTEXT) as TableName[] },
  { title: 'Indicators and models', tables: Object.keys(INDICATOR_TABLES) as TableName[] },
  { title: 'Quality', tables: Object.keys(QUALITY) as TableName[] },
];

/** A table's promise, whatever its columns. */
export const schemaOf = (name: TableName): TableSchema => TABLES[name];
