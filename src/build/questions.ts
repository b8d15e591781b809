import { getCollection, type CollectionEntry } from 'astro:content';
import { refuseFaults } from './articles.ts';
import { openPiece, type Piece } from './publication.ts';

/** A question with its numbers. */
export interface Question {
  readonly entry: CollectionEntry<'questions'>;
  /** Its address on the page of questions. */
  readonly anchor: string;
  readonly piece: Piece;
}

let all: Promise<readonly Question[]> | undefined;

/** All questions, in their order. */
export const questions = (): Promise<readonly Question[]> => (all ??= load());

async function load(): Promise<readonly Question[]> {
  const entries = await getCollection('questions');
  return Promise.all(
    entries
      .sort((a, b) => a.data.order - b.data.order)
      .map(async (entry) => {
        refuseFaults(entry.id, entry.body ?? '');
        return { entry, anchor: entry.id.split('/')[1] ?? '', piece: await openPiece(entry.id) };
      }),
  );
}

/** Questions and answers in the words of schema.org (`FAQPage`), to be written into a page. */
export const faqData = (some: readonly Question[]): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: some.map(({ entry, piece }) => ({
      '@type': 'Question',
      name: entry.data.question,
      acceptedAnswer: { '@type': 'Answer', text: piece.plain(entry.data.answer) },
    })),
  }).replaceAll('<', '\\u003c');
