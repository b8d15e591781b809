import type { History, Run } from './history.ts';
import { button, textElement } from './lab-dom.ts';
import { duration, headOf, rowsInWords } from './lab-words.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The last queries as a list: each leads back into the editor. */
export class HistoryList {
  readonly #element: HTMLElement;
  readonly #history: History;
  readonly #restore: (sql: string) => void;

  constructor(element: HTMLElement, history: History, restore: (sql: string) => void) {
    this.#element = element;
    this.#history = history;
    this.#restore = restore;
    this.show();
  }

  show(): void {
    const { runs } = this.#history;
    if (!runs.length) {
      this.#element.replaceChildren(
        textElement('p', 'Queries that you run are kept here, in this browser only.'),
      );
      return;
    }
    const list = document.createElement('ol');
    list.className = 'lab-history';
    list.append(...runs.map((run) => this.#item(run)));
    const clear = button('Clear history', () => {
      this.#history.clear();
      this.show();
      // The button is gone: what is left of the panel takes the focus, so that it is not lost.
      this.#element.tabIndex = -1;
      this.#element.focus();
    });
    this.#element.replaceChildren(list, clear);
  }

  #item(run: Run): HTMLElement {
    const item = document.createElement('li');
    const again = button(headOf(run.sql), () => this.#restore(run.sql));
    again.title = run.sql.slice(0, 2000);
    const facts = `${WHEN.format(new Date(run.at))}, ${run.rows === null ? 'failed' : `${rowsInWords(run.rows)} in ${duration(run.ms)}`}`;
    item.append(again, textElement('small', facts));
    return item;
  }
}
