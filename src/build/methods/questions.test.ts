import { expect, test } from 'vitest';
import { INDICATORS } from '../../indicators/index.ts';
import { QUESTIONS } from './questions.ts';

test('every question is answered by indicators that there are', () => {
  const known = new Set(INDICATORS.map(({ id }) => id));
  expect(QUESTIONS.flatMap(([, ids]) => ids).filter((id) => !known.has(id))).toEqual([]);
  expect(QUESTIONS.filter(([, ids]) => ids.length === 0)).toEqual([]);
});

test('every chapter has its question, so that no kind of measure is overlooked', () => {
  const asked = new Set(QUESTIONS.flatMap(([, ids]) => ids));
  const chapters = Map.groupBy(INDICATORS, ({ chapter }) => chapter);
  expect(
    [...chapters].filter(([, all]) => !all.some(({ id }) => asked.has(id))).map(([name]) => name),
  ).toEqual([]);
});
