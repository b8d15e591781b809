import Papa from 'papaparse';
import type { Cell } from '../../engine/engine.ts';
import type { Places } from '../../model/country.ts';
import { flagWords } from '../../model/flag.ts';
import type { ShownTie } from '../../model/tie.ts';
import { cleanNumber } from './clean-number.ts';
import type { Series, Taken } from './taken.ts';

type Row = Record<string, Cell>;

/**
 * A text that a spreadsheet would run as a formula, whatever stands before the sign. It is written with an apostrophe before
 * it, which spreadsheets hide. Numbers are never touched: −5 stays a number.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * What is shown, as a table of one header and one row a tie (or a row of the figure's table where it shows no ties), after RFC
 * 4180. Every row can stand alone: codes and names, layer, measure, year, source with its licence, release and address.
 * What is not there is empty, which is not zero. The order is that of the figure.
 */
export function csvOf(taken: Taken): string {
  const rows = taken.ties
    ? taken.ties.map((tie) => ({ ...tieCells(tie, taken), ...origin(taken) }))
    : tableRows(taken);
  const fields = [...new Set((rows[0] ? rows : [emptyRow(taken)]).flatMap((row) => Object.keys(row)))];
  return `${Papa.unparse({ fields, data: rows.map((row) => fields.map((field) => row[field] ?? null)) }, { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
}

/** The bytes of the file. The mark at their head tells spreadsheets that they are UTF-8; readers of CSV skip it. */
export const csvBlob = (taken: Taken): Blob =>
  new Blob(['\ufeff', csvOf(taken)], { type: 'text/csv;charset=utf-8' });

function tieCells(tie: ShownTie, { series, against, measure, scale, places }: Taken): Row {
  return {
    origin: tie.origin,
    origin_name: nameOf(tie.origin, places),
    destination: tie.destination,
    destination_name: nameOf(tie.destination, places),
    layer: series.layer.id,
    ...yearCells(series),
    count: cleanNumber(tie.count),
    measure,
    value: cleanNumber(tie.value),
    unit: scale.unit || null,
    low: cleanNumber(tie.low),
    high: cleanNumber(tie.high),
    flag: tie.flag,
    flag_meaning: flagWords(tie.flag) || null,
    ...(against ? againstCells(tie, against) : {}),
    source: series.source,
  };
}

const againstCells = (tie: ShownTie, against: Series): Row => ({
  other_value: cleanNumber(tie.other),
  other_layer: against.layer.id,
  ...yearCells(against, 'other_'),
  other_source: against.source,
});

/** One column for one year, two for a run of years: a range in one cell is no number. */
const yearCells = ({ years: [first, last] }: Series, prefix = ''): Row =>
  first === last
    ? { [`${prefix}year`]: first }
    : { [`${prefix}first_year`]: first, [`${prefix}last_year`]: last };

/** What a citation needs, the same in every row. */
function origin({ sources, release, address }: Taken): Row {
  return {
    source_title: sources.map(({ title, publisher }) => `${title}, ${publisher}`).join('; '),
    licence: [...new Set(sources.map(({ licence }) => licence))].join('; '),
    release,
    address,
  };
}

/** The figure's own table, with codes beside columns that hold nothing but names of places, and with where it is from. */
function tableRows(taken: Taken): Row[] {
  const { table, series, measure } = taken;
  const codes = new Map(
    [...taken.places.values()].map(({ iso3, short_name }): [string, string] => [short_name, iso3]),
  );
  const named = new Set(
    table.columns
      .filter(({ key }) => table.rows.length && table.rows.every((row) => codes.has(String(row[key]))))
      .map(({ key }) => key),
  );
  const dated = table.columns.some(({ key }) => /(^|_)years?$/.test(key));
  return table.rows.map((row) => ({
    ...Object.fromEntries(
      table.columns.flatMap(({ key }): [string, Cell][] => [
        ...(named.has(key) ? [[`${key}_iso3`, codes.get(String(row[key])) ?? null] as [string, Cell]] : []),
        [key, cell(row[key])],
      ]),
    ),
    ...without(
      {
        layer: series.layer.id,
        measure,
        ...(dated ? {} : yearCells(series)),
        source: taken.sources.map(({ id }) => id).join('; '),
        ...origin(taken),
      },
      table.columns.map(({ key }) => key),
    ),
  }));
}

/** Columns of the table win over ours of the same name. */
const without = (row: Row, keys: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));

/** A file without rows still says what its columns would be. */
const emptyRow = (taken: Taken): Row =>
  taken.ties
    ? {
        ...tieCells(
          { origin: '', destination: '', count: 0, value: 0, low: null, high: null, flag: null },
          taken,
        ),
        ...origin(taken),
      }
    : Object.fromEntries(taken.table.columns.map(({ key }) => [key, null]));

const nameOf = (iso3: string, places: Places): string => places.get(iso3)?.short_name ?? iso3;

const cell = (value: Cell | undefined): Cell =>
  value === undefined ? null : typeof value === 'number' ? cleanNumber(value) : value;
