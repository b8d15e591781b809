import { text, type Markup } from '../charts/svg.ts';
import { TERM_PATTERNS } from '../model/terms.ts';

const SLUGS = Object.keys(TERM_PATTERNS);
/**
 * One group a term, so that the group that matched tells which it was. Terms are whole words; a hyphen makes another word,
 * and an underscore an identifier.
 */
const TERMS = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${Object.values(TERM_PATTERNS)
    .map((pattern) => `(${pattern})`)
    .join('|')})(?![\\p{L}\\p{N}_-])`,
  'giu',
);

/**
 * Plain text as markup in which the first occurrence of each term of the field leads to its entry in the glossary.
 * @param root address of the root of the site as seen from the page, with a slash
 * @param seen terms that need no link any more; those linked here are added. One set for what is read in one go
 */
export function linkTerms(words: string, root: string, seen: Set<string> = new Set()): Markup {
  let out = '';
  let done = 0;
  for (const match of words.matchAll(TERMS)) {
    const slug = SLUGS[match.slice(1).findIndex((group) => group !== undefined)] ?? '';
    if (seen.has(slug)) continue;
    seen.add(slug);
    out += `${text(words.slice(done, match.index))}<a class="term" href="${text(root)}methods/glossary/#${slug}">${text(match[0])}</a>`;
    done = match.index + match[0].length;
  }
  return (out + text(words.slice(done))) as Markup;
}
