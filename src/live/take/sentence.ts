import { sentence as capital, list, span } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import type { Place } from '../../model/country.ts';
import type { ShownTie } from '../../model/tie.ts';
import { cellText } from '../../components/cell.ts';
import type { Taken } from './taken.ts';
import { valueWords } from './value-words.ts';

/**
 * One sentence to paste, and where it is from: finding, number, year, source; then release and address. The finding is
 * the figure's own takeaway, after the title where it would not say alone what it is of. Without one it is the title with the largest row, and where
 * several are as large, or there is none, the title alone: nothing is said that the figure does not show.
 */
export function sentenceOf(taken: Taken): string {
  const finding = findingOf(taken);
  const { series, sources } = taken;
  const names = sources.map(({ short }) => short);
  const missing = [
    series === null || YEAR.test(finding) ? null : span(...series.years),
    names.some((name) => finding.includes(name)) || !names.length ? null : list(names),
  ].filter((part) => part !== null);
  return `${withNote(finding, missing, names)}. Crosscurrents, release ${taken.release}: ${taken.address}`;
}

const YEAR = /(?<![\d,.])(?:19|20)\d\d(?![\d%]|[,.]\d)/;

/** What is missing goes to the end, into the parenthesis of the sources where the finding ends with one. */
function withNote(finding: string, missing: readonly string[], names: readonly string[]): string {
  if (!missing.length) return finding;
  const [, before, inside] = /^(.*) \(([^()]*)\)$/s.exec(finding) ?? [];
  return before !== undefined && inside !== undefined && names.some((name) => inside.includes(name))
    ? `${before} (${[inside, ...missing].join(', ')})`
    : `${finding} (${missing.join(', ')})`;
}

function findingOf(taken: Taken): string {
  const [title, takeaway] = [trimmed(taken.title), taken.takeaway?.trim() ?? ''];
  // A line without a full stop is the name of a figure whose title says the finding.
  if (takeaway && !/[.!?]$/.test(takeaway)) return title;
  const finding = trimmed(takeaway);
  if (finding) return standsAlone(finding, taken) ? finding : headed(yearless(title, finding), finding);
  const largest = taken.ties ? largestTie(taken) : largestRow(taken);
  return largest ? headed(title, largest) : title;
}

const trimmed = (words: string): string => words.trim().replace(/\.$/, '');

/** "5,869 works in 2022, 3.4 times as many as in 2012": of what, the title says. */
const COUNT = /^(?:[^,.:]+: )?\d[\d,.]*\s.*?\bin \d{4}, \d[\d,.]*(?:%|\stimes)\s/;

/** Whether a takeaway says what it is of: it is a whole sentence, is of the figure and not of what stands beside it, and names a place that the title names. */
function standsAlone(finding: string, { title, places, scope }: Taken): boolean {
  if (COUNT.test(finding) || /\bhere\b/.test(finding)) return false;
  const named = [...places.values()].filter((place) => names(title, place));
  // Names of groups are not among those of places: their figures have them in the title alone.
  if (scope.some((id) => !places.has(id))) return false;
  return !named.length || named.some((place) => names(finding, place));
}

const names = (words: string, { short_name, in_text }: Place): boolean =>
  [short_name, in_text].some((name) => wholeWord(words, name));

function wholeWord(words: string, name: string): boolean {
  const at = words.indexOf(name);
  if (at < 0) return false;
  const beside = (words[at - 1] ?? ' ') + (words[at + name.length] ?? ' ');
  return !/[\p{L}\p{N}]/u.test(beside);
}

/** The title of a figure without its years, where a finding has its own. */
const yearless = (title: string, finding: string): string =>
  YEAR.test(finding) ? title.replace(/, \d{4}(?:–\d{4})?$/, '') : title;

/** A finding after what it is of. */
function headed(title: string, finding: string): string {
  if (/[?!]$/.test(title)) return `${title} ${capital(finding)}`;
  return `${title}${title.includes(': ') || /^[^,.:]+: /.test(finding) ? ' –' : ':'} ${finding}`;
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
function largestRow({ table, places }: Taken): string | null {
  const [naming] = table.columns;
  const column = table.columns.find(({ key, numeric }) => numeric && !isYear(key));
  if (!naming || !column || column === naming) return null;
  const first = onlyLargest(table.rows, (row) => {
    const value = row[column.key];
    return typeof value === 'number' ? value : null;
  });
  if (!first) return null;
  const [name, value] = [cellText(first[naming.key], naming), cellText(first[column.key], column)];
  if (name === null || value === null) return null;
  const { what, unit } = measureOf(column.label);
  if (isYear(naming.key)) return `the highest value is ${value}${unit}, in ${name}${seriesIn(table, first)}`;
  const place = [...places.values()].find(({ short_name }) => short_name === name);
  return `the largest ${what} is that of ${place?.in_text ?? name}, ${value}${unit}`;
}

const isYear = (key: string): boolean => /(^|_)year$/.test(key);

/** The head of a column without its unit: "Part of all projects (%)" is a part of all projects, in "%". */
function measureOf(label: string): { readonly what: string; readonly unit: string } {
  const [, words = label, unit = ''] = /^(.*\S) \(([^()]*)\)$/.exec(label) ?? [];
  // Not the names that are written in capitals throughout.
  const what = /^\p{Lu}(?!\p{Lu}|\p{Ll}+\p{Lu})/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
  return { what: what.replace(/, (?=\d{4}$)/, ' in '), unit: unit === '%' ? unit : unit && ` ${unit}` };
}

/** Which of several series a row is of. */
function seriesIn({ rows }: Taken['table'], row: Taken['table']['rows'][number]): string {
  const several = new Set(rows.map((one) => one['series'])).size > 1;
  return several && typeof row['series'] === 'string' ? ` (${row['series']})` : '';
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
