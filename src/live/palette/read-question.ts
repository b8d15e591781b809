import type { LayerId } from '../../model/layer.ts';
import { PlaceNames, type NamedPlace } from './place-names.ts';
import { phraseOf, wordsOf, type Word } from './words.ts';

/** What a question can be composed of. */
export interface Vocabulary {
  readonly layers: readonly {
    readonly id: LayerId;
    readonly title: string;
    /** Whether it tells where from and where to. */
    readonly directed: boolean;
    /** First and last year, where they are not those of the whole. */
    readonly years?: readonly [first: number, last: number];
  }[];
  readonly places: readonly NamedPlace[];
  readonly years: readonly [first: number, last: number];
}

/** Words that join others, with what they say of the place that follows. */
const LINKS = new Map<string, Role>([
  ['from', 'from'],
  ['to', 'to'],
  ['into', 'to'],
  ['in', 'to'],
  ...['and', 'of', 'the', 'with', 'between', 'by', 'for', 'at', 'on', 'as', 'is', 'are'].map(
    (word): [string, Role] => [word, null],
  ),
]);
export type Role = 'from' | 'to' | null;

/** More words are a text that was pasted, no question. */
const MOST_WORDS = 16;
/** The longest names in use: "The Former Yugoslav Republic of Macedonia" and the like. */
const LONGEST_NAME = 10;
/** As many places may a phrase mean. */
const MOST_MEANT = 5;

export type Layer = Vocabulary['layers'][number];
/** What the words of a text were read as; `doubt` grows as it is less sure. */
export interface Read {
  readonly layer: Layer | null;
  readonly places: readonly { readonly place: NamedPlace; readonly role: Role }[];
  readonly year: number | null;
  readonly doubt: number;
}

/**
 * All ways to read a text of which every word is understood. Words may stand in any order; the last may be unfinished. Case and
 * accents do not count, but for codes that are words as well: "in" is a word and "IN" is India.
 */
export function readQuestion(text: string, vocabulary: Vocabulary): Read[] {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  return readFrom(words, 0, { layer: null, places: [], year: null, doubt: 0 }, null, vocabulary);
}

/** All ways to read the words from a place on. */
function readFrom(
  words: readonly Word[],
  at: number,
  read: Read,
  role: Role,
  vocabulary: Vocabulary,
): Read[] {
  const word = words[at];
  if (!word) return [read];
  const isLast = at === words.length - 1;
  const found: Read[] = [];
  const goOn = (next: number, more: Partial<Read>, nextRole: Role = null) =>
    found.push(...readFrom(words, next, { ...read, ...more }, nextRole, vocabulary));

  const names = namesOf(vocabulary);
  const link = isCodeInCapitals(word, words, names) ? undefined : LINKS.get(word.plain);
  if (link !== undefined) goOn(at + 1, {}, link ?? role);

  const year = yearOf(word, read.layer, vocabulary);
  if (read.year === null && year !== null) goOn(at + 1, { year });
  // A year that is still being typed says nothing yet.
  else if (isLast && at > 0 && /^(?:1|19\d?|2|20\d?)$/.test(word.plain)) goOn(at + 1, {});

  if (read.layer === null)
    for (const { layer, length, doubt } of layersAt(words, at, vocabulary))
      if (read.year === null || inYears(read.year, layer, vocabulary))
        goOn(at + length, { layer, doubt: read.doubt + doubt });

  if (read.places.length < 2) {
    for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
      const phrase = words.slice(at, at + length);
      const meant = names.meant(joined(phrase), length === 1, at + length === words.length);
      for (const { place, doubt } of meant.slice(0, MOST_MEANT))
        if (!read.places.some((other) => other.place === place))
          goOn(at + length, { places: [...read.places, { place, role }], doubt: read.doubt + doubt });
    }
  }
  return found;
}

/** A code in capitals among words that are not is meant as one; but for "AND", which is Andorra's and joins two others. */
const isCodeInCapitals = (word: Word, words: readonly Word[], names: PlaceNames<NamedPlace>): boolean =>
  word.plain !== 'and' &&
  names.isCode(word.plain) &&
  isCapitals(word.written) &&
  words.some(({ written }) => !isCapitals(written));

const isCapitals = (written: string): boolean =>
  written !== written.toLowerCase() && written === written.toUpperCase();

function yearOf({ plain }: Word, layer: Layer | null, vocabulary: Vocabulary): number | null {
  const year = /^\d{4}$/.test(plain) ? Number(plain) : NaN;
  return inYears(year, layer, vocabulary) ? year : null;
}

const inYears = (year: number, layer: Layer | null, vocabulary: Vocabulary): boolean => {
  const [first, last] = layer?.years ?? vocabulary.years;
  return year >= first && year <= last;
};

/** Layers by title or id, one of many or by three letters of it or more: "Papers", "paper", "pap". */
function layersAt(words: readonly Word[], at: number, { layers }: Vocabulary) {
  return layers.flatMap((layer) => {
    const length = wordsOf(layer.title).length;
    const [phrase, title] = [joined(words.slice(at, at + length)), phraseOf(layer.title)];
    if (phrase === title) return [{ layer, length, doubt: 0 }];
    const word = words[at]?.plain ?? '';
    if (word === layer.id || `${word}s` === title) return [{ layer, length: 1, doubt: 0 }];
    return word.length >= 3 && title.startsWith(word) ? [{ layer, length: 1, doubt: 1 }] : [];
  });
}

/** Indices of names, made once for each vocabulary. */
const indices = new WeakMap<Vocabulary, PlaceNames<NamedPlace>>();

function namesOf(vocabulary: Vocabulary): PlaceNames<NamedPlace> {
  const made = indices.get(vocabulary) ?? new PlaceNames(vocabulary.places);
  indices.set(vocabulary, made);
  return made;
}

const joined = (words: readonly Word[]): string => words.map(({ plain }) => plain).join(' ');
