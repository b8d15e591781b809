import { count } from '../../charts/format.ts';
import { quote } from './problem.ts';
import { dateOf, numberOf } from './value.ts';

const isYear = (field: string): boolean => /^(1[89]|20|21)\d\d$/.test(field);
const isValue = (field: string): boolean =>
  numberOf(field, '.') !== undefined ||
  numberOf(field, ',') !== undefined ||
  dateOf(field, 'date') !== undefined;

/**
 * Whether the first row holds names: it does unless it looks like the rows below. A row of years is one of names
 * where the columns below hold other numbers.
 * @param rows the first rows of the sample, each a list of trimmed fields
 */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...below] = rows;
  if (!below.length) return !first.some(isValue);
  let names = 0;
  let values = 0;
  const years = first.filter(isYear);
  const yearNames = years.length > 1 && new Set(years).size === years.length;
  first.forEach((field, n) => {
    const column = below.map((row) => row[n] ?? '').filter((one) => one !== '');
    if (!column.length || field === '') return;
    const valued = column.filter(isValue).length > column.length / 2;
    if (isYear(field) && yearNames && !column.every(isYear)) names += 1;
    else if (isValue(field)) values += 1;
    else if (valued) names += 1;
    else if (column.includes(field)) values += 1;
  });
  return values === 0 || names > values;
}

/** The names of columns, made fit for a table, and what was changed. */
export interface Names {
  readonly names: readonly string[];
  readonly notes: readonly string[];
}

const LONGEST = 100;

/**
 * Names without spaces around them, none empty, none twice: DuckDB takes "Year" and "year" for one.
 * @param given the header's fields; none if the file has no header
 * @param width number of columns
 */
export function columnNames(given: readonly string[] | null, width: number): Names {
  const taken = new Set<string>();
  const empty: string[] = [];
  const twice: string[] = [];
  const cut: string[] = [];
  const names = Array.from({ length: width }, (_, n) => {
    const own = (given?.[n] ?? '').replace(/\s+/g, ' ').trim();
    const short = own.slice(0, LONGEST);
    const base = short || `column_${n + 1}`;
    let name = base;
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${base}_${k}`;
    taken.add(name.toLowerCase());
    if (own === '') empty.push(name);
    else if (name !== base) twice.push(`the second ${quote(base)} is now ${quote(name)}`);
    if (own.length > LONGEST) cut.push(quote(own));
    return name;
  });
  if (!given) return { names, notes: [] };
  return {
    names,
    notes: [
      ...(empty.length
        ? [said(empty.map(quote), 'without a name in the file', 'is now called', 'are now called')]
        : []),
      ...(twice.length ? [`Names that stand twice in the file: ${shown(twice)}.`] : []),
      ...(cut.length ? [`Names of more than ${LONGEST} signs are cut: ${shown(cut)}.`] : []),
    ],
  };
}

const said = (names: readonly string[], what: string, is: string, are: string): string =>
  names.length === 1
    ? `A column ${what} ${is} ${names[0] ?? ''}.`
    : `${count(names.length)} columns ${what} ${are} ${shown(names)}.`;

const shown = (items: readonly string[]): string =>
  items.length > 5 ? `${items.slice(0, 4).join('; ')} and ${count(items.length - 4)} more` : items.join('; ');
