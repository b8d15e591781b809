/** The only author and publisher of the atlas, an organisation. */
export const CREATOR = 'Crosscurrents';

/** What the atlas is called as a work. */
export const ATLAS_TITLE = 'Crosscurrents: an open atlas of global academic collaboration';

/** What kinds of things are cited. A report is an article that is also a whitepaper; a source is a publisher's own work. */
type CitableKind = 'site' | 'release' | 'table' | 'figure' | 'article' | 'report' | 'source';

/** What can be cited. A field that is not known is null and is left out of every form: nothing is made up. */
export interface Citable {
  readonly kind: CitableKind;
  /** Letters, digits, hyphen, underscore. */
  readonly key: string;
  /** Organisations, by their whole names; none where the authors are not known as such. */
  readonly authors: readonly string[];
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
  /** From the root of the site, without the slash before it; null where it is elsewhere. */
  readonly path: string | null;
  /** Absolute; null where it is not known where the site stands. */
  readonly url: string | null;
  /** What its licence comes to, in words. */
  readonly rights: string | null;
  /** Citations of the sources whose rows it holds: most licences ask for them beside it. */
  readonly sources: readonly string[];
  /** The citation as its publisher wants it: then the text says just that. */
  readonly wording: string | null;
}

/** How the kinds are called in each form. RIS, CSL and Dublin Core have lists of their own; the words stand in the texts. */
export const ABOUT_KIND: Readonly<
  Record<
    CitableKind,
    {
      readonly words: string | null;
      readonly ris: 'DATA' | 'ELEC' | 'FIGURE' | 'RPRT';
      readonly csl: 'dataset' | 'webpage' | 'figure' | 'report';
      readonly dcmi: 'Dataset' | 'Image' | 'InteractiveResource' | 'Text';
    }
  >
> = {
  site: { words: 'Website', ris: 'ELEC', csl: 'webpage', dcmi: 'InteractiveResource' },
  release: { words: 'Data set', ris: 'DATA', csl: 'dataset', dcmi: 'Dataset' },
  table: { words: 'Data set', ris: 'DATA', csl: 'dataset', dcmi: 'Dataset' },
  source: { words: 'Data set', ris: 'DATA', csl: 'dataset', dcmi: 'Dataset' },
  figure: { words: 'Figure', ris: 'FIGURE', csl: 'figure', dcmi: 'Image' },
  // A page of the site, with a day of its own.
  article: { words: null, ris: 'ELEC', csl: 'webpage', dcmi: 'Text' },
  report: { words: 'White paper', ris: 'RPRT', csl: 'report', dcmi: 'Text' },
};

/** The address of a path below the site's root; null where the site's own is not known. */
export const addressOf = (site: string | null, path: string): string | null =>
  site === null ? null : site.replace(/\/*$/, '/') + path;

/** The same thing, on a site of which it is now known where it stands. What is elsewhere stays there. */
export const placed = (item: Citable, site: string): Citable =>
  item.path === null ? item : { ...item, url: addressOf(site, item.path) };

/** What is said of it beside its own fields. */
export function noteOf({ sources, wording }: Citable): string | null {
  if (wording !== null) return `Cite as: ${wording}`;
  return sources.length ? `Contains data from: ${sources.map(withoutStop).join('; ')}` : null;
}

/** Citations of sources, each once, whatever its end. */
export const eachOnce = (citations: readonly string[]): string[] => [
  ...new Map(citations.map((citation) => [withoutStop(citation), citation])).values(),
];

const withoutStop = (words: string): string => words.replace(/\.$/, '');
