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
export const linkTerms = (words: string, root: string, seen: Set<string> = new Set()): Markup =>
  linked(words, root, seen, text);

/** The same for markup: words in links and code stay as they are. */
export function linkTermsInMarkup(html: string, root: string, seen: Set<string>): Markup {
  let inside = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      if (/^<(a|code|abbr)\b/.test(part)) inside += 1;
      else if (/^<\/(a|code|abbr)>/.test(part)) inside -= 1;
      return inside > 0 || part.startsWith('<') ? part : linked(part, root, seen, (words) => words);
    })
    .join('') as Markup;
}

/** @param write how words come into the markup */
function linked(words: string, root: string, seen: Set<string>, write: (words: string) => string): Markup {
  let out = '';
  let done = 0;
  for (const match of words.matchAll(TERMS)) {
    const slug = SLUGS[match.slice(1).findIndex((group) => group !== undefined)] ?? '';
    if (seen.has(slug)) continue;
    seen.add(slug);
    out += `${write(words.slice(done, match.index))}<a class="term" href="${text(root)}methods/glossary/#${slug}">${write(match[0])}</a>`;
    done = match.index + match[0].length;
  }
  return (out + write(words.slice(done))) as Markup;
}
