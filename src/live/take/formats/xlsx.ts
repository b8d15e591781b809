import writeXlsx, { type Cell, type SheetData } from 'write-excel-file/universal';
import { rightsLine } from '../../../files/rights.ts';
import { ATLAS } from '../../../files/credits.ts';
import { allowed } from '../../../files/xml.ts';
import type { FigureCell } from '../../../model/figure-spec.ts';
import type { Taken } from '../taken.ts';
import { dataOf } from './data.ts';

/**
 * What is shown as a workbook for Excel and its like: the sheet "Data" with one row a tie (or a row of the figure's table), and
 * "About" with all that must travel with the numbers. Numbers are numbers, texts are never formulas, and what is missing
 * is an empty cell, which is not zero.
 */
export function xlsxBlob(taken: Taken): Promise<Blob> {
  const { columns, rows } = dataOf(taken);
  const data: SheetData = [
    columns.map(({ label, unit }) => bold(unit === null ? label : `${label} (${unit})`)),
    columns.map(({ key }) => ({ ...words(key), textColor: MUTED })),
    ...rows.map((row) => columns.map(({ key }) => typed(row[key] ?? null))),
  ];
  return writeXlsx([
    {
      sheet: 'Data',
      data,
      columns: columns.map((_, at) => ({ width: widthOf(data, at) })),
      stickyRowsCount: 2,
    },
    { sheet: 'About', data: aboutOf(taken), columns: [{ width: 16 }, { width: 100 }] },
  ]).toBlob();
}

const MUTED = '#666666';
/** What Excel takes in one cell. */
const MOST_LETTERS = 32_767;

/** Text whatever it begins with: only a cell of the type formula is one. */
const words = (text: string) => ({ value: allowed(text).slice(0, MOST_LETTERS), type: String });
const bold = (text: string) => ({ ...words(text), fontWeight: 'bold' as const });

/** A cell by its own value: a text in a column of numbers stays a text. */
const typed = (value: FigureCell): Cell =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : words(typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

/** Wide enough for what stands in a column, within reason, in letters. */
const widthOf = (data: SheetData, at: number): number =>
  Math.min(40, Math.max(8, ...data.slice(0, 200).map((row) => lettersOf(row[at]).length)) + 2);
const lettersOf = (cell: Cell | undefined): string =>
  cell !== null && typeof cell === 'object' && 'value' in cell ? String(cell.value ?? '') : '';

/** Two columns: what it is, and what it says. */
function aboutOf(taken: Taken): SheetData {
  const line = (what: string, text: string | null): SheetData =>
    text ? [[bold(what), { ...words(text), wrap: true, alignVertical: 'top' }]] : [];
  return [
    ...line('Title', taken.title),
    ...line('Takeaway', taken.takeaway),
    ...line('Coverage', taken.coverage),
    ...taken.notes.flatMap((note) => line('Note', note)),
    ...taken.sources.flatMap(({ title, publisher, licence, retrieved, landing_page }) =>
      line(
        'Source',
        `${title}, ${publisher} (${licence}), read ${retrieved}${landing_page ? `, ${landing_page}` : ''}`,
      ),
    ),
    ...line('Reuse', rightsLine(taken.sources)),
    ...line('Release', taken.release),
    ...line('Address', taken.address),
    ...line('Taken on', taken.date),
    ...line('From', ATLAS),
  ];
}
