import { readCsv } from '../../lib/csv.ts';
import { UserError } from '../../lib/errors.ts';
import { foldUmlauts, wordsOf } from './normalise.ts';

/**
 * Kinds of words: `legal` forms and articles never count; `small` words count only where names are compared letter by
 * letter; `generic` words (university, institute) say what an organisation is, not which, and `part` words (hospital, faculty)
 * what part of another it may be; `word` and `place` are translated; `honour` words are patrons and titles that a university
 * may bear or leave out (Albert-Ludwigs-Universität Freiburg).
 */
const KINDS = ['legal', 'small', 'generic', 'part', 'word', 'place', 'honour'] as const;
export type Kind = (typeof KINDS)[number];

interface Entry {
  readonly kind: Kind;
  /** Each way to read the word, as a list of English words. */
  readonly readings: readonly (readonly string[])[];
}

/** More readings of one name than this are not tried. */
const MOST_READINGS = 24;

/** The words that names of organisations are made of, in the languages of Europe, with their English meaning. */
export class Lexicon {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly generic: ReadonlySet<string>;
  private readonly parts: ReadonlySet<string>;
  private readonly honours: ReadonlySet<string>;

  constructor(rows: readonly { readonly kind: string; readonly means: string; readonly words: string }[]) {
    const entries = new Map<string, Entry>();
    const generic = new Set<string>();
    const parts = new Set<string>();
    const honours = new Set<string>();
    for (const { kind, means, words } of rows) {
      if (!isKind(kind))
        throw new UserError(
          `data/organisations/words.csv: ${kind} is no kind of word. Use one of ${KINDS.join(', ')}.`,
        );
      const readings = means ? means.split('|').map(wordsOf) : [];
      for (const meaning of readings.flat()) {
        if (kind === 'generic' || kind === 'part') generic.add(meaning);
        if (kind === 'part') parts.add(meaning);
      }
      for (const word of words.split(' ').flatMap(wordsOf)) {
        if (kind === 'honour') honours.add(word);
        else if (!entries.has(word)) entries.set(word, { kind, readings });
      }
    }
    this.entries = entries;
    this.generic = generic;
    this.parts = parts;
    this.honours = honours;
  }

  /** @throws {UserError} where the table is missing or a row does not fit */
  static async read(path: string): Promise<Lexicon> {
    return new Lexicon(await readCsv(path, ['kind', 'means', 'words']));
  }

  /** A name without legal forms, in one piece: "FORSCHUNGSZENTRUM JULICH GMBH" → "forschungszentrumjulich". */
  nameKey(name: string): string {
    const words = wordsOf(name);
    const kept = words.filter((word) => this.entries.get(word)?.kind !== 'legal');
    // Folded once more, for a hyphen may have parted an o from an e: micro-electronics.
    return foldUmlauts((kept.length ? kept : words).join(''));
  }

  /** The sets of English words that a name may mean, small words dropped; most often one. Each is sorted, without doubles. */
  meanings(name: string): string[][] {
    let readings: string[][] = [[]];
    for (const word of wordsOf(name)) {
      const entry = this.entries.get(word);
      if (entry?.kind === 'legal' || entry?.kind === 'small') continue;
      const options = entry?.readings.length ? entry.readings : [[word]];
      const next = readings.flatMap((before) => options.map((option) => [...before, ...option]));
      readings =
        next.length > MOST_READINGS ? readings.map((before) => [...before, ...(options[0] ?? [])]) : next;
    }
    const sets = readings.map((words) => [...new Set(words)].sort());
    return [...new Map(sets.map((set) => [set.join(' '), set])).values()].filter((set) => set.length > 0);
  }

  /** Whether an English word says only what kind of organisation it is. */
  isGeneric(word: string): boolean {
    return this.generic.has(word);
  }

  /** Whether an English word says that this may be a part of something else. */
  isPart(word: string): boolean {
    return this.parts.has(word);
  }

  /** Whether a university may bear the word or leave it out. */
  isHonour(word: string): boolean {
    return this.honours.has(word);
  }

  /** Words of a name that are in no dictionary: names of their own, and acronyms among them. */
  ownWords(name: string): string[] {
    return wordsOf(name).filter(
      (word) => !this.entries.has(word) && !this.honours.has(word) && !this.generic.has(word),
    );
  }
}

const isKind = (text: string): text is Kind => (KINDS as readonly string[]).includes(text);
