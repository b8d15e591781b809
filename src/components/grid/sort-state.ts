export type Direction = 'ascending' | 'descending';

export interface Sort {
  /** From zero. */
  readonly column: number;
  readonly direction: Direction;
}

/** What a further click on a column's head asks for: ascending, descending, and as the query has it. */
export function nextSort(current: Sort | null, column: number): Sort | null {
  if (current?.column !== column) return { column, direction: 'ascending' };
  return current.direction === 'ascending' ? { column, direction: 'descending' } : null;
}
