import { isUtf8 } from 'node:buffer';
import { UserError } from './errors.ts';

/** What publishers still write beside UTF-8. Both are read as Windows-1252, which holds every sign of Latin-1. */
export type OldEncoding = 'latin1' | 'windows-1252';

/**
 * What Windows-1252 has at 0x80 to 0x9F, by the WHATWG's index; the five that it leaves open stand for themselves. Elsewhere it
 * is Latin-1.
 */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of a file. A byte-order mark (UTF-8, UTF-16) decides, and is dropped. Without one it is UTF-8; what is no UTF-8 is
 * read as `otherwise`, where the source's record or adapter says what its files are in.
 * @param what the file, as messages name it
 * @throws {UserError} for bytes that are no text in that encoding; for UTF-8 it names the first of them
 */
export function decode(bytes: Uint8Array, what: string, otherwise?: OldEncoding): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeFatally(bytes, what, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeFatally(bytes, what, 'utf-16be');
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  if (otherwise) return decodeOld(bytes);
  const at = firstNoUtf8(bytes);
  const before = Buffer.from(bytes.subarray(Math.max(0, at - 20), at)).toString('utf8');
  throw new UserError(
    `${what} is no UTF-8: 0x${(bytes[at] ?? 0).toString(16).toUpperCase()} at offset ${at}, after ${JSON.stringify(before)}. ` +
      "If the publisher writes Latin-1 or Windows-1252, let the source's adapter say so; if the file was damaged, bring it again.",
  );
}

/**
 * The text of an answer whose header may name a charset: that goes before UTF-8, and a byte-order mark before both.
 * @throws {UserError} like `decode`
 */
export function decodeAnswer(bytes: Uint8Array, what: string, charset = 'utf-8'): string {
  const marked = /^(?:efbbbf|fffe|feff)/.test(Buffer.from(bytes.subarray(0, 3)).toString('hex'));
  const encoding = marked ? 'utf-8' : encodingOf(charset);
  if (encoding === 'utf-8') return decode(bytes, what);
  return encoding === 'windows-1252' ? decodeOld(bytes) : decodeFatally(bytes, what, encoding);
}

/** The web's name for a charset; UTF-8 for one that nobody knows. */
function encodingOf(charset: string): string {
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return 'utf-8';
  }
}

/** Node 24's own decoder takes Windows-1252 for Latin-1, and makes control characters of its dashes and quotes. */
function decodeOld(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
}

function decodeFatally(bytes: Uint8Array, what: string, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(
      `${what} says that it is ${encoding.toUpperCase()}, but is not. Was it damaged? Bring it again.`,
    );
  }
}

/** Where the first byte stands that is no UTF-8, from 0. */
function firstNoUtf8(bytes: Uint8Array): number {
  // The decoder writes U+FFFD for it; a file may also hold that sign itself.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  let from = 0;
  for (;;) {
    const sign = text.indexOf('\uFFFD', from);
    at += Buffer.byteLength(text.slice(from, sign));
    const itself = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (sign < 0 || !itself) return at;
    at += 3;
    from = sign + 1;
  }
}
