import { count } from '../../charts/format.ts';
import { breather } from './breathe.ts';
import { ALL_TEXTS, labelAt } from './chart-choice.ts';
import type { Group, Reading, XY } from './chart-drawn.ts';
import { missingNote, numberAt, readNote, rowsWords } from './chart-numbers.ts';

/** Names take longer to read than numbers. */
const MOST_READ_WITH_NAMES = 200_000;
const MOST_LINES = 8;
const MOST_POINTS = 4000;

/** The lines that reach farthest, each in the order of the axis. */
export async function readLines(
  reading: Reading,
): Promise<{ groups: Group[]; notes: string[]; repeated: boolean }> {
  const size = Math.min(reading.table.rowCount, MOST_READ_WITH_NAMES);
  const { groups, missing } = await grouped(reading, size, 1);
  const sorted = [...groups].map(([label, list]) => ({ label, points: list.sort((a, b) => a.x - b.x) }));
  const height = ({ points: list }: Group) => list.reduce((most, { y }) => Math.max(most, Math.abs(y)), 0);
  const drawn = sorted.map((group) => ({ group, height: height(group) })).sort((a, b) => b.height - a.height);
  const kept = drawn.slice(0, MOST_LINES).map(({ group }) => group);
  const rest = drawn.length - kept.length;
  const repeated = kept.some(({ points: list }) => list.some(({ x }, n) => x === list[n + 1]?.x));
  return {
    groups: kept,
    repeated,
    notes: [
      ...(rest
        ? [
            `The ${MOST_LINES} that reach farthest of ${count(drawn.length)} lines; the other ${count(rest)} are not drawn.`,
          ]
        : []),
      ...(repeated ? ['Several rows stand at one place along the foot, so points are not joined.'] : []),
      ...readNote(reading.table, size),
      ...missingNote(missing),
    ],
  };
}

/** Points from all over the result, by their kinds. */
export async function readPoints(reading: Reading): Promise<{ groups: Group[]; notes: string[] }> {
  const { table } = reading;
  // From all over the result: the first rows alone may be of one kind.
  const step = Math.max(1, Math.ceil(table.rowCount / MOST_POINTS));
  const { groups, missing } = await grouped(reading, table.rowCount, step);
  const sorted = [...groups].map(([label, list]) => ({ label, points: list }));
  sorted.sort((a, b) => b.points.length - a.points.length);
  const kept = sorted.slice(0, MOST_LINES);
  const rest = sorted.slice(MOST_LINES).reduce((sum, { points: list }) => sum + list.length, 0);
  return {
    groups: kept,
    notes: [
      ...(step > 1
        ? [
            `One row in ${count(step)} is drawn: ${count(Math.ceil(table.rowCount / step))} of ${count(table.rowCount)}.`,
          ]
        : []),
      ...(rest
        ? [
            `The ${MOST_LINES} most frequent of ${count(sorted.length)} kinds; ${rowsWords(rest)} of the others are not drawn.`,
          ]
        : []),
      ...missingNote(missing),
    ],
  };
}

async function grouped(
  { table, columns, choice, names }: Reading,
  size: number,
  step: number,
): Promise<{ groups: Map<string, XY[]>; missing: number }> {
  const breathe = breather();
  const groups = new Map<string, XY[]>();
  const { x, y, colour, mark } = choice;
  const texts = columns.some(({ kind }) => kind === 'text');
  let missing = 0;
  for (let row = 0; row < size; row += step) {
    const point = { x: numberAt(table, columns[x], row), y: numberAt(table, columns[y ?? 0], row) };
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) missing++;
    else {
      const group = colour === null ? '' : labelAt(table, columns, colour, row, names);
      const label =
        mark === 'points' && texts ? labelAt(table, columns, ALL_TEXTS, row, names) || group : group;
      const list = groups.get(group);
      if (list) list.push({ ...point, label });
      else groups.set(group, [{ ...point, label }]);
    }
    if (row % 2000 === 0) await breathe();
  }
  return { groups, missing };
}
