import { bibtex } from './bibtex.ts';
import type { Citable } from './citable.ts';
import { citation } from './citation.ts';
import { csl } from './csl.ts';
import { ris } from './ris.ts';

/** A kind of file that holds citations. */
export interface CitationFile {
  readonly label: string;
  readonly extension: 'bib' | 'ris' | 'json' | 'txt';
  readonly mediaType: string;
  /** The file for some works, in their order. Ends with a line's end. */
  readonly write: (items: readonly Citable[]) => string;
}

/** What reference managers take in. */
export const CITATION_FILES: readonly CitationFile[] = [
  {
    label: 'BibTeX',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    write: (items) => items.map(bibtex).join('\n'),
  },
  {
    label: 'RIS',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: (items) => items.map(ris).join('\r\n'),
  },
  {
    label: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    // A list even of one: what programs that read CSL-JSON expect of a file.
    write: (items) => `${JSON.stringify(items.map(csl), null, 1)}\n`,
  },
];

/** One line for each work, with the sources to be named beside it. */
export const CITATION_TEXT: CitationFile = {
  label: 'Text',
  extension: 'txt',
  mediaType: 'text/plain',
  write: (items) => items.map((item) => `${citation(item).credit}\n`).join(''),
};
