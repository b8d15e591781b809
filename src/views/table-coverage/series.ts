import type { SeriesYear } from './sql.ts';

/** A row of the grid: one series of a source, or several of them, of which each year has the largest. */
export interface SeriesRow {
  readonly source: string;
  /** Names of the series; more than one where they are put together. */
  readonly series: readonly string[];
  readonly cells: readonly SeriesYear[];
}

/** More rows than this no reader compares. */
export const MOST_ROWS = 40;

/** Each series by itself, as the query ordered them. */
export const seriesOf = (cells: readonly SeriesYear[]): SeriesRow[] =>
  [...Map.groupBy(cells, (c) => `${c.source}\n${c.series}`).values()].map((of) => {
    const [{ source, series }] = of as [SeriesYear];
    return { source, series: [series], cells: of };
  });

/** The same in at most `most` rows: of the source with the most series, all are put together; then of the next. */
export function inRows(all: readonly SeriesRow[], most = MOST_ROWS): SeriesRow[] {
  let rows = [...all];
  while (rows.length > most) {
    const sources = [...Map.groupBy(rows, (r) => r.source).values()].sort((a, b) => b.length - a.length);
    const [largest = []] = sources;
    if (largest.length < 2) return rows;
    rows = rows.flatMap((row) =>
      row === largest[0] ? [together(largest)] : largest.includes(row) ? [] : [row],
    );
  }
  return rows;
}

/** The largest series of each year: countries of several series overlap, so they cannot be added up. */
function together(rows: readonly SeriesRow[]): SeriesRow {
  const years = Map.groupBy(
    rows.flatMap((r) => r.cells),
    (c) => c.year,
  );
  return {
    source: rows[0]?.source ?? '',
    series: rows.flatMap((r) => r.series),
    cells: [...years.values()].map((of) => of.reduce((a, b) => (b.countries > a.countries ? b : a))),
  };
}
