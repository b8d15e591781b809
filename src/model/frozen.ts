/**
 * A frozen release: what its embeds and citations need, kept byte for byte. `data/releases/<version>/index.json` is written once by
 * `npm run release` and never changed; docs/releases.md says what lies where.
 */
export interface FrozenRelease {
  /** Of this index and its packs. A reader that does not know the number stops. */
  readonly format: 1;
  /** A date: "2026-11-22". */
  readonly version: string;
  readonly schema_version: string;
  readonly title: string;
  /** Version of the frozen release before it; null for the first. */
  readonly before: string | null;
  /** Markdown, as it was when the release was made. */
  readonly notes: string;
  /** How to cite it. */
  readonly citation: FrozenCitation;
  readonly tables: readonly FrozenTable[];
  /** What became of the tables since the release before, those without a change left out. */
  readonly changes: readonly TableChange[];
  /** How many states of each view have a page. */
  readonly views: Readonly<Record<string, number>>;
  /** The pack that holds the small files. */
  readonly pack: { readonly bytes: number; readonly sha256: string };
  /** Pieces of writing about this release, in `pieces.json` beside the index: their ids, and its sha256. Null where there is none. */
  readonly pieces: { readonly ids: readonly string[]; readonly sha256: string } | null;
  /** Every file, by its path below the release's root, sorted. */
  readonly files: Readonly<Record<string, FrozenFile>>;
}

/** Bytes and sha256 of a file, and where its bytes lie: in the release's own pack, or in `data/releases/blobs/` under its sha256. */
export type FrozenFile = readonly [bytes: number, sha256: string, where: 'pack' | 'blob'];

interface FrozenCitation {
  readonly text: string;
  readonly bibtex: string;
}

interface FrozenTable {
  readonly name: string;
  readonly title: string;
  readonly rows: number;
  /** Path of its Parquet file below the release's root. */
  readonly path: string;
  readonly rights: string;
}

/** What became of a table between two releases. */
export interface TableChange {
  readonly table: string;
  /** Rows before and after; null where the release lacks the table. */
  readonly old: number | null;
  readonly fresh: number | null;
  readonly added: number;
  readonly removed: number;
  readonly revised: number;
  readonly newColumns: readonly string[];
  readonly lostColumns: readonly string[];
  /** By source, where the table has one. */
  readonly sources: readonly {
    readonly source: string;
    readonly added: number;
    readonly removed: number;
    readonly revised: number;
  }[];
  /** The revisions of the largest size: "key: column old → new". */
  readonly largest: readonly string[];
}

/**
 * A piece of writing about one release, as it was when that release was the newest: what its text and figures need, so that nothing is
 * reckoned anew from a later one. The build writes it beside the piece's page, as `record.json`.
 */
export interface FrozenPiece<Drawn = unknown> {
  /** "newsroom/release-2026-11-22" */
  readonly id: string;
  readonly release: string;
  readonly facts: Readonly<Record<string, FrozenFact>>;
  /** Figures by their ids in the piece, with the query behind each. Links in them are from the root of the site. */
  readonly figures: Readonly<Record<string, { readonly drawn: Drawn; readonly sql: string | null }>>;
}

interface FrozenFact {
  readonly value: number | string;
  /** The year or years of the value. */
  readonly year: string;
  /** As prose writes it. */
  readonly words: string;
  /** Ids of the sources that it rests on. */
  readonly sources: readonly string[];
}

/** Folder that a frozen release is served from, from the root of the site, with a slash. */
export const frozenRoot = (version: string): string => `embed/v/${version}/`;

/** A version is a date. */
export const isVersion = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};
