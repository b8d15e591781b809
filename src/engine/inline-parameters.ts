import { literal } from '../model/sql-literal.ts';
import type { Query } from './engine.ts';
import { tokensOf } from './tokens.ts';

/** A query with its values written into the text: for readers who go on from it by hand. Strings are quoted. */
export function inlined({ sql, params }: Pick<Query, 'sql' | 'params'>): string {
  let out = '';
  let copied = 0;
  for (const { kind, text, start, end } of tokensOf(sql)) {
    if (kind !== 'parameter') continue;
    const value = params[text.slice(1)];
    out += sql.slice(copied, start) + (typeof value === 'string' ? literal(value) : String(value ?? 'NULL'));
    copied = end;
  }
  return (out + sql.slice(copied))
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
