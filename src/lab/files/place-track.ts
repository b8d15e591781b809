import { count } from '../../charts/format.ts';
import type { Column } from './arrow-stream.ts';
import { quote } from './problem.ts';

/** Different values that are remembered, so that a column of other things costs no memory. */
const MOST_REMEMBERED = 1000;
const UNKNOWN_SHOWN = 5;

/** A column of ISO3 codes that is made from another while rows are read. */
export class PlaceTrack {
  /** Place in the file of the column that it is made from. */
  readonly index: number;
  readonly column: Column;
  readonly #isMissing: (field: string) => boolean;
  readonly #find: (field: string) => string | undefined;
  readonly #known = new Map<string, string | null>();
  readonly #unknown = new Map<string, number>();

  constructor(
    index: number,
    name: string,
    isMissing: (field: string) => boolean,
    find: (field: string) => string | undefined,
  ) {
    this.index = index;
    this.column = { name, type: 'text', values: [] };
    this.#isMissing = isMissing;
    this.#find = find;
  }

  /** Takes the next row's field, without spaces around it. */
  add(field: string): void {
    this.column.values.push(field === '' || this.#isMissing(field) ? null : this.#place(field));
  }

  /** What was not found, in words; null if everything was. */
  get note(): string | null {
    const unknown = [...this.#unknown].sort(([, a], [, b]) => b - a);
    if (!unknown.length) return null;
    const shown = unknown.slice(0, UNKNOWN_SHOWN).map(([name]) => quote(name));
    const rows = unknown.reduce((sum, [, n]) => sum + n, 0);
    const most = unknown.length === MOST_REMEMBERED ? 'at least ' : '';
    return `${this.column.name} is missing in ${most}${count(rows)} ${rows === 1 ? 'row' : 'rows'}, as the atlas does not know ${shown.join(', ')}${unknown.length > shown.length ? ', …' : ''}.`;
  }

  #place(field: string): string | null {
    let iso3 = this.#known.get(field);
    if (iso3 === undefined) {
      iso3 = this.#find(field) ?? null;
      if (this.#known.size < MOST_REMEMBERED) this.#known.set(field, iso3);
    }
    if (iso3 === null && (this.#unknown.has(field) || this.#unknown.size < MOST_REMEMBERED))
      this.#unknown.set(field, (this.#unknown.get(field) ?? 0) + 1);
    return iso3;
  }
}
