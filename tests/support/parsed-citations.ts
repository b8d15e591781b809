import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';

/** What a reference manager has of a work after it read a file of citations. */
interface Read {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly url: string | null;
}

/** The works of a file, by a library that is not ours. Throws where the file is none of its kind. */
export function readCitations(text: string, extension: string): Read[] {
  const { data } = new Cite(text, { forceType: FORMS[extension] ?? extension });
  return data.map(({ id, title, author = [], issued, URL }) => ({
    key: id,
    title,
    authors: author.map(({ literal, family }) => literal ?? family ?? ''),
    year: issued?.['date-parts']?.[0]?.[0] ?? null,
    url: URL ?? null,
  }));
}

const FORMS: Readonly<Record<string, string>> = {
  bib: '@biblatex/text',
  ris: '@ris/file',
  json: '@else/json',
};

/** The first work of a CSL-JSON file as a style of the Citation Style Language writes it. */
export const formatted = (json: string, style: string): string =>
  new Cite(json).format('bibliography', { template: style, format: 'text' }).trim();
