import type { Citable } from './citable.ts';
import { dateParts } from './dates.ts';

/** An item of CSL-JSON, as Zotero, Pandoc and citeproc read it. */
export interface CslItem {
  readonly id: string;
  readonly type: 'dataset';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly version?: string;
  readonly publisher: string;
  readonly URL?: string;
  readonly note?: string;
}
interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

export function csl(item: Citable): CslItem {
  const [issued, accessed] = [dateParts(item.issued), dateParts(item.accessed)];
  return {
    id: item.key,
    type: 'dataset',
    title: item.title,
    ...(item.author === null ? {} : { author: [{ literal: item.author }] }),
    ...(item.container === null ? {} : { 'container-title': item.container }),
    ...(issued.length ? { issued: { 'date-parts': [issued] } } : {}),
    ...(accessed.length ? { accessed: { 'date-parts': [accessed] } } : {}),
    ...(item.version === null ? {} : { version: item.version }),
    publisher: item.publisher,
    ...(item.url === null ? {} : { URL: item.url }),
    ...(item.note === null ? {} : { note: item.note }),
  };
}
