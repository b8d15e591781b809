/**
 * The flag of a value that is made from several: their letters, sorted, none twice; NULL where none has one. Arguments
 * are SQL expressions, written for DuckDB 0.9.1.
 */
export const joinedFlags = (...flags: readonly string[]): string =>
  `CASE WHEN coalesce(${flags.join(', ')}) IS NOT NULL THEN array_to_string(list_sort(list_distinct(string_split(concat(${flags.join(', ')}), ''))), '') END`;
