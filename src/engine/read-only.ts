import { tokensOf } from './tokens.ts';

/** How a statement begins that only reads. */
const READS = [
  'select',
  'with',
  'from',
  'values',
  'table',
  'describe',
  'show',
  'summarize',
  'pivot',
  'unpivot',
];
/** Words before the statement that they ask about. */
const ABOUT = ['explain', 'analyze'];

/**
 * The one statement in the text, without a semicolon at its end. An engine answers questions about the release: it
 * changes no table under another query, and reaches for no file or host. (Some of the statements refused here, such
 * as ATTACH with an address, would also leave the browser's engine in an endless loop.)
 * @throws {Error} if there is no statement, more than one, or one that does not begin as a query does
 */
export function readOnly(sql: string): string {
  let begins: string | null = null;
  let end: number | null = null;
  let depth = 0;
  let closed = false;
  for (const token of tokensOf(sql)) {
    if (token.kind === 'comment') continue;
    if (token.kind === 'semicolon') {
      end ??= token.start;
      continue;
    }
    if (end !== null) throw new Error('One statement at a time: there is more after the semicolon.');
    if (begins === null && token.kind === 'word' && !ABOUT.includes(token.text.toLowerCase()))
      begins = token.text;
    // After WITH a AS (…) stands the statement itself, which may be a DELETE. A list of columns is closed by a bracket
    // too, but AS follows it; and what stands in brackets of its own is a query.
    else if (closed && depth === 0 && /^with$/i.test(begins ?? '')) {
      if (token.text === '(') begins = 'select';
      else if (token.kind === 'word' && !/^as$/i.test(token.text)) begins = token.text;
    }
    closed = token.text === ')';
    if (token.text === '(') depth += 1;
    if (closed) depth -= 1;
  }
  if (begins === null) throw new Error('There is no query in the text.');
  if (!READS.includes(begins.toLowerCase()))
    throw new Error(`The engine reads only: a query begins with SELECT, WITH or FROM, not with ${begins}.`);
  return sql.slice(0, end ?? sql.length);
}
