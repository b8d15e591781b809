import { count } from '../../charts/format.ts';
import { headOf } from './bytes-of.ts';
import { guessDecimal } from './decimal-mark.ts';
import { Faults } from './faults.ts';
import { fitRow, forceRow } from './fit-row.ts';
import { columnNames, guessHeader } from './header.ts';
import { kindOf } from './kind.ts';
import { mode } from './layout.ts';
import { guessMissing } from './missing.ts';
import { checkParquet } from './parquet.ts';
import { PlaceFinder, type RegisterRow } from './places.ts';
import { previewColumn } from './preview-columns.ts';
import { decimalNote, encodingProblems, noRows, skipNote } from './preview-words.ts';
import { MOST_COLUMNS, SHOWN_ROWS, type CsvPreview, type Preview } from './preview.ts';
import { quote, stop } from './problem.ts';
import type { Choices, Reading } from './reading.ts';
import { readSample, type Sample } from './sample.ts';
import { numberOf } from './value.ts';

/** Bytes of a file that guesses rest on. */
const SAMPLE_BYTES = 1_000_000;
/** Rows of it that types are guessed from. */
const SAMPLE_ROWS = 5000;
const HEAD_BYTES = 4096;

/**
 * Reads the start of a file and says what it is.
 * @param choices what the reader has chosen; the rest is guessed
 * @param register the places of the atlas, once they are known
 * @throws {FileProblem} if it is nothing that the lab reads, or cannot be shown without an answer
 */
export async function makePreview(
  file: File,
  choices: Choices,
  register: readonly RegisterRow[] | null,
): Promise<Preview> {
  if (file.size === 0) stop('The file is empty.');
  const outer = kindOf(new Uint8Array(await slice(file, 0, HEAD_BYTES)));
  const gzip = outer === 'gzip';
  if (outer === 'parquet') {
    await checkParquet(file);
    return { kind: 'parquet' };
  }
  const { bytes, whole } = await headOf(file, gzip, SAMPLE_BYTES);
  const kind = gzip ? kindOf(bytes.subarray(0, HEAD_BYTES)) : outer;
  if (kind === 'gzip' || kind === 'parquet')
    stop('There is another compressed file in this gzip file. Unpack it once, and choose what is inside.');
  if (typeof kind === 'object') stop(kind.refused);
  if (bytes.length === 0) stop('The file is empty.');
  return csvPreview(bytes, whole, gzip, choices, register ? new PlaceFinder(register) : null);
}

async function slice(file: File, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch {
    return stop(
      'The file could not be read: it was moved, deleted or changed since it was chosen. Choose it again.',
    );
  }
}

function csvPreview(
  bytes: Uint8Array,
  whole: boolean,
  gzip: boolean,
  { reading: asked, columns: chosen }: Choices,
  finder: PlaceFinder | null,
): CsvPreview {
  const sample = readSample(bytes, whole, asked);
  const { rows, layout } = sample;
  const header =
    asked.header ?? guessHeader(rows.slice(0, SHOWN_ROWS).map((row) => row.map((one) => one.trim())));
  const first = header ? 1 : 0;
  const given = header ? (rows[0] ?? []) : null;
  const width = widthOf(rows, first);
  const { names, notes: nameNotes } = columnNames(given, width);
  const fitted = rows
    .slice(first, first + SAMPLE_ROWS)
    .map((row) => fitRow(row, width) ?? forceRow(row, width));
  const fields = names.map((_, n) => fitted.map((row) => (row[n] ?? '').trim()));
  const { decimal: guessed, doubtful } = guessDecimal(fields.flat(), layout.delimiter);
  const decimal = asked.decimal ?? guessed;
  const missingOffered = guessMissing(fields, (field) => numberOf(field, decimal) !== undefined);
  const reading: Reading = {
    encoding: sample.encoding,
    badBytes: asked.badBytes ?? 'stop',
    ...layout,
    quotes: sample.quotes,
    header,
    decimal,
    missing: asked.missing ?? missingOffered,
    ragged: asked.ragged ?? 'stop',
  };
  const columns = names.map((name, n) =>
    previewColumn(
      name,
      fields[n] ?? [],
      reading,
      chosen[n] ?? {},
      finder,
      !given || Boolean(given[n]?.trim()),
    ),
  );
  const notes = [
    ...(sample.guess.unmarked && !asked.encoding
      ? ['Every other byte is zero, so the file is read as UTF-16.']
      : []),
    ...(asked.skip === undefined && layout.skip ? [skipNote(layout.skip)] : []),
    ...nameNotes,
    ...(asked.decimal === undefined && doubtful ? [decimalNote(doubtful, decimal)] : []),
    ...(width === 1 ? ['Only one column was found. If there are more, choose what separates them.'] : []),
  ];
  const problems = [
    ...encodingProblems(bytes, sample.guess, asked),
    ...(rows.length <= first ? [noRows(header)] : []),
    ...(sample.quoteProblem ? [sample.quoteProblem] : []),
    ...(reading.ragged === 'stop' ? raggedOf(sample, first, columns).problems(whole ? '' : IN_SAMPLE) : []),
  ];
  return {
    kind: 'csv',
    gzip,
    reading,
    missingOffered,
    columns,
    rows: fitted.slice(0, SHOWN_ROWS),
    notes,
    problems,
  };
}

const IN_SAMPLE = 'in the first megabyte of the file';

function raggedOf({ rows, lines }: Sample, first: number, columns: CsvPreview['columns']): Faults {
  const faults = new Faults(columns);
  rows.forEach((row, n) => {
    if (n >= first && !fitRow(row, columns.length)) faults.ragged(lines[n] ?? 0, row.length);
  });
  return faults;
}

/** The number of columns: that of most rows, or of the header if it names more. */
function widthOf(rows: readonly (readonly string[])[], first: number): number {
  const named = first ? (rows[0]?.findLastIndex((name) => name.trim() !== '') ?? -1) + 1 : 0;
  const width = Math.max(named, mode(rows.slice(first).map((row) => row.length)), 1);
  if (width > MOST_COLUMNS)
    stop(
      `This file has ${count(width)} columns; the lab reads up to ${count(MOST_COLUMNS)}. If it has a column for each country or year, put them below each other first: one row a value, with the country or year in a column of its own.`,
      [`line 1 begins ${quote((rows[0] ?? []).slice(0, 8).join(' · '))}`],
    );
  return width;
}
