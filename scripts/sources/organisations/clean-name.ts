import { WINDOWS_1252 } from '../../lib/decode.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const BYTES = new Map([
  ...Array.from({ length: 256 }, (_, byte) => [String.fromCharCode(byte), byte] as const),
  ...[...WINDOWS_1252].map((letter, i) => [letter, 0x80 + i] as const),
]);
const ENTITIES: Readonly<Record<string, string>> = { '&#39;': "'", '&quot;': '"', '&amp;': '&' };

/**
 * A name as its publisher meant it: letters that were read in the wrong encoding (once or twice) are put right, entities
 * of HTML are resolved, quotation marks of CSV around the whole are taken off, and blanks are single. Letters that are
 * lost (�, ?) stay lost.
 */
export function cleanName(text: string): string {
  const mended = mend(mend(text)).replace(
    /&(?:#39|quot|amp);/gi,
    (entity) => ENTITIES[entity.toLowerCase()] ?? entity,
  );
  const bare = /^".*"$/.test(mended) ? mended.slice(1, -1).replaceAll('""', '"') : mended;
  return bare.replace(/\s+/g, ' ').trim();
}

/** UTF-8 that was taken for Windows-1252: "KÃ˜BENHAVN" → "KØBENHAVN". Other texts stay as they are. */
function mend(text: string): string {
  if (!/[\u0080-\uffff]/.test(text)) return text;
  const bytes = [...text].map((letter) => BYTES.get(letter));
  if (!bytes.every((byte) => byte !== undefined)) return text;
  try {
    return UTF8.decode(new Uint8Array(bytes));
  } catch {
    return text;
  }
}
