import { count } from '../../charts/format.ts';
import { quote, type Problem } from './problem.ts';
import type { ColumnPlan, Reading } from './reading.ts';
import { SHOWN_PLACES } from './rows.ts';
import { NO_SUCH } from './value.ts';

/** Places of one kind of fault: how many, and the first few in words. */
interface Tally {
  count: number;
  readonly places: string[];
}

function note(tally: Tally | undefined, place: () => string): Tally {
  const kept = tally ?? { count: 0, places: [] };
  kept.count += 1;
  if (kept.places.length < SHOWN_PLACES) kept.places.push(place());
  return kept;
}

/** Gathers what does not fit while a file is read, and puts it in words with the ways to go on. */
export class Faults {
  readonly #columns: readonly Pick<ColumnPlan, 'name' | 'type'>[];
  #ragged: Tally | undefined;
  readonly #misfits = new Map<number, Tally>();

  constructor(columns: readonly Pick<ColumnPlan, 'name' | 'type'>[]) {
    this.#columns = columns;
  }

  get any(): boolean {
    return this.#ragged !== undefined || this.#misfits.size > 0;
  }

  /** A row with another number of fields than there are columns. */
  ragged(line: number, fields: number): void {
    this.#ragged = note(this.#ragged, () => `line ${count(line)}: ${fieldsWords(fields)}`);
  }

  /** A value that is not of its column's type. */
  misfit(column: number, line: number, value: string): void {
    const { name = '', type = 'text' } = this.#columns[column] ?? {};
    const place = () => `line ${count(line)}, column ${name}: ${quote(value)} ${NO_SUCH[type]}`;
    this.#misfits.set(column, note(this.#misfits.get(column), place));
  }

  /** @param part what was looked at if not the whole file: "in the first megabyte" */
  problems(part = ''): Problem[] {
    const misfits = [...this.#misfits].map(([column, tally]) => this.#misfitProblem(column, tally));
    return this.#ragged ? [raggedProblem(this.#ragged, this.#columns.length, part), ...misfits] : misfits;
  }

  #misfitProblem(index: number, { count: n, places }: Tally): Problem {
    const { name = '', type = 'text' } = this.#columns[index] ?? {};
    const values = n === 1 ? 'One value' : `${count(n)} values`;
    const kind = NO_SUCH[type].replace(/^is /, '');
    return {
      words: `${values} in column ${name} ${n === 1 ? 'is' : 'are'} ${kind}.`,
      details: more(places, n),
      ways: [
        { label: `Read column ${name} as text`, change: { columns: { [index]: { type: 'text' } } } },
        { label: 'Take these values as missing', change: { columns: { [index]: { misfits: 'missing' } } } },
      ],
    };
  }
}

function raggedProblem({ count: n, places }: Tally, columns: number, part: string): Problem {
  const rows = n === 1 ? 'One row has' : `${count(n)} rows have`;
  const change = (ragged: Reading['ragged']) => ({ reading: { ragged } });
  return {
    words: `${rows} another number of fields than the ${count(columns)} that are expected${part && ` (${part})`}.`,
    details: more(places, n),
    ways: [
      { label: 'Keep such rows: what lacks is missing, what is beyond is cut off', change: change('fill') },
      { label: 'Leave such rows out', change: change('drop') },
    ],
  };
}

const fieldsWords = (fields: number): string => (fields === 1 ? 'one field' : `${count(fields)} fields`);
const more = (places: readonly string[], n: number): string[] =>
  n > places.length ? [...places, `and ${count(n - places.length)} more`] : [...places];
