import { count } from '../../charts/format.ts';
import { arrowStream, type Column } from './arrow-stream.ts';
import type { Faults } from './faults.ts';
import { PlaceTrack } from './place-track.ts';
import type { PlaceFinder } from './places.ts';
import type { Plan } from './reading.ts';
import { readerOf, type Value } from './value.ts';

/** One column of the file on its way into the table. */
interface Track {
  readonly index: number;
  readonly column: Column;
  readonly isText: boolean;
  readonly isMissing: (field: string) => boolean;
  readonly read: (field: string) => Value | undefined;
  readonly asMissing: boolean;
  misfits: number;
}

/** Fields of rows become typed values, and those the pieces that go to the database. */
export class TableBuilder {
  readonly #tracks: readonly Track[];
  readonly #places: readonly PlaceTrack[];
  readonly #faults: Faults;
  #rows = 0;
  #signs = 0;
  #formulas = 0;

  constructor({ columns, places, reading }: Plan, finder: PlaceFinder, faults: Faults) {
    const missing = isOneOf(reading.missing);
    const withoutNa = isOneOf(reading.missing.filter((word) => word !== 'NA'));
    const missingIn = (index: number) => (columns[index]?.namibia ? withoutNa : missing);
    this.#faults = faults;
    this.#tracks = columns.flatMap(({ name, type, misfits }, index) =>
      type === 'skip'
        ? []
        : {
            index,
            column: { name, type, values: [] },
            isText: type === 'text',
            isMissing: missingIn(index),
            read: readerOf(type, reading.decimal),
            asMissing: misfits === 'missing',
            misfits: 0,
          },
    );
    this.#places = places.map(
      ({ from, name, kind }) =>
        new PlaceTrack(from, name, missingIn(from), (field) => finder.find(field, kind)),
    );
  }

  get rows(): number {
    return this.#rows;
  }

  /** Rows and signs that wait in the columns. */
  get waiting(): { readonly rows: number; readonly signs: number } {
    return { rows: this.#tracks[0]?.column.values.length ?? 0, signs: this.#signs };
  }

  /** Takes a row with as many fields as the plan has columns. */
  add(row: readonly string[], line: number): void {
    this.#rows += 1;
    for (const track of this.#tracks) {
      const field = row[track.index] ?? '';
      this.#signs += field.length;
      track.column.values.push(this.#value(track, field, line));
    }
    for (const place of this.#places) place.add((row[place.index] ?? '').trim());
  }

  /** What waits, as a stream of Arrow's IPC format; afterwards nothing waits. */
  take(): Uint8Array {
    const columns = [...this.#tracks, ...this.#places].map(({ column }) => column);
    const stream = arrowStream(columns);
    this.forget();
    return stream;
  }

  /** Forgets what waits. */
  forget(): void {
    for (const { column } of [...this.#tracks, ...this.#places]) column.values.length = 0;
    this.#signs = 0;
  }

  /** What a reader should know of the values, in words. */
  get notes(): string[] {
    const made = this.#tracks.filter(({ misfits }) => misfits > 0);
    return [
      ...made.map(
        ({ column, misfits }) =>
          `${count(misfits)} ${misfits === 1 ? 'value' : 'values'} of ${column.name} did not fit and ${misfits === 1 ? 'is' : 'are'} missing.`,
      ),
      ...this.#places.flatMap(({ note }) => note ?? []),
      ...(this.#formulas
        ? [
            `${count(this.#formulas)} ${this.#formulas === 1 ? 'cell begins' : 'cells begin'} with =, +, - or @, as formulas of spreadsheets do. They are text here and nothing runs them; an exported CSV has an apostrophe before each.`,
          ]
        : []),
    ];
  }

  #value(track: Track, field: string, line: number): Value | null {
    const trimmed = field.trim();
    if (track.isMissing(trimmed)) return null;
    if (track.isText) {
      if (isFormula(field)) this.#formulas += 1;
      return field;
    }
    const value = trimmed === '' ? undefined : track.read(trimmed);
    if (value !== undefined) return value;
    if (track.asMissing) track.misfits += 1;
    else this.#faults.misfit(track.index, line, trimmed);
    return null;
  }
}

/** Whether a field is one of a few short words; long fields are not even compared. */
function isOneOf(words: readonly string[]): (field: string) => boolean {
  const all = new Set(words);
  const longest = Math.max(0, ...words.map((word) => word.length));
  return (field) => field.length <= longest && all.has(field);
}

/** Whether a spreadsheet would take a text for a formula: by its first sign, unless it is a number. */
const isFormula = (field: string): boolean =>
  '=+-@'.includes(field.charAt(0)) && field !== '' && !/^[-+]?[\d.,\s]*$/.test(field);
