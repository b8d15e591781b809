import type { Field } from '../../src/model/release.ts';
import { schemaOf, type TableName } from '../../src/model/tables/index.ts';

/** DuckDB's types for those of the contract; the first is what we make, the others pass. Years are small. */
export const TYPES: Readonly<Record<Field['type'], readonly string[]>> = {
  string: ['VARCHAR'],
  integer: ['INTEGER', 'SMALLINT', 'BIGINT'],
  number: ['DOUBLE'],
  boolean: ['BOOLEAN'],
};

const columnType = ({ name, type }: Field): string =>
  type === 'integer' && /(^|_)year$/.test(name) ? 'SMALLINT' : (TYPES[type][0] as string);

/** The statement that makes a table, empty, as the contract promises it. */
export const createTable = (name: TableName): string =>
  `CREATE TABLE ${name} (${schemaOf(name)
    .fields.map((field) => `"${field.name}" ${columnType(field)}`)
    .join(', ')})`;
