import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { chicago, chicagoNote } from './chicago.ts';
import { noteOf, type Citable } from './citable.ts';
import { csl, type CslItem } from './csl.ts';
import { ris } from './ris.ts';
import { oneLine, sentence } from './text.ts';

/** One work, cited in every form. */
export interface Citation {
  /** APA, 7th edition. */
  readonly apa: string;
  /** Chicago, 17th edition, author-date. */
  readonly chicago: string;
  /** Chicago, 17th edition, as a footnote. */
  readonly chicagoNote: string;
  /** After the APA, with the sources that must be named beside it: what a line of credit says. */
  readonly credit: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: CslItem;
}

export const citation = (item: Citable): Citation => ({
  apa: apa(item),
  chicago: chicago(item),
  chicagoNote: chicagoNote(item),
  credit: credit(item),
  bibtex: bibtex(item),
  ris: ris(item),
  csl: csl(item),
});

/** The sources stand before the address, which is the last thing and has no full stop. */
function credit(item: Citable): string {
  const note = item.wording === null ? noteOf(item) : null;
  if (note === null) return apa(item);
  const without = apa({ ...item, url: null, accessed: null });
  const end = apa(item).slice(without.length);
  return oneLine(`${without} ${sentence(note)}${end}`);
}
