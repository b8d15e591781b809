import { expect, test } from 'vitest';
import { faultOfName, mentioned } from './own-name.ts';

test('a name must be one that SQL can write without quotes, and hide nothing', () => {
  expect(['my_file', '_x1', 'données', 'Über', 'year'].map((name) => faultOfName(name, ['flows']))).toEqual(
    Array.from({ length: 5 }, () => null),
  );
  expect(faultOfName('Flows', ['flows'])).toContain('The release has a table flows already');
  expect(faultOfName('Select', [])).toContain('a word of SQL');
  for (const name of ['a b', '1a', 'a-b', 'a.b', '"a"', "a'b", 'a;b', 'a$b'])
    expect(faultOfName(name, [])).toContain('is no name for a table');
});

test('names are found wherever SQL may mean them, and not in strings or comments', () => {
  const names = mentioned(`SELECT m.* FROM My_File m JOIN "Other" USING (x) WHERE a = 'third' -- fourth`);
  expect([...names]).toEqual(expect.arrayContaining(['my_file', 'other']));
  expect(names.has('third')).toBe(false);
  expect(names.has('fourth')).toBe(false);
});
