import { describe, expect, test } from 'vitest';
import { bindType, compile } from './parameters.ts';

describe('compile', () => {
  test('numbers the parameters in order of first use and repeats a number for a repeated name', () => {
    expect(
      compile('SELECT $b + $a FROM t WHERE y = $b AND x=$a_1', { a: 1, b: 'two', a_1: null, unused: 4 }),
    ).toEqual({ sql: 'SELECT $1 + $2 FROM t WHERE y = $1 AND x=$3', values: ['two', 1, null] });
  });

  test.each([
    ["SELECT 'it''s $a'", 'a string'],
    ['SELECT "col $a", "q""$a"', 'a quoted name'],
    ['SELECT 1 -- $a\n', 'a line comment'],
    ['SELECT 1 -- $a', 'a line comment at the end'],
    ['SELECT /* $a /* $b */ $c */ 1', 'a nested block comment'],
    ['SELECT 1 /* $a', 'a block comment left open'],
    ['SELECT $$ $a $$', 'a dollar-quoted string'],
    ['SELECT $tag$ $a $$ $b $tag$', 'a dollar-quoted string with a tag'],
    ['SELECT $tag$ $a', 'a dollar-quoted string left open'],
    [String.raw`SELECT E'it\'s $a'`, 'an escape string'],
    ['SELECT total$a FROM t', 'a word with a dollar sign'],
    ['SELECT élan$a FROM t', 'a word beyond ASCII'],
    ["SELECT 'open $a", 'a string left open'],
    ["SELECT E'open $a", 'an escape string left open'],
  ])('leaves %s alone: %s', (sql) => {
    expect(compile(sql)).toEqual({ sql, values: [] });
  });

  test('finds a parameter right after each of them', () => {
    expect(compile(`SELECT 'x'||$a, "y"$a/* */$a --\n$a $$z$$||$a, E'\\''||$a`, { a: 1 }).sql).toBe(
      `SELECT 'x'||$1, "y"$1/* */$1 --\n$1 $$z$$||$1, E'\\''||$1`,
    );
    expect(compile("SELECT 'size', $a", { a: 1 }).sql).toBe("SELECT 'size', $1");
    expect(compile('SELECT x::INTEGER=$a AND(e=$a)', { a: 1 }).sql).toBe('SELECT x::INTEGER=$1 AND(e=$1)');
  });

  test('a backslash in a plain string is a backslash', () => {
    expect(compile(String.raw`SELECT 'a\', $a`, { a: 1 }).sql).toBe(String.raw`SELECT 'a\', $1`);
  });

  test('names a parameter without a value, and those given', () => {
    expect(() => compile('SELECT $year', { layer: 'papers', country: 'FRA' })).toThrow(
      'The SQL asks for $year, which has no value. Given: $layer, $country.',
    );
    expect(() => compile('SELECT $toString')).toThrow('Given: none.');
    expect(() => compile('SELECT $x', { x: undefined as never })).toThrow('no value');
  });

  test('refuses positional parameters', () => {
    expect(() => compile('SELECT $1', { 1: 2 })).toThrow('Parameters have names');
  });
});

test('bindType', () => {
  expect([1, -2147483648, 2147483648, 2 ** 53, 0.5, NaN, -0, 'x', true, null].map(bindType)).toEqual([
    'INTEGER',
    'INTEGER',
    'BIGINT',
    'DOUBLE',
    'DOUBLE',
    'DOUBLE',
    'DOUBLE',
    'VARCHAR',
    'BOOLEAN',
    'NULL',
  ]);
  expect(() => bindType([] as never)).toThrow('of type object');
});
