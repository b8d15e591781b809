import { tokensOf } from '../engine/tokens.ts';

/** Words with which a query asks what tables there are: then all have to be there. */
const ABOUT_ALL =
  /^(information_schema|sqlite_master|pg_\w+|duckdb_(columns|constraints|schemas|tables|views)|pragma_\w+)$/i;

/**
 * Tables and views of the release that a query may read: those whose names stand in it. A name too many, of a column
 * or an alias, costs a download; a name too few would be an error, so words decide and not the grammar.
 * @returns null for a query that asks what there is
 */
export function needsOf(sql: string, names: readonly string[]): string[] | null {
  const known = new Map(names.map((name) => [name.toLowerCase(), name]));
  const needs = new Set<string>();
  let before = '';
  for (const { kind, text } of tokensOf(sql)) {
    if (kind === 'comment') continue;
    const named =
      kind === 'word'
        ? text
        : kind === 'quoted' && (text.startsWith('"') || /^(from|join)$/i.test(before))
          ? text.slice(1, -1)
          : '';
    if (ABOUT_ALL.test(named)) return null;
    if (/^show$/i.test(text) && before === '') return null;
    const table = known.get(named.toLowerCase());
    if (table) needs.add(table);
    before = text;
  }
  return [...needs];
}
