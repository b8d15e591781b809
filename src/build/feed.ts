import { Feed } from 'feed';
import type { Article } from './articles.ts';

/** Stands for the root of a site that does not know its own address; it leaves no trace in the feed. */
const UNKNOWN = 'https://site.invalid/';

/**
 * An Atom feed (RFC 4287) of articles. Its names are the same on every copy of the site; its links are absolute where the site
 * knows its address and relative to the feed where it does not.
 * @param path of the feed itself, from the root: "/insights/feed.xml"
 */
export function atom(
  title: string,
  path: string,
  articles: readonly Article[],
  site: URL | undefined,
): string {
  const at = (href: string): string => new URL(`.${href}`, site ?? UNKNOWN).href;
  const name = (href: string): string => `urn:x-crosscurrents${href.replace(/\/$/, '').replaceAll('/', ':')}`;
  const latest = articles
    .map(({ entry: { data } }) => data.updated ?? data.published)
    .sort((a, b) => b.getTime() - a.getTime());
  const feed = new Feed({
    id: name(path),
    title: `Crosscurrents: ${title}`,
    link: at(path.replace(/feed\.xml$/, '')),
    language: 'en',
    copyright: 'Text CC BY 4.0; figures under the licences of their sources',
    updated: latest[0] ?? new Date(0),
    generator: 'Crosscurrents',
    author: { name: 'Crosscurrents' },
    feedLinks: { atom: at(path) },
  });
  for (const { entry, href, piece } of articles)
    feed.addItem({
      id: name(href),
      title: entry.data.title,
      link: at(href),
      description: piece.plain(entry.data.finding),
      date: entry.data.updated ?? entry.data.published,
      published: entry.data.published,
      author: entry.data.authors.map((author) => ({ name: author })),
      category: entry.data.topics.map((topic) => ({ name: topic })),
    });
  return feed.atom1().replaceAll(UNKNOWN, '../'.repeat(path.split('/').length - 2));
}
