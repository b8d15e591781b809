import { bibtex } from './bibtex.ts';
import type { Citable } from './citable.ts';
import { csl, type CslItem } from './csl.ts';
import { ris } from './ris.ts';
import { text } from './text.ts';

/** One work, cited in four forms. */
export interface Citation {
  readonly text: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: CslItem;
}

export const citation = (item: Citable): Citation => ({
  text: text(item),
  bibtex: bibtex(item),
  ris: ris(item),
  csl: csl(item),
});
