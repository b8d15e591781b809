import { frozenRoot } from '../../../src/model/frozen.ts';

/** Headers by name. None of them may be set twice in one answer: browsers take two policies as both, and `*, *` as no leave at all. */
export type Headers = Readonly<Record<string, string>>;

/** What a place of the site is sent with. Paths are from the root of the site and begin with no slash; `''` is the whole of it. */
export interface Rule {
  /** A folder with all below it: `embed/`. */
  readonly folder: string;
  /** Only files of the folder with such a name. */
  readonly names?: RegExp;
  readonly headers: Headers;
}

/** Rules about one matter: the first that a path falls under decides, so what is closer stands before what is wider. */
export type Matter = readonly Rule[];

/** What the site asks of a host: the one description that the files for hosts and `npm run serve` are made from. */
export interface HostRules {
  readonly matters: readonly Matter[];
  /** Types by the end of a file's name, those that hosts seldom know. */
  readonly types: Headers;
  readonly moves: readonly Move[];
}

/** An address without a page, and where it leads. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Holds a folder for each frozen release. */
export const FROZEN = 'embed/v/';

/** Name of the page for what is missing. */
export const ERROR_PAGE = '404.html';

/** Names that change with what is in the file never mean another file. */
const HASHED = /\.[0-9a-f]{10}\.(?:parquet|csv\.gz|svg|topo\.json)$/;
const YEAR: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const MINUTES: Headers = { 'Cache-Control': 'public, max-age=300' };

/** Only the site's own pages may show its pages in a frame: the builder of embeds does. */
const OWN_FRAMES: Headers = { 'Content-Security-Policy': "frame-ancestors 'self'" };

/** Leave for pages of other sites to read a file, as a whole and in parts, and to show it where they show strangers only with leave. */
const SHARED: Headers = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Range',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * Folders that others may read. `_astro/` too: in a frame with the attribute `sandbox` an embed is a stranger to its own site, and its
 * letters and scripts come only with leave.
 */
const SHARED_FOLDERS = ['_astro/', 'embed/', 'release/', 'api/'] as const;

/** @param releases versions of the frozen releases that the site holds */
export function hostRules(releases: readonly string[]): HostRules {
  return {
    matters: [
      [{ folder: '', headers: EVERYWHERE }],
      [
        { folder: 'embed/', headers: {} },
        // It stands in for embeds that are gone, in the frames of other sites.
        { folder: '', names: exactly(ERROR_PAGE), headers: {} },
        { folder: '', headers: OWN_FRAMES },
      ],
      [
        { folder: '_astro/', headers: YEAR },
        { folder: FROZEN, headers: YEAR },
        // Apache sends it for what is missing with the headers that it has as a file.
        { folder: '', names: exactly(ERROR_PAGE), headers: {} },
        { folder: 'release/', names: HASHED, headers: YEAR },
        { folder: '', headers: MINUTES },
      ],
      SHARED_FOLDERS.map((folder) => ({ folder, headers: SHARED })),
    ],
    types: {
      '.parquet': 'application/vnd.apache.parquet',
      '.jsonld': 'application/ld+json',
      '.wasm': 'application/wasm',
      '.gz': 'application/gzip',
      '.bib': 'application/x-bibtex',
      '.ris': 'application/x-research-info-systems',
    },
    moves: [
      { from: FROZEN, to: 'data/releases/' },
      ...releases.map((version) => ({ from: frozenRoot(version), to: `data/releases/${version}/` })),
    ],
  };
}

/** Types that hosts know as a rule, while the list that comes with a server of one's own may lack them. */
export const COMMON_TYPES: Headers = {
  '.csv': 'text/csv',
  '.webmanifest': 'application/manifest+json',
};

/** What is worth packing on its way. */
export const PACKED = [
  'text/css',
  'text/csv',
  'text/plain',
  'text/xml',
  'text/javascript',
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/manifest+json',
  'application/wasm',
  'application/xml',
  'image/svg+xml',
] as const;

const EVERYWHERE: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.')}$`);
}

/** What a matter says of a path: `embed/ranking/ken/`. */
export const saysOf = (matter: Matter, path: string): Headers =>
  matter.find(({ folder, names }) => path.startsWith(folder) && (!names || names.test(nameOf(path))))
    ?.headers ?? {};

/** All headers of a path as the rules have them: what every host's file must come to. */
export function headersOf({ matters, types }: HostRules, path: string): Headers {
  const type = Object.entries(types).find(([ending]) => path.endsWith(ending))?.[1];
  return Object.assign(
    {},
    ...matters.map((matter) => saysOf(matter, path)),
    type ? { 'Content-Type': type } : {},
  ) as Headers;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
