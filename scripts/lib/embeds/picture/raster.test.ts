import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../paths.ts';
import { LETTERS, lettersIn, sfntOf } from './letters.ts';
import { palettePng } from './palette-png.ts';
import { rasteriser } from './raster.ts';

let folder: string;
let fonts: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letters-'));
  fonts = await lettersIn(join(folder, 'a'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A PNG with a palette, unpacked: width, height and the pixels' colours. */
function read(png: Buffer): { width: number; height: number; pixels: number[][] } {
  expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [head, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name)) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const rows = inflateSync(data);
  expect(rows.length).toBe((width + 1) * height);
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const place = 3 * (rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] ?? 0);
    return [...palette.subarray(place, place + 3)];
  });
  return { width, height, pixels };
}
const rgba = (colours: readonly (readonly number[])[]): Uint8Array =>
  new Uint8Array(colours.flatMap((colour) => [...colour, 255]));

describe('a PNG with a palette', () => {
  test('holds every pixel as it was, where the colours are few', () => {
    const colours = Array.from({ length: 35 }, (_, i) => [i * 7, 255 - i, (i * 31) % 256]);
    expect(read(palettePng(rgba(colours), 7, 5))).toEqual({ width: 7, height: 5, pixels: colours });
  });

  test('of many colours keeps the frequent ones as they were, and rare ones that are like no other nearly so', () => {
    const grey = Array.from({ length: 1000 }, (_, i) => {
      const level = Math.floor(i / 4);
      return [level, level, Math.min(255, level + (i % 4))];
    });
    const white = Array.from({ length: 3000 }, () => [255, 255, 255]);
    const { pixels } = read(palettePng(rgba([...white, ...grey, [200, 0, 0], [0, 0, 200]]), 2001, 2));
    expect(pixels.slice(0, 3000)).toEqual(white);
    expect(pixels.slice(-2)).toEqual([
      [200, 0, 0],
      [0, 0, 200],
    ]);
    for (const [i, colour] of grey.entries())
      for (const [channel, value] of colour.entries())
        expect(Math.abs((pixels[3000 + i]?.[channel] ?? 0) - value)).toBeLessThanOrEqual(6);
  });

  test('of an earlier, larger picture leaves nothing behind', () => {
    palettePng(rgba(Array.from({ length: 100 }, (_, i) => [i, 0, 0])), 10, 10);
    expect(read(palettePng(rgba([[1, 2, 3]]), 1, 1)).pixels).toEqual([[1, 2, 3]]);
  });
});

describe('letters', () => {
  const width = (attributes: string, text = 'Collaboration'): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><text y="30" font-size="30" ${attributes}>${text}</text></svg>`;
    const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [...fonts] } }).getBBox();
    return drawn?.width ?? 0;
  };

  test('are found by family and weight, each its own', () => {
    const inter = [400, 500, 600, 700].map((weight) => width(`font-family="Inter" font-weight="${weight}"`));
    const serif = [400, 600].map((weight) =>
      width(`font-family="'Source Serif 4', serif" font-weight="${weight}"`),
    );
    const all = [...inter, ...serif, width('font-family="Inter" font-style="italic"')];
    expect(all.every((one) => one > 100)).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    for (const [i, one] of inter.entries()) if (i > 0) expect(one).toBeGreaterThan(inter[i - 1] ?? 0);
  });

  test.each([
    'Türkiye',
    'Côte d’Ivoire',
    'Åland',
    'São Tomé',
    'Curaçao',
    'Łódź',
    '1990–2023',
    '−5 %',
    '“x”',
    '…',
    '↑',
    '↓',
  ])('of %s are all there', (words) => {
    const outline = (letter: string): string =>
      new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-family="Inter">${letter}</text></svg>`,
        { font: { loadSystemFonts: false, fontFiles: [...fonts] } },
      ).toString();
    // What stands for a letter that no font has.
    const none = outline('漢');
    for (const letter of words.replaceAll(' ', '')) expect(outline(letter), letter).not.toBe(none);
  });

  test('are unpacked once, and damaged files refused', async () => {
    const [first = ''] = fonts;
    const before = readFileSync(first);
    expect(await lettersIn(join(folder, 'a'))).toEqual(fonts);
    expect(readFileSync(first)).toEqual(before);
    const woff = readFileSync(join(ROOT, 'node_modules/@fontsource', LETTERS[0] ?? ''));
    expect(sfntOf(woff, 'Inter').readUInt32BE(0)).toBe(0x00010000);
    expect(() => sfntOf(Buffer.from('wOF2 and more of it'), 'Inter')).toThrow('no WOFF');
    const damaged = Buffer.from(woff);
    damaged.fill(0, 2000, 20_000);
    expect(() => sfntOf(damaged, 'Inter')).toThrow();
  });
});

test('a picture is exactly twice as wide and as high, in the colours that it says', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="31" height="17" viewBox="0 0 31 17"><rect width="31" height="17" fill="#faf7f0"/><rect width="10" height="17" fill="#2267b0"/></svg>';
  const { width, height, pixels } = read(rasteriser(fonts)(svg));
  expect([width, height]).toEqual([62, 34]);
  expect(pixels[0]).toEqual([0x22, 0x67, 0xb0]);
  expect(pixels.at(-1)).toEqual([0xfa, 0xf7, 0xf0]);
});
