import { ABOUT_KIND, noteOf, type Citable } from './citable.ts';
import { dateParts } from './dates.ts';
import { oneLine } from './text.ts';

/** An item of CSL-JSON, as Zotero, Pandoc and citeproc read it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'dataset' | 'webpage' | 'figure' | 'report';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly genre?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly version?: string;
  readonly publisher: string;
  readonly language?: string;
  readonly URL?: string;
  readonly note?: string;
}
interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

export function csl(item: Citable): CslItem {
  const [issued, accessed] = [dateParts(item.issued), dateParts(item.accessed)];
  const note = noteOf(item);
  const { csl: type, words } = ABOUT_KIND[item.kind];
  return {
    id: item.key,
    type,
    title: oneLine(item.title),
    ...(item.authors.length ? { author: item.authors.map((literal) => ({ literal })) } : {}),
    ...(item.container === null ? {} : { 'container-title': item.container }),
    // Of a data set every style knows it from the type.
    ...(words === null || type === 'dataset' ? {} : { genre: words }),
    ...(issued.length ? { issued: { 'date-parts': [issued] } } : {}),
    ...(accessed.length ? { accessed: { 'date-parts': [accessed] } } : {}),
    ...(item.version === null ? {} : { version: item.version }),
    publisher: item.publisher,
    ...(item.kind === 'source' ? {} : { language: 'en' }),
    ...(item.url === null ? {} : { URL: item.url }),
    ...(note === null ? {} : { note: oneLine(note) }),
  };
}
