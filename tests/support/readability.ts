import { syllable } from 'syllable';

interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Flesch–Kincaid grade level (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word − 15.59. */
  readonly grade: number;
}

/** How hard sentences are to read. Paragraphs are given one by one: a heading or a list is no part of a sentence. */
export function readability(paragraphs: readonly string[]): Readability {
  let [words, sentences, syllables] = [0, 0, 0];
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const paragraph of paragraphs)
    for (const { segment } of segmenter.segment(paragraph)) {
      const some = segment.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
      if (!some.length) continue;
      sentences += 1;
      words += some.length;
      for (const word of some) syllables += syllable(word);
    }
  const grade = sentences ? 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 : 0;
  return { words, sentences, grade };
}

/** The paragraphs of a page's main text, as words: without figures, lists of numbers, and what is only for programs. */
export function paragraphsOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  return [
    ...main
      .replace(/<(figure|nav|header|script|pre)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<section class="(fact-list|cite)[\s\S]*?<\/section>/g, ' ')
      .matchAll(/<(p|dd|li)\b[^>]*>([\s\S]*?)<\/\1>/g),
  ]
    .map(([, , inside = '']) => plain(inside))
    .filter((words) => words.split(' ').length > 3);
}

export const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ')
    .trim();
