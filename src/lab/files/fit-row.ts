/**
 * A row with as many fields as there are columns; null if it has fewer, or more that are not empty: a delimiter at the
 * end of each line adds no field.
 */
export function fitRow(row: string[], columns: number): string[] | null {
  if (row.length === columns) return row;
  if (row.length < columns) return null;
  for (let n = columns; n < row.length; n++) if (row[n]?.trim()) return null;
  return row.slice(0, columns);
}

/** The same made to fit: what lacks is empty, what is beyond is cut off. */
export const forceRow = (row: readonly string[], columns: number): string[] =>
  Array.from({ length: columns }, (_, n) => row[n] ?? '');
