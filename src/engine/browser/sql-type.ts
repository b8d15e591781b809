import type { ArrowType } from './cell.ts';

/** A type of Arrow in SQL's words. Arrow has one type for UUID, JSON and text: all are `VARCHAR`. */
export function sqlType(type: ArrowType): string {
  const inner = type.children ?? [];
  switch (type.typeId) {
    case 1:
      return 'NULL';
    case 2:
      return `${type.isSigned === false ? 'U' : ''}${INTEGERS[type.bitWidth ?? 32] ?? 'INTEGER'}`;
    case 3:
      return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
    case 5:
      return 'VARCHAR';
    case 6:
      return 'BOOLEAN';
    case 7:
      // Arrow has no integers of 128 bits: DuckDB writes them as the widest whole decimals.
      return type.precision === 38 && !type.scale ? 'HUGEINT' : `DECIMAL(${type.precision},${type.scale})`;
    case 8:
      return 'DATE';
    case 9:
      return 'TIME';
    case 10:
      return type.timezone ? 'TIMESTAMP WITH TIME ZONE' : 'TIMESTAMP';
    case 12:
      return `${inner[0] ? sqlType(inner[0].type) : ''}[]`;
    case 13:
      return `STRUCT(${inner.map((field) => `${field.name} ${sqlType(field.type)}`).join(', ')})`;
    case 17:
      return `MAP(${(inner[0]?.type.children ?? []).map((field) => sqlType(field.type)).join(', ')})`;
    default:
      return 'UNKNOWN';
  }
}

const INTEGERS: Readonly<Record<number, string>> = {
  8: 'TINYINT',
  16: 'SMALLINT',
  32: 'INTEGER',
  64: 'BIGINT',
};
