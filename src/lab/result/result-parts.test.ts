import { describe, expect, test } from 'vitest';
import { columnWords, plainWords, sampleOf } from '../../components/grid/cell-words.ts';
import { columnsInSight, layoutColumns } from '../../components/grid/column-layout.ts';
import { moveBy } from '../../components/grid/grid-keys.ts';
import { markdownOf } from './markdown.ts';
import { rowsInTime } from './result-words.ts';
import { nextSort } from '../../components/grid/sort-state.ts';
import { sortedTable } from '../../components/grid/sorted-table.ts';
import { canNest, sortedSql } from './sort.ts';
import { tableOf } from './table-fixture.ts';

describe('cells in words', () => {
  const words = (type: string, sample: readonly (number | string | null)[]) => {
    const write = columnWords({ name: 'x', type }, sample);
    return sample.map((value) => write(value).text);
  };

  test('missing, empty, zero and the word NULL look different', () => {
    const write = columnWords({ name: 'x', type: 'VARCHAR' }, []);
    expect([null, '', 'NULL', 0].map((value) => write(value))).toEqual([
      { text: 'NULL', look: 'null' },
      { text: 'empty text', look: 'blank' },
      { text: 'NULL', look: 'text' },
      { text: '0', look: 'number' },
    ]);
    expect(plainWords(null)).toBe('');
  });

  test('years stay as they are, large numbers have groups and a true minus sign', () => {
    expect(words('INTEGER', [2018, 9999, 10_000, -1_234_567, 0])).toEqual([
      '2018',
      '9999',
      '10,000',
      '−1,234,567',
      '0',
    ]);
    expect(words('HUGEINT', ['-170141183460469231731687303715884105727'])).toEqual([
      '−170,141,183,460,469,231,731,687,303,715,884,105,727',
    ]);
  });

  test('fractions of a column stand under each other, with no more decimals than they have', () => {
    expect(words('DOUBLE', [0.5, 0.25, 1])).toEqual(['0.50', '0.25', '1.00']);
    expect(words('DOUBLE', [1 / 3, 12.5, 0])).toEqual(['0.3333', '12.5000', '0.0000']);
    expect(words('DOUBLE', [1, 2, 30])).toEqual(['1', '2', '30']);
    expect(words('DECIMAL(9,3)', [1.5])).toEqual(['1.500']);
    expect(words('DOUBLE', [123456.789, 98765.4])).toEqual(['123,456.79', '98,765.40']);
  });

  test('what is not zero never reads as zero', () => {
    expect(words('DOUBLE', [100.25, 1e-9, 0, 3e20, -2.5e-7])).toEqual([
      '100.250000',
      '1e−9',
      '0.000000',
      '3e20',
      '−2.5e−7',
    ]);
  });

  test('text is one line, and cut when it is long', () => {
    const write = columnWords({ name: 'x', type: 'VARCHAR' }, []);
    expect(write('a\r\nb\tc').text).toBe('a↵b⇥c');
    expect(write('x'.repeat(1000)).text).toHaveLength(301);
  });

  test('a sample is from all over the table', () => {
    const table = tableOf(
      ['n INTEGER'],
      Array.from({ length: 1000 }, (_, n) => [n]),
    );
    expect(sampleOf(table, 0, 4)).toEqual([0, 250, 500, 750]);
    expect(sampleOf(tableOf(['n INTEGER'], [[7]]), 0)).toEqual([7]);
  });
});

describe('columns', () => {
  const columns = ['year SMALLINT', 'name VARCHAR', 'long VARCHAR'].map((column) => {
    const [name = '', type = ''] = column.split(' ');
    return { name, type };
  });
  const sizes = { cell: 13, type: 11 };
  const layout = layoutColumns(columns, [['2018'], ['United States'], ['x'.repeat(300)]], sizes, 1000);

  test('are as wide as what they hold, within limits', () => {
    const [year = 0, name = 0, long = 0] = layout.widths;
    expect(year).toBeLessThan(100);
    expect(name).toBeGreaterThan(year);
    expect(long).toBe(380);
    expect(layoutColumns(columns, [[], [], ['x'.repeat(300)]], sizes, 320).widths[2]).toBeLessThan(220);
    expect(layout.lefts).toEqual([0, year, year + name]);
  });

  test('in sight are those that the view touches', () => {
    const many = layoutColumns(
      Array.from({ length: 1000 }, (_, n) => ({ name: `c${n}`, type: 'INTEGER' })),
      [],
      sizes,
      1000,
    );
    const [width = 0] = many.widths;
    expect(columnsInSight(many, 0, width * 3)).toEqual([0, 3]);
    expect(columnsInSight(many, width * 2.5, width * 3)).toEqual([2, 6]);
    expect(columnsInSight(many, many.total - width, width * 3)).toEqual([999, 1000]);
    expect(columnsInSight(layoutColumns([], [], sizes, 500), 0, 500)).toEqual([0, 0]);
  });
});

