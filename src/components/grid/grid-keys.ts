/** A cell of a table; row −1 is the head. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows of a page. */
  readonly page: number;
}

/** Where a key leads from a cell, or null for a key that leads nowhere. `jump` is the Control or the Command key. */
export function moveBy(
  key: string,
  jump: boolean,
  { row, column }: CellAt,
  { rows, columns, page }: GridSize,
): CellAt | null {
  const to = (toRow: number, toColumn: number): CellAt => ({
    row: Math.min(rows - 1, Math.max(-1, toRow)),
    column: Math.min(columns - 1, Math.max(0, toColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return jump ? to(Math.min(row, 0), column) : to(row - 1, column);
    case 'ArrowDown':
      return jump ? to(rows - 1, column) : to(row + 1, column);
    case 'ArrowLeft':
      return to(row, jump ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, jump ? columns - 1 : column + 1);
    case 'Home':
      return jump ? to(0, 0) : to(row, 0);
    case 'End':
      return jump ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case 'PageUp':
      return to(row < 0 ? -1 : Math.max(0, row - page), column);
    case 'PageDown':
      return to(row + page, column);
    default:
      return null;
  }
}
