import { getCollection, type CollectionEntry } from 'astro:content';
import { isSection, type SectionId } from '../publication/sections.ts';
import { cutSentences, typedInText, typedMessage } from '../publication/typed-figures.ts';
import { openPiece, type Piece } from './publication.ts';

/** An article with its numbers: what pages, lists and feeds are made of. */
export interface Article {
  readonly entry: CollectionEntry<'articles'>;
  readonly section: SectionId;
  readonly slug: string;
  /** Path from the root of the site. */
  readonly href: string;
  readonly piece: Piece;
}

let all: Promise<readonly Article[]> | undefined;

/** All articles, the latest first. */
export const articles = (): Promise<readonly Article[]> => (all ??= load());

async function load(): Promise<readonly Article[]> {
  const entries = await getCollection('articles');
  const loaded = await Promise.all(entries.map(async (entry) => articleOf(entry)));
  return loaded.sort(
    (a, b) =>
      b.entry.data.published.getTime() - a.entry.data.published.getTime() || a.href.localeCompare(b.href),
  );
}

async function articleOf(entry: CollectionEntry<'articles'>): Promise<Article> {
  const [section = '', slug = ''] = entry.id.split('/');
  if (!isSection(section)) throw new Error(`${entry.id} is in no section.`);
  refuseFaults(entry.id, entry.body ?? '');
  const piece = await openPiece(entry.id, entry.data.figures, entry.data.release ?? null);
  return { entry, section, slug, href: piece.href ?? '', piece };
}

/** Stops the build where a figure is typed into a text, or a line begins with a fact in the middle of a sentence. */
export function refuseFaults(id: string, body: string): void {
  const [cut] = cutSentences(body);
  if (cut !== undefined)
    throw new Error(
      `src/content/${id}/index.mdx, line ${cut} of its text: a line that begins with <N …> cuts its sentence in two. Wrap the text elsewhere.`,
    );
  const [first] = typedInText(body);
  if (first)
    throw new Error(typedMessage(`src/content/${id}/index.mdx, line ${first.line} of its text`, first.typed));
}

/** Articles that share most topics with one, the latest first. */
export const alsoRead = async (one: Article, most = 3): Promise<readonly Article[]> => {
  const shared = (other: Article) =>
    other.entry.data.topics.filter((topic) => one.entry.data.topics.includes(topic)).length;
  return (await articles())
    .filter((other) => other.href !== one.href && shared(other) > 0)
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, most);
};

/** Minutes that a text takes at 220 words a minute, at least one. */
export const readingMinutes = (body: string): number =>
  Math.max(
    1,
    Math.round(
      body
        .replace(/<[^>]*>|\{[^}]*\}|^import .*$/gm, ' ')
        .split(/\s+/)
        .filter(Boolean).length / 220,
    ),
  );
