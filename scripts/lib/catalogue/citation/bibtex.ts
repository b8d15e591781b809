import type { Citable } from './citable.ts';
import { dateParts, yearOf } from './dates.ts';

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

/** Text between the braces of a field. Letters beyond ASCII stay as they are: the file is UTF-8. */
const escapeTex = (value: string): string =>
  value.replace(/\s+/g, ' ').replace(/[\\{}~^#$%&_]/g, (character) => SPECIAL[character] ?? character);

/** An address stays as it is, but for what would end the field. */
const verbatim = (url: string): string =>
  url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));

/** An entry of type @misc, which every style knows; `@dataset` only biblatex does. Ends with a line's end. */
export function bibtex(item: Citable): string {
  const fields: readonly (readonly [string, string | null])[] = [
    // The second pair of braces keeps a name of one word whole, and a title's capitals.
    ['author', item.author && `{${escapeTex(item.author)}}`],
    ['title', `{${escapeTex(item.title)}}`],
    ['year', yearOf(item.issued)?.toString() ?? null],
    ['month', dateParts(item.issued)[1]?.toString() ?? null],
    ['version', item.version && escapeTex(item.version)],
    ['publisher', `{${escapeTex(item.publisher)}}`],
    ['howpublished', item.container === null ? 'Data set' : `Data set in ${escapeTex(item.container)}`],
    ['url', item.url && verbatim(item.url)],
    ['urldate', dateParts(item.accessed).length === 3 ? item.accessed : null],
    ['note', item.note && escapeTex(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${item.key},\n${lines.join(',\n')}\n}\n`;
}
