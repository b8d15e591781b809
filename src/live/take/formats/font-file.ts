import type { FontTables } from './woff.ts';

/** Tables that a font needs to be put into a PDF; rules of joining letters and of other programs stay away. */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'] as const;

/** The tables as a file of TrueType. Its sums are left at nought: whoever embeds it reckons them anew. */
export function fontFile(tables: FontTables): Uint8Array<ArrayBuffer> {
  const kept = KEPT.map((tag) => [tag, tableOf(tables, tag)] as const);
  const padded = (length: number): number => (length + 3) & ~3;
  const head = 12 + 16 * kept.length;
  const file = new Uint8Array(kept.reduce((sum, [, table]) => sum + padded(table.length), head));
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, kept.length);
  let at = head;
  for (const [i, [tag, table]] of kept.entries()) {
    const entry = 12 + 16 * i;
    file.set(
      [...tag].map((letter) => letter.charCodeAt(0)),
      entry,
    );
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    file.set(table, at);
    at += padded(table.length);
  }
  return file;
}

/** A table that the font cannot be without. */
export function tableOf(tables: FontTables, tag: string): Uint8Array<ArrayBuffer> {
  const table = tables.get(tag);
  if (!table) throw new Error(`A font has no table ${tag}.`);
  return table;
}

export const viewOf = (tables: FontTables, tag: string): DataView<ArrayBuffer> => {
  const { buffer, byteOffset, byteLength } = tableOf(tables, tag);
  return new DataView(buffer, byteOffset, byteLength);
};
