import { expect, test } from 'vitest';
import { indicatorPoints } from '../../tests/support/rows-fixture.ts';
import { throughLine } from './indicator-lines.ts';

test('another definition of one flow among many breaks no line of a country; that of a pair is its own', () => {
  const points = indicatorPoints('DEU', 'uis-student-flows', 2015, [
    [1],
    [2, null, null, 'd'],
    [3, null, null, 'bd'],
  ]);
  const flags = (subject: 'country' | 'pair') => throughLine(points, { subject }).map(({ flag }) => flag);
  expect(flags('country')).toEqual([null, null, 'b']);
  expect(flags('pair')).toEqual([null, 'd', 'bd']);
});
