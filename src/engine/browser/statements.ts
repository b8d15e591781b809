import type { SqlValue } from '../engine.ts';
import { bindType, replaceParameters, type Compiled } from '../parameters.ts';
import { literal } from '../../model/sql-literal.ts';

/** Statements kept ready; a page has fewer views than this. */
const LIMIT = 64;

/**
 * Keeps statements prepared under short names, so that a parameter is a parameter, as in the native engine. Why SQL's
 * own PREPARE and EXECUTE: DuckDB-WASM's prepared statements bind every number as DOUBLE and cannot be cancelled.
 */
export class Statements {
  readonly #run: (sql: string) => Promise<unknown>;
  /** From SQL to its name, the least lately used first. */
  readonly #names = new Map<string, string>();
  #count = 0;

  constructor(run: (sql: string) => Promise<unknown>) {
    this.#run = run;
  }

  /** The text that runs a compiled query; SQL without parameters runs as it is. Throws as the engine does. */
  async textOf(sql: string, values: readonly SqlValue[]): Promise<string> {
    if (!values.length) return sql;
    let name = this.#names.get(sql);
    if (name === undefined) {
      name = `query_${++this.#count}`;
      await this.#run(`PREPARE ${name} AS ${sql}`);
    }
    this.#names.delete(sql);
    this.#names.set(sql, name);
    if (this.#names.size > LIMIT) await this.#forgetOldest();
    return `EXECUTE ${name}(${values.map(valueText).join(', ')})`;
  }

  async #forgetOldest(): Promise<void> {
    for (const [sql, name] of this.#names) {
      this.#names.delete(sql);
      await this.#run(`DEALLOCATE ${name}`);
      return;
    }
  }
}

/** A compiled query with its values written in: for statements that take no parameters. */
export const withValues = ({ sql, values }: Compiled): string =>
  // In brackets: a minus sign after another would begin a comment.
  replaceParameters(sql, (number) => `(${valueText(values[Number(number) - 1] ?? null)})`);

/** A value as SQL text, of the type that the native engine binds it with. */
export function valueText(value: SqlValue): string {
  switch (bindType(value)) {
    case 'NULL':
      return 'NULL';
    case 'VARCHAR':
      return literal(value as string);
    case 'DOUBLE': {
      // Without an exponent DuckDB would read a decimal.
      if (!Number.isFinite(value)) return `'${value}'::DOUBLE`;
      const text = Object.is(value, -0) ? '-0' : String(value);
      return text.includes('e') ? text : `${text}e0`;
    }
    default:
      return String(value);
  }
}
