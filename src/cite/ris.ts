import { ABOUT_KIND, noteOf, type Citable } from './citable.ts';
import { slashed, yearOf } from './dates.ts';
import { oneLine } from './text.ts';

/** A record of RIS: one tag a line, lines end with CR LF, the last is the tag ER. */
export function ris(item: Citable): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', ABOUT_KIND[item.kind].ris],
    ['ID', item.key],
    ...item.authors.map((author) => ['AU', author] as const),
    ['TI', item.title],
    ['T2', item.container],
    ['PY', yearOf(item.issued)?.toString() ?? null],
    ['DA', slashed(item.issued)],
    ['ET', item.version],
    ['PB', item.publisher],
    ['UR', item.url],
    ['Y2', slashed(item.accessed)],
    ['N1', noteOf(item)],
  ];
  return (
    fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : [])).join('') +
    'ER  - \r\n'
  );
}
