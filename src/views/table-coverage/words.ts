import { count, quantity, span, years } from '../../charts/format.ts';
import type { State } from '../params.ts';
import { sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import { inRows, seriesOf, type SeriesRow } from './series.ts';
import type { SeriesYear, TableCoverageRows } from './sql.ts';

export function words({ cells }: TableCoverageRows, { table }: Pick<State, 'table'>, atlas: Atlas): Words {
  const title = `Countries with rows in ${table}, by source and year`;
  const all = seriesOf(cells);
  const shown = inRows(all);
  const named = shown.slice(0, 5).map((row) => `${nameOf(row, atlas)}, ${rangeOf(row.cells)}`);
  const rest = shown.length - named.length;
  return {
    title,
    takeaway: takeaway(cells, table, atlas),
    alt: all.length
      ? `Grid of ${shown.length === 1 ? 'one row' : `${shown.length} rows`} by year, shaded by the number of countries: ${[...named, ...(rest ? [`${rest} more`] : [])].join('; ')}. Every series is in the table.`
      : `No grid: no row of ${table} has a source, a year and a country.`,
    coverage: null,
    notes: all.length
      ? ['A fall is more often a country that stopped reporting than a fall of what is counted.']
      : [],
    sources: [...new Set(cells.map((c) => c.source))],
    table: {
      caption: title,
      columns: [
        { key: 'source', label: 'Source' },
        { key: 'series', label: 'Series' },
        { key: 'years', label: 'Years with rows' },
        { key: 'fewest', label: 'Fewest countries in a year', numeric: true },
        { key: 'most', label: 'Most countries in a year', numeric: true },
        { key: 'rows', label: 'Rows', numeric: true },
      ],
      rows: all.map(({ source, series, cells: of }) => ({
        source: sourceName(source, atlas),
        series: seriesName(series),
        years: years(of.map((c) => c.year)),
        fewest: Math.min(...of.map((c) => c.countries)),
        most: Math.max(...of.map((c) => c.countries)),
        rows: of.reduce((sum, c) => sum + c.rows, 0),
      })),
    },
  };
}

/** "tertiary_enrolment_ratio" → "tertiary enrolment ratio"; of several put together, how many. */
export const seriesName = (series: readonly string[]): string =>
  series.length > 1 ? `${count(series.length)} series` : (series[0] ?? '').replaceAll('_', ' ');

const nameOf = ({ source, series }: SeriesRow, atlas: Atlas): string =>
  series.length === 1 && series[0] === 'all'
    ? sourceName(source, atlas)
    : `${sourceName(source, atlas)} (${seriesName(series)})`;

function rangeOf(cells: readonly SeriesYear[]): string {
  const [all, of] = [cells.map((c) => c.year), cells.map((c) => c.countries)];
  const [least, most] = [Math.min(...of), Math.max(...of)];
  return `${span(Math.min(...all), Math.max(...all))}, ${least === most ? count(most) : `${count(least)} to ${count(most)}`} countries`;
}

/** The series and year with the most countries: of equal ones the latest year. Nothing stands out where all are equal. */
function takeaway(cells: readonly SeriesYear[], table: string, atlas: Atlas): string | null {
  const [most] = cells.toSorted((a, b) => b.countries - a.countries || b.year - a.year);
  if (!most || cells.every((c) => c.countries === most.countries)) return null;
  const [which, of] = most.series === 'all' ? ['', ''] : [' and series', `, ${seriesName([most.series])}`];
  return `The table ${table} has rows of ${quantity(most.countries, 'countries')} in ${most.year}, the most of any year${which} (${sourceName(most.source, atlas)}${of}).`;
}
