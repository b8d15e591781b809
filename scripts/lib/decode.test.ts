import { expect, describe, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { decode, decodeAnswer } from './decode.ts';

const stopped = (...args: Parameters<typeof decode>) =>
  complaint(Promise.resolve().then(() => decode(...args)));

describe('the text of a file', () => {
  test.each([
    ['UTF-8', Buffer.from('Côte d’Ivoire')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFCôte d’Ivoire')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFCôte d’Ivoire', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\uFEFFCôte d’Ivoire', 'utf16le').swap16()],
  ])('in %s is read, without a mark, whatever else the file may be in', (_what, bytes) => {
    expect(decode(bytes, 'made-up, data.csv')).toBe('Côte d’Ivoire');
    expect(decode(bytes, 'made-up, data.csv', 'latin1')).toBe('Côte d’Ivoire');
  });

  test('keeps a mark that stands later, and a sign for the unknown that is its own', () => {
    expect(decode(Buffer.from('a\uFEFFb\uFFFD'), 'made-up, data.csv')).toBe('a\uFEFFb\uFFFD');
  });

  test('that is empty is empty', () => expect(decode(new Uint8Array(), 'made-up, data.csv')).toBe(''));

  const LATIN1 = Buffer.from('name\nUniversité de Genève\n', 'latin1');

  test('in Latin-1 is read where the source says so', () => {
    expect(decode(LATIN1, 'made-up, data.csv', 'latin1')).toBe('name\nUniversité de Genève\n');
  });

  test("in Windows-1252 has that encoding's dashes, quotes and euro sign", () => {
    const bytes = [0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x8a, 0x9a, 0x8e, 0x9e, 0x9f, 0xe9];
    expect(decode(Uint8Array.from(bytes), 'made-up, data.csv', 'windows-1252')).toBe('€‘’“”–—ŠšŽžŸé');
  });

  test('in Latin-1 of which nobody knew stops, with the byte', async () => {
    expect(await stopped(LATIN1, 'made-up, data.csv')).toBe(
      'made-up, data.csv is no UTF-8: 0xE9 at offset 14, after "name\\nUniversit". If the publisher writes Latin-1 or ' +
        "Windows-1252, let the source's adapter say so; if the file was damaged, bring it again.",
    );
  });

  test.each([
    ['the first byte', [0x80, 0x41], 0],
    ['a sign cut short at the end', [0x41, 0xe2, 0x82], 1],
    ['a sign cut short by another', [0x41, 0xe2, 0x82, 0x41], 1],
    ['an overlong sign', [0x41, 0xc0, 0xaf], 1],
    ['half a surrogate pair', [0x41, 0x42, 0xed, 0xa0, 0x80], 2],
    ['a byte after a mark', [0xef, 0xbb, 0xbf, 0x41, 0xff], 4],
    [
      'a byte after signs of two, three and four bytes',
      [0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff],
      9,
    ],
    ['a byte after a sign for the unknown', [0xef, 0xbf, 0xbd, 0xef, 0xbf, 0xbd, 0x41, 0xfe], 7],
  ])('that is no UTF-8 from %s stops there', async (_what, bytes, offset) => {
    expect(await stopped(Uint8Array.from(bytes), 'made-up, data.csv')).toContain(` at offset ${offset}, `);
  });

  test('in UTF-16 that breaks off stops', async () => {
    expect(await stopped(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'made-up, data.csv')).toBe(
      'made-up, data.csv says that it is UTF-16LE, but is not. Was it damaged? Bring it again.',
    );
  });
});

describe('the text of an answer', () => {
  test.each([
    [undefined, Buffer.from('Côte'), 'Côte'],
    ['UTF-8', Buffer.from('Côte'), 'Côte'],
    ['ISO-8859-1', Buffer.from('Côte', 'latin1'), 'Côte'],
    ['ISO-8859-1', Uint8Array.of(0x93, 0x43, 0x94), '“C”'],
    ['ISO-8859-2', Uint8Array.of(0xa3, 0xf3, 0x64, 0xbc), 'Łódź'],
    ['utf-16le', Buffer.from('Côte', 'utf16le'), 'Côte'],
    ['ISO-8859-1', Buffer.from('\uFEFFCôte'), 'Côte'],
    ['ISO-8859-1', Buffer.from('\uFEFFCôte', 'utf16le'), 'Côte'],
    ['x-nobody-knows', Buffer.from('Côte'), 'Côte'],
  ])('that says %s is read', (charset, bytes, text) => {
    expect(decodeAnswer(bytes, 'made-up, answer', charset)).toBe(text);
  });

  test.each([
    ['utf-8', Uint8Array.of(0x41, 0xe9), /is no UTF-8: 0xE9 at offset 1/],
    ['shift_jis', Uint8Array.of(0x41, 0x81), /says that it is SHIFT_JIS, but is not/],
  ])('that says %s and is not stops', async (charset, bytes, message) => {
    const done = Promise.resolve().then(() => decodeAnswer(bytes, 'made-up, answer', charset));
    expect(await complaint(done)).toMatch(message);
  });
});
