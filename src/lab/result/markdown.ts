import { isNumeric, type ResultTable } from '../../engine/result-table.ts';
import { plainWords } from '../../components/grid/cell-words.ts';

/** More rows than these are for a file. */
export const MARKDOWN_ROWS = 50;

/** A small result as a table of Markdown, numbers to the right. What is missing is an empty cell. */
export function markdownOf(table: ResultTable): string {
  const lines = [
    table.columns.map(({ name }) => escaped(name)),
    table.columns.map(({ type }) => (isNumeric(type) ? '---:' : '---')),
    ...Array.from({ length: table.rowCount }, (_, row) =>
      table.columns.map((_column, column) => escaped(plainWords(table.cell(row, column)))),
    ),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const escaped = (text: string): string =>
  text.replace(/[\\|`*_<>[\]]/g, (sign) => `\\${sign}`).replace(/\r\n|\n|\r/g, '<br>');
