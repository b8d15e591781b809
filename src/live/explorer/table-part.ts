import type { ResultTable } from '../../engine/result-table.ts';
import { nextSort, type Sort } from '../../components/grid/sort-state.ts';
import { ResultGrid } from '../../components/grid/result-grid.ts';
import { READERS_ORDER, sortedTable } from '../../components/grid/sorted-table.ts';
import type { Table } from '../../views/view.ts';

/** All ties of a state as a table that can be sorted: only the rows in sight are in the page, however many there are. */
export class TablePart {
  private readonly grid: ResultGrid;
  private table: Table | null = null;
  private sort: Sort | null = null;

  /** @param element an empty element; @param say tells what was done to those who do not see it */
  constructor(element: HTMLElement, say: (words: string) => void) {
    const events = {
      onSort: (column: number) => {
        this.sort = nextSort(this.sort, column);
        this.write(true);
        const label = this.table?.columns[column]?.label ?? '';
        say(this.sort ? `Sorted by ${label}, ${this.sort.direction}.` : 'In the order of the figure.');
      },
      onCell: () => undefined,
      onCopy: () => say('Copied.'),
    };
    this.grid = new ResultGrid('All ties', events, 'plain');
    element.replaceChildren(this.grid.element);
  }

  show(table: Table): void {
    const same =
      this.table?.columns.map(({ key }) => key).join() === table.columns.map(({ key }) => key).join();
    this.table = table;
    if (!same) this.sort = null;
    // Other rows need other widths, though the columns are the same.
    this.write(false);
  }

  private write(sameColumns: boolean): void {
    if (this.table) this.grid.show(resultOf(this.table, this.sort), this.sort, sameColumns);
  }
}

/** A figure's table as the grid reads it, in an order; missing values stand last either way. */
export function resultOf({ columns, rows }: Table, sort: Sort | null): ResultTable {
  const table: ResultTable = {
    columns: columns.map(({ label, numeric }) => ({ name: label, type: numeric ? 'DOUBLE' : 'VARCHAR' })),
    rowCount: rows.length,
    truncated: false,
    bytes: 0,
    cell: (row, column) => rows[row]?.[columns[column]?.key ?? ''] ?? null,
  };
  return sort ? sortedTable(table, sort, READERS_ORDER) : table;
}
