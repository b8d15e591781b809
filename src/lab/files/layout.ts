import { RowParser } from './rows.ts';
import { DELIMITERS, type Delimiter, type Reading } from './reading.ts';

/** How a text is laid out as a table: what separates fields, and how many lines come before the first row. */
export interface Layout {
  readonly delimiter: Delimiter;
  readonly skip: number;
}

/** Signs of the sample that the layout is guessed from. */
const LOOKED_AT = 60_000;
/** A title and notes above a table are at most so many lines. */
const LONGEST_PREAMBLE = 30;

/**
 * The layout in which most rows have the same number of fields, and of those the one with the most fields. What the
 * reader has settled stays.
 * @param text the start of the file, lines ending in `\n`
 */
export function guessLayout(
  text: string,
  asked: Partial<Pick<Reading, 'delimiter' | 'skip' | 'quotes'>>,
): Layout {
  const said = /^sep=([,;\t|])\n/i.exec(text);
  const skip = asked.skip ?? (said ? 1 : null);
  const delimiter = asked.delimiter ?? (said?.[1] as Delimiter | undefined);
  const candidates = (delimiter ? [delimiter] : Object.keys(DELIMITERS)) as Delimiter[];
  const ranked = candidates
    .map((one) => ({ delimiter: one, ...evenness(text, one, asked.quotes ?? 'enclose') }))
    .sort((a, b) => b.score - a.score);
  const [best = { delimiter: ',' as const, skip: 0 }] = ranked;
  return { delimiter: best.delimiter, skip: skip ?? best.skip };
}

/** How even the rows are with a delimiter, and how many lines stand above the first full row. */
function evenness(
  text: string,
  delimiter: Delimiter,
  quotes: Reading['quotes'],
): { score: number; skip: number } {
  const { fields, lines } = sampleRows(
    text.slice(0, LOOKED_AT),
    { delimiter, quotes },
    text.length <= LOOKED_AT,
  );
  const counts = fields.map((row) => row.length);
  const usual = mode(counts);
  if (usual < 2) return { score: 0, skip: 0 };
  const full = counts.filter((n) => n === usual).length;
  const first = counts.findIndex((n) => n >= Math.max(2, usual / 2));
  const line = (lines[first] ?? 1) - 1;
  return {
    score: full / counts.length + Math.min(usual, 50) / 1000,
    skip: line <= LONGEST_PREAMBLE ? line : 0,
  };
}

/** The rows of a sample; a row that the sample cuts is left out, a sample that cannot be split has none. */
function sampleRows(text: string, marks: Pick<Reading, 'delimiter' | 'quotes'>, whole: boolean) {
  try {
    return new RowParser(marks, 1).rows(text, whole);
  } catch {
    return { fields: [], lines: [] };
  }
}

/** The commonest number; of several as common the largest. */
export function mode(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const n of numbers) times.set(n, (times.get(n) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
