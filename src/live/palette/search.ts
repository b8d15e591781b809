import type { Command } from './command.ts';
import { wordsOf, type Word } from './words.ts';

export interface Found {
  readonly command: Command;
  /** The further words that it was found by, as they are written; null where the title says it. */
  readonly because: string | null;
}

/** How well a command fits what is typed, best first. */
const FIT = {
  /** The title is what was typed. */
  title: 0,
  /** The title begins with it. */
  beginning: 1,
  /** Each typed word begins a word of the title. */
  titleWords: 2,
  /** As above, or is one of the further words: a code, a name in another language. */
  furtherWords: 3,
  /** As above, or begins one of the further words. */
  furtherBeginnings: 4,
  /** The letters stand in the title in this order. */
  letters: 5,
} as const;

interface Fit {
  readonly rank: number;
  readonly because: string | null;
}
interface Entry {
  readonly title: readonly Word[];
  readonly further: readonly Word[];
  readonly phrase: string;
}

/** What commands are found by: made once for each. */
const entries = new WeakMap<Command, Entry>();

function entryOf(command: Command): Entry {
  let entry = entries.get(command);
  if (!entry) {
    const title = wordsOf(command.title);
    entry = { title, further: wordsOf(command.words ?? ''), phrase: phrase(title) };
    entries.set(command, entry);
  }
  return entry;
}

/**
 * Commands that fit a text, best first, and otherwise in their order. Accents, case and signs do not count.
 * A text without a word finds nothing.
 */
export function search(commands: readonly Command[], text: string): Found[] {
  const typed = wordsOf(text).map((word) => word.plain);
  if (typed.length === 0) return [];
  return commands
    .flatMap((command) => {
      const fit = fitOf(entryOf(command), typed);
      return fit ? [{ found: { command, because: fit.because }, rank: fit.rank }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ found }) => found);
}

function fitOf({ title, further, phrase: whole }: Entry, typed: readonly string[]): Fit | null {
  const wanted = typed.join(' ');
  if (whole === wanted) return { rank: FIT.title, because: null };
  if (whole.startsWith(wanted)) return { rank: FIT.beginning, because: null };
  const because = new Set<string>();
  let rank: number = FIT.titleWords;
  let tells = false;
  for (const one of typed) {
    if (title.some((word) => begins(word, one))) {
      tells = true;
      continue;
    }
    const found = further.find((word) => word.plain === one) ?? further.find((word) => begins(word, one));
    if (!found) return lettersFit(title, typed);
    tells ||= !isParticle(found);
    because.add(found.written);
    rank = Math.max(rank, found.plain === one ? FIT.furtherWords : FIT.furtherBeginnings);
  }
  if (!tells) return lettersFit(title, typed);
  return { rank, because: because.size ? [...because].join(' ') : null };
}

function lettersFit(title: readonly Word[], typed: readonly string[]): Fit | null {
  const spread = lettersIn(title, typed.join(''));
  return spread === null ? null : { rank: FIT.letters + spread, because: null };
}

/** "de", "la", "and" within a name: found alone they tell nothing, where "DE" is a code. */
const isParticle = ({ written }: Word): boolean => /^[a-z]{1,3}$/.test(written);

/** Chinese is written without spaces: there, what is typed may stand anywhere in a word. */
const begins = (word: Word, typed: string): boolean =>
  word.plain.startsWith(typed) || (/\p{Script=Han}/u.test(typed) && word.plain.includes(typed));

/**
 * Whether two or more letters stand in a title in their order: in one piece, or spread, but then from the beginning of a
 * word, as else all sorts of things would be found. Answers with how far they are spread, from 0 to less than 1; null if not.
 */
function lettersIn(title: readonly Word[], letters: string): number | null {
  if (letters.length < 2) return null;
  const all = title.map((word) => word.plain).join('');
  if (all.includes(letters)) return 0;
  let start = 0;
  let best: number | null = null;
  for (const word of title) {
    const length = spreadFrom(all, start, letters);
    if (length !== null) {
      const spread = 1 - letters.length / length;
      best = best === null ? spread : Math.min(best, spread);
    }
    start += word.plain.length;
  }
  return best;
}

/** How many letters of a text from a place on are gone through to find some in their order, the first of them at that place. */
function spreadFrom(all: string, start: number, letters: string): number | null {
  if (all[start] !== letters[0]) return null;
  let at = start;
  for (let i = 1; i < letters.length; i++) {
    at = all.indexOf(letters[i] ?? '', at + 1);
    if (at === -1) return null;
  }
  return at - start + 1;
}

const phrase = (words: readonly Word[]): string => words.map((word) => word.plain).join(' ');
