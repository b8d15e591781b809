import { literal } from '../model/sql-literal.ts';
import type { Query } from './engine.ts';
import { replaceParameters } from './parameters.ts';

/**
 * A query with its values written into the text, for readers who go on from it by hand: plain numbers, where the engine's own
 * `withValues` writes each as the type that it binds.
 */
export function inlined({ sql, params }: Pick<Query, 'sql' | 'params'>): string {
  const written = replaceParameters(sql, (name) => {
    const value = params[name];
    return typeof value === 'string' ? literal(value) : String(value ?? 'NULL');
  });
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
