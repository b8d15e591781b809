import { ATLAS_TITLE, CREATOR, eachOnce, type Citable } from './citable.ts';
import { citation, type Citation } from './citation.ts';
import { CITATION_FILES } from './files.ts';
import { citableSource, key, type CitedSource } from './works.ts';

/** A figure in any state, as the page that shows it knows it. */
export interface CitedFigure {
  /** As it stands over the figure. */
  readonly title: string;
  /** Id of its view: "ranking". */
  readonly view: string;
  /** What tells its state from others: the slug of a listed one, or its query; empty for the standard state. */
  readonly state: string;
  /** Version of the release, a date. */
  readonly release: string;
  /** Absolute address of this very state, or its path from the root of the site where the site's own is not known. */
  readonly address: string;
  /** Labels of the sources whose rows it shows. A label that lacks its publisher's wording is cited by publisher and title. */
  readonly sources: readonly (Omit<CitedSource, 'citation'> & { readonly citation?: string | undefined })[];
  /** What the licences of its sources come to, in words. */
  readonly rights?: string | null;
  /** Day on which it was read: "2026-12-01"; of a frozen figure, which does not change, null. */
  readonly accessed: string | null;
}

/** A figure's citations: in words, and as files that hold the figure first and then its sources. */
export interface FigureCitations extends Pick<Citation, 'apa' | 'chicago' | 'chicagoNote' | 'credit'> {
  readonly item: Citable;
  /** How its sources are cited, each once. */
  readonly sources: readonly string[];
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON, as text. */
  readonly csl: string;
}

export function citationsOf(figure: CitedFigure): FigureCitations {
  const item = citableFigure(figure);
  const sources = sourcesOf(figure);
  const [bibtex = '', ris = '', csl = ''] = CITATION_FILES.map(({ write }) => write([item, ...sources]));
  const { apa, chicago, chicagoNote, credit } = citation(item);
  return { item, apa, chicago, chicagoNote, credit, sources: item.sources, bibtex, ris, csl };
}

/** The figure itself. Its note names its sources too: who takes one entry alone keeps them. */
function citableFigure(figure: CitedFigure): Citable {
  const { title, view, state, release, address, accessed, rights = null } = figure;
  const absolute = /^https?:/.test(address);
  return {
    kind: 'figure',
    key: key(CREATOR.toLowerCase(), release, view, ...(state ? [state] : [])).replace(/-+$/, ''),
    authors: [CREATOR],
    title,
    container: ATLAS_TITLE,
    publisher: CREATOR,
    version: release,
    issued: release,
    accessed,
    path: absolute ? null : address.replace(/^\//, ''),
    url: absolute ? address : null,
    rights,
    sources: eachOnce(figure.sources.map(wordingOf)),
    wording: null,
  };
}

/** Bases of one source have one wording: it is one work. */
function sourcesOf({ sources }: CitedFigure): Citable[] {
  const all = sources.map((source) => citableSource({ ...source, citation: wordingOf(source) }));
  return [...new Map(all.map((source) => [source.wording, source])).values()];
}

const wordingOf = ({ citation, publisher, title }: CitedFigure['sources'][number]): string =>
  citation ?? `${publisher}. ${title}`;
