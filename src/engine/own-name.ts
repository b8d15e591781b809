import { tokensOf } from './tokens.ts';

/** Words that DuckDB 0.9.1 reads as something else than a table's name, unless they stand in quotes. */
const RESERVED = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default
  deferrable desc describe distinct do else end except false fetch for foreign from grant group having in initially
  intersect into lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary
  qualify references returning select show some summarize symmetric table then to trailing true union unique unpivot
  using variadic when where window with`.split(/\s+/),
);
/** Words that begin a join or a function, and can name no table. */
const JOINS = new Set(
  `anti asof authorization binary collation columns concurrently cross freeze full generated glob ilike inner is isnull join
  left like map natural notnull outer overlaps positional right semi similar struct tablesample try_cast verbose`.split(
    /\s+/,
  ),
);

/** Longest name of a reader's own table. */
const LONGEST = 60;

/**
 * What is wrong with a name for a reader's own table, in words, or null. SQL must be able to write it without quotes,
 * and it may not hide a table of the release; upper and lower case are the same.
 * @param taken names that tables and relations of the release have
 */
export function faultOfName(name: string, taken: readonly string[]): string | null {
  const lower = name.toLowerCase();
  if (!name) return 'The table needs a name.';
  if (name.length > LONGEST) return `The name of a table has at most ${LONGEST} letters.`;
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
    return `${name} is no name for a table: a name begins with a letter and has letters, digits and _ alone.`;
  if (RESERVED.has(lower) || JOINS.has(lower))
    return `${name} is a word of SQL, so no table can have it as a name.`;
  if (taken.some((one) => one.toLowerCase() === lower))
    return `The release has a table ${lower} already: choose another name.`;
  return null;
}

/** Every name that SQL text may mean a table by, in lower case. */
export function mentioned(sql: string): Set<string> {
  const names = new Set<string>();
  for (const { kind, text } of tokensOf(sql)) {
    if (kind === 'word') names.add(text.toLowerCase());
    else if (kind === 'quoted' && text.startsWith('"')) names.add(text.slice(1, -1).toLowerCase());
  }
  return names;
}
