/** A piece of SQL text, as far as finding parameters and statements needs to tell pieces apart. */
export interface Token {
  readonly kind: 'word' | 'parameter' | 'semicolon' | 'comment' | 'quoted' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Strings, quoted names, line comments, the start of a block comment, the start of a dollar-quoted string, words
 * (which may hold a dollar sign), parameters, and any other sign that is not space.
 */
const TOKENS =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*|\$(?:[A-Za-z_]\w*)?\$|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\$\w+|\S/g;

/** A string with backslash escapes; its E is a word of its own. */
const ESCAPED = /[eE]'(?:[^'\\]|\\.|'')*'/sy;

/** Splits SQL text as DuckDB's parser does. Strings and comments left open run to the end. */
export function* tokensOf(sql: string): Generator<Token> {
  let start = 0;
  for (;;) {
    TOKENS.lastIndex = start;
    const match = TOKENS.exec(sql);
    if (!match) return;
    const kind = kindOf(match[0]);
    const end = endOf(sql, match[0], match.index);
    const escaped = kind === 'word' && end > match.index + match[0].length;
    yield { kind: escaped ? 'quoted' : kind, text: sql.slice(match.index, end), start: match.index, end };
    start = end;
  }
}

function kindOf(text: string): Token['kind'] {
  if (text === ';') return 'semicolon';
  if (text === '/*' || text.startsWith('--')) return 'comment';
  if (/^['"]./s.test(text) || /^\$.*\$$/.test(text)) return 'quoted';
  if (text.length > 1 && text.startsWith('$')) return 'parameter';
  return /^[A-Za-z_\u0080-\uffff]/.test(text) ? 'word' : 'other';
}

/** Where a token ends that starts at `start` with `text`: for some the expression matches only how they begin. */
function endOf(sql: string, text: string, start: number): number {
  if (text === '/*') return endOfComment(sql, start);
  if (/^\$\w*\$$/.test(text)) {
    const end = sql.indexOf(text, start + text.length);
    return end < 0 ? sql.length : end + text.length;
  }
  if (text === "'" || text === '"') return sql.length;
  if (/^[eE]$/.test(text)) {
    ESCAPED.lastIndex = start;
    if (ESCAPED.test(sql)) return ESCAPED.lastIndex;
  }
  return start + text.length;
}

/** Block comments nest. */
function endOfComment(sql: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(sql); mark; mark = marks.exec(sql)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return sql.length;
}
