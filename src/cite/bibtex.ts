import { ABOUT_KIND, noteOf, type Citable } from './citable.ts';
import { dateParts, yearOf } from './dates.ts';
import { oneLine } from './text.ts';

/** What TeX reads as more than itself. Braces are given by name: BibTeX counts them even behind a backslash. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

/** Months are macros that every style has: some write them out, in the language of the text. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Marks that TeX joins into another: two hyphens into a dash, "?`" into "¿". Empty braces keep them apart. */
const LIGATURE = /([-'`])(?=\1)|[?!](?=`)/g;

/** Text between the braces of a field. Letters beyond ASCII stay as they are: the file is UTF-8. */
const escapeTex = (value: string): string =>
  oneLine(value)
    .replace(/[\\{}~^#$%&_]/g, (character) => SPECIAL[character] ?? character)
    .replace(LIGATURE, '$&{}');

/** An address stays as it is, but for what would end the field. */
const verbatim = (url: string): string =>
  url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));

/** What stands in braces; null is left out. */
const braced = (value: string | null | undefined): string | null => (value ? `{${value}}` : null);
/** A second pair of braces keeps a name of one word whole, and a title's capitals. */
const whole = (value: string): string => `{{${escapeTex(value)}}}`;

/**
 * An entry of BibTeX; ends with a line's end. A whitepaper is a @techreport and all else is @misc: every style and program knows these two,
 * where @dataset and @online are biblatex's alone and turn into something else, or nothing, elsewhere.
 */
export function bibtex(item: Citable): string {
  const report = item.kind === 'report';
  const { words } = ABOUT_KIND[item.kind];
  const month = MONTHS[(dateParts(item.issued)[1] ?? 0) - 1];
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['author', braced(item.authors.map((author) => `{${escapeTex(author)}}`).join(' and '))],
    ['title', whole(item.title)],
    ['year', braced(yearOf(item.issued)?.toString())],
    ['month', month],
    ['version', braced(item.version && escapeTex(item.version))],
    [report ? 'institution' : 'publisher', whole(item.publisher)],
    ['type', report && words !== null ? whole(words) : null],
    ['howpublished', report ? null : braced(escapeTex(publishedHow(words, item.container)))],
    ['url', braced(item.url && verbatim(item.url))],
    ['urldate', dateParts(item.accessed).length === 3 ? braced(item.accessed) : null],
    ['note', braced(escapeTex(noteOf(item) ?? ''))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@${report ? 'techreport' : 'misc'}{${item.key},\n${lines.join(',\n')}\n}\n`;
}

/** "Data set in Crosscurrents: an open atlas", "Website". */
const publishedHow = (words: string | null, container: string | null): string =>
  words !== null && container !== null ? `${words} in ${container}` : (words ?? container ?? '');
