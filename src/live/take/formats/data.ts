import type { Cell } from '../../../engine/engine.ts';
import type { FigureColumn } from '../../../model/figure-spec.ts';
import { flagWords } from '../../../model/flag.ts';
import type { ShownTie } from '../../../model/tie.ts';
import { cleanNumber } from '../clean-number.ts';
import type { Series, Taken } from '../taken.ts';

export type DataRow = Readonly<Record<string, Cell>>;

/** What a figure shows, as a table with types: what every file with numbers is made of. */
export interface Data {
  readonly columns: readonly FigureColumn[];
  /** In the order of the figure. Every row has every column; what is not there is null, which is not zero. */
  readonly rows: readonly DataRow[];
}

/** What a table is made of. Figures of several layers, and those of none, have no series of their own. */
export type DataOf = Omit<Taken, 'series'> & { readonly series: Series | null };

/** The ties of a figure, with codes and names; where it shows no ties, its own table with what a row of that needs to stand alone. */
export const dataOf = (taken: DataOf): Data =>
  taken.ties && taken.series ? ofTies(taken, taken.series, taken.ties) : ofTable(taken);

type Column = FigureColumn & { readonly of: (tie: ShownTie) => Cell };

function ofTies(taken: DataOf, series: Series, ties: readonly ShownTie[]): Data {
  const { against, measure, scale, places, directed } = taken;
  const name = (iso3: string): string => places.get(iso3)?.short_name ?? iso3;
  const [one, other] = directed ? ['Origin', 'Destination'] : ['First country', 'Second country'];
  const value = scale.title || 'Value';
  const unit = scale.unit || null;
  const columns: Column[] = [
    { ...text('origin', `${one}, code`, 'code'), of: ({ origin }) => origin },
    { ...text('origin_name', one), of: ({ origin }) => name(origin) },
    { ...text('destination', `${other}, code`, 'code'), of: ({ destination }) => destination },
    { ...text('destination_name', other), of: ({ destination }) => name(destination) },
    { ...text('layer', 'Layer'), of: () => series.layer.id },
    ...years(series),
    { ...number('count', 'Count', series.layer.unit, 'integer'), of: (tie) => cleanNumber(tie.count) },
    { ...text('measure', 'Measure'), of: () => measure },
    { ...number('value', value, unit), of: (tie) => cleanNumber(tie.value) },
    { ...text('unit', 'Unit'), of: () => unit },
    { ...number('low', `${value}, low`, unit), of: (tie) => cleanNumber(tie.low) },
    { ...number('high', `${value}, high`, unit), of: (tie) => cleanNumber(tie.high) },
    { ...text('flag', 'Flag'), of: ({ flag }) => flag },
    { ...text('flag_meaning', 'Flag, in words'), of: ({ flag }) => flagWords(flag) || null },
    ...(against
      ? [
          { ...number('other_value', 'Compared with', unit), of: (tie: ShownTie) => cleanNumber(tie.other) },
          { ...text('other_layer', 'Compared with, layer'), of: () => against.layer.id },
          ...years(against, 'other_', 'Compared with, '),
          { ...text('other_source', 'Compared with, source'), of: () => against.source },
        ]
      : []),
    { ...text('source', 'Source'), of: () => series.source },
  ];
  return {
    columns: columns.map(columnOf),
    rows: ties.map((tie) => Object.fromEntries(columns.map(({ key, of }) => [key, of(tie)]))),
  };
}

const text = (key: string, label: string, type: 'text' | 'code' = 'text'): FigureColumn => ({
  key,
  label,
  type,
  unit: null,
});
const number = (
  key: string,
  label: string,
  unit: string | null,
  type: 'integer' | 'number' = 'number',
): FigureColumn => ({ key, label, type, unit });
const year = (key: string, label: string): FigureColumn => ({ key, label, type: 'year', unit: null });

/** One column for one year, two for a run of years: a range in one cell is no number. */
const years = ({ years: [first, last] }: Series, prefix = '', before = ''): (FigureColumn & Constant)[] =>
  first === last
    ? [{ ...year(`${prefix}year`, title(`${before}year`)), of: () => first }]
    : [
        { ...year(`${prefix}first_year`, title(`${before}first year`)), of: () => first },
        { ...year(`${prefix}last_year`, title(`${before}last year`)), of: () => last },
      ];
interface Constant {
  readonly of: () => Cell;
}

const columnOf = ({ key, label, type, unit }: FigureColumn): FigureColumn => ({ key, label, type, unit });

const title = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The figure's own table, with codes beside columns that hold nothing but names of places, and with what it is of. */
function ofTable(taken: DataOf): Data {
  const { table, series, measure, sources } = taken;
  const codes = new Map(
    [...taken.places.values()].map(({ iso3, short_name }): [string, string] => [short_name, iso3]),
  );
  const own = table.columns.flatMap(({ key, label, numeric }): (FigureColumn & Reader)[] => {
    const cells = table.rows.map((row) => cell(row[key]));
    const column = { ...typed(key, label, numeric ?? false, cells), of: (row: DataRow) => cell(row[key]) };
    const named = table.rows.length > 0 && table.rows.every((row) => codes.has(String(row[key])));
    return named
      ? [
          {
            ...text(`${key}_iso3`, `${label}, code`, 'code'),
            of: (row) => codes.get(String(row[key])) ?? null,
          },
          column,
        ]
      : [column];
  });
  const dated = own.some(({ type }) => type === 'year');
  const all: (FigureColumn & Reader)[] = [
    ...own,
    ...(series ? [{ ...text('layer', 'Layer'), of: () => series.layer.id }] : []),
    { ...text('measure', 'Measure'), of: () => measure },
    ...(dated || !series ? [] : years(series)),
    { ...text('source', 'Source'), of: () => sources.map(({ id }) => id).join('; ') },
  ];
  // Columns of the table win over ours of the same name.
  const columns = all.filter(({ key }, at) => all.findIndex((one) => one.key === key) === at);
  return {
    columns: columns.map(columnOf),
    rows: table.rows.map((row) => Object.fromEntries(columns.map(({ key, of }) => [key, of(row)]))),
  };
}
interface Reader {
  readonly of: (row: DataRow) => Cell;
}

/** The type of a column of a table, by what it holds: one that says numbers and holds words is of words. */
function typed(key: string, label: string, numeric: boolean, cells: readonly Cell[]): FigureColumn {
  if (isYear(key) && cells.every((value) => value === null || Number.isInteger(value)))
    return year(key, label);
  const counted = numeric && cells.every((value) => value === null || typeof value === 'number');
  if (!counted) return text(key, label);
  const whole = cells.every((value) => value === null || Number.isInteger(value));
  return number(key, label, null, whole ? 'integer' : 'number');
}

const isYear = (key: string): boolean => /(^|_)years?$/.test(key);

const cell = (value: Cell | undefined): Cell =>
  value === undefined ? null : typeof value === 'number' ? cleanNumber(value) : value;
