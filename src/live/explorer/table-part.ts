import type { Cell } from '../../engine/engine.ts';
import type { ResultTable } from '../../engine/result-table.ts';
import { nextSort, type Sort } from '../../components/grid/sort-state.ts';
import { ResultGrid } from '../../components/grid/result-grid.ts';
import type { Table } from '../../views/view.ts';

/** All ties of a state as a table that can be sorted: only the rows in sight are in the page, however many there are. */
export class TablePart {
  private readonly grid: ResultGrid;
  private table: Table | null = null;
  private sort: Sort | null = null;

  /** @param element an empty element; @param say tells what was done to those who do not see it */
  constructor(element: HTMLElement, say: (words: string) => void) {
    this.grid = new ResultGrid('All ties', {
      onSort: (column) => {
        this.sort = nextSort(this.sort, column);
        this.write(true);
        const label = this.table?.columns[column]?.label ?? '';
        say(this.sort ? `Sorted by ${label}, ${this.sort.direction}.` : 'In the order of the figure.');
      },
      onCell: () => undefined,
      onCopy: () => say('Copied.'),
    });
    element.replaceChildren(this.grid.element);
  }

  show(table: Table): void {
    const same =
      this.table?.columns.map(({ key }) => key).join() === table.columns.map(({ key }) => key).join();
    this.table = table;
    if (!same) this.sort = null;
    this.write(same);
  }

  private write(sameColumns: boolean): void {
    if (this.table) this.grid.show(resultOf(this.table, this.sort), this.sort, sameColumns);
  }
}

/** A figure's table as the grid reads it, in an order; missing values stand last either way. */
export function resultOf({ columns, rows }: Table, sort: Sort | null): ResultTable {
  const key = sort ? columns[sort.column]?.key : undefined;
  const turn = sort?.direction === 'descending' ? -1 : 1;
  const ordered =
    key === undefined ? rows : [...rows].sort((a, b) => compare(a[key] ?? null, b[key] ?? null, turn));
  return {
    columns: columns.map(({ label, numeric }) => ({ name: label, type: numeric ? 'DOUBLE' : 'VARCHAR' })),
    rowCount: ordered.length,
    truncated: false,
    bytes: 0,
    cell: (row, column) => ordered[row]?.[columns[column]?.key ?? ''] ?? null,
  };
}

function compare(a: Cell, b: Cell, turn: 1 | -1): number {
  if (a === null || b === null || a === '' || b === '')
    return Number(a === null || a === '') - Number(b === null || b === '');
  if (typeof a === 'number' && typeof b === 'number') return turn * (a - b);
  return turn * String(a).localeCompare(String(b), 'en');
}
