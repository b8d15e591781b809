import type { Citable } from './citable.ts';
import { yearOf } from './dates.ts';

/** One line of text after the style of the APA (7th edition, data sets). */
export function text(item: Citable): string {
  const parts = item.wording === null ? apa(item) : [sentence(item.wording)];
  const url = item.url !== null && !parts.join(' ').includes(item.url.replace(/\/$/, '')) ? [item.url] : [];
  const read = item.accessed === null ? [] : [`Retrieved ${item.accessed}.`];
  const note = item.note === null || item.wording !== null ? [] : [sentence(item.note)];
  // An address is not followed by a full stop, which would become a part of it.
  return [...parts, ...read, ...note, ...url].join(' ').replace(/\s+/g, ' ').trim();
}

function apa({ author, issued, title, version, container, publisher }: Citable): string[] {
  const year = yearOf(issued) ?? 'n.d.';
  const work = `${title}${version === null ? '' : ` (Release ${version})`} [Data set].`;
  return [
    ...(author === null ? [work, `(${year}).`] : [sentence(author), `(${year}).`, work]),
    ...(container === null ? [] : [sentence(`In ${container}`)]),
    // A publisher that is the author is not named twice.
    ...(publisher === author ? [] : [sentence(publisher)]),
  ];
}

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);
