import type { Encoding } from './reading.ts';

/** A byte that cannot stand where it does in UTF-8. */
export interface BadByte {
  readonly byte: number;
  /** Its place in the bytes looked at. */
  readonly at: number;
}

/** What the first bytes say of a text's encoding. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes of a mark at the start, to be left out. */
  readonly mark: number;
  /** Why the guess is only one: the first byte that is no UTF-8. */
  readonly bad: BadByte | null;
  /** UTF-16 that says so by its zeros alone. */
  readonly unmarked: boolean;
}

/**
 * UTF-8 where the bytes allow it, UTF-16 by its mark or by its zeros, else Windows-1252.
 * @param bytes the start of a file
 * @param whole whether that is all of it; if not, a sign may be cut at the end
 */
export function guessEncoding(bytes: Uint8Array, whole: boolean): EncodingGuess {
  const sure = (encoding: Encoding, mark = 0) => ({ encoding, mark, bad: null, unmarked: false });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return sure('utf-8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure('utf-16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure('utf-16be', 2);
  const wide = withoutMark(bytes);
  if (wide) return { ...sure(wide), unmarked: true };
  const bad = firstBadByte(bytes, whole);
  return bad ? { ...sure('windows-1252'), bad } : sure('utf-8');
}

/** UTF-16 without a mark: of Latin letters every other byte is zero. */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const n = Math.min(bytes.length, 2000) & ~1;
  if (n < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < n; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > n * 0.2 && even < n * 0.02) return 'utf-16le';
  if (even > n * 0.2 && odd < n * 0.02) return 'utf-16be';
  return null;
}

/**
 * The first byte that is no UTF-8, by the table of well-formed sequences of the Unicode Standard (3.9, table 3-7).
 * @param whole whether a sequence cut at the end is one fault more
 */
export function firstBadByte(bytes: Uint8Array, whole: boolean): BadByte | null {
  const n = bytes.length;
  for (let i = 0; i < n;) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const more = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    if (more === 0) return { byte: lead, at: i };
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k];
      if (next === undefined) return whole ? { byte: lead, at: i } : null;
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) return { byte: lead, at: i };
    }
    i += more + 1;
  }
  return null;
}

/** Where the text around a byte can be looked at: the word that holds it, in another encoding. */
export function wordAround(bytes: Uint8Array, at: number, encoding: Encoding): string {
  const plain = (byte: number | undefined) =>
    byte !== undefined && (byte >= 0x80 || /[A-Za-z' -]/.test(String.fromCharCode(byte)));
  let from = at;
  let to = at + 1;
  while (at - from < 20 && plain(bytes[from - 1])) from -= 1;
  while (to - at < 20 && plain(bytes[to])) to += 1;
  return new TextDecoder(encoding).decode(bytes.subarray(from, to)).trim();
}

/** Lines that end in these bytes: how many line feeds, or carriage returns where there are no feeds. */
export function linesIn(bytes: Uint8Array): number {
  let feeds = 0;
  let returns = 0;
  for (const byte of bytes) {
    if (byte === 10) feeds += 1;
    else if (byte === 13) returns += 1;
  }
  return feeds || returns;
}

/** `0xE9` */
export const hex = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
