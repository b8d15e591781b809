import { phraseOf, wordsOf } from './words.ts';

/** A place as readers may call it. */
export interface NamedPlace {
  readonly iso3: string;
  readonly iso2?: string;
  /** The first is the one by which the atlas calls it. */
  readonly names: readonly string[];
  /** The first name as running text has it, where that differs: "the United States". */
  readonly inText?: string;
}

/** A place that a phrase may mean; `doubt` is 0 for its own name or code, and grows as it is less sure. */
export interface Meant<P extends NamedPlace> {
  readonly place: P;
  readonly doubt: number;
}

interface Beginning<P> {
  readonly phrase: string;
  readonly place: P;
}

/** A word of more names than that says nothing: "united", "republic", "islands". */
const MOST_WITH_A_WORD = 3;
/** Fewer letters are a code or nothing. */
const LEAST_LETTERS = 3;

/** Finds places by name, by a telling word of one, by code, or by how a name begins. Made once for a list of places. */
export class PlaceNames<P extends NamedPlace> {
  private readonly names = new Map<string, Set<P>>();
  private readonly codes = new Map<string, Set<P>>();
  /** Places by each word that is in a name of theirs. */
  private readonly words = new Map<string, Set<P>>();
  /** Names as they are compared, in the order in which beginnings are tried: the atlas's own first, short before long. */
  private readonly beginnings: readonly Beginning<P>[];
  private readonly own: readonly Beginning<P>[];

  constructor(places: readonly P[]) {
    const own: Beginning<P>[] = [];
    const others: Beginning<P>[] = [];
    for (const place of places) {
      for (const code of [place.iso3, place.iso2]) if (code) add(this.codes, code.toLowerCase(), place);
      place.names.forEach((name, i) => {
        const phrase = phraseOf(name);
        add(this.names, phrase, place);
        for (const word of wordsOf(name)) add(this.words, word.plain, place);
        (i === 0 ? own : others).push({ phrase, place });
      });
    }
    const byLength = (a: Beginning<P>, b: Beginning<P>) => a.phrase.length - b.phrase.length;
    this.own = own.sort(byLength);
    this.beginnings = [...this.own, ...others.sort(byLength)];
  }

  isCode(word: string): boolean {
    return this.codes.has(word);
  }

  /**
   * Places that a phrase may mean, the surest first.
   * @param isCode whether the phrase may be a code
   * @param unfinished whether the reader may still be typing it, so that it may be how a name begins
   */
  meant(phrase: string, isCode: boolean, unfinished: boolean): Meant<P>[] {
    const found = new Map<P, number>();
    const take = (places: Iterable<P>, doubt: number) => {
      for (const place of places) if (!found.has(place)) found.set(place, doubt);
    };
    take(this.names.get(phrase) ?? [], 0);
    if (isCode) take(this.codes.get(phrase) ?? [], 0);
    const sure = found.size > 0;
    if (phrase.length < LEAST_LETTERS || (sure && !unfinished)) return doubts(found);
    // Where a name is meant, only the atlas's own names may go on from it: "Niger" may become Nigeria, "China" not Macao.
    const withWord = this.words.get(phrase);
    if (withWord && withWord.size <= MOST_WITH_A_WORD)
      take(sure ? [...withWord].filter((place) => hasWord(place, phrase)) : withWord, sure ? 2 : 1);
    if (unfinished)
      take(
        (sure ? this.own : this.beginnings)
          .filter((name) => name.phrase.startsWith(phrase))
          .map(({ place }) => place),
        2,
      );
    return doubts(found);
  }
}

const doubts = <P extends NamedPlace>(found: ReadonlyMap<P, number>): Meant<P>[] =>
  [...found].map(([place, doubt]) => ({ place, doubt }));

/** Whether a word is in the name by which the atlas calls a place. */
const hasWord = ({ names: [own = ''] }: NamedPlace, word: string): boolean =>
  wordsOf(own).some(({ plain }) => plain === word);

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const there = map.get(key);
  if (there) there.add(value);
  else map.set(key, new Set([value]));
}
