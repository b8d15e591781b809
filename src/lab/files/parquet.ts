import { sizeWords } from './size.ts';
import { stop } from './problem.ts';

/** A Parquet file is handed to the database whole. */
export const LARGEST_PARQUET = 500_000_000;

/**
 * Checks what can be seen of a Parquet file from outside: its marks at both ends, and that what its end says of its
 * description fits in. Reference: the file format of Apache Parquet, "File format".
 * @throws {FileProblem}
 */
export async function checkParquet(file: Blob): Promise<void> {
  if (file.size > LARGEST_PARQUET)
    stop(
      `This Parquet file has ${sizeWords(file.size)}; the lab takes up to ${sizeWords(LARGEST_PARQUET)}. Choose fewer rows or columns.`,
    );
  if (file.size < 12) stop(CUT);
  const end = new Uint8Array(await file.slice(-8).arrayBuffer().catch(gone));
  const mark = String.fromCharCode(...end.subarray(4));
  if (mark === 'PARE') stop('This Parquet file is encrypted. Save it without encryption.');
  if (mark !== 'PAR1') stop(CUT);
  const footer = new DataView(end.buffer).getUint32(0, true);
  if (footer === 0 || footer > file.size - 12)
    stop(
      'This Parquet file is damaged: the description of its columns is not where its end says. Get it anew.',
    );
}

const CUT = 'This Parquet file is cut short: it begins as one and does not end as one. Get it anew.';

const gone = (): never =>
  stop('The file could not be read: it was moved, deleted or changed since it was chosen. Choose it again.');
