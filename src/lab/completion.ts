import { tokensOf, type Token } from '../engine/tokens.ts';
import type { LabTable, LabValues } from '../model/sql-lab.ts';
import { inQuotes } from './completion-values.ts';
import { FUNCTION_NAMES, FUNCTIONS, KEYWORDS, TYPES } from './completion-words.ts';

/** Something that may be put in at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'table' | 'column' | 'value' | 'function' | 'keyword' | 'type';
  /** What is put in, if not the label. */
  readonly apply?: string;
  /** A word beside the label: a type, a country's name. */
  readonly detail?: string;
  /** A sentence about it. */
  readonly info?: string;
  /** Where it stands among those that fit as well: the higher the earlier. */
  readonly boost?: number;
}

export interface Suggestions {
  /** The part of the text that a suggestion takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
  /** Whether the options are already those that fit what is typed, in their order. */
  readonly chosen: boolean;
}

/**
 * What may follow at a place in a query: after FROM tables, after a point the columns of that table, within quotation
 * marks the values of the column before them, and elsewhere the columns of the tables named in the query, first of all.
 * @param asked whether the reader asked for it; if not, nothing comes before a letter is typed
 */
export function suggest(
  text: string,
  at: number,
  tables: readonly LabTable[],
  values: LabValues | null,
  asked: boolean,
): Suggestions | null {
  const tokens = [...tokensOf(text)];
  const within = tokens.find(
    ({ start, end, kind }) =>
      start < at && (at < end || (at === end && (kind === 'comment' || isOpen(text, start, end)))),
  );
  if (within?.kind === 'comment') return null;
  const named = namedIn(tokens, tables);
  if (within?.text.startsWith("'")) return inQuotes(text, at, tokens, within, named, tables, values);
  if (within?.kind === 'quoted') return null;

  const typed = /[\p{L}\p{N}_$]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const from = at - typed.length;
  const before = tokens.filter(({ end, kind }) => end <= from && kind !== 'comment');
  const last = before.at(-1);
  const done = (options: readonly Suggestion[]): Suggestions => ({ from, to: at, options, chosen: false });
  if (last?.text === '.') {
    const owner = named.get(before.at(-2)?.text.toLowerCase().replaceAll('"', '') ?? '');
    return owner ? done(columnsOf([owner], 2)) : null;
  }
  if (!typed && !asked) return null;
  if (/^\d/.test(typed)) return null;
  if (last && /^(from|join|describe|summarize|table)$/i.test(last.text)) return done(tableOptions(tables, 2));
  return done([
    ...columnsOf([...new Set(named.values())], 2),
    ...tableOptions(tables, 0),
    ...FUNCTION_OPTIONS,
    ...KEYWORD_OPTIONS,
  ]);
}

/** Whether a quoted token has no end of its own: it runs to the end of the text. */
const isOpen = (text: string, start: number, end: number): boolean =>
  end === text.length && (end - start === 1 || text[end - 1] !== text[start]);

/** Tables that stand in the query, by the name or alias that they have there, in small letters. */
function namedIn(tokens: readonly Token[], tables: readonly LabTable[]): ReadonlyMap<string, LabTable> {
  const known = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const words = tokens.filter(({ kind }) => kind !== 'comment');
  const named = new Map<string, LabTable>();
  words.forEach((token, i) => {
    const table = known.get(token.text.toLowerCase().replaceAll('"', ''));
    if (!table || token.text.startsWith("'")) return;
    named.set(table.name.toLowerCase(), table);
    const next = words[i + 1];
    const alias = next && /^as$/i.test(next.text) ? words[i + 2] : next;
    if (alias?.kind === 'word' && !RESERVED.has(alias.text.toLowerCase()))
      named.set(alias.text.toLowerCase(), table);
  });
  return named;
}

const RESERVED = new Set(KEYWORDS.toLowerCase().split(' '));

const columnsOf = (tables: readonly LabTable[], boost: number): Suggestion[] =>
  tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({
      label: column.name,
      kind: 'column' as const,
      detail: `${column.type.toLowerCase()}, ${name}`,
      ...(column.description && {
        info: column.unit ? `${column.description} Unit: ${column.unit}.` : column.description,
      }),
      ...(needsQuotes(column.name) && { apply: `"${column.name.replaceAll('"', '""')}"` }),
      boost,
    })),
  );

const tableOptions = (tables: readonly LabTable[], boost: number): Suggestion[] =>
  tables.map(({ name, kind, description }) => ({
    label: name,
    kind: 'table',
    detail: kind === 'own' ? 'your file' : kind,
    info: description,
    ...(needsQuotes(name) && { apply: `"${name.replaceAll('"', '""')}"` }),
    boost,
  }));

/** Whether a name stands in SQL between quotation marks only: those of readers' files may hold anything. */
export const needsQuotes = (name: string): boolean =>
  !/^[a-z_]\w*$/i.test(name) || RESERVED.has(name.toLowerCase());

const FUNCTION_OPTIONS: readonly Suggestion[] = FUNCTION_NAMES.map((name) => {
  const described = FUNCTIONS.find(([one]) => one === name);
  return {
    label: name,
    kind: 'function',
    apply: `${name}(`,
    detail: described ? `(${described[1]})` : '()',
    ...(described && { info: described[2] }),
    boost: described ? -1 : -3,
  };
});

const KEYWORD_OPTIONS: readonly Suggestion[] = [
  ...KEYWORDS.split(' ').map((label) => ({ label, kind: 'keyword' as const, boost: -2 })),
  ...TYPES.split(' ').map((label) => ({ label, kind: 'type' as const, boost: -3 })),
];
