import type { Query } from '../../engine/engine.ts';
import type { State } from '../params.ts';

export type TableCoverageRows = { readonly cells: readonly SeriesYear[] };

/** How many countries and rows a series of a source has in a year. */
export interface SeriesYear {
  readonly source: string;
  readonly series: string;
  readonly year: number;
  readonly countries: number;
  readonly rows: number;
}

/** All sources of a table: that they are side by side is what the figure is about, and every row names its own. */
export const queries = ({ table }: Pick<State, 'table'>): { [K in keyof TableCoverageRows]: Query } => ({
  cells: {
    sql: `SELECT source, series, year, countries, rows FROM table_coverage WHERE table_name = $table ORDER BY source, series, year`,
    params: { table },
    needs: ['table_coverage'],
  },
});
