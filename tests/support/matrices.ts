import { join } from 'node:path';
import { Session } from '../../scripts/lib/session.ts';
import { between } from './random.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;
/** Links or flows: origin → destination → value. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** AAA, BBB, … */
export const CODES = [...'ABCDEFGHIJKL'].map((letter) => letter.repeat(3));

/**
 * A matrix of some countries in which a third of the cells are zero and the others range over three orders of magnitude.
 * Undirected: origin before destination, each pair once.
 */
export function randomMatrix(next: () => number, { directed }: { directed: boolean }): Matrix {
  const countries = CODES.slice(0, between(3, CODES.length, next));
  return Object.fromEntries(
    countries.map((origin, i) => [
      origin,
      Object.fromEntries(
        countries
          .filter((destination, j) => (directed ? destination !== origin : j > i))
          .filter(() => next() > 1 / 3)
          .map((destination) => [destination, Math.ceil(10 ** (3 * next()))]),
      ),
    ]),
  );
}

/** Every value times k. */
export const scaled = (matrix: Matrix, k: number): Matrix =>
  Object.fromEntries(
    Object.entries(matrix).map(([origin, row]) => [
      origin,
      Object.fromEntries(Object.entries(row).map(([destination, value]) => [destination, k * value])),
    ]),
  );

/** Origin and destination change places. */
export function transposed(matrix: Matrix): Matrix {
  const turned: Record<string, Record<string, number>> = {};
  for (const [origin, row] of Object.entries(matrix))
    for (const [destination, value] of Object.entries(row)) (turned[destination] ??= {})[origin] = value;
  return turned;
}

/** Rows of a table of the committed snapshot, for checks against the real numbers. */
export async function snapshotRows(table: string, where = 'TRUE'): Promise<Row[]> {
  const db = await Session.open();
  const file = join(import.meta.dirname, `../../data/snapshot/${table}.parquet`);
  const rows = await db.all<Row>(`SELECT * FROM read_parquet('${file}') WHERE ${where}`);
  db.close();
  return rows;
}
