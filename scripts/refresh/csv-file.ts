import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { replaceWhole } from '../lib/whole.ts';

export type Cells = readonly (string | number)[];

/** Rows that go to the stream as one piece of text. */
const TOGETHER = 2000;

/**
 * Writes rows as CSV, gzipped where the name ends in .gz: comma, line feed, quotes only where a cell needs them. The file
 * is whole or not there; the same rows give the same bytes.
 * @returns how many rows it has
 */
export async function writeCsv(
  path: string,
  header: string,
  rows: Iterable<Cells> | AsyncIterable<Cells>,
): Promise<number> {
  let count = 0;
  async function* text() {
    let lines = [header];
    for await (const row of rows) {
      count++;
      lines.push(row.map(cell).join(','));
      if (lines.length < TOGETHER) continue;
      yield lines.join('\n') + '\n';
      lines = [];
    }
    if (lines.length) yield lines.join('\n') + '\n';
  }
  await replaceWhole(path, async (temporary) => {
    const source = Readable.from(text());
    const file = createWriteStream(temporary);
    await (path.endsWith('.gz') ? pipeline(source, createGzip({ level: 9 }), file) : pipeline(source, file));
  });
  return count;
}

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
