import { heatGrid } from '../../charts/heat-grid.ts';
import { sourceName } from '../phrases.ts';
import type { View } from '../view.ts';
import { inRows, MOST_ROWS, seriesOf } from './series.ts';
import { queries, type TableCoverageRows } from './sql.ts';
import { seriesName, words } from './words.ts';

const TABLE_COVERAGE_FIELDS = ['table'] as const;
export type TableCoverageField = (typeof TABLE_COVERAGE_FIELDS)[number];

/** A table of the release: how many countries each of its sources and series has, year by year. */
export const tableCoverageView: View<TableCoverageField, TableCoverageRows> = {
  id: 'table-coverage',
  title: 'Coverage of a table',
  description: 'How many countries each source and series of a table has rows for, year by year.',
  fields: TABLE_COVERAGE_FIELDS,
  defaults: { table: 'flows' },
  widths: [328, 704],
  queries,
  chart: ({ cells }, { table }, atlas, frame) => {
    const all = seriesOf(cells);
    const rows = inRows(all);
    const divided = all.some(({ series }) => series[0] !== 'all');
    return heatGrid(
      {
        rows: rows.map(({ source, series, cells: of }, i) => ({
          label: divided ? seriesName(series) : sourceName(source, atlas),
          heading: divided && rows[i - 1]?.source !== source ? sourceName(source, atlas) : null,
          values: new Map(of.map((c) => [c.year, c.countries])),
        })),
        head: 'Countries and territories with a row',
        foot:
          rows.length < all.length
            ? `Sources with many series stand in one row, so that there are no more than ${MOST_ROWS}: each year shows its series with the most countries. Every series is in the table.`
            : null,
        empty: `No row of ${table} has a source, a year and a country.`,
      },
      frame,
    );
  },
  words,
  listed: () => [
    { table: 'flows' },
    { table: 'totals' },
    { table: 'publication_counts' },
    { table: 'country_context' },
  ],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
