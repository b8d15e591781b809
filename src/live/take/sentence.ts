import { list, span } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import type { ShownTie } from '../../model/tie.ts';
import { cellText } from '../../components/cell.ts';
import type { Taken } from './taken.ts';
import { valueWords } from './value-words.ts';

/**
 * One sentence to paste, and where it is from: finding, number, year, source; then release and address. The finding is
 * the figure's own takeaway. Without one it is the title with the largest row, and where several are as large, or there is
 * none, the title alone: nothing is said that the figure does not show.
 */
export function sentenceOf(taken: Taken): string {
  const finding = (taken.takeaway ?? fallback(taken)).trim().replace(/\.$/, '');
  const years = taken.series?.years ?? null;
  const names = taken.sources.map(({ short }) => short);
  const missing = [
    years === null || saysYears(finding, years) ? null : span(...years),
    names.some((name) => finding.includes(name)) || !names.length ? null : list(names),
  ].filter((part) => part !== null);
  const sentence = missing.length ? `${finding} (${missing.join(', ')}).` : `${finding}.`;
  return `${sentence} Crosscurrents, release ${taken.release}: ${taken.address}`;
}

const saysYears = (words: string, years: readonly number[]): boolean =>
  years.every((year) => new RegExp(`(?<!\\d)${year}(?!\\d)`).test(words));

function fallback(taken: Taken): string {
  const title = taken.title.replace(/\.$/, '');
  const largest = taken.ties ? largestTie(taken) : largestRow(taken);
  return largest ? `${title}: ${largest}` : title;
}

function largestTie({ ties, scale, places, directed }: Taken): string | null {
  // Of signed values the largest either way.
  const size = ({ value }: ShownTie): number => (scale.kind === 'signed' ? Math.abs(value) : value);
  const first = onlyLargest(ties ?? [], size);
  if (!first) return null;
  const [from, to] = [first.origin, first.destination].map((iso3) => places.get(iso3)?.in_text ?? iso3);
  const what = scale.kind === 'size' ? '' : `${scale.title.toLowerCase()} `;
  const flag = flagWords(first.flag);
  return `the largest is ${from} ${directed ? 'to' : 'and'} ${to}, ${what}${valueWords(first.value, scale)}${flag ? `, ${flag}` : ''}`;
}

/** The row with the largest number in the first column of numbers that is not a year, named by the table's first column. */
function largestRow({ table }: Taken): string | null {
  const [naming] = table.columns;
  const column = table.columns.find(({ key, numeric }) => numeric && !/(^|_)year$/.test(key));
  if (!naming || !column || column === naming) return null;
  const first = onlyLargest(table.rows, (row) => {
    const value = row[column.key];
    return typeof value === 'number' ? value : null;
  });
  if (!first) return null;
  const [name, value] = [cellText(first[naming.key], naming), cellText(first[column.key], column)];
  return name === null || value === null
    ? null
    : `the largest is ${name}, ${column.label.toLowerCase()} ${value}`;
}

/** The one that is larger than all others; null where several are as large. */
function onlyLargest<T>(rows: readonly T[], size: (row: T) => number | null): T | null {
  const sized = rows.flatMap((row) => {
    const value = size(row);
    return value === null ? [] : [{ row, value }];
  });
  const most = Math.max(...sized.map(({ value }) => value));
  const largest = sized.filter(({ value }) => value === most);
  return largest.length === 1 ? (largest[0]?.row ?? null) : null;
}
