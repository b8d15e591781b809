import type { ResultTable } from '../../engine/result-table.ts';
import type { ChartColumn } from './chart-columns.ts';

export const MARKS = ['lines', 'bars', 'points', 'histogram'] as const;
export type Mark = (typeof MARKS)[number];

/** In place of a column: all texts that vary, joined, or the row's number. */
export const ALL_TEXTS = -1;
export const ROW_NUMBER = -2;

/** What is drawn of a result: columns by index, or `ALL_TEXTS`, `ROW_NUMBER`; null for none. */
export interface Choice {
  readonly mark: Mark;
  /** Lines, points: along the foot. Bars: how long they are. Histogram: what is counted in classes. */
  readonly x: number;
  /** Lines, points: how high. Bars: the name before the bar. Histogram: none. */
  readonly y: number | null;
  readonly colour: number | null;
}

/** What may be chosen for a mark, the best first. */
export interface Offer {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: readonly number[];
}

/** Names of numbers that are seldom what a chart is about. */
const ASIDE = /(?:^|_)(?:rank|row|no|nr|id|code|m49|lat|lon|low|high|coverage)(?:$|_)/i;

/** Columns that a mark can draw. A mark that lacks one of its columns is not drawn. */
export function offerOf(columns: readonly ChartColumn[], mark: Mark): Offer {
  const of = (...kinds: ChartColumn['kind'][]) => columns.filter(({ kind }) => kinds.includes(kind));
  const indices = (list: readonly ChartColumn[]) => list.map(({ index }) => index);
  const numbers = of('number').sort((a, b) => Number(ASIDE.test(a.name)) - Number(ASIDE.test(b.name)));
  const values = indices([...numbers, ...of('time').filter(({ isDate }) => !isDate)]);
  const texts = of('text').sort((a, b) => Number(b.varies) - Number(a.varies));
  const varying = texts.filter(({ varies }) => varies);
  const names = [...indices(texts), ...(varying.length > 1 ? [ALL_TEXTS] : [])];
  switch (mark) {
    case 'lines':
      return { x: indices([...of('time'), ...numbers]), y: values, colour: names };
    case 'bars':
      return { x: values, y: [...names, ...indices(of('time')), ROW_NUMBER], colour: indices(texts) };
    case 'points':
      return { x: indices([...numbers, ...of('time')]), y: values, colour: names };
    case 'histogram':
      return { x: values, y: [], colour: [] };
  }
}

/** Whether the result has the columns that a mark needs: for lines and points, two that differ. */
export function canDraw(columns: readonly ChartColumn[], mark: Mark): boolean {
  const { x, y } = offerOf(columns, mark);
  if (mark === 'lines' || mark === 'points')
    return x.length > 0 && y.some((index) => x.some((other) => other !== index));
  return x.length > 0;
}

/**
 * What to draw where the reader has not said: years with a number as lines, names with a number as bars, two numbers
 * as points, one number as a histogram. Null where no column holds numbers.
 */
export function defaultChoice(table: ResultTable, columns: readonly ChartColumn[]): Choice | null {
  const number = columns.some(({ kind }) => kind === 'number');
  const time = columns.find(({ kind, varies }) => kind === 'time' && varies);
  const texts = columns.filter(({ kind, varies }) => kind === 'text' && varies);
  const inTime = number && time !== undefined;
  if (inTime) {
    const lines = choiceOf(table, columns, 'lines');
    if (lines && !repeats(table, columns, [lines.x, lines.colour])) return lines;
  }
  if (number && (texts.length || table.rowCount === 1)) {
    const bars = choiceOf(table, columns, 'bars');
    // Rows of many years that no name tells apart say more where they stand in time.
    if (!inTime || bars?.y !== ROW_NUMBER) return bars;
  }
  if (inTime || columns.filter(({ kind }) => kind === 'number').length > 1)
    return choiceOf(table, columns, 'points');
  if (number) return choiceOf(table, columns, table.rowCount > 1 ? 'histogram' : 'bars');
  return time && !time.isDate ? choiceOf(table, columns, 'histogram') : null;
}

/** The best columns for a mark, or null where the result has none for it. */
export function choiceOf(table: ResultTable, columns: readonly ChartColumn[], mark: Mark): Choice | null {
  if (!canDraw(columns, mark)) return null;
  const { x: across, y: up, colour } = offerOf(columns, mark);
  if (mark === 'histogram') return { mark, x: across[0] ?? 0, y: null, colour: null };
  if (mark === 'bars') {
    const x = across[0] ?? 0;
    // The first name that tells the rows apart, or all of them together.
    const y = up.find((index) => !repeats(table, columns, [index])) ?? ROW_NUMBER;
    return { mark, x, y, colour: null };
  }
  const varying = colour.filter((index) => index < 0 || columns[index]?.varies);
  const [number, other] = columns.filter(({ kind }) => kind === 'number');
  const time = columns.find(({ kind, varies }) => kind === 'time' && varies);
  if (mark === 'points' && number && !other && time)
    return { mark, x: time.index, y: number.index, colour: varying[0] ?? null };
  const pair = across.flatMap((x) => up.filter((y) => y !== x).map((y) => [x, y] as const))[0];
  if (!pair) return null;
  const [x, y] = pair;
  if (mark === 'points') return { mark, x, y, colour: null };
  const series = varying.find((index) => !repeats(table, columns, [x, index])) ?? varying[0] ?? null;
  return { mark, x, y, colour: repeats(table, columns, [x]) ? series : null };
}

/** Whether two of the first rows have the same values in all of some columns. */
export function repeats(
  table: ResultTable,
  columns: readonly ChartColumn[],
  keys: readonly (number | null)[],
  most = 5000,
): boolean {
  const seen = new Set<string>();
  for (let row = 0; row < Math.min(most, table.rowCount); row++) {
    const key = JSON.stringify(
      keys.map((index) => (index === null ? null : labelAt(table, columns, index, row))),
    );
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** A row's name: of one column, of all texts that vary, or its number. `names` says codes of countries in words. */
export function labelAt(
  table: ResultTable,
  columns: readonly ChartColumn[],
  index: number,
  row: number,
  names: ReadonlyMap<string, string> = new Map(),
): string {
  if (index === ROW_NUMBER) return `row ${row + 1}`;
  const chosen =
    index === ALL_TEXTS ? columns.filter(({ kind, varies }) => kind === 'text' && varies) : [columns[index]];
  return chosen
    .flatMap((column) => {
      const value = column ? table.cell(row, column.index) : null;
      if (value === null) return index === ALL_TEXTS ? [] : [{ column, words: 'no value' }];
      const words = column?.isCountry ? (names.get(String(value)) ?? String(value)) : String(value);
      return [{ column, words: words || 'empty text' }];
    })
    .map(({ column, words }, n, all) => {
      const pair = column?.name === 'destination' && all[n - 1]?.column?.name === 'origin';
      // Ends of a tie that may have no direction.
      return n === 0 ? words : `${pair ? ' – ' : ', '}${words}`;
    })
    .join('');
}
