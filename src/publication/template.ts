import { typedFigures, typedMessage } from './typed-figures.ts';
import type { Reckoned } from './fact.ts';

/** A sentence in pieces: words, and the facts between them. */
export type Filled = readonly (string | Reckoned)[];

/**
 * Puts facts into a sentence that names them in braces: "There were {world_last} students in {last_year}".
 * @throws {Error} where a name is not among the facts, or where a figure is typed
 */
export function fill(template: string, facts: ReadonlyMap<string, Reckoned>, piece: string): Filled {
  return template.split(/(\{[^}]*\})/).flatMap((part): Filled => {
    if (!part) return [];
    if (!part.startsWith('{')) {
      const typed = typedFigures(part);
      if (typed.length) throw new Error(typedMessage(piece, typed));
      return [part];
    }
    const name = part.slice(1, -1).trim();
    const fact = facts.get(name);
    if (!fact) throw new Error(`${piece}: "${template}" names the fact "${name}", which facts.ts has not.`);
    return [fact];
  });
}

export const plainText = (filled: Filled): string =>
  filled.map((part) => (typeof part === 'string' ? part : part.words)).join('');
