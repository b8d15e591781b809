import { ABOUT_KIND, type Citable } from './citable.ts';
import { slashed } from './dates.ts';
import { oneLine } from './text.ts';

/** A meta element of a page's head. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** What a page's tags say beside what a citation has. */
export interface MetaMore {
  /** One or two sentences. */
  readonly description?: string;
  readonly keywords?: readonly string[];
  /** Day of the last change, where it is not that of the publication. */
  readonly modified?: string | null;
  /** Absolute address of the work as a PDF, in the folder of its page, as Google Scholar wants it; null where it has none. */
  readonly pdf?: string | null;
}

/**
 * Tags by which Google Scholar and reference managers know the work of a page (Highwire Press: `citation_…`), and the same for catalogues of
 * libraries (Dublin Core: `DC.…`). What is not known is left out; addresses are absolute or not there.
 */
export const metaTags = (item: Citable, more: MetaMore = {}): readonly MetaTag[] => [
  ...highwire(item, more),
  ...dublinCore(item, more),
];

/** For papers and pages: a data set or a picture is no paper, and has those tags only by which it is known at all. */
function highwire(item: Citable, { keywords = [], pdf = null }: MetaMore = {}): MetaTag[] {
  const written = item.kind === 'article' || item.kind === 'report';
  return tags([
    ['citation_title', item.title],
    ...item.authors.map((author) => ['citation_author', author] as const),
    ['citation_publication_date', slashed(item.issued)],
    ['citation_online_date', slashed(item.issued)],
    ['citation_publisher', item.publisher],
    // Without it a paper that is in no journal has no place among papers.
    ['citation_technical_report_institution', item.kind === 'report' ? item.publisher : null],
    ['citation_public_url', item.url],
    ['citation_abstract_html_url', written ? item.url : null],
    ['citation_fulltext_html_url', written ? item.url : null],
    ['citation_pdf_url', pdf],
    ['citation_keywords', keywords.join('; ')],
    ['citation_language', 'en'],
  ]);
}

function dublinCore(
  item: Citable,
  { description, keywords = [], modified = null }: MetaMore = {},
): MetaTag[] {
  return tags([
    ['DC.title', item.title],
    ...item.authors.map((author) => ['DC.creator', author] as const),
    ['DC.publisher', item.publisher],
    ['DC.date', item.issued],
    ['DCTERMS.modified', modified === item.issued ? null : modified],
    ['DC.type', ABOUT_KIND[item.kind].dcmi],
    ['DC.format', 'text/html'],
    ['DC.language', 'en'],
    ['DC.identifier', item.url ?? item.key],
    ['DC.relation.isPartOf', item.container],
    ['DC.rights', item.rights],
    ['DC.description', description ?? null],
    ...keywords.map((keyword) => ['DC.subject', keyword] as const),
    ...item.sources.map((source) => ['DC.source', source] as const),
  ]);
}

const tags = (pairs: readonly (readonly [string, string | null])[]): MetaTag[] =>
  pairs.flatMap(([name, content]) => (content ? [{ name, content: oneLine(content) }] : []));

/** The tags as markup, for heads that are written as text. */
export const metaMarkup = (all: readonly MetaTag[]): string =>
  all.map(({ name, content }) => `<meta name="${name}" content="${escaped(content)}">`).join('');

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
