import { tableOf, viewOf } from './font-file.ts';
import { letterTable, lettersOf } from './font-letters.ts';
import type { FontTables } from './woff.ts';

/**
 * One font of two that share a face: fonts of the web come in parts, by alphabet, and a word that needs both would fall apart. The
 * first one's letters win.
 */
export function joinFonts(one: FontTables, other: FontTables): FontTables {
  const [unit, otherUnit] = [one, other].map((tables) => viewOf(tables, 'head').getUint16(18));
  if (unit !== otherUnit) throw new Error('Two parts of a font are not drawn on one grid.');
  const before = glyphCount(one);
  const parts = [...glyphsOf(one), ...glyphsOf(other).map((glyph) => renumbered(glyph, before))];
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + ((part.length + 3) & ~3));
  const glyf = new Uint8Array(offsets.at(-1) ?? 0);
  const loca = new DataView(new ArrayBuffer(4 * offsets.length));
  for (const [i, part] of parts.entries()) glyf.set(part, offsets[i]);
  for (const [i, offset] of offsets.entries()) loca.setUint32(4 * i, offset);
  const letters = new Map([...lettersOf(other)].map(([code, glyph]) => [code, glyph + before] as const));
  for (const [code, glyph] of lettersOf(one)) letters.set(code, glyph);
  return new Map([
    ...one,
    ['glyf', glyf],
    ['loca', new Uint8Array(loca.buffer)],
    ['hmtx', joined(widthsOf(one), widthsOf(other))],
    ['cmap', letterTable(letters)],
    // Long offsets, a width for each glyph, and no names of glyphs.
    ['head', changed(one, 'head', (view) => view.setInt16(50, 1))],
    ['hhea', changed(one, 'hhea', (view) => view.setUint16(34, parts.length))],
    ['maxp', changed(one, 'maxp', (view) => largest(view, viewOf(other, 'maxp'), parts.length))],
    ['post', changed(one, 'post', (view) => view.setUint32(0, 0x00030000)).subarray(0, 32)],
  ]);
}

const glyphCount = (tables: FontTables): number => viewOf(tables, 'maxp').getUint16(4);

function glyphsOf(tables: FontTables): Uint8Array<ArrayBuffer>[] {
  const [glyf, loca] = [tableOf(tables, 'glyf'), viewOf(tables, 'loca')];
  const long = viewOf(tables, 'head').getInt16(50) === 1;
  const offset = (i: number): number => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  return Array.from({ length: glyphCount(tables) }, (_, i) => glyf.slice(offset(i), offset(i + 1)));
}

/** A glyph that is made of others names them by number. */
function renumbered(glyph: Uint8Array<ArrayBuffer>, by: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(glyph.buffer);
  if (glyph.length === 0 || view.getInt16(0) >= 0) return glyph;
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + by);
    // Two bytes or two words of place, then one, two or four numbers of size.
    at += 4 + (flags & 0x0001 ? 4 : 2) + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0);
  } while (flags & 0x0020);
  return glyph;
}

/** Width and left side of each glyph: where the last ones share a width, it is written out. */
function widthsOf(tables: FontTables): Uint8Array<ArrayBuffer> {
  const [hmtx, full] = [viewOf(tables, 'hmtx'), viewOf(tables, 'hhea').getUint16(34)];
  const all = new DataView(new ArrayBuffer(4 * glyphCount(tables)));
  for (let i = 0; i < glyphCount(tables); i++) {
    all.setUint16(4 * i, hmtx.getUint16(4 * Math.min(i, full - 1)));
    all.setUint16(4 * i + 2, hmtx.getUint16(i < full ? 4 * i + 2 : 4 * full + 2 * (i - full)));
  }
  return new Uint8Array(all.buffer);
}

/** The limits of two fonts together: of each the larger. */
function largest(view: DataView, other: DataView, glyphs: number): void {
  for (let at = 6; at < Math.min(view.byteLength, other.byteLength); at += 2)
    view.setUint16(at, Math.max(view.getUint16(at), other.getUint16(at)));
  view.setUint16(4, glyphs);
}

function changed(tables: FontTables, tag: string, change: (view: DataView) => void): Uint8Array<ArrayBuffer> {
  const copy = tableOf(tables, tag).slice();
  change(new DataView(copy.buffer));
  return copy;
}

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};
