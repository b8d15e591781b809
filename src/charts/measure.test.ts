import { expect, test } from 'vitest';
import { textWidth, widest, wrap } from './measure.ts';

// From the advances in Inter Variable, weight 400, tabular figures, at 12 px.
test.each([
  ['United Kingdom', 90.9],
  ['1,234,567', 60.9],
  ['Bosnia and Herzegovina', 137.8],
])('%s is about %f px wide at 12 px, and never less', (text, measured) => {
  expect(textWidth(text, 12)).toBeGreaterThanOrEqual(measured - 0.5);
  expect(textWidth(text, 12)).toBeLessThan(measured * 1.1);
});

test('wraps at spaces and leaves a long word whole', () => {
  expect(wrap('Bosnia and Herzegovina', 80, 12)).toEqual(['Bosnia and', 'Herzegovina']);
  expect(wrap('Liechtenstein', 10, 12)).toEqual(['Liechtenstein']);
  expect(widest(['a', 'abc'], 10)).toBe(18);
});
