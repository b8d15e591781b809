import type { Citable } from './citable.ts';
import { dateParts, yearOf } from './dates.ts';

/** A record of RIS: one tag a line, lines end with CR LF, the last is the tag ER. */
export function ris(item: Citable): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'DATA'],
    ['ID', item.key],
    ['AU', item.author],
    ['TI', item.title],
    ['T2', item.container],
    ['PY', yearOf(item.issued)?.toString() ?? null],
    ['DA', slashed(item.issued)],
    ['ET', item.version],
    ['PB', item.publisher],
    ['UR', item.url],
    ['Y2', slashed(item.accessed)],
    ['N1', item.note],
  ];
  return (
    fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\r\n`] : [])).join('') +
    'ER  - \r\n'
  );
}

/** A value that broke over lines would be read as tags. */
const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** A date as YYYY/MM/DD, as far as it is known. */
const slashed = (date: string | null): string | null =>
  dateParts(date)
    .map((part) => String(part).padStart(2, '0'))
    .join('/') || null;
