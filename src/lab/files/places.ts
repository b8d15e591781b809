import { plain } from '../../live/find-countries.ts';
import { OTHER_NAMES } from './other-names.ts';

/** A place of the register as far as a reader's file may name it. */
export interface RegisterRow {
  readonly iso3: string;
  readonly iso2: string;
  readonly m49: string | null;
  /** In every language and form that the register has. */
  readonly names: readonly string[];
}

export type PlaceKind = 'iso3' | 'iso2' | 'm49' | 'name';

/** What a column of places is, and how sure that is. */
export interface PlaceGuess {
  readonly kind: PlaceKind;
  /** Different values, and how many of them the register knows. */
  readonly known: number;
  readonly different: number;
  /** The first few that it does not know. */
  readonly unknown: readonly string[];
}

/** Share of different values that the register must know. */
const ENOUGH: Readonly<Record<PlaceKind, number>> = { iso3: 0.85, iso2: 0.85, m49: 0.95, name: 0.6 };
/** What columns of M49 codes are called; small numbers are codes of places too easily. */
const M49_NAME = /m49|countr|area|geo|place|origin|destination|reporter|partner|code|pays|land/i;
const UNKNOWN_SHOWN = 5;

/** A name as it is compared: lower case, no accents, no signs, "&" and "St" written out, no article in front. */
export const nameKey = (name: string): string =>
  plain(name)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/ the$/, '');

/** "Iran (Islamic Republic of)" and "Iran, Islamic Republic of" also mean "Islamic Republic of Iran" and "Iran". */
function forms(name: string): string[] {
  const match = /^(.*?)\s*\((.+)\)$/.exec(name) ?? /^([^,]+),\s*(.+)$/.exec(name);
  const [, head = '', tail = ''] = match ?? [];
  return match ? [name, `${tail} ${head}`, ...(name.includes('(') ? [head] : [])] : [name];
}

/** Finds places by code or name. */
export class PlaceFinder {
  readonly #by: Readonly<Record<PlaceKind, ReadonlyMap<string, string>>>;

  constructor(register: readonly RegisterRow[]) {
    const names = new Map(Object.entries(OTHER_NAMES));
    for (const { iso3, names: all } of register)
      for (const name of all) for (const form of forms(name)) names.set(nameKey(form), iso3);
    this.#by = {
      iso3: new Map(register.map(({ iso3 }) => [iso3, iso3])),
      iso2: new Map(register.map(({ iso2, iso3 }) => [iso2, iso3])),
      m49: new Map(register.flatMap(({ m49, iso3 }) => (m49 ? [[String(Number(m49)), iso3]] : []))),
      name: names,
    };
  }

  /** The ISO3 code; undefined where the register does not know the value. */
  find(value: string, kind: PlaceKind): string | undefined {
    const by = this.#by[kind];
    switch (kind) {
      case 'name':
        return forms(value)
          .map((form) => by.get(nameKey(form)))
          .find((iso3) => iso3 !== undefined);
      case 'm49':
        return /^\d{1,3}$/.test(value) ? by.get(String(Number(value))) : undefined;
      default:
        return by.get(value.toUpperCase());
    }
  }

  /**
   * What places a column holds; null if it holds none.
   * @param values the sample's fields, trimmed, without empty ones; NA is among them
   */
  guess(column: string, values: readonly string[]): PlaceGuess | null {
    const different = [...new Set(values)];
    if (different.length < 2) return null;
    const kinds = different.every((value) => value.length <= 3)
      ? (['iso3', 'iso2', 'm49'] as const)
      : (['name'] as const);
    for (const kind of kinds) {
      if (kind === 'm49' && (different.length < 3 || !M49_NAME.test(column))) continue;
      // Codes in lower case are too often something else, such as languages.
      if ((kind === 'iso3' || kind === 'iso2') && !different.some((value) => /^[A-Z]+$/.test(value)))
        continue;
      const unknown = different.filter((value) => this.find(value, kind) === undefined);
      const known = different.length - unknown.length;
      if (known < 2 || known < different.length * ENOUGH[kind]) continue;
      return { kind, known, different: different.length, unknown: unknown.slice(0, UNKNOWN_SHOWN) };
    }
    return null;
  }
}

/** Whether values look like ISO2 codes when there is no register to ask. */
export function looksLikeIso2(values: readonly string[]): boolean {
  const different = [...new Set(values)];
  return different.length > 2 && different.every((value) => /^[A-Z]{2}$/.test(value));
}
