import { firstBadByte, hex, linesIn, wordAround } from './encoding.ts';
import { FileProblem, quote, type Problem, type Way } from './problem.ts';
import { ENCODINGS, type Encoding, type Reading } from './reading.ts';
import { count } from '../../charts/format.ts';

/**
 * Turns the bytes of a file into text, piece by piece: without the mark at its start, with `\n` at the end of every
 * line whatever the file has, each sign whole.
 */
export class TextDecoding {
  readonly #decoder: TextDecoder;
  readonly #encoding: Encoding;
  /** Bytes of a sign of UTF-8 that the last piece cut off; held back, so that a bad byte can be shown with its word. */
  #cut: Uint8Array = new Uint8Array();
  #returned = false;
  /** Whether a sign beyond ASCII has come, so that the encoding was right at least there. */
  #beyondAscii = false;

  constructor({ encoding, badBytes }: Pick<Reading, 'encoding' | 'badBytes'>) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: badBytes === 'stop' });
  }

  /**
   * @param line the line of the file that the piece begins in, from 1
   * @param last whether nothing comes after
   * @throws {FileProblem} at a byte that the encoding does not have
   */
  text(piece: Uint8Array, line: number, last: boolean): string {
    const all = this.#cut.length ? joined(this.#cut, piece) : piece;
    const held = this.#encoding === 'utf-8' && !last ? cutAtEnd(all) : 0;
    const bytes = all.subarray(0, all.length - held);
    this.#cut = all.slice(bytes.length);
    let text: string;
    try {
      text = this.#decoder.decode(bytes, { stream: !last });
    } catch {
      throw new FileProblem([this.#problem(bytes, line)]);
    }
    this.#beyondAscii ||= text.length < bytes.length;
    return this.#lines(text, last);
  }

  /** A carriage return at the end of a piece waits for what follows: a line feed belongs to it. */
  #lines(text: string, last: boolean): string {
    const whole = this.#returned ? `\r${text}` : text;
    this.#returned = !last && whole.endsWith('\r');
    const ready = this.#returned ? whole.slice(0, -1) : whole;
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready;
  }

  #problem(bytes: Uint8Array, line: number): Problem {
    const bad = this.#encoding === 'utf-8' ? firstBadByte(bytes, true) : null;
    if (bad) {
      const mixed = this.#beyondAscii || bytes.subarray(0, bad.at).some((byte) => byte >= 0x80);
      return badByteProblem(bytes, bad, line + linesIn(bytes.subarray(0, bad.at)), mixed);
    }
    const lines = `line ${count(line)} and line ${count(line + linesIn(bytes))}`;
    return {
      words: `The file is no ${ENCODINGS[this.#encoding]}: a sign between ${lines} cannot be read.`,
      details: [],
      ways: [replaceWay(this.#encoding)],
    };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** How many bytes at the end begin a sign of UTF-8 whose rest is not there. */
function cutAtEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? back : 0;
  }
  return 0;
}

const replaceWay = (encoding: Encoding): Way => ({
  label: `Read it as ${ENCODINGS[encoding]}, with “�” for what cannot be read`,
  change: { reading: { encoding, badBytes: 'replace' } },
});

/**
 * What to say of a byte that is no UTF-8.
 * @param line where it stands
 * @param mixed whether there is true UTF-8 beyond ASCII before it, which another encoding would spoil
 */
export function badByteProblem(
  bytes: Uint8Array,
  { byte, at }: { readonly byte: number; readonly at: number },
  line: number,
  mixed: boolean,
): Problem {
  const old = wordAround(bytes, at, 'windows-1252');
  const western: Way = {
    label: `Read it as Windows-1252: ${quote(old)}`,
    change: { reading: { encoding: 'windows-1252', badBytes: 'replace' } },
  };
  const start = `Byte ${hex(byte)} in line ${count(line)} is no UTF-8.`;
  return mixed
    ? {
        words: `${start} What stands before it is, so the file mixes two encodings, or is damaged there.`,
        details: [],
        ways: [replaceWay('utf-8'), western],
      }
    : {
        words: `${start} This looks like Windows-1252 (which older programs, Excel among them, write in Western Europe). Read it as that?`,
        details: [],
        ways: [western, ...otherWays(bytes, at), replaceWay('utf-8')],
      };
}

/** The word in question as other encodings of single bytes have it, where they have another. */
function otherWays(bytes: Uint8Array, at: number): Way[] {
  const seen = new Set([wordAround(bytes, at, 'windows-1252')]);
  return (['windows-1250', 'windows-1251', 'windows-1254'] as const).flatMap((encoding) => {
    const word = wordAround(bytes, at, encoding);
    if (seen.has(word)) return [];
    seen.add(word);
    return {
      label: `Read it as ${ENCODINGS[encoding]}: ${quote(word)}`,
      change: { reading: { encoding, badBytes: 'replace' as const } },
    };
  });
}
