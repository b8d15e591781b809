import { describe, expect, test } from 'vitest';
import { tie } from './ego-fixture.ts';
import { tieLooks } from './tie-looks.ts';

const valued = (...values: readonly number[]) => values.map((value) => tie('A', 'B', 7, { value }));
const scale = { title: 'M', unit: '', digits: 2 } as const;

test('a size is a width alone', () => {
  const looks = tieLooks({ ...scale, kind: 'size', neutral: null }, valued(1, 2));
  expect(looks.of(2)).toEqual({ className: '', broken: false });
  expect(looks.key).toEqual([]);
  expect(looks.width(tie('A', 'B', 7, { value: 0.5 }))).toBe(0.5);
});

describe('a ratio', () => {
  const looks = tieLooks({ ...scale, kind: 'ratio', neutral: 1 }, valued(0.1, 8));
  test('has colours to both sides of what is expected, and broken lines below it', () => {
    expect([0.49, 0.5, 0.79, 0.8, 1.24, 1.25, 1.99, 2].map((value) => looks.of(value).className)).toEqual([
      't1',
      't2',
      't2',
      't3',
      't3',
      't4',
      't4',
      't5',
    ]);
    expect([0.79, 0.8].map((value) => looks.of(value).broken)).toEqual([true, false]);
  });
  test('is explained class by class', () => {
    expect(looks.key.map(({ words }) => words)).toEqual([
      'under 0.5',
      '0.5 to 0.8',
      '0.8 to 1.25',
      '1.25 to 2',
      '2 and more',
    ]);
  });
  test('leaves the width to the count', () => {
    expect(looks.width(tie('A', 'B', 7, { value: 0.5 }))).toBe(7);
  });
});

test('a ratio around zero has steps of one size to both sides', () => {
  const looks = tieLooks({ ...scale, kind: 'ratio', neutral: 0 }, valued(-0.9, 0.4));
  expect([-0.3, -0.1, 0, 0.1, 0.3].map((value) => looks.of(value).className)).toEqual([
    't1',
    't2',
    't3',
    't4',
    't5',
  ]);
  expect(looks.of(-0.3).broken).toBe(true);
});

test('a ratio without a neutral value goes one way', () => {
  const looks = tieLooks({ ...scale, kind: 'ratio', neutral: null }, valued(1, 2, 3, 4, 5, 6));
  expect([1, 3.5, 6].map((value) => looks.of(value).className)).toEqual(['q4', 'q5', 'q6']);
  expect([1, 6].some((value) => looks.of(value).broken)).toBe(false);
  expect(tieLooks({ ...scale, kind: 'ratio', neutral: null }, valued(1, 1)).of(1).className).toBe('q6');
});

test('a balance has its sign as a colour and its size as a width', () => {
  const looks = tieLooks({ ...scale, kind: 'signed', neutral: null }, valued(-3, 5));
  expect([-3, 5].map((value) => looks.of(value))).toEqual([
    { className: 't2', broken: true },
    { className: 't4', broken: false },
  ]);
  expect(looks.width(tie('A', 'B', 9, { value: -3 }))).toBe(3);
});
