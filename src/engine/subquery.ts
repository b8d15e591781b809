import { readOnly } from './read-only.ts';
import { tokensOf } from './tokens.ts';

/**
 * A query in brackets, to stand inside another statement and be nothing but one query there.
 * @throws {Error} as `readOnly` does, and if brackets, quotes or comments do not close
 */
export function subquery(sql: string): string {
  // The last bracket stands on a line of its own, as the query may end in a comment.
  const text = `(\n${readOnly(sql)}\n)`;
  let depth = 0;
  for (const token of tokensOf(text)) {
    if (token.text === '(') depth++;
    else if (token.text === ')' && --depth === 0) {
      if (token.end === text.length) return text;
      break;
    }
  }
  throw new Error('The brackets, quotes or comments in the query do not close.');
}
