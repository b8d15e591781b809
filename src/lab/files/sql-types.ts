import type { ColumnType } from './reading.ts';

/** The types that columns have in the database. */
export const SQL_TYPES: Readonly<Record<Exclude<ColumnType, 'skip'>, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  'date-dmy': 'DATE',
  'date-mdy': 'DATE',
};
