import type { Downloader } from '../lib/downloader.ts';
import { editionsOf } from '../lib/record-files.ts';

/** What a route takes from outside, so that a test can hand it a folder, a clock and a server of its own. */
export interface Outside {
  readonly downloader: Pick<Downloader, 'file' | 'text' | 'json'>;
  /** The folder of the publishers' files. */
  readonly raw: string;
  /** Today, YYYY-MM-DD: the edition of an answer that names none. */
  readonly today: string;
}

/** A file that a refresh left in the folder of the publishers' files. */
export interface Refreshed {
  /** Below that folder, as a record names it. */
  readonly path: string;
  /** Recorded names of the same source, without the folder, in whose place it comes. */
  readonly replaces: RegExp;
  /** A `url` brings exactly these bytes; everything else was put together from answers, and says from which. */
  readonly origin: { readonly url: string } | { readonly rebuilt_from: string };
}

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The official way to newer data of one source. */
export interface Route {
  /** Id of the record in data/sources/. */
  readonly id: string;
  /** Lines for --help: what it brings, and its options. */
  readonly help: string;
  /** Its own options, with the type that the command line gives them. */
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>;
  /** Leaves the files whole and named by edition, or throws a UserError. None at all: there was something to say first. */
  refresh(outside: Outside, options: Options): Promise<readonly Refreshed[]>;
}

/** How files of a source are named: that of an older edition, with the edition before its ending. */
export function editioned(
  source: string,
  [stem, ending]: readonly [stem: string, ending: string],
  edition: string,
  origin: Refreshed['origin'],
): Refreshed {
  return {
    path: `${source}/${stem}-${edition}${ending}`,
    replaces: editionsOf(stem, ending),
    origin,
  };
}
