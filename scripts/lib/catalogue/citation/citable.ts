import type { Release, TableFile } from '../../../../src/model/release.ts';
import { absolute, CREATOR, PLACES, type Source } from '../catalogue.ts';

/** What can be cited. A field that is not known is null and is left out of every form: nothing is made up. */
export interface Citable {
  /** Letters, digits, hyphen, underscore. */
  readonly key: string;
  readonly author: string | null;
  readonly title: string;
  /** The larger work that it is part of. */
  readonly container: string | null;
  readonly publisher: string;
  /** Version of the release, which is its date. */
  readonly version: string | null;
  /** "2026-11-21", or a year, or a year and month. */
  readonly issued: string | null;
  /** When it was read, in the same form. */
  readonly accessed: string | null;
  readonly url: string | null;
  readonly note: string | null;
  /** The citation as its publisher wants it: then the text says just that. */
  readonly wording: string | null;
}

const key = (...parts: readonly string[]): string => parts.join('_').replace(/[^A-Za-z0-9_-]+/g, '-');

/** The whole release. */
export const citableRelease = (
  { title, version }: Pick<Release, 'title' | 'version'>,
  site: string | null,
): Citable => ({
  key: key('crosscurrents', version),
  author: CREATOR,
  title,
  container: null,
  publisher: CREATOR,
  version,
  issued: version,
  accessed: null,
  url: absolute(site, PLACES.catalogue),
  note: null,
  wording: null,
});

/** One table of a release. Its note names the sources of its rows: most licences ask for that. */
export const citableTable = (
  release: Pick<Release, 'title' | 'version'>,
  { name, title }: Pick<TableFile, 'name' | 'title'>,
  sources: readonly Pick<Source, 'citation'>[],
  site: string | null,
): Citable => ({
  ...citableRelease(release, site),
  key: key('crosscurrents', release.version, name),
  title,
  container: release.title,
  url: absolute(site, PLACES.table(name)),
  note: sources.length
    ? `Contains data from: ${[...new Set(sources.map((source) => source.citation.replace(/\.$/, '')))].join('; ')}`
    : null,
});

/** A source. Its authors are not known as such: the publisher stands as publisher, and its own citation in words. */
export const citableSource = (
  source: Pick<Source, 'id' | 'title' | 'publisher' | 'citation' | 'landing_page' | 'retrieved'>,
): Citable => ({
  key: key(source.id),
  author: source.publisher === CREATOR ? CREATOR : null,
  title: source.title,
  container: null,
  publisher: source.publisher,
  version: null,
  issued: null,
  accessed: source.retrieved,
  url: source.landing_page ?? null,
  note: `Cite as: ${source.citation}`,
  wording: source.citation,
});
