import type { Cell } from '../../engine/engine.ts';
import type { Table } from '../../views/view.ts';

/** What is read of a table of the page. */
export interface ReadTable {
  readonly caption: string;
  readonly heads: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly { readonly words: string; readonly empty: boolean }[])[];
}

/** A table as a page shows it: for figures whose rows are nowhere but in their own page. */
export function readTable(table: HTMLTableElement): ReadTable {
  const words = (element: Element): string => element.textContent.trim();
  return {
    caption: table.caption ? words(table.caption) : '',
    heads: [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => ({
      label: words(cell),
      numeric: cell.classList.contains('numeric'),
    })),
    rows: [...(table.tBodies[0]?.rows ?? [])].map((row) =>
      [...row.cells].map((cell) => ({ words: words(cell), empty: cell.classList.contains('empty') })),
    ),
  };
}

/** The same as the figure had it: numbers are numbers again, and what is not there is null. */
export function tableOf({ caption, heads, rows }: ReadTable): Table {
  const columns = heads.map(({ label, numeric }, i) => ({
    key: keyOf(label) || `column_${i + 1}`,
    label,
    numeric,
  }));
  return {
    caption,
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(
        columns.map(({ key, numeric }, i): [string, Cell] => {
          const cell = row[i];
          return [key, !cell || cell.empty ? null : numeric ? numberOf(cell.words) : cell.words];
        }),
      ),
    ),
  };
}

/** "Share of papers (%)" → "share_of_papers". */
const keyOf = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

/** A number as `cellText` writes it, with separators and a true minus; words that are none stay words. */
function numberOf(words: string): number | string {
  const plain = words.replaceAll(',', '').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : words;
}
