import { expect, test } from 'vitest';
import { measured, measuredNumber } from './measured.ts';

test('a number has its unit, in the singular where it is one', () => {
  expect(measured(73485, { unit: 'papers', digits: 0 })).toBe('73,485\u00a0papers');
  expect(measured(1, { unit: 'papers', digits: 0 })).toBe('1\u00a0paper');
  expect(measured(1, { unit: 'moves per million inhabitants', digits: 0 })).toBe(
    '1\u00a0moves per million inhabitants',
  );
  expect(measured(12.44, { unit: '%', digits: 1 })).toBe('12.4%');
  expect(measured(1.31, { unit: '', digits: 3 })).toBe('1.310');
});

test('a number alone has a true minus sign', () => {
  expect(measuredNumber(-1234, 0)).toBe('−1,234');
  expect(measuredNumber(-0.5, 2)).toBe('−0.50');
});
