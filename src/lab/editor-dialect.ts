import { SQLDialect } from '@codemirror/lang-sql';
import { FUNCTION_NAMES, KEYWORDS, TYPES } from './completion-words.ts';

/** SQL as DuckDB 0.9.1 reads it. */
export const DUCKDB = SQLDialect.define({
  keywords: KEYWORDS.toLowerCase(),
  types: TYPES.toLowerCase(),
  builtin: FUNCTION_NAMES.join(' '),
  doubleDollarQuotedStrings: true,
  operatorChars: '*+-%<>!=&|~^/:@',
  specialVar: '$?',
  identifierQuotes: '"',
  caseInsensitiveIdentifiers: true,
});