test('keys walk the cells, and the head above them', () => {
  const size = { rows: 100, columns: 3, page: 10 };
  const at = { row: 50, column: 1 };
  const go = (key: string, jump = false, from = at) => {
    const to = moveBy(key, jump, from, size);
    return to && [to.row, to.column];
  };
  expect(go('ArrowDown')).toEqual([51, 1]);
  expect(go('ArrowUp', false, { row: 0, column: 1 })).toEqual([-1, 1]);
  expect(go('ArrowUp', false, { row: -1, column: 1 })).toEqual([-1, 1]);
  expect(go('ArrowRight', false, { row: 0, column: 2 })).toEqual([0, 2]);
  expect(go('PageDown')).toEqual([60, 1]);
  expect(go('PageDown', false, { row: 95, column: 1 })).toEqual([99, 1]);
  expect(go('PageUp', false, { row: 4, column: 1 })).toEqual([0, 1]);
  expect(go('Home')).toEqual([50, 0]);
  expect(go('End')).toEqual([50, 2]);
  expect(go('Home', true)).toEqual([0, 0]);
  expect(go('End', true)).toEqual([99, 2]);
  expect(go('ArrowDown', true)).toEqual([99, 1]);
  expect(go('x')).toBeNull();
});

describe('sorting', () => {
  test('goes up, down, and back', () => {
    const up = nextSort(null, 1);
    const down = nextSort(up, 1);
    expect([up, down, nextSort(down, 1)]).toEqual([
      { column: 1, direction: 'ascending' },
      { column: 1, direction: 'descending' },
      null,
    ]);
    expect(nextSort(down, 0)).toEqual({ column: 0, direction: 'ascending' });
  });

  test('wraps the query whole, whatever it ends with', () => {
    const sql = sortedSql('SELECT 1 AS a, 2 AS b -- the end', { column: 1, direction: 'descending' });
    expect(sql).toContain('(\nSELECT 1 AS a, 2 AS b -- the end\n)');
    expect(sql).toMatch(/ORDER BY 2 DESC NULLS LAST/);
    expect(() => sortedSql('SELECT 1) TO (', { column: 0, direction: 'ascending' })).toThrow('do not close');
    expect([canNest('-- x\nEXPLAIN SELECT 1'), canNest('SUMMARIZE flows'), canNest('FROM flows')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('of a short answer is done here, in the same way', () => {
    const table = tableOf(
      ['n INTEGER', 'word VARCHAR'],
      [
        [2, 'b'],
        [null, 'x'],
        [1, 'a'],
        [2, 'a'],
      ],
    );
    const words = (direction: 'ascending' | 'descending') => {
      const sorted = sortedTable(table, { column: 0, direction });
      return [0, 1, 2, 3].map((row) => `${String(sorted.cell(row, 0))} ${String(sorted.cell(row, 1))}`);
    };
    expect(words('ascending')).toEqual(['1 a', '2 b', '2 a', 'null x']);
    expect(words('descending')).toEqual(['2 b', '2 a', '1 a', 'null x']);
    expect(() => sortedTable(table, { column: 0, direction: 'ascending' }).cell(4, 0)).toThrow();
  });
});

test('Markdown keeps signs of its own apart', () => {
  const table = tableOf(
    ['name VARCHAR', 'n INTEGER'],
    [
      ['a|b*c', 1],
      ['two\nlines', null],
    ],
  );
  expect(markdownOf(table)).toBe('| name | n |\n| --- | ---: |\n| a\\|b\\*c | 1 |\n| two<br>lines |  |\n');
});

test('rows and time in words', () => {
  expect(rowsInTime(1_234_567, 840)).toBe('1,234,567 rows in 0.84\u00a0s');
  expect(rowsInTime(1, 2)).toBe('1 row in under 0.01\u00a0s');
  expect(rowsInTime(0, 12_345)).toBe('0 rows in 12.3\u00a0s');
  expect(rowsInTime(2, 65_400)).toBe('2 rows in 1\u00a0min 5\u00a0s');
});
