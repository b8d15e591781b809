import { CREATOR } from '../../../src/cite/citable.ts';
import type { Release, TableFile } from '../../../src/model/release.ts';
import { rightsWords, type Licensed } from '../../../src/model/rights.ts';

/** What the catalogue says of a source: a record of data/sources/ has all of it, and so has a row of the table `sources`. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: Licence;
  /** Its page at the publisher; a table of our own has none. */
  readonly landing_page?: string | undefined;
  /** When its files were read: "2024-08-27", or a year, or a year and month. */
  readonly retrieved: string;
  /** How its publisher wants it cited. */
  readonly citation: string;
  readonly what: string;
}

export interface Licence extends Licensed {
  /** SPDX id where there is one. */
  readonly id: string;
  readonly url: string;
}

/** A file of the release folder. */
export interface DataFile {
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What the manifest does not say of a table. */
export interface TableFacts {
  /** Ids of the sources whose rows it holds. */
  readonly sources: readonly string[];
  /** First and last year of its rows; null where rows have no year. */
  readonly years: readonly [first: number, last: number] | null;
}

/** All that the formats of the catalogue are made from. */
export interface Catalogue {
  readonly release: Release<TableFile>;
  /** By the name of the resource. */
  readonly tables: Readonly<Record<string, TableFacts>>;
  /** By id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** The only author and publisher of the release. */
export { CREATOR };

/** The licence of what is ours, tables that rest on no source included. */
export const OURS: Licence = {
  id: 'CC-BY-4.0',
  title: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};

/** Where the parts of the site lie below its root. */
export const PLACES = {
  root: '',
  catalogue: 'data/',
  about: 'about/',
  table: (name: string) => `data/${name.replaceAll('_', '-')}/`,
  file: (path: string) => `release/${path}`,
} as const;

/**
 * Where a document of the catalogue stands. The site works under any address, and that may not be known at publish.
 * A reference is then written relative to the document: JSON-LD 1.1 resolves it against the address from which the document was
 * read, so nothing is lost, and there is no `@base`, which could only repeat that address. What must be absolute by its
 * format (`homepage` of a data package, `url` of a citation) is left out.
 */
export interface Standpoint {
  /** Absolute address of the site's root, if known: "https://example.org/atlas/". */
  readonly site: string | null;
  /** From the document to the site's root: "../". */
  readonly root: string;
}

/** The address of a page or file of the site, for a document that stands there. */
export const address = ({ site, root }: Standpoint, path: string): string =>
  (site === null ? root : rootOf(site)) + path || './';

/** The address of a page or file of the site, or null where the site's own is not known. */
export const absolute = (site: string | null, path: string): string | null =>
  site === null ? null : rootOf(site) + path;

const rootOf = (site: string): string => site.replace(/\/*$/, '/');

const factsOf = ({ tables }: Catalogue, table: string): TableFacts =>
  tables[table] ?? { sources: [], years: null };

/** The sources of a table, or of all tables; each once, in the order of the release's sources. */
export function sourcesOf(catalogue: Catalogue, table?: string): Source[] {
  const tables = table === undefined ? catalogue.release.resources.map((resource) => resource.name) : [table];
  const used = new Set(tables.flatMap((name) => factsOf(catalogue, name).sources));
  return [...catalogue.sources.values()].filter((source) => used.has(source.id));
}

/** The licences of a table, or of all tables: those of its sources, or ours where it rests on none. */
export function licencesOf(catalogue: Catalogue, table?: string): Licence[] {
  const tables = table === undefined ? catalogue.release.resources.map((resource) => resource.name) : [table];
  const all = tables.flatMap((name) => {
    const own = sourcesOf(catalogue, name).map((source) => source.licence);
    return own.length ? own : [OURS];
  });
  return [...new Map(all.map((licence) => [licence.id, licence])).values()];
}

/** What the licences of a table come to, in words; ours where it rests on no source. */
export function rightsOf(catalogue: Catalogue, table: string): string {
  const words = rightsWords(licencesOf(catalogue, table), { each: 'row', whole: 'table' });
  return sourcesOf(catalogue, table).length ? words : `${words}, by ${CREATOR}`;
}

/** First and last year of a table, or of all tables; null where no row has a year. */
export function yearsOf(catalogue: Catalogue, table?: string): readonly [number, number] | null {
  if (table !== undefined) return factsOf(catalogue, table).years;
  const spans = Object.values(catalogue.tables).flatMap(({ years }) => (years ? [years] : []));
  return spans.length
    ? [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))]
    : null;
}

/** A table's files: as Parquet, and the same rows as CSV, compressed by gzip. */
export const filesOf = (resource: TableFile): { parquet: DataFile; csv: DataFile } => ({
  parquet: dataFile(resource),
  csv: dataFile(resource.csv),
});

const dataFile = ({ path, bytes, hash }: { path: string; bytes: number; hash: string }): DataFile => ({
  path,
  bytes,
  sha256: hash.replace(/^sha256:/, ''),
});
