import { expect, test } from 'vitest';
import { tie } from './matrix-fixture.ts';
import { restOf } from './tie-rest.ts';

const TIES = [tie('A', 'B', 10), tie('A', 'X', 5), tie('Y', 'B', 3), tie('X', 'Y', 7), tie('X', 'A', 2)];
const total = TIES.reduce((sum, { count }) => sum + count, 0);

test('directed: what leaves and what comes, each once', () => {
  const rest = restOf(TIES, ['A', 'B'], true);
  expect(rest).toMatchObject({ places: 2, withShown: 10, among: 7 });
  expect(Object.fromEntries(rest.ofPlace)).toEqual({ A: { out: 5, in: 2 }, B: { out: 0, in: 3 } });
  expect(10 + rest.withShown + rest.among).toBe(total);
});

test('undirected: a pair belongs to its place in whatever order it is written', () => {
  const rest = restOf(TIES, ['A', 'B'], false);
  expect(Object.fromEntries(rest.ofPlace)).toEqual({ A: { out: 7, in: 7 }, B: { out: 3, in: 3 } });
  expect(rest.withShown).toBe(10);
});

test('where all are shown nothing is left', () => {
  expect(restOf(TIES, ['A', 'B', 'X', 'Y'], true)).toMatchObject({ places: 0, withShown: 0, among: 0 });
});
