import type { ChartColumn } from './chart-columns.ts';
import type { Drawn, Reading, TimeKind } from './chart-drawn.ts';
import { numbersOf } from './chart-numbers.ts';
import { readBars } from './read-bars.ts';
import { readLines, readPoints } from './read-groups.ts';

/** Reads of a result what a chart of it draws. Gives the page time in between. */
export async function readForChart(reading: Reading): Promise<Drawn> {
  const { table, columns, choice } = reading;
  const names = { xName: nameOf(columns, choice.x), yName: nameOf(columns, choice.y) };
  const time = timeKind(columns[choice.x]);
  const { mark } = choice;
  switch (mark) {
    case 'bars':
      return { mark, ...names, ...(await readBars(reading)) };
    case 'histogram': {
      const { values, notes } = await numbersOf(table, columns[choice.x]);
      const known = values.filter(Number.isFinite);
      return { mark, ...names, values: known, whole: known.every(Number.isInteger), notes, time };
    }
    case 'lines':
      return { mark, ...names, ...(await readLines(reading)), time };
    case 'points':
      return { mark, ...names, ...(await readPoints(reading)), time };
  }
}

const nameOf = (columns: readonly ChartColumn[], index: number | null): string =>
  index === null ? 'rows' : (columns[index]?.name ?? '');

const timeKind = (column?: ChartColumn): TimeKind =>
  column?.kind !== 'time' ? null : column.isDate ? 'dates' : 'years';
