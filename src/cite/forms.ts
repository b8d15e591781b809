import { apa } from './apa.ts';
import { chicago, chicagoNote } from './chicago.ts';
import type { Citable } from './citable.ts';
import { CITATION_FILES } from './files.ts';

/** A form in which a page shows how something is cited. */
interface CitationForm {
  readonly id: string;
  readonly label: string;
  /** Whether it is for programs, line for line; otherwise it is words. */
  readonly code: boolean;
  readonly write: (item: Citable) => string;
}

/** In the order in which they stand: words to paste, then what programs read. */
export const CITATION_FORMS: readonly CitationForm[] = [
  { id: 'apa', label: 'APA, 7th edition', code: false, write: apa },
  { id: 'chicago', label: 'Chicago, 17th edition, author-date', code: false, write: chicago },
  { id: 'chicago-note', label: 'Chicago, 17th edition, as a footnote', code: false, write: chicagoNote },
  ...CITATION_FILES.map(({ label, extension, write }) => ({
    id: extension,
    label,
    code: true,
    write: (item: Citable) => write([item]).trimEnd(),
  })),
];
