import { expect, test } from 'vitest';
import { valueAxis, yearTicks } from './axes.ts';

test('value axes begin at zero and end on a round number above the largest', () => {
  const axis = valueAxis([4210, 3875], 200, 12);
  expect(axis.domain).toEqual([0, 5000]);
  expect(axis.ticks[0]).toBe(0);
  expect(axis.ticks.at(-1)).toBe(5000);
});

test('below zero where values are', () => {
  expect(valueAxis([-900, 300], 200, 12).domain).toEqual([-1000, 500]);
});

test('counts have no ticks between whole numbers', () => {
  expect(valueAxis([0, 1], 200, 12).ticks).toEqual([0, 1]);
  expect(valueAxis([], 200, 12).ticks).toEqual([0, 1]);
});

test('years that fit the width', () => {
  expect(yearTicks(1998, 2020, 600, 12)).toEqual([
    1998, 2000, 2002, 2004, 2006, 2008, 2010, 2012, 2014, 2016, 2018, 2020,
  ]);
  expect(yearTicks(1998, 2020, 180, 12)).toEqual([2000, 2010, 2020]);
  expect(yearTicks(2019, 2019, 180, 12)).toEqual([2019]);
});
