import { count } from '../../charts/format.ts';
import { guessEncoding, linesIn, type EncodingGuess } from './encoding.ts';
import { guessLayout, type Layout } from './layout.ts';
import { stop, type Problem } from './problem.ts';
import type { Encoding, Reading } from './reading.ts';
import { RowParser } from './rows.ts';

/** The start of a file, split into rows. */
export interface Sample {
  readonly guess: EncodingGuess;
  readonly encoding: Encoding;
  readonly layout: Layout;
  readonly quotes: Reading['quotes'];
  readonly rows: readonly string[][];
  /** The line that each row begins in. */
  readonly lines: readonly number[];
  /** What is wrong with quotes in it; null if nothing is. */
  readonly quoteProblem: Problem | null;
}

/**
 * Decodes the start of a file and splits it.
 * @param whole whether that is all of the file
 * @param asked what is settled; the rest is guessed
 * @throws {FileProblem} if there is no row in it
 */
export function readSample(bytes: Uint8Array, whole: boolean, asked: Partial<Reading>): Sample {
  const guess = guessEncoding(bytes, whole);
  const encoding = asked.encoding ?? guess.encoding;
  const text = textOf(bytes, encoding, whole);
  if (!text.trim()) stop('The file is empty: there is nothing in it but spaces and ends of lines.');
  const layout = guessLayout(text, asked);
  const quotes = asked.quotes ?? 'enclose';
  const parser = new RowParser({ delimiter: layout.delimiter, quotes }, layout.skip + 1);
  const { fields, lines } = parser.rows(text.split('\n').slice(layout.skip).join('\n'), whole);
  if (!fields.length && !whole) stopAtEndlessRow(parser);
  return { guess, encoding, layout, quotes, rows: fields, lines, quoteProblem: parser.problem };
}

function textOf(bytes: Uint8Array, encoding: Encoding, whole: boolean): string {
  // The decoder leaves a mark at the start out.
  const text = new TextDecoder(encoding).decode(bytes, { stream: !whole });
  if (text.includes('\0')) {
    const line = 1 + linesIn(bytes.subarray(0, bytes.indexOf(0)));
    stop(
      `This is no text, or it is damaged: line ${count(line)} holds a NUL byte. A CSV file is plain text; if this is a program’s own format, save the table as CSV.`,
    );
  }
  return text.replace(/\r\n?/g, '\n');
}

/** Nothing ends in a megabyte. A quote that is open says so itself. */
function stopAtEndlessRow(parser: RowParser): never {
  parser.rows('', true);
  return stop(
    'The first line does not end within a megabyte. A table has one row a line; this is something else, or its ends of lines are lost.',
  );
}
