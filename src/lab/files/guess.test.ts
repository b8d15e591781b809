import { describe, expect, test } from 'vitest';
import { guessDecimal } from './decimal-mark.ts';
import { eitherOrder, guessType } from './guess-type.ts';
import { columnNames, guessHeader } from './header.ts';
import { guessLayout } from './layout.ts';
import { guessMissing } from './missing.ts';
import { numberOf } from './value.ts';

describe('the type of a column', () => {
  test.each([
    [['1', '2', '-3'], 'integer'],
    [['1', '2.5'], 'number'],
    [['1,234', '12'], 'integer'],
    [['004', '008'], 'text'],
    [['0', '10'], 'integer'],
    [['0.5', '10'], 'number'],
    [['12345678901234567890', '2'], 'text'],
    [['true', 'FALSE'], 'boolean'],
    [['2020-01-31', '2019-12-01'], 'date'],
    [['31.01.2020', '01.02.2020'], 'date-dmy'],
    [['01/31/2020', '02/01/2020'], 'date-mdy'],
    [['2019/20', '2020/21'], 'text'],
    [['a', '1'], 'text'],
    [[], 'text'],
    // A few words among many numbers are asked about; many make it text.
    [[...Array<string>(99).fill('7'), 'c'], 'integer'],
    [[...Array<string>(9).fill('7'), 'c'], 'text'],
  ] as const)('%j', (values, type) => expect(guessType(values, '.')).toBe(type));

  test('with a decimal comma', () => {
    expect(guessType(['1,5', '2'], ',')).toBe('number');
    expect(guessType(['1,5', '2'], '.')).toBe('text');
  });

  test('dates that could be either are known as such', () => {
    expect(eitherOrder(['01/02/2020', '11/12/2020'])).toBe(true);
    expect(eitherOrder(['01/02/2020', '13/12/2020'])).toBe(false);
  });
});

describe('the decimal mark', () => {
  test.each([
    [['1.5', '2.25', 'x'], ',', '.', null],
    [['1,5', '2,25'], ';', ',', null],
    [['1.234,5'], ';', ',', null],
    [['1,234.5'], ',', '.', null],
    [['1,234', '5'], ',', '.', '1,234'],
    [['1,234', '5'], ';', ',', '1,234'],
    [['1.234', '5'], ';', '.', '1.234'],
    [['1', '2'], ';', '.', null],
    // Dates and version numbers say nothing.
    [['31.01.2020', '1.2.3'], ';', '.', null],
  ] as const)('%j', (fields, delimiter, decimal, doubtful) =>
    expect(guessDecimal(fields, delimiter)).toEqual({ decimal, doubtful }),
  );
});

describe('the layout', () => {
  const rows = (delimiter: string) => `a${delimiter}b${delimiter}c\n`.repeat(5);
  test.each([',', ';', '\t', '|'] as const)('delimiter %j', (delimiter) =>
    expect(guessLayout(rows(delimiter), {})).toEqual({ delimiter, skip: 0 }),
  );

  test('commas within text and decimals do not win over semicolons', () => {
    expect(guessLayout('name;value\n"Korea, Republic of";1,5\nNorway;2,5\nChad;3,25\n', {}).delimiter).toBe(
      ';',
    );
  });

  test('Excel’s line with the delimiter is obeyed and left out', () => {
    expect(guessLayout('sep=;\na,b;c\n1,5;2\n', {})).toEqual({ delimiter: ';', skip: 1 });
  });

  test('titles above the table are left out, a short header is not', () => {
    const bank = `"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-01-01",\n\n${'"a","b","c","d","e","f","g",\n'.repeat(4)}`;
    expect(guessLayout(bank, {}).skip).toBe(4);
    expect(guessLayout('b,c\nr1,1,2\nr2,3,4\n', {}).skip).toBe(0);
    expect(guessLayout(bank, { skip: 2 }).skip).toBe(2);
  });

  test('one column has a comma as delimiter', () => {
    expect(guessLayout('name\nOslo\nParis\n', {})).toEqual({ delimiter: ',', skip: 0 });
  });
});

describe('the header', () => {
  test.each([
    [
      [
        ['iso3', 'year', 'n'],
        ['NOR', '2019', '5'],
        ['FRA', '2020', '6'],
      ],
      true,
    ],
    [
      [
        ['NOR', '2019', '5'],
        ['FRA', '2020', '6'],
      ],
      false,
    ],
    [
      [
        ['country', '2018', '2019'],
        ['Norway', '5', '6'],
        ['France', '7', '8'],
      ],
      true,
    ],
    [
      [
        ['name', 'city'],
        ['Ann', 'Oslo'],
        ['Bo', 'Rome'],
      ],
      true,
    ],
    [
      [
        ['Ann', 'Oslo'],
        ['Bo', 'Oslo'],
        ['Cy', 'Oslo'],
      ],
      false,
    ],
    [[['name', 'city']], true],
    [[['1', '2']], false],
  ])('%j', (rows, is) => expect(guessHeader(rows)).toBe(is));

  test('names are made fit, and that is said', () => {
    const { names, notes } = columnNames(['Year', 'year', '', ' a\n b ', 'Year_2', 'x'.repeat(120)], 7);
    expect(names).toEqual(['Year', 'year_2', 'column_3', 'a b', 'Year_2_2', 'x'.repeat(100), 'column_7']);
    expect(notes.join(' ')).toMatch(/2 columns without a name .* “column_3”; “column_7”/);
    expect(notes.join(' ')).toMatch('the second “year” is now “year_2”');
    expect(notes.join(' ')).toMatch('more than 100 signs are cut');
    expect(columnNames(null, 2)).toEqual({ names: ['column_1', 'column_2'], notes: [] });
  });
});

test('rarer words for missing are offered where they stand among numbers', () => {
  const isNumber = (field: string) => numberOf(field, '.') !== undefined;
  expect(
    guessMissing(
      [
        ['1', 'n/a', ':'],
        ['x', 'y'],
      ],
      isNumber,
    ),
  ).toEqual(['', 'NA', '..', '-', 'n/a', ':']);
  expect(guessMissing([['a', 'n/a']], isNumber)).toEqual(['', 'NA', '..', '-']);
});
