import { count, quantity } from '../../charts/format.ts';
import { faultOfName } from '../../engine/own-name.ts';
import { quoted } from '../../engine/release-sql.ts';
import { button, h } from './dom.ts';
import { sizeWords } from './size.ts';

/** A table that the reader brought. */
export interface OwnTableInfo {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: number;
}

/** Columns that a query names one by one; of more it takes all. */
const NAMED_COLUMNS = 8;

/** A first query over a table. */
export function selectOf({ name, columns }: OwnTableInfo): string {
  const listed =
    columns.length > NAMED_COLUMNS ? '*' : columns.map((column) => written(column.name)).join(', ');
  return `SELECT ${listed}\nFROM ${name}\nLIMIT 100`;
}

/** A column's name as SQL writes it: in quotes where it needs them. */
const written = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !faultOfName(name, []) ? name : quoted(name);

export interface OwnTableActions {
  /** Puts a query into the editor; null where there is none. */
  readonly insert: ((sql: string) => void) | null;
  remove(): void;
}

/** The row of a loaded table. */
export interface OwnTableRow {
  readonly element: HTMLLIElement;
  /** Says that the table is being read again, or why that failed; null says nothing more. */
  again(words: string | null): void;
  focus(): void;
}

export function ownTableRow(
  table: OwnTableInfo,
  file: File,
  notes: readonly string[],
  { insert, remove }: OwnTableActions,
): OwnTableRow {
  const facts = [
    quantity(table.rows, 'rows'),
    quantity(table.columns.length, 'columns'),
    sizeWords(file.size),
  ];
  const head = h(
    'p',
    { class: 'own-name', tabindex: -1 },
    h('code', {}, table.name),
    ' ',
    h('span', {}, facts.join(' · ')),
  );
  const again = h('p', { class: 'own-again', role: 'status' });
  const element = h(
    'li',
    { class: 'own-table', 'data-table': table.name },
    head,
    notes.length > 0 &&
      h(
        'ul',
        { class: 'file-notes' },
        notes.map((note) => h('li', {}, note)),
      ),
    again,
    h(
      'p',
      { class: 'own-actions' },
      insert !== null &&
        button('Insert SELECT', () => insert(selectOf(table)), {
          'aria-label': `Insert SELECT for ${table.name}`,
        }),
      button('Remove', remove, { 'aria-label': `Remove ${table.name}` }),
    ),
    h('details', {}, h('summary', {}, `Columns of ${table.name}`), columnsList(table)),
  );
  return {
    element,
    again: (words) => (again.textContent = words ?? ''),
    focus: () => head.focus(),
  };
}

const columnsList = ({ columns }: OwnTableInfo): HTMLElement =>
  h(
    'ul',
    { class: 'own-columns' },
    columns.slice(0, 100).map(({ name, type }) => h('li', {}, h('code', {}, name), ` ${type}`)),
    columns.length > 100 && h('li', {}, `and ${count(columns.length - 100)} more`),
  );
