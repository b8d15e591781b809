import { count } from '../charts/format.ts';
import type { ResultTable } from '../engine/result-table.ts';

/** A time as a reader takes it in: "4 ms", "0.12 s", "1 min 5 s". */
export function duration(ms: number): string {
  if (ms < 99.5) return `${Math.max(1, Math.round(ms))} ms`;
  if (ms < 59_995) return `${(ms / 1000).toFixed(ms < 9995 ? 2 : 1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

export const rowsInWords = (rows: number): string => (rows === 1 ? '1 row' : `${count(rows)} rows`);

/** What came of a run, in one line. */
export function outcome(
  { rowCount, truncated }: Pick<ResultTable, 'rowCount' | 'truncated'>,
  ms: number,
): string {
  const rows = truncated
    ? `The first ${rowsInWords(rowCount)}, for all would not fit here,`
    : rowCount
      ? rowsInWords(rowCount)
      : 'No rows';
  return `${rows} in ${duration(ms)}`;
}

/** The line by which a query is known in a list: its first that is not empty, a comment's own words. */
export function headOf(sql: string, most = 90): string {
  const line =
    sql
      .split('\n')
      .map((one) => one.replace(/^\s*--\s*/, '').trim())
      .find(Boolean) ?? '';
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

/** A name for files made of a query's answer, from its first line: "the-largest-host-of-each-origin". */
export const fileBase = (sql: string): string =>
  headOf(sql, 200)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '') || 'query';

/** The question that a query answers, if its first line is a comment that says so. */
export function questionOf(sql: string): string | null {
  const comment = /^\s*--([^\n]*)/.exec(sql)?.[1]?.trim();
  return comment ? comment.replace(/[.:]$/, '') : null;
}
