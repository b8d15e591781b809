import { count } from '../../charts/format.ts';
import { labelAt } from './chart-choice.ts';
import type { ChartColumn } from './chart-columns.ts';
import type { Bar, Reading } from './chart-drawn.ts';
import { numbersOf, rowsWords } from './chart-numbers.ts';

const MOST_BARS = 20;

/** The largest rows of a number, with their names; and what the others come to, where that says something. */
export async function readBars({
  table,
  columns,
  choice,
  names,
}: Reading): Promise<{ bars: Bar[]; notes: string[] }> {
  const { values, notes } = await numbersOf(table, columns[choice.x]);
  const rows = Array.from(values.keys()).filter((row) => Number.isFinite(values[row]));
  const at = (row: number): number => values[row] ?? 0;
  const signed = rows.some((row) => at(row) < 0);
  const size = (row: number): number => Math.abs(at(row));
  const kept = largest(rows, MOST_BARS, size).sort((a, b) => at(b) - at(a) || a - b);
  const drawn = kept.map((row) => ({
    label: labelAt(table, columns, choice.y ?? 0, row, names),
    value: at(row),
    colour: choice.colour === null ? null : labelAt(table, columns, choice.colour, row, names),
  }));
  const rest = rows.length - kept.length;
  if (!rest) return { bars: drawn, notes };
  const shown = new Set(kept);
  // Only what counts one thing may be added up: a sum of shares, of years or of layers says nothing.
  const sum = rows.reduce((total, row) => (shown.has(row) ? total : total + at(row)), 0);
  const adds =
    columns[choice.x]?.isCount && !columns.some(isOtherKind) && Number.isSafeInteger(sum)
      ? `, which come to ${count(sum)} together,`
      : '';
  const which = signed ? 'farthest from zero' : 'largest';
  return {
    bars: drawn,
    notes: [
      `The ${MOST_BARS} ${which} of ${rowsWords(rows.length)}; the other ${count(rest)} rows${adds} are not drawn.`,
      ...notes,
    ],
  };
}

/** Whether rows with other values here count something else, or the same at another time. */
const isOtherKind = ({ kind, name, varies }: ChartColumn): boolean =>
  varies && (kind === 'time' || /^(?:layer|source|measure|indicator|unit|series|kind)$/i.test(name));

/** The `most` rows of the greatest size, in any order; of equal ones the first. */
function largest(rows: readonly number[], most: number, size: (row: number) => number): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    if (kept.length === most && size(row) <= size(kept[most - 1] ?? row)) continue;
    const at = kept.findLastIndex((other) => size(other) >= size(row)) + 1;
    kept.splice(at, 0, row);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
