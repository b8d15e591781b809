import type { Token } from '../engine/tokens.ts';
import { plain } from '../live/find-countries.ts';
import type { LabTable, LabValues } from '../model/sql-lab.ts';
import type { Suggestion, Suggestions } from './completion.ts';

/** At most so many values: more are found by typing on. */
const MOST_VALUES = 60;

/** Values between quotation marks: of the column that they are compared with, else countries. */
export function inQuotes(
  text: string,
  at: number,
  tokens: readonly Token[],
  within: Token,
  named: ReadonlyMap<string, LabTable>,
  tables: readonly LabTable[],
  values: LabValues | null,
): Suggestions | null {
  if (!values) return null;
  const from = within.start + 1;
  const typed = text.slice(from, at);
  if (/[\n']/.test(typed)) return null;
  const list = listFor(tokens, within, named, tables, values);
  const wanted = plain(typed.trim());
  if (!list && wanted.length < 2) return null;
  const options = (list ?? values.lists['countries'] ?? [])
    .map((entry) => ({ entry, place: fit(entry, wanted) }))
    .filter(({ place }) => place < 4)
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST_VALUES)
    .map(({ entry: [value, name] }): Suggestion => {
      const quoted = value.replaceAll("'", "''");
      return {
        label: value,
        kind: 'value',
        ...(name !== undefined && { detail: name }),
        apply: text[at] === "'" ? quoted : `${quoted}'`,
      };
    });
  return options.length ? { from, to: at, options, chosen: true } : null;
}

/** How well an entry fits what is typed: 0 it is the value, 1 the value begins so, 2 its name, 3 a word of either, 4 not at all. */
function fit([value, name = '']: readonly [string, string?], wanted: string): number {
  const [code, words] = [plain(value), plain(name)];
  if (code.startsWith(wanted)) return code === wanted || wanted === '' ? 0 : 1;
  if (words.startsWith(wanted)) return 2;
  return `${code} ${words}`.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ||
    words.includes(` ${wanted}`)
    ? 3
    : 4;
}

/** The list of the column before a text: `origin = '…`, `origin IN ('…', '…`, `CASE origin WHEN '…`. */
function listFor(
  tokens: readonly Token[],
  within: Token,
  named: ReadonlyMap<string, LabTable>,
  tables: readonly LabTable[],
  { lists, columns }: LabValues,
): LabValues['lists'][string] | null {
  const before = tokens.filter(({ start, kind }) => start < within.start && kind !== 'comment');
  let i = before.length - 1;
  while (i >= 0 && isBetween(before[i])) i -= 1;
  const column = before[i]?.text.toLowerCase().replaceAll('"', '') ?? '';
  const owner = before[i - 1]?.text === '.' ? named.get(before[i - 2]?.text.toLowerCase() ?? '') : undefined;
  const places = owner ? [owner] : [...new Set([...named.values(), ...tables])];
  for (const { name } of places) {
    const list = columns[`${name}.${column}`];
    if (list && lists[list]) return lists[list];
  }
  return null;
}

/** What may stand between a column and a value that it is compared with. */
const isBetween = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^[=<>!(,]$/.test(token.text) ||
    /^(in|not|like|ilike|when|between)$/i.test(token.text) ||
    token.text.startsWith("'"));
