import { describe, expect, test } from 'vitest';
import { TextDecoding } from './decode-stream.ts';
import { firstBadByte, guessEncoding } from './encoding.ts';
import type { FileProblem } from './problem.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...all: number[]) => Uint8Array.from(all);

describe('the first byte that is no UTF-8', () => {
  test.each([
    [bytes(0x41, 0xe9, 0x2c), 1],
    [bytes(0xc0, 0x80), 0],
    [bytes(0xe0, 0x80, 0x80), 0],
    [bytes(0xed, 0xa0, 0x80), 0],
    [bytes(0xf4, 0x90, 0x80, 0x80), 0],
    [bytes(0xf5, 0x80, 0x80, 0x80), 0],
    [bytes(0x80), 0],
  ])('%j', (all, at) => expect(firstBadByte(all, true)).toEqual({ at, byte: all[at] }));

  test('there is none in any sign of Unicode', () => {
    expect(firstBadByte(utf8('aé大😀\u{10ffff}\ufffd'), true)).toBeNull();
  });

  test('a sign cut at the end is one only where nothing follows', () => {
    expect(firstBadByte(bytes(0x41, 0xe5, 0xa4), false)).toBeNull();
    expect(firstBadByte(bytes(0x41, 0xe5, 0xa4), true)).toEqual({ at: 1, byte: 0xe5 });
  });
});

test('the encoding is guessed from marks, zeros and bytes', () => {
  expect(guessEncoding(utf8('a,é\n'), true)).toMatchObject({ encoding: 'utf-8', mark: 0, bad: null });
  expect(guessEncoding(bytes(0xef, 0xbb, 0xbf, 0x61), true)).toMatchObject({ encoding: 'utf-8', mark: 3 });
  expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0), true)).toMatchObject({ encoding: 'utf-16le', mark: 2 });
  expect(guessEncoding(bytes(0xfe, 0xff, 0, 0x61), true)).toMatchObject({ encoding: 'utf-16be', mark: 2 });
  expect(guessEncoding(bytes(0x61, 0, 0x2c, 0, 0x62, 0), true)).toMatchObject({
    encoding: 'utf-16le',
    unmarked: true,
  });
  expect(guessEncoding(bytes(0x61, 0xe9, 0x0a), true)).toMatchObject({
    encoding: 'windows-1252',
    bad: { byte: 0xe9, at: 1 },
  });
});

describe('text comes in pieces', () => {
  const decode = (
    all: Uint8Array,
    size: number,
    encoding: 'utf-8' | 'utf-16le' | 'windows-1252' = 'utf-8',
  ) => {
    const decoding = new TextDecoding({ encoding, badBytes: 'stop' });
    let text = '';
    for (let at = 0; at < all.length; at += size)
      text += decoding.text(all.subarray(at, at + size), 1, false);
    return text + decoding.text(new Uint8Array(), 1, true);
  };
  test.each([1, 2, 3, 5, 100])('of %i bytes: signs whole, ends of lines alike, no mark', (size) => {
    expect(decode(utf8('\ufeffaé\r\n大\r😀\r\r\nb\r'), size)).toBe('aé\n大\n😀\n\nb\n');
    const wide = new Uint8Array(
      new Uint16Array([...'\ufeffa大\r\nb'].map((sign) => sign.charCodeAt(0))).buffer,
    );
    expect(decode(wide, size, 'utf-16le')).toBe('a大\nb');
  });

  test('a byte that is no UTF-8 is named with its line and the word it may stand for', () => {
    const decoding = new TextDecoding({ encoding: 'utf-8', badBytes: 'stop' });
    const file = bytes(...utf8('a\nb\nUniversit'), 0xe9, ...utf8(' de Lyon,1\n'));
    try {
      decoding.text(file, 10, false);
      expect.unreachable();
    } catch (error) {
      const [problem] = (error as FileProblem).problems;
      expect(problem?.words).toMatch('Byte 0xE9 in line 12 is no UTF-8. This looks like Windows-1252');
      expect(problem?.ways[0]?.label).toBe('Read it as Windows-1252: “Université de Lyon”');
      expect(problem?.ways[0]?.change.reading?.encoding).toBe('windows-1252');
    }
  });

  test('a byte after true UTF-8 is a file in two encodings', () => {
    const decoding = new TextDecoding({ encoding: 'utf-8', badBytes: 'stop' });
    decoding.text(utf8('é\n'), 1, false);
    expect(() => decoding.text(bytes(0xe9, 0x2c), 2, false)).toThrow(/mixes two encodings/);
  });

  test('bad bytes become signs if the reader says so', () => {
    const decoding = new TextDecoding({ encoding: 'utf-8', badBytes: 'replace' });
    expect(decoding.text(bytes(0x61, 0xe9, 0x2c), 1, true)).toBe('a�,');
  });
});
