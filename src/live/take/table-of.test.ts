import { describe, expect, test } from 'vitest';
import { cellText } from '../../components/cell.ts';
import { tableOf } from './table-of.ts';

const cell = (words: string, empty = false) => ({ words, empty });

describe('a table of the page', () => {
  test('gives names, numbers and what is missing back', () => {
    const { columns, rows } = tableOf({
      caption: 'Growth',
      heads: [
        { label: 'Line', numeric: false },
        { label: 'Year', numeric: true },
        { label: 'Share of papers (%)', numeric: true },
        { label: '%', numeric: true },
      ],
      rows: [
        [cell('2020'), cell('2020'), cell('\u22121,234.56'), cell('–', true)],
        [cell('All others'), cell('2021'), cell('<0.1'), cell('0')],
      ],
    });
    expect(columns.map(({ key }) => key)).toEqual(['line', 'year', 'share_of_papers', 'column_4']);
    expect(rows).toEqual([
      { line: '2020', year: 2020, share_of_papers: -1234.56, column_4: null },
      { line: 'All others', year: 2021, share_of_papers: '<0.1', column_4: 0 },
    ]);
  });

  test.each([0, 7, -5, 1234567, -1234.56, 0.5, 100000.25])('reads %f as it was written', (value) => {
    const words = cellText(value, { key: 'value' }) ?? '';
    const { rows } = tableOf({
      caption: '',
      heads: [{ label: 'Value', numeric: true }],
      rows: [[cell(words)]],
    });
    expect(rows).toEqual([{ value }]);
  });
});
