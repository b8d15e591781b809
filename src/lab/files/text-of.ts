import { bytesOf } from './bytes-of.ts';
import { TextDecoding } from './decode-stream.ts';
import type { Plan } from './reading.ts';

/** A piece of a file's text, lines ending in `\n`. */
export interface TextPiece {
  readonly text: string;
  /** Whether nothing comes after. */
  readonly last: boolean;
}

/**
 * The text of a file in pieces, below the lines that are left out.
 * @param line the line that the next piece continues, once the lines left out are over
 * @param onBytes told how many bytes of the file have been read so far
 * @throws {FileProblem} at what cannot be read
 */
export async function* textOf(
  file: Blob,
  { gzip, reading }: Pick<Plan, 'gzip' | 'reading'>,
  line: () => number,
  onBytes: (read: number) => void,
): AsyncGenerator<TextPiece> {
  const decoding = new TextDecoding(reading);
  let skipped = 0;
  const below = (text: string): string => {
    let start = 0;
    while (skipped < reading.skip) {
      const end = text.indexOf('\n', start);
      if (end < 0) return '';
      start = end + 1;
      skipped += 1;
    }
    return start ? text.slice(start) : text;
  };
  const lineNow = () => (skipped < reading.skip ? skipped + 1 : line());
  for await (const bytes of bytesOf(file, gzip, onBytes))
    yield { text: below(decoding.text(bytes, lineNow(), false)), last: false };
  yield { text: below(decoding.text(new Uint8Array(), lineNow(), true)), last: true };
}
