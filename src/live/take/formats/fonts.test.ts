import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fontFile, viewOf } from './font-file.ts';
import { letterTable, lettersOf } from './font-letters.ts';
import { joinFonts } from './join-fonts.ts';
import { missing } from './pdf-fonts.ts';
import { unpackWoff, type FontTables } from './woff.ts';

const ROOT = join(import.meta.dirname, '../../../..');
async function part(family: string, alphabet: string, face: string): Promise<FontTables> {
  const path = `node_modules/@fontsource/${family}/files/${family}-${alphabet}-${face}.woff`;
  return unpackWoff(new Uint8Array(await readFile(join(ROOT, path))).buffer);
}
const FACES = [
  ['inter', '400-normal'],
  ['inter', '400-italic'],
  ['inter', '600-normal'],
  ['source-serif-4', '400-normal'],
  ['source-serif-4', '600-normal'],
] as const;

describe.each(FACES)('%s %s', (family, face) => {
  test('of two parts has the letters, the widths and the outlines of both', async () => {
    const [latin, more] = [await part(family, 'latin', face), await part(family, 'latin-ext', face)];
    const both = joinFonts(latin, more);
    const letters = lettersOf(both);
    expect(missing('Türkiye Łódź Côte d’Ivoire – “São Tomé” İğş 1,234 −5', letters)).toEqual([]);
    expect(missing('Łódź', lettersOf(latin))).toEqual(['Ł', 'ź']);
    for (const [letter, of] of [
      ['a', latin],
      ['ü', latin],
      ['Ł', more],
      ['ğ', more],
    ] as const) {
      const [there, here] = [
        lettersOf(of).get(letter.codePointAt(0) ?? 0),
        letters.get(letter.codePointAt(0) ?? 0),
      ];
      expect(widthOf(both, here)).toBe(widthOf(of, there));
      expect(outlineOf(both, here)).toEqual(outlineOf(of, there));
    }
  });
});

/** Advance of a glyph. */
function widthOf(tables: FontTables, glyph = 0): number {
  const full = viewOf(tables, 'hhea').getUint16(34);
  return viewOf(tables, 'hmtx').getUint16(4 * Math.min(glyph, full - 1));
}
/** Outline of a glyph, or what it is made of, each with its place. */
function outlineOf(tables: FontTables, glyph = 0): unknown {
  const [glyf, loca] = [viewOf(tables, 'glyf'), viewOf(tables, 'loca')];
  const long = viewOf(tables, 'head').getInt16(50) === 1;
  const offset = (i: number): number => (long ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
  const bytes = new Uint8Array(
    glyf.buffer,
    glyf.byteOffset + offset(glyph),
    offset(glyph + 1) - offset(glyph),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0 || view.getInt16(0) >= 0) {
    // Files may be padded to different lengths.
    let length = bytes.length;
    while (length > 0 && bytes[length - 1] === 0) length -= 1;
    return [...bytes.subarray(0, length)];
  }
  const parts: unknown[] = [];
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at);
    parts.push(
      outlineOf(tables, view.getUint16(at + 2)),
      flags & 1 ? view.getUint32(at + 4) : view.getUint16(at + 4),
    );
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    more = (flags & 0x20) !== 0;
  }
  return parts;
}

test('letters and glyphs are written as they are read', () => {
  const letters = new Map([
    [32, 3],
    [33, 4],
    [34, 5],
    [65, 1],
    [66, 9],
    [0x2013, 700],
  ]);
  expect(lettersOf(new Map([['cmap', letterTable(letters)]]))).toEqual(letters);
});

test('a file of a font has its tables where it says', async () => {
  const tables = await part('inter', 'latin', '400-normal');
  const file = new DataView(fontFile(tables).buffer);
  for (let i = 0; i < file.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((more) => file.getUint8(entry + more)));
    const [at, length] = [file.getUint32(entry + 8), file.getUint32(entry + 12)];
    expect(new Uint8Array(file.buffer, at, length)).toEqual(new Uint8Array(tables.get(tag) ?? []));
  }
});

test('what is no font of the web is refused', async () => {
  await expect(unpackWoff(new ArrayBuffer(64))).rejects.toThrow(/no WOFF/);
});

test('the fonts have every letter of every figure', async () => {
  const golden = join(ROOT, 'tests/golden');
  const names = (await readdir(golden)).filter((name) => name.startsWith('view-'));
  const text = (await Promise.all(names.map((name) => readFile(join(golden, name), 'utf8')))).join('');
  for (const [family, face] of FACES) {
    const letters = lettersOf(
      joinFonts(await part(family, 'latin', face), await part(family, 'latin-ext', face)),
    );
    expect(missing(text.replace(/\s/g, ''), letters)).toEqual([]);
  }
});
