import type { SqlParams, SqlValue } from './engine.ts';
import { tokensOf } from './tokens.ts';

/** SQL with numbered parameters (`$1`, `$2`, ...) and their values in that order. */
export interface Compiled {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** SQL with something else where its parameters stand. @param written what stands for "year" of `$year`, or "1" of `$1` */
export function replaceParameters(sql: string, written: (name: string) => string): string {
  let out = '';
  let copied = 0;
  for (const { kind, text, start, end } of tokensOf(sql)) {
    if (kind !== 'parameter') continue;
    out += sql.slice(copied, start) + written(text.slice(1));
    copied = end;
  }
  return out + sql.slice(copied);
}

/**
 * Turns `$name` into `$1`, `$2`, ... and collects the values. A name used twice keeps one number, so that the same
 * expression in SELECT and in GROUP BY stays the same. Names inside strings, quoted names, comments and
 * dollar-quoted strings are left alone. Values that the SQL does not use are ignored.
 * @throws {Error} for a parameter without a value, and for a positional parameter
 */
export function compile(sql: string, params: SqlParams = {}): Compiled {
  const numbers = new Map<string, number>();
  const values: SqlValue[] = [];
  const numbered = replaceParameters(sql, (name) => `$${numberOf(name)}`);
  return { sql: numbered, values };

  function numberOf(name: string): number {
    const known = numbers.get(name);
    if (known) return known;
    if (/^\d/.test(name)) throw new Error(`Parameters have names, such as $year: the SQL has $${name}.`);
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) {
      const given = Object.keys(params).map((key) => `$${key}`);
      throw new Error(`The SQL asks for $${name}, which has no value. Given: ${given.join(', ') || 'none'}.`);
    }
    values.push(value);
    numbers.set(name, values.length);
    return values.length;
  }
}

/**
 * How a value binds in both engines: whole numbers as INTEGER or BIGINT, others as DOUBLE.
 * @throws {Error} for what is not a string, a number, a boolean or null
 */
export function bindType(value: SqlValue): 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR' | 'BOOLEAN' | 'NULL' {
  if (value === null) return 'NULL';
  switch (typeof value) {
    case 'string':
      return 'VARCHAR';
    case 'boolean':
      return 'BOOLEAN';
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'DOUBLE';
      return (value | 0) === value ? 'INTEGER' : 'BIGINT';
    default:
      throw new Error(
        `A parameter is text, a number, true, false or null; this one is of type ${typeof value}.`,
      );
  }
}
