import { describe, expect, test } from 'vitest';
import { LoadError, QueryError } from '../engine/engine.ts';
import { failureOf, placeOf } from './run-error.ts';

const told = (sql: string, message: string) =>
  failureOf(new QueryError(sql, {}, new Error(message)), sql, ['flows', 'ties', 'layers']);
const marked = (sql: string, message: string): string | null => {
  const place = placeOf(message, sql);
  return place && `${place.line}: ${sql.slice(place.from, place.to)}`;
};

/** Messages as DuckDB 0.9.1 writes them in the browser. */
describe('the place of an error', () => {
  test.each([
    [
      'SELECT * FORM flows',
      'Parser Error: syntax error at or near "flows"\nLINE 1: SELECT * FORM flows\n                      ^',
      '1: flows',
    ],
    [
      '\nSELECT yeer FROM flows',
      'Binder Error: …\nLINE 2: SELECT yeer FROM flows\n               ^',
      '2: yeer',
    ],
    [
      "SELECT 1,\n  'x' AS longish_column_name_here_to_make_the_line_longer, 'another long text that goes on' AS b, yeer AS c, 'and still a tail of the line behind it' AS d\nFROM flows",
      "Binder Error: Referenced column \"yeer\" not found in FROM clause!\nLINE 2: ...ne_longer, 'another long text that goes on' AS b, yeer AS c, 'and still a tail...\n                                                   ^",
      '2: yeer',
    ],
    // The caret of a long line is off by what stands before the line.
    [
      `-- ${'y'.repeat(20)}\nSELECT yeer AS a, '${'abcdefghij'.repeat(10)}', yeer, '${'z'.repeat(100)}' FROM layers`,
      `Binder Error: Referenced column "yeer" not found in FROM clause!\nLINE 2: ...jabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij', yeer, 'zzz...\n${' '.repeat(50)}^`,
      '2: yeer',
    ],
    [
      "SELECT 'äöü日本', yeer FROM flows",
      "Binder Error: …\nLINE 1: SELECT 'äöü日本', yeer FROM flows\n                          ^",
      '1: yeer',
    ],
    [
      'SELECT f.yeer FROM flows f',
      'Binder Error: Table "f" does not have a column named "yeer"\nLINE 1: SELECT f.yeer FROM flows f\n               ^',
      '1: f.yeer',
    ],
    ['SELECT (1\n\n', 'Parser Error: syntax error at end of input', '1: 1'],
    [
      "SELECT 'abc\n",
      'Parser Error: unterminated quoted string at or near "\'abc\n"\nLINE 1: SELECT \'abc\n               ^',
      "1: 'abc",
    ],
    ['SELECT 1', 'Binder Error: of another text\nLINE 9: FROM nowhere\n        ^', null],
    ['SELECT 1', 'Conversion Error: Could not convert', null],
  ])('%j', (sql, message, place) => {
    expect(marked(sql, message)).toBe(place);
  });
});

describe('in words', () => {
  test.each([
    [
      'SELECT * FORM flows',
      'Parser Error: syntax error at or near "flows"\nLINE 1: SELECT * FORM flows\n                      ^',
      /cannot be read at “flows”/,
    ],
    ['SELECT (1', 'Parser Error: syntax error at end of input', /ends too early/],
    [
      'SELECT list_transform([1], lambda x: x + 1)',
      'Parser Error: syntax error at or near "x"\nLINE 1: …\n   ^',
      /DuckDB 0\.9\.1, which has no lambda x: … Write x -> …/,
    ],
    [
      'SELECT * FROM flwos',
      'Catalog Error: Table with name flwos does not exist!\nDid you mean "temp.information_schema.tables"?\nLINE 1: SELECT * FROM flwos\n                      ^',
      /^There is no table or view flwos\. Did you mean flows\?$/,
    ],
    [
      'SELECT array_zip(1)',
      'Catalog Error: Scalar Function with name array_zip does not exist!\nDid you mean "array_slice"?\nLINE 1: …',
      /no function array_zip\. Did you mean array_slice\? This engine speaks DuckDB 0\.9\.1;/,
    ],
    [
      'SELECT yeer FROM flows',
      'Binder Error: Referenced column "yeer" not found in FROM clause!\nCandidate bindings: "flows.year", "flows.layer"\nLINE 1: …',
      /no column yeer .* Did you mean flows\.year or flows\.layer\?$/,
    ],
    [
      'SELECT f.yeer FROM flows f',
      'Binder Error: Table "f" does not have a column named "yeer"\nLINE 1: …',
      /no column yeer in the tables/,
    ],
    [
      'SELECT max_by(a, b, 3) FROM t',
      "Binder Error: No function matches the given name and argument types 'max_by(VARCHAR, INTEGER, INTEGER)'. You might need to add explicit type casts.\n\tCandidate functions:",
      /takes these types: max_by\(VARCHAR, INTEGER, INTEGER\).* 0\.9\.1/,
    ],
    [
      'SELECT a, sum(b) FROM t',
      'Binder Error: column "a" must appear in the GROUP BY clause or must be part of an aggregate function.\nEither add it',
      /column a is neither grouped .* GROUP BY ALL/,
    ],
    [
      "FROM 'https://x.org/y.csv'",
      'IO Error: No files found that match the pattern',
      /nothing else: no file by its path, no address/,
    ],
    [
      "SELECT 'a'::INT",
      "Conversion Error: Could not convert string 'a' to INT32",
      /^Could not convert string 'a' to INT32$/,
    ],
    [
      'DELETE FROM flows',
      'The engine reads only: a query begins with SELECT, WITH or FROM, not with DELETE.',
      /^The engine reads only/,
    ],
    [
      'SELECT 1; SELECT 2',
      'One statement at a time: there is more after the semicolon.',
      /^One statement at a time/,
    ],
  ])('%j', (sql, message, words) => {
    const failure = told(sql, message);
    expect(failure.words).toMatch(words);
    expect(failure.original).toBe(/ Error: /.test(message) ? message : null);
  });

  test('what could not be loaded says so itself', () => {
    expect(failureOf(new LoadError('x', 'The table x could not be loaded.'), 'SELECT 1')).toEqual({
      words: 'The table x could not be loaded.',
      original: null,
      place: null,
    });
  });
});
