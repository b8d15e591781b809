import { closest, distance } from 'fastest-levenshtein';
import { EngineStartError, LoadError } from '../engine/engine.ts';

/** Where in a query something is, in characters from its start. */
export interface Place {
  readonly from: number;
  readonly to: number;
  /** Line in the query, the first being 1. */
  readonly line: number;
}

/** A failed query as the reader is told of it. */
export interface Failure {
  /** What is wrong, in plain words. */
  readonly words: string;
  /** What DuckDB said, whole; null where the words say all. */
  readonly original: string | null;
  /** Where, if it is known. */
  readonly place: Place | null;
}

const VERSION = 'This engine speaks DuckDB 0.9.1';

/**
 * What went wrong with a query, and where in it.
 * @param names of all that can be read from: the engine itself knows only what it has loaded so far
 */
export function failureOf(error: unknown, sql: string, names: readonly string[] = []): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EngineStartError || error instanceof LoadError)
    return { words: message, original: null, place: null };
  const [, kind = '', said = message] = /^(\w[\w ]*?) Error: ([\s\S]*)$/.exec(message) ?? [];
  const words = plainWords(kind, said, sql, names);
  return {
    words: words ?? said.split('\n')[0] ?? said,
    original: kind ? message : null,
    place: placeOf(message, sql),
  };
}

/** DuckDB's message in the words of someone who does not know its parts; null where it is plain as it is. */
function plainWords(kind: string, said: string, sql: string, names: readonly string[]): string | null {
  const quoted = (expression: RegExp) => expression.exec(said)?.[1] ?? '';
  const meant = quoted(/Did you mean "([^"]+)"/);
  const question = meant ? ` Did you mean ${meant}?` : '';
  if (kind === 'Parser') {
    if (/\blambda\b/i.test(sql) && /syntax error/.test(said))
      return `${VERSION}, which has no lambda x: … Write x -> … instead.`;
    const near = quoted(/at or near "([\s\S]*?)"(?:\n|$)/);
    if (/end of input/.test(said))
      return 'The query ends too early: something is missing at its end, such as a name or a closing bracket.';
    if (/unterminated/.test(said)) return 'A quotation mark is opened and never closed.';
    if (near)
      return `The query cannot be read at “${near}”: a word, comma or bracket before it is wrong, missing or too many.`;
  }
  if (kind === 'Catalog') {
    const [, what = '', name = ''] = /^(.*?) with name (.+?) does not exist!/.exec(said) ?? [];
    if (what.includes('Table') && !what.includes('Function'))
      return `There is no table or view ${name}.${likeliest(name, names)}`;
    if (what.includes('Function'))
      return `There is no function ${name}.${question} ${VERSION}; functions that came later are not there.`;
  }
  if (kind === 'Binder') {
    const column =
      quoted(/Referenced column "([^"]+)" not found/) || quoted(/does not have a column named "([^"]+)"/);
    const like = [...(/Candidate bindings: (.*)/.exec(said)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
      ([, name]) => name,
    );
    if (column)
      return `There is no column ${column} in the tables of this query.${like.length ? ` Did you mean ${like.join(' or ')}?` : ''}`;
    const call = quoted(/No function matches the given name and argument types '([^']+)'/);
    if (call)
      return `No function takes these types: ${call}. A CAST may help. ${VERSION}; what came later is not there.`;
    const alone = quoted(/column "([^"]+)" must appear in the GROUP BY clause/);
    if (alone)
      return `The column ${alone} is neither grouped nor summed up. Add it to GROUP BY, or write GROUP BY ALL.`;
    const ambiguous = quoted(/Ambiguous reference to column name "([^"]+)"/);
    if (ambiguous)
      return `Several tables have a column ${ambiguous}: write the table or its alias before it.`;
  }
  if (/PendingQuery can only take a single statement/.test(said))
    return 'This engine pivots only where the values are listed: PIVOT … ON year IN (2010, 2020) USING …';
  if (/^The query broke the engine/.test(said) && /^\s*summarize\b/i.test(sql))
    return 'This engine cannot SUMMARIZE: ask for count, min, max and avg of the columns in question.';
  if (kind === 'IO' || kind === 'HTTP' || /engine has no network|Queries read the tables/.test(said))
    return 'A query reads the tables of the atlas and files that you have added here, nothing else: no file by its path, no address.';
  if (kind === 'Out of Memory')
    return 'The answer needs more memory than the browser gives. Ask for fewer rows or columns, or aggregate first.';
  return null;
}

/** Names as far from what was written as this are not meant. */
const FAR = 4;

function likeliest(name: string, names: readonly string[]): string {
  const meant = names.length ? closest(name.toLowerCase(), [...names]) : '';
  return meant && distance(name.toLowerCase(), meant) < Math.min(FAR, name.length)
    ? ` Did you mean ${meant}?`
    : '';
}

/** How wide a character stands in a terminal, by which DuckDB puts its caret. */
const widthOf = (char: string): number =>
  /\p{Mark}/u.test(char)
    ? 0
    : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
          char,
        )
      ? 2
      : 1;

/** What a message is about, as it stands in the query: a name, or the word at which reading stopped. */
const subjectOf = (message: string): string =>
  (/"([^"\n]+)"/.exec(message) ??
    /with name (\S+) does not exist/.exec(message) ??
    /argument types '(\w+)\(/.exec(message))?.[1] ?? '';

/**
 * The place that a message points to: "LINE 3: …an excerpt…" above a caret. DuckDB cuts long lines at both ends, and
 * 0.9.1 then forgets to take away what stands before the line when it puts the caret; so of the places where the
 * message's own word stands in the line, the nearest to the caret is meant.
 * @returns null if it points nowhere
 */
export function placeOf(message: string, sql: string): Place | null {
  const lines = sql.split('\n');
  if (/syntax error at end of input/.test(message)) {
    const end = sql.trimEnd().length;
    return { from: Math.max(0, end - 1), to: end, line: sql.slice(0, end).split('\n').length };
  }
  const [, head = '', n = '', excerpt = '', caret = ''] = /^(LINE (\d+): )(.*)\n( *\^)/m.exec(message) ?? [];
  const line = Number(n);
  const text = lines[line - 1];
  if (!head || text === undefined) return null;
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const cut = excerpt.startsWith('...') && !text.startsWith('...');
  const shown = excerpt.slice(cut ? 3 : 0).replace(/\.\.\.$/, (dots) => (text.endsWith(dots) ? dots : ''));
  const from = Math.max(0, text.indexOf(shown));
  const columns = caret.length - 1 - head.length - (cut ? 3 - start : 0);
  const at = nearest(text, subjectOf(message), from + charsIn(text.slice(from), columns));
  const word = /^(?:[\p{L}\p{N}_.]+|"[^"]*"|'[^']*'?|[^\s])/u.exec(text.slice(at))?.[0] ?? '';
  return word
    ? { from: start + at, to: start + at + word.length, line }
    : { from: start, to: start + text.length, line };
}

/** How many characters of a text fill so many columns. */
function charsIn(text: string, columns: number): number {
  let [left, chars] = [columns, 0];
  for (const char of text) {
    if (left <= 0) break;
    left -= widthOf(char);
    chars += char.length;
  }
  return chars;
}

/** Where `word` stands in the text, nearest to `at`; `at` itself if it does not. */
function nearest(text: string, word: string, at: number): number {
  const places: number[] = [];
  const [where, what] = [text.toLowerCase(), word.toLowerCase()];
  for (let i = what ? where.indexOf(what) : -1; i >= 0; i = where.indexOf(what, i + 1)) places.push(i);
  return places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? at;
}
