import Papa from 'papaparse';
import type { Cell } from '../../engine/engine.ts';
import { dataOf, type DataOf } from './formats/data.ts';

/**
 * A text that a spreadsheet would run as a formula, whatever stands before the sign. It is written with an apostrophe before
 * it, which spreadsheets hide. Numbers are never touched: −5 stays a number.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * What is shown, as a table of one header and one row a tie (or a row of the figure's table where it shows no ties), after RFC
 * 4180. Every row can stand alone: codes and names, layer, measure, year, title of the figure, source with its licence, release and
 * address. What is not there is empty, which is not zero. The order is that of the figure.
 */
export function csvOf(taken: DataOf): string {
  const { columns, rows } = dataOf(taken);
  const origin = originOf(taken);
  const keys = columns.map(({ key }) => key);
  // Columns of the figure win over ours of the same name.
  const added = Object.keys(origin).filter((key) => !keys.includes(key));
  const data = rows.map((row) => [
    ...keys.map((key) => row[key] ?? null),
    ...added.map((key) => origin[key] ?? null),
  ]);
  const options = { newline: '\r\n', escapeFormulae: FORMULA };
  return `${Papa.unparse({ fields: [...keys, ...added], data }, options)}\r\n`;
}

/** The bytes of the file. The mark at their head tells spreadsheets that they are UTF-8; readers of CSV skip it. */
export const csvBlob = (taken: DataOf): Blob =>
  new Blob(['\ufeff', csvOf(taken)], { type: 'text/csv;charset=utf-8' });

/** What a citation needs, the same in every row. */
const originOf = ({ title, sources, release, address }: DataOf): Readonly<Record<string, Cell>> => ({
  figure_title: title,
  source_title: sources.map(({ title, publisher }) => `${title}, ${publisher}`).join('; '),
  licence: [...new Set(sources.map(({ licence }) => licence))].join('; '),
  release,
  address,
});
