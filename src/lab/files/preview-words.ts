import { count } from '../../charts/format.ts';
import { badByteProblem } from './decode-stream.ts';
import { linesIn, type EncodingGuess } from './encoding.ts';
import { quote, type Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import { numberOf } from './value.ts';

/** Whether bytes that are no UTF-8 must be asked about: unless another encoding, or a sign for them, was chosen. */
export function encodingProblems(
  bytes: Uint8Array,
  { bad }: EncodingGuess,
  { encoding = 'utf-8', badBytes }: Partial<Reading>,
): Problem[] {
  if (!bad || encoding !== 'utf-8' || badBytes === 'replace') return [];
  const before = bytes.subarray(0, bad.at);
  const mixed = before.some((byte) => byte >= 0x80);
  return [badByteProblem(bytes, bad, 1 + linesIn(before), mixed)];
}

export const noRows = (header: boolean): Problem => ({
  words: 'The file has a row of names and not one row of data below.',
  details: [],
  ways: header ? [{ label: 'Its first row is data, not names', change: { reading: { header: false } } }] : [],
});

export const skipNote = (lines: number): string =>
  lines === 1
    ? 'The first line is left out: it is no row of the table.'
    : `The first ${count(lines)} lines are left out: they are no rows of the table.`;

export function decimalNote(value: string, decimal: '.' | ','): string {
  const number = numberOf(value, decimal) ?? 0;
  return `${quote(value)} is read as ${String(number)}: nothing in the first rows says whether its sign sets off decimals or groups digits. The decimal mark can be chosen.`;
}
