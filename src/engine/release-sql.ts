import { literal } from '../model/sql-literal.ts';
import type { Relation, Release } from '../model/release.ts';

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statement that makes a table from a Parquet file. */
export const createTable = (name: string, file: string): string =>
  `CREATE OR REPLACE TABLE ${quoted(name)} AS SELECT * FROM read_parquet(${literal(file)})`;

/** The statement that makes a relation: a table if it is stored, else a view. */
export const createRelation = (relation: Relation): string =>
  `CREATE OR REPLACE ${relation.stored ? 'TABLE' : 'VIEW'} ${quoted(relation.name)} AS ${relation.sql.trim().replace(/;$/, '')}`;

/**
 * Checks that every name is a table or a relation of the release.
 * @throws {Error} that lists what the release has
 */
export function checkNames(release: Release, names: readonly string[]): void {
  const known = [...release.resources, ...release.relations].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length)
    throw new Error(
      `The release has no table or relation ${unknown.join(', ')}. It has: ${known.join(', ')}.`,
    );
}
