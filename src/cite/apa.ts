import { ABOUT_KIND, type Citable } from './citable.ts';
import { dateWords, yearFirst, yearOf } from './dates.ts';
import { oneLine, says, sentence } from './text.ts';

/**
 * An entry of a list of references after the style of the APA, 7th edition, as plain text: the style's italics are left to the page.
 *
 *     Crosscurrents. (2026). Flows (Release 2026-11-21) [Data set]. In Crosscurrents: an open atlas. https://…
 */
export function apa(item: Citable): string {
  const parts = item.wording === null ? entry(item) : [sentence(item.wording)];
  // The style ends no address with a full stop, which would become a part of it.
  return oneLine([...parts, ...place(item, parts.join(' '))].join(' '));
}

function entry({ kind, authors, issued, title, version, container, publisher }: Citable): string[] {
  const date = kind === 'article' || kind === 'report' ? yearFirst(issued) : (yearOf(issued) ?? 'n.d.');
  const { words } = ABOUT_KIND[kind];
  const release = version === null || kind === 'site' ? '' : ` (Release ${version})`;
  const work = sentence(`${title}${release}${words === null ? '' : ` [${words}]`}`);
  return [
    ...(authors.length ? [sentence(named(authors)), `(${date}).`, work] : [work, `(${date}).`]),
    // A page's site is left out where it is its author.
    ...(container === null || kind === 'article' ? [] : [sentence(`In ${container}`)]),
    // A publisher that is the author is not named twice.
    ...(authors.includes(publisher) ? [] : [sentence(publisher)]),
  ];
}

/** "A", "A & B", "A, B, & C". */
const named = (authors: readonly string[]): string =>
  authors.length < 3
    ? authors.join(' & ')
    : `${authors.slice(0, -1).join(', ')}, & ${authors[authors.length - 1] ?? ''}`;

function place({ accessed, url }: Citable, before: string): string[] {
  const address = url !== null && !says(before, url) ? url : null;
  if (accessed === null) return address === null ? [] : [address];
  const read = `Retrieved ${dateWords(accessed)}`;
  return [address === null ? `${read}.` : `${read}, from ${address}`];
}
