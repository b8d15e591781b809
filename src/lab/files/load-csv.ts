import { count } from '../../charts/format.ts';
import { Faults } from './faults.ts';
import { fitRow, forceRow } from './fit-row.ts';
import { PlaceFinder, type RegisterRow } from './places.ts';
import { FileProblem, fatal } from './problem.ts';
import type { Plan } from './reading.ts';
import { RowParser } from './rows.ts';
import { TableBuilder } from './table-builder.ts';
import { textOf } from './text-of.ts';

/** Rows and signs that go to the database at a time: enough for speed, little enough for memory. */
const PIECE_ROWS = 60_000;
const PIECE_SIGNS = 6_000_000;

export interface LoadProgress {
  /** Bytes of the file that have been read; of a gzipped one as they lie packed. */
  readonly bytes: number;
  readonly rows: number;
}

export interface LoadReport {
  readonly rows: number;
  /** What was done with rows and values on the way, in words. */
  readonly notes: readonly string[];
}

export interface LoadHooks {
  /** Takes a piece of the table as a whole stream of Arrow's IPC format. Reading goes on when it has settled. */
  piece(arrow: Uint8Array): Promise<void>;
  progress(progress: LoadProgress): void;
}

/**
 * Reads a whole file by a plan, and gives its rows away in pieces: memory does not grow with the file. After the first
 * fault nothing is given away any more, but the file is read to its end, so that every fault is counted.
 * @throws {FileProblem} with all that must be decided
 */
export async function loadCsv(
  file: Blob,
  plan: Plan,
  register: readonly RegisterRow[],
  { piece, progress }: LoadHooks,
): Promise<LoadReport> {
  const { reading, columns } = plan;
  const parser = new RowParser(reading, reading.skip + 1);
  const faults = new Faults(columns);
  const builder = new TableBuilder(plan, new PlaceFinder(register), faults);
  const ragged = { filled: 0, dropped: 0 };
  let bytes = 0;
  let names = reading.header;

  const take = (row: string[], line: number): void => {
    if (names) {
      names = false;
      return;
    }
    const fitted = fitRow(row, columns.length);
    if (fitted) builder.add(fitted, line);
    else if (reading.ragged === 'stop') faults.ragged(line, row.length);
    else if (reading.ragged === 'drop') ragged.dropped += 1;
    else {
      ragged.filled += 1;
      builder.add(forceRow(row, columns.length), line);
    }
  };

  for await (const { text, last } of textOf(
    file,
    plan,
    () => parser.line,
    (read) => (bytes = read),
  )) {
    const { fields, lines } = parser.rows(text, last);
    fields.forEach((row, n) => take(row, lines[n] ?? 0));
    const { rows, signs } = builder.waiting;
    if (faults.any || parser.problem) builder.forget();
    else if (rows >= PIECE_ROWS || signs >= PIECE_SIGNS || (last && rows)) await piece(builder.take());
    progress({ bytes, rows: builder.rows });
  }
  const problems = [...(parser.problem ? [parser.problem] : []), ...faults.problems()];
  if (problems.length) throw new FileProblem(problems);
  if (builder.rows === 0) throw new FileProblem([fatal('There is not one row of data in the file.')]);
  return { rows: builder.rows, notes: [...raggedNotes(ragged), ...builder.notes] };
}

function raggedNotes({ filled, dropped }: { readonly filled: number; readonly dropped: number }): string[] {
  const rows = (n: number) => (n === 1 ? 'One row' : `${count(n)} rows`);
  return [
    ...(filled
      ? [`${rows(filled)} with another number of fields: what lacked is missing, what was beyond is cut off.`]
      : []),
    ...(dropped
      ? [`${rows(dropped)} with another number of fields ${dropped === 1 ? 'was' : 'were'} left out.`]
      : []),
  ];
}
