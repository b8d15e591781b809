import { viewOf } from './font-file.ts';
import type { FontTables } from './woff.ts';

/** Which letter is which glyph: code point → number of the glyph. Of the table `cmap` the part of format 4 (OpenType 1.9). */
export function lettersOf(tables: FontTables): ReadonlyMap<number, number> {
  const cmap = viewOf(tables, 'cmap');
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(8 + 8 * i));
  const start = offsets.find((offset) => cmap.getUint16(offset) === 4);
  if (start === undefined) throw new Error('A font does not say which letter is which glyph.');
  const segments = cmap.getUint16(start + 6) / 2;
  const read = (list: number, i: number): number => cmap.getUint16(start + list + 2 * i);
  const [ends, starts, deltas, ranges] = [0, 1, 2, 3].map(
    (list) => 14 + 2 * segments * list + (list > 0 ? 2 : 0),
  ) as [number, number, number, number];
  const letters = new Map<number, number>();
  for (let i = 0; i < segments; i++) {
    const [from, to] = [read(starts, i), read(ends, i)];
    for (let code = from; code <= to && code < 0xffff; code++) {
      const range = read(ranges, i);
      const glyph = range === 0 ? code : cmap.getUint16(start + ranges + 2 * i + range + 2 * (code - from));
      if (range === 0 || glyph !== 0) letters.set(code, (glyph + read(deltas, i)) & 0xffff);
    }
  }
  return letters;
}

/** The same as a table: each run of letters whose glyphs follow each other is a segment. */
export function letterTable(letters: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
  const segments: { from: number; to: number; delta: number }[] = [];
  for (const [code, glyph] of [...letters].sort(([a], [b]) => a - b)) {
    const last = segments.at(-1);
    if (last && code === last.to + 1 && ((glyph - code) & 0xffff) === last.delta) last.to = code;
    else segments.push({ from: code, to: code, delta: (glyph - code) & 0xffff });
  }
  segments.push({ from: 0xffff, to: 0xffff, delta: 1 });
  const length = 16 + 8 * segments.length;
  const table = new DataView(new ArrayBuffer(12 + length));
  // One table, of Windows' kind: Unicode.
  for (const [at, value] of [0, 1, 3, 1].entries()) table.setUint16(2 * at, value);
  table.setUint32(8, 12);
  table.setUint16(12, 4);
  table.setUint16(14, length);
  table.setUint16(18, 2 * segments.length);
  const put = (list: number, i: number, value: number): void => {
    table.setUint16(12 + 14 + 2 * segments.length * list + (list > 0 ? 2 : 0) + 2 * i, value);
  };
  for (const [i, { from, to, delta }] of segments.entries()) {
    put(0, i, to);
    put(1, i, from);
    put(2, i, delta);
    put(3, i, 0);
  }
  return new Uint8Array(table.buffer);
}
