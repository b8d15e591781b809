import { count, span } from '../../charts/format.ts';
import { button, h } from './dom.ts';
import type { ColumnPreview, CsvPreview } from './preview.ts';
import { COLUMN_TYPES, type ColumnType, type Reading } from './reading.ts';
import { readerOf } from './value.ts';

/** Columns that are shown at a time: a table of hundreds would stall the page, and nobody reads one. */
const SHOWN_COLUMNS = 20;

export interface TableActions {
  type(column: number, type: ColumnType): void;
  page(first: number): void;
}

/**
 * The first rows of a file as a table, with a choice of type over each column.
 * @param first the first column shown
 */
export function previewTable(
  { columns, rows, reading }: CsvPreview,
  first: number,
  actions: TableActions,
): HTMLElement[] {
  const last = Math.min(first + SHOWN_COLUMNS, columns.length);
  const shown = columns.slice(first, last).map((column, n) => ({ column, index: first + n }));
  const cells = shown.map(({ column }) => cellOf(column, reading));
  const table = h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        shown.map(({ column, index }) => headOf(column, index, actions)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row) =>
        h(
          'tr',
          {},
          shown.map(({ index }, n) => cells[n]?.(row[index] ?? '')),
        ),
      ),
    ),
  );
  const label = rows.length === 1 ? 'The first row' : `The first ${count(rows.length)} rows`;
  const region = h(
    'div',
    { class: 'file-sample', role: 'region', tabindex: 0, 'aria-label': label, 'data-scroll': true },
    table,
  );
  return columns.length > SHOWN_COLUMNS ? [pager(first, last, columns.length, actions), region] : [region];
}

function headOf({ name, type }: ColumnPreview, index: number, { type: choose }: TableActions): HTMLElement {
  const select = h(
    'select',
    { name: `type-${index}`, 'aria-label': `Type of ${name}` },
    Object.entries(COLUMN_TYPES).map(([value, words]) =>
      h('option', { value, selected: value === type }, words),
    ),
  );
  select.addEventListener('change', () => choose(index, select.value as ColumnType));
  return h('th', { scope: 'col', class: alignment(type) }, h('span', { class: 'file-column' }, name), select);
}

/** Shows a field as it will be read: missing, misfit, or as it stands. */
function cellOf(
  { type, namibia }: ColumnPreview,
  { decimal, missing }: Reading,
): (field: string) => HTMLElement {
  const read = readerOf(type, decimal);
  const classes = alignment(type);
  return (field) => {
    const trimmed = field.trim();
    if (type === 'skip') return h('td', { class: 'file-skipped' }, field);
    if (missing.includes(trimmed) && !(namibia && trimmed === 'NA'))
      return h('td', { class: `file-missing ${classes}` }, trimmed && `${trimmed} `, h('i', {}, 'missing'));
    if (read(trimmed) === undefined)
      return h('td', { class: `file-misfit ${classes}` }, field, ' ', h('i', {}, 'does not fit'));
    return h('td', { class: classes }, field);
  };
}

const alignment = (type: ColumnType): string => (type === 'integer' || type === 'number' ? 'numeric' : '');

function pager(first: number, last: number, all: number, { page }: TableActions): HTMLElement {
  const to = (start: number, name: string, words: string) =>
    button(words, () => page(start), { name, disabled: start < 0 || start >= all });
  return h(
    'p',
    { class: 'file-pager' },
    `Columns ${span(first + 1, last)} of ${count(all)} `,
    to(first - SHOWN_COLUMNS, 'earlier', 'Earlier'),
    ' ',
    to(first + SHOWN_COLUMNS, 'later', 'Later'),
  );
}
