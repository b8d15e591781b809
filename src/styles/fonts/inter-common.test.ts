import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const here = (path: string): string => new URL(path, import.meta.url).pathname;

test('the face of common letters says which letters its file holds, and no other face claims them', async () => {
  const css = await readFile(here('../fonts.css'), 'utf8');
  const faces = [...css.matchAll(/@font-face \{([^}]*)\}/g)]
    .map(([, face = '']) => face)
    .filter((face) => /font-family: 'Inter';/.test(face));
  const rangeOf = (face: string): Set<number> => lettersOf(/unicode-range:([^;]*)/.exec(face)?.[1] ?? '');
  const common = faces.filter((face) => face.includes('inter-common'));
  expect(common).toHaveLength(1);
  const claimed = rangeOf(common[0] ?? '');
  const held = mapped(await readFile(here('inter-common.woff2')));
  // Controls and the soft hyphen are in every text and have no picture.
  const unseen = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xad;
  expect([...claimed].filter((code) => !unseen(code) && !held.has(code))).toEqual([]);
  expect([...held].filter((code) => !claimed.has(code))).toEqual([]);
  for (const face of faces.filter((one) => one !== common[0]))
    expect([...rangeOf(face)].filter((code) => claimed.has(code))).toEqual([]);
});

const lettersOf = (ranges: string): Set<number> =>
  new Set(
    [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(([, first = '', last = first]) => {
      const [from, to] = [parseInt(first, 16), parseInt(last, 16)];
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }),
  );

/** Code points of a WOFF 2.0 file (W3C, WOFF File Format 2.0, sections 4 and 5), whose table cmap has subtables of format 4. */
function mapped(file: Buffer): Set<number> {
  const [CMAP, GLYF, LOCA] = [0, 10, 11];
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  let offset = 0;
  let cmap = -1;
  for (let i = file.readUInt16BE(12); i > 0; i--) {
    const flags = file.readUInt8(at++);
    const [tag, version] = [flags & 0x3f, flags >> 6];
    if (tag === 0x3f) at += 4;
    const length = number();
    const packed = tag === GLYF || tag === LOCA ? version === 0 : version !== 0;
    if (tag === CMAP) cmap = offset;
    offset += packed ? number() : length;
  }
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const codes = new Set<number>();
  for (let i = tables.readUInt16BE(cmap + 2) - 1; i >= 0; i--) {
    const sub = cmap + tables.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (tables.readUInt16BE(sub) !== 4) continue;
    const count = tables.readUInt16BE(sub + 6) / 2;
    for (let segment = 0; segment < count; segment++) {
      const last = tables.readUInt16BE(sub + 14 + 2 * segment);
      const first = tables.readUInt16BE(sub + 16 + 2 * count + 2 * segment);
      for (let code = first; code <= last && code !== 0xffff; code++) codes.add(code);
    }
  }
  return codes;
}
