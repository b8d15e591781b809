import type { Release, TableFile } from '../model/release.ts';
import { addressOf, CREATOR, eachOnce, type Citable } from './citable.ts';

type Edition = Pick<Release, 'title' | 'version'>;

/** What a source's record or row says of it, as far as citing it goes. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** How its publisher wants it cited. */
  readonly citation: string;
  readonly landing_page?: string | null | undefined;
  /** When its files were read: "2024-08-27", or a year, or a year and month. */
  readonly retrieved: string;
}

/** Letters, digits, hyphen, underscore: what every program takes for a key. */
export const key = (...parts: readonly string[]): string => parts.join('_').replace(/[^A-Za-z0-9_-]+/g, '-');

/** What all our own works have in common. */
const own = (site: string | null, path: string) =>
  ({
    authors: [CREATOR],
    publisher: CREATOR,
    accessed: null,
    path,
    url: addressOf(site, path),
    rights: null,
    sources: [],
    wording: null,
  }) as const;

/** The atlas as a whole, as it stands with a release. */
export const citableSite = ({ title, version }: Edition, site: string | null): Citable => ({
  ...own(site, ''),
  kind: 'site',
  key: 'crosscurrents',
  title,
  container: null,
  version,
  issued: version,
});

/** The whole release. Its address leads to this release on the list of all, when another has become the newest. */
export const citableRelease = ({ title, version }: Edition, site: string | null): Citable => ({
  ...own(site, `data/releases/#release-${version}`),
  kind: 'release',
  key: key(CREATOR.toLowerCase(), version),
  title,
  container: null,
  version,
  issued: version,
});

/** One table of a release. */
export const citableTable = (
  release: Edition,
  { name, title }: Pick<TableFile, 'name' | 'title'>,
  sources: readonly Pick<CitedSource, 'citation'>[],
  site: string | null,
): Citable => ({
  ...own(site, `data/${name.replaceAll('_', '-')}/`),
  kind: 'table',
  key: key(CREATOR.toLowerCase(), release.version, name),
  title,
  container: release.title,
  version: release.version,
  issued: release.version,
  sources: eachOnce(sources.map(({ citation }) => citation)),
});

/** A piece of the publication. */
interface CitedPiece {
  readonly title: string;
  readonly authors: readonly string[];
  /** Day on which it was published: "2026-11-22". */
  readonly published: string;
  /** From the root of the site: "/insights/trends/students-abroad/". */
  readonly href: string;
  /** Whether it is also a whitepaper, with a PDF. */
  readonly whitepaper?: boolean;
}

export const citablePiece = (
  { title, authors, published, href, whitepaper = false }: CitedPiece,
  release: Pick<Release, 'title'>,
  site: string | null,
): Citable => ({
  ...own(site, href.replace(/^\//, '')),
  kind: whitepaper ? 'report' : 'article',
  key: key(CREATOR.toLowerCase(), published, href.split('/').findLast(Boolean) ?? ''),
  authors,
  title,
  // A paper stands for itself, a page on its site.
  container: whitepaper ? null : release.title,
  version: null,
  issued: published,
});

/** A source. Its authors are not known as such: the publisher stands as publisher, and its own citation in words. */
export const citableSource = (source: CitedSource): Citable => ({
  kind: 'source',
  key: key(source.id),
  authors: source.publisher === CREATOR ? [CREATOR] : [],
  title: source.title,
  container: null,
  publisher: source.publisher,
  version: null,
  issued: null,
  accessed: source.retrieved,
  path: null,
  url: source.landing_page ?? null,
  rights: null,
  sources: [],
  wording: source.citation,
});
