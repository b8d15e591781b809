import { expect, test } from 'vitest';
import { breaks, breakWords, runs, stretches, type Point } from './series.ts';

const points = (...all: [number, number | null, string?][]): Point[] =>
  all.map(([year, value, flag]) => ({ year, value, flag: flag ?? null }));
const yearsOf = (lines: { points: readonly { year: number }[] }[]) =>
  lines.map((line) => line.points.map((p) => p.year));

test('no line runs over a missing year, given as null or left out', () => {
  expect(
    yearsOf(stretches(points([2001, 1], [2002, 2], [2003, null], [2004, 3], [2005, 3], [2008, 1]))),
  ).toEqual([
    [2001, 2002],
    [2004, 2005],
  ]);
});

test('no line runs over a break', () => {
  const broken = points([2001, 1], [2002, 2], [2003, 9, 'b'], [2004, 9]);
  expect(runs(broken).map((run) => run.map(({ year }) => year))).toEqual([
    [2001, 2002],
    [2003, 2004],
  ]);
  expect(breaks(broken)).toEqual([2002.5]);
});

test('no line runs between partly and wholly reported years', () => {
  const mixed = points([2001, 1], [2002, 2], [2003, 1, 'u'], [2004, 1, 'u'], [2005, 3]);
  expect(runs(mixed).map((run) => run.map(({ year }) => year))).toEqual([[2001, 2002], [2003, 2004], [2005]]);
});

test('a break in the first year is no break in what is shown', () => {
  expect(breaks(points([2001, 1, 'b'], [2002, 2]))).toEqual([]);
});

test('the way to a provisional year is a stretch of its own', () => {
  const lines = stretches(points([2018, 1], [2019, 2], [2020, 3], [2021, 1, 'p'], [2022, 1, 'p']));
  expect(yearsOf(lines)).toEqual([
    [2018, 2019, 2020],
    [2020, 2021, 2022],
  ]);
  expect(lines.map(({ provisional }) => provisional)).toEqual([false, true]);
});

test('a lone year has no line', () => {
  expect(stretches(points([2001, 1], [2003, 2]))).toEqual([]);
});

test('no line runs over a change of definition, into it or out of it; within it a line goes on', () => {
  const changed = points([2001, 1], [2002, 2], [2003, 9, 'd'], [2004, 9, 'd'], [2005, 3]);
  expect(runs(changed).map((run) => run.map(({ year }) => year))).toEqual([
    [2001, 2002],
    [2003, 2004],
    [2005],
  ]);
  expect(breaks(changed)).toEqual([2002.5, 2004.5]);
});

test('marks of breaks say what they stand for', () => {
  const of = (...all: [number, number | null, string?][]) => [{ points: points(...all) }];
  expect(breakWords(of([2001, 1], [2002, 2, 'b']))).toBe('break in series');
  expect(breakWords(of([2001, 1], [2002, 2, 'd']))).toBe('change of definition');
  expect(breakWords(of([2001, 1], [2002, 2, 'd'], [2003, 1, 'bd']))).toBe(
    'break in series or change of definition',
  );
  expect(breakWords(of([2001, 1, 'b'], [2002, 2], [2004, 2, 'u']))).toBeNull();
});
