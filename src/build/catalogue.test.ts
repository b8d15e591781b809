import { expect, test } from 'vitest';
import { bytes, inScript, tableHref } from './catalogue.ts';

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
