import { count } from '../charts/format.ts';
import { plain } from '../live/find-countries.ts';
import type { LabTable } from '../model/sql-lab.ts';
import { needsQuotes } from './completion.ts';
import { button, need, textElement } from './lab-dom.ts';
import { readTables } from './schema-panel-read.ts';

/** A table opens by itself where a filter leaves no more than this. */
const FEW = 3;

interface Options {
  /** A name that the reader chose, as SQL writes it. */
  readonly insert: (name: string, byKeyboard: boolean) => void;
}

/** The list of tables with their columns: it can be filtered, walked with the arrow keys, and its names put into the query. */
export class SchemaPanel {
  readonly #panel: HTMLElement;
  readonly #schema: HTMLElement;
  readonly #own: HTMLElement;
  #tables: LabTable[];

  /** @param panel holds the filter and the list, which the page was built with */
  constructor(panel: HTMLElement, { insert }: Options) {
    this.#panel = panel;
    this.#schema = need(panel, '[data-schema]');
    this.#tables = readTables(this.#schema);
    this.#own = chapter('Your own files');
    this.#own.hidden = true;
    this.#schema.prepend(this.#own);
    for (const table of this.#schema.querySelectorAll<HTMLDetailsElement>('[data-table]')) enliven(table);
    const filter = need(panel, '[data-filter]') as HTMLInputElement;
    filter.addEventListener('input', () => this.#filter(filter.value));
    this.#schema.addEventListener('click', (event) => {
      const put = (event.target as Element).closest<HTMLElement>('[data-insert]');
      // A click without a pointer is one of Enter or Space.
      if (put) insert(put.dataset['insert'] ?? '', event.detail === 0);
    });
    this.#schema.addEventListener('keydown', (event) => this.#walk(event));
  }

  /** All that can be read from, the reader's own files first. */
  get tables(): readonly LabTable[] {
    return this.#tables;
  }

  /** A file that the reader has added, in place of one of that name. */
  add(table: LabTable): void {
    this.remove(table.name);
    this.#tables = [table, ...this.#tables];
    const element = tableElement(table);
    enliven(element);
    this.#own.append(element);
    this.#own.hidden = false;
  }

  remove(name: string): void {
    const isIt = (table: LabTable) => table.kind === 'own' && table.name.toLowerCase() === name.toLowerCase();
    this.#tables = this.#tables.filter((table) => !isIt(table));
    for (const element of this.#own.querySelectorAll<HTMLElement>('[data-table]'))
      if (element.dataset['table']?.toLowerCase() === name.toLowerCase()) element.remove();
    this.#own.hidden = !this.#own.querySelector('[data-table]');
  }

  /** Leaves in sight what has the words in a name, or in a description. */
  #filter(typed: string): void {
    const wanted = plain(typed.trim());
    const tables = [...this.#schema.querySelectorAll<HTMLDetailsElement>('[data-table]')];
    for (const table of tables) {
      table.hidden = !plain(table.textContent).includes(wanted);
      for (const item of table.querySelectorAll('li'))
        item.toggleAttribute(
          'data-match',
          wanted !== '' && plain(item.querySelector('code')?.textContent ?? '').includes(wanted),
        );
    }
    const shown = tables.filter((table) => !table.hidden);
    for (const table of tables) table.open = wanted !== '' && shown.length <= FEW && !table.hidden;
    for (const group of this.#schema.querySelectorAll<HTMLElement>('[data-chapter]'))
      group.hidden = group.querySelector('[data-table]:not([hidden])') === null;
    need(this.#panel, '[data-found]').textContent =
      wanted === ''
        ? ''
        : shown.length
          ? `${shown.length} of ${tables.length} tables and views`
          : 'No table has that in it.';
  }

  /** Up and down go through what is in sight, right opens a table, left closes it. */
  #walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target as HTMLElement;
    const table = here.closest<HTMLDetailsElement>('[data-table]');
    if (event.key === 'ArrowRight' && table && here.matches('summary')) {
      table.open = true;
      // The browser tells of it a moment later; the next key may be faster.
      table.dispatchEvent(new Event('toggle'));
    } else if (event.key === 'ArrowLeft' && table) {
      table.open = false;
      table.querySelector('summary')?.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = [...this.#schema.querySelectorAll<HTMLElement>('summary, [data-insert]')].filter((one) =>
        one.checkVisibility(),
      );
      const to = all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)];
      to?.focus();
    } else return;
    event.preventDefault();
  }
}

/** Names become buttons once a table is opened: there are hundreds, and few are ever seen. */
function enliven(table: HTMLDetailsElement): void {
  table.addEventListener(
    'toggle',
    () => {
      const name = table.dataset['table'] ?? '';
      table.querySelector('p')?.append(' ', insertButton(name, `Insert ${name}`));
      for (const code of table.querySelectorAll('li > code')) {
        const put = insertButton(code.textContent, code.textContent);
        put.title = `Insert ${code.textContent}`;
        code.replaceChildren(put);
      }
    },
    { once: true },
  );
}

function insertButton(name: string, words: string): HTMLButtonElement {
  const element = button(words);
  element.dataset['insert'] = needsQuotes(name) ? `"${name.replaceAll('"', '""')}"` : name;
  return element;
}

function chapter(title: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'lab-chapter';
  element.dataset['chapter'] = '';
  element.append(textElement('h3', title));
  return element;
}

/** As the page lists its own tables. */
function tableElement({ name, kind, description, rows, columns }: LabTable): HTMLDetailsElement {
  const details = document.createElement('details');
  Object.assign(details.dataset, { table: name, kind });
  const summary = document.createElement('summary');
  summary.append(textElement('code', name), ' ', textElement('small', rows === null ? 'view' : count(rows)));
  const list = document.createElement('ul');
  for (const column of columns) {
    const item = document.createElement('li');
    item.append(textElement('code', column.name), ' ', textElement('i', column.type.toLowerCase()));
    list.append(item);
  }
  details.append(summary, textElement('p', description), list);
  return details;
}
