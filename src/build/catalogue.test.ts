import { describe, expect, test } from 'vitest';
import { bytes, inScript, shortly, tableHref } from './catalogue.ts';

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

test('JSON in a page cannot end its script element, and stays the same JSON', () => {
  const json = JSON.stringify({ name: '</script><script>alert(1)</script>' });
  expect(inScript(json)).not.toContain('<');
  expect(JSON.parse(inScript(json))).toEqual(JSON.parse(json));
});

test('addresses of tables have hyphens', () => {
  expect(tableHref('us_student_visas')).toBe('/data/us-student-visas/');
});

test('sizes are in kB below a tenth of a megabyte, and never nothing', () => {
  expect([1, 25_264, 743_051].map(bytes)).toEqual(['1 kB', '25 kB', '0.74 MB']);
});
