import { describe, expect, test } from 'vitest';
import { pageTitle, shortly } from './page-words.ts';

test('a title names the atlas where there is room', () => {
  expect(pageTitle('Data')).toBe('Data · Crosscurrents');
  expect(pageTitle('Crosscurrents')).toBe('Crosscurrents: an open atlas of academic collaboration');
  expect(pageTitle('x'.repeat(63))).toBe('x'.repeat(63));
});

describe('shortly', () => {
  test('keeps whole sentences as long as they fit', () => {
    expect(shortly('One thing. Another thing. A third.', 26)).toBe('One thing. Another thing.');
  });
  test('takes no point within a number for an end', () => {
    expect(shortly('Below 0.9 flagged. Below 0.05 dropped.', 20)).toBe('Below 0.9 flagged.');
  });
  test('cuts a sentence that is too long at a word', () => {
    expect(shortly('A sentence that goes on and on', 20)).toBe('A sentence that …');
  });
});
