import Papa from 'papaparse';
import { count } from '../../charts/format.ts';
import { FileProblem, quote, stop, type Problem, type Way } from './problem.ts';
import type { Reading } from './reading.ts';

type Marks = Pick<Reading, 'delimiter' | 'quotes'>;

/** A row is taken for a mistake beyond this many signs: a quote that does not close, or a file that is no table. */
const LONGEST_ROW = 4_000_000;
/** Places that a problem shows. */
export const SHOWN_PLACES = 5;

const PLAIN_QUOTES: Way = {
  label: 'Read quotes as signs like any other',
  change: { reading: { quotes: 'plain' } },
};

/**
 * Splits text into rows of fields as it comes, and knows each row's line. Rows may run over pieces; memory is bounded
 * by the piece and the longest row allowed.
 */
export class RowParser {
  readonly #marks: Marks;
  #rest = '';
  /** Line of the file that `#rest` begins in, from 1. */
  #line: number;
  #badQuotes = 0;
  readonly #badQuoteLines: number[] = [];

  /** @param line the line of the file that the text begins in */
  constructor(marks: Marks, line: number) {
    this.#marks = marks;
    this.#line = line;
  }

  /** The line that the next piece of text continues. */
  get line(): number {
    return this.#line + breaksIn(this.#rest);
  }

  /**
   * The rows that are whole with this piece of text, whose lines end in `\n`, and the line that each row begins in.
   * Blank lines are left out.
   * @param last whether nothing comes after
   * @throws {FileProblem} at a row that does not end, and at a NUL byte
   */
  rows(piece: string, last: boolean): { readonly fields: string[][]; readonly lines: number[] } {
    if (piece.includes('\0')) this.#stopAtNul(piece);
    const text = this.#rest + piece;
    const { data, badQuotes, open, cursor } = parse(text, this.#marks, last);
    const breaks = this.#marks.quotes === 'enclose' && text.includes('"');
    const fields: string[][] = [];
    const lines: number[] = [];
    data.forEach((row, n) => {
      if (open && n === data.length - 1) throw openQuote(this.#line, row);
      if (badQuotes.has(n)) this.#noteBadQuote();
      if (row.length > 1 || row[0] !== '') {
        fields.push(row);
        lines.push(this.#line);
      }
      this.#line += 1;
      if (breaks) for (const field of row) this.#line += breaksIn(field);
    });
    this.#rest = last ? '' : text.slice(cursor);
    if (this.#rest.length > LONGEST_ROW) this.#stopAtLongRow();
    return { fields, lines };
  }

  /** What is wrong with quotes in the rows so far; null if nothing is. */
  get problem(): Problem | null {
    if (!this.#badQuotes) return null;
    const rows = this.#badQuotes === 1 ? 'one row' : `${count(this.#badQuotes)} rows`;
    return {
      words: `In ${rows} a quote opens a field and is not closed where the field ends, or a quote inside a field is not written twice.`,
      details: this.#badQuoteLines.map((line) => `the row that begins in line ${count(line)}`),
      ways: [PLAIN_QUOTES],
    };
  }

  #noteBadQuote(): void {
    this.#badQuotes += 1;
    if (this.#badQuoteLines.length < SHOWN_PLACES) this.#badQuoteLines.push(this.#line);
  }

  #stopAtNul(piece: string): never {
    const line = this.line + breaksIn(piece.slice(0, piece.indexOf('\0')));
    stop(
      `Line ${count(line)} holds a NUL byte, which no text has. The file is damaged, or it is no CSV, or its encoding is another (UTF-16?).`,
    );
  }

  #stopAtLongRow(): never {
    const { data, open } = parse(this.#rest, this.#marks, true);
    if (open) throw openQuote(this.#line + breaksIn(data.slice(0, -1)), data.at(-1) ?? []);
    stop(
      `Line ${count(this.#line)} has more than ${count(LONGEST_ROW)} signs without an end of line. This is no table that the lab can read.`,
    );
  }
}

/** A quote that is still open where the text ends, or after millions of signs. */
function openQuote(line: number, row: readonly string[]): FileProblem {
  const start = line + breaksIn(row.slice(0, -1));
  return new FileProblem([
    {
      words: `A quote opens in line ${count(start)} and never closes: everything after it would be one field.`,
      details: [`it begins ${quote(`"${row.at(-1) ?? ''}`)}`],
      ways: [PLAIN_QUOTES],
    },
  ]);
}

function parse(text: string, { delimiter, quotes }: Marks, last: boolean) {
  const config = { delimiter, newline: '\n' as const, ...(quotes === 'plain' ? { fastMode: true } : {}) };
  const parsed = new Papa.Parser(config).parse(text, 0, !last) as Papa.ParseResult<string[]>;
  return {
    data: parsed.data,
    badQuotes: new Set(parsed.errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row)),
    open: parsed.errors.some(({ code }) => code === 'MissingQuotes'),
    cursor: parsed.meta.cursor,
  };
}

/** Line ends in a text, or in several. */
function breaksIn(text: string | readonly unknown[]): number {
  if (typeof text !== 'string')
    return text.reduce<number>((sum, one) => sum + breaksIn(one as string | readonly unknown[]), 0);
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}
