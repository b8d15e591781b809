import type { ResultTable } from '../../engine/result-table.ts';
import {
  ALL_TEXTS,
  canDraw,
  choiceOf,
  MARKS,
  offerOf,
  ROW_NUMBER,
  type Choice,
  type Mark,
} from './chart-choice.ts';
import type { ChartColumn } from './chart-columns.ts';
import { freshId, make } from '../../components/grid/dom.ts';

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  lines: 'Lines',
  bars: 'Bars',
  points: 'Points',
  histogram: 'Histogram',
};
/** What each choice is called, by the mark that it is for; null for one that the mark has not. */
const ROLE_WORDS: Readonly<Record<Mark, Readonly<Record<Role, string | null>>>> = {
  lines: { x: 'Along the foot', y: 'Height', colour: 'A line for each' },
  bars: { x: 'Length', y: 'A bar for each', colour: 'Colour' },
  points: { x: 'Along the foot', y: 'Height', colour: 'Colour' },
  histogram: { x: 'Numbers of', y: null, colour: null },
};
type Role = 'x' | 'y' | 'colour';

/** What a reader chooses of a chart: its mark, and the columns that it draws. */
export class ChartControls {
  readonly element = make('div', { className: 'lab-choices' });
  readonly #onChoice: (choice: Choice) => void;
  #table: ResultTable | null = null;
  #columns: readonly ChartColumn[] = [];

  constructor(onChoice: (choice: Choice) => void) {
    this.#onChoice = onChoice;
  }

  /** Offers what the result's columns allow; nothing without a choice. */
  show(table: ResultTable, columns: readonly ChartColumn[], choice: Choice | null): void {
    this.#table = table;
    this.#columns = columns;
    if (choice) this.#write(choice);
    else this.element.replaceChildren();
  }

  #write(choice: Choice): void {
    const marks = MARKS.filter((mark) => canDraw(this.#columns, mark));
    const roles = (['x', 'y', 'colour'] as const).flatMap((role) => this.#roleSelect(choice, role));
    const marking = select(
      'Mark',
      marks.map((mark) => [mark, MARK_WORDS[mark]]),
      choice.mark,
      (value) => {
        const next = this.#table && choiceOf(this.#table, this.#columns, value as Mark);
        if (next) this.#choose(next, 'Mark');
      },
    );
    this.element.replaceChildren(marking, ...roles);
  }

  #roleSelect(choice: Choice, role: Role): HTMLElement[] {
    const label = ROLE_WORDS[choice.mark][role];
    const columns = offerOf(this.#columns, choice.mark)[role];
    if (label === null || !columns.length) return [];
    const options: (readonly [string, string])[] = columns.map((index) => [
      String(index),
      this.#columnName(index),
    ]);
    if (role === 'colour') options.unshift(['', choice.mark === 'lines' ? 'all in one' : 'one for all']);
    return [
      select(label, options, choice[role] === null ? '' : String(choice[role]), (value) =>
        this.#choose({ ...choice, [role]: value === '' ? null : Number(value) }, label),
      ),
    ];
  }

  #columnName(index: number): string {
    if (index === ROW_NUMBER) return 'row';
    if (index === ALL_TEXTS) return 'all names together';
    return this.#columns[index]?.name ?? '';
  }

  /** @param from the label of the control that chose, which keeps the focus */
  #choose(choice: Choice, from: string): void {
    this.#write(choice);
    this.element.querySelector<HTMLElement>(`select[data-role="${from}"]`)?.focus();
    this.#onChoice(choice);
  }
}

function select(
  label: string,
  options: readonly (readonly [string, string])[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const element = make(
    'select',
    { id: freshId('lab-choice') },
    { 'data-role': label },
    ...options.map(([key, words]) => make('option', { value: key, textContent: words })),
  );
  element.value = value;
  element.addEventListener('change', () => onChange(element.value));
  return make('div', {}, {}, make('label', { htmlFor: element.id, textContent: label }), element);
}
