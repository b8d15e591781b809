import { expect, test } from 'vitest';
import { rightsWords } from './rights.ts';

const ROWS = { each: 'row', whole: 'table' };
const by = (title: string, share_alike = false) => ({ title, share_alike });

test('one licence is said as it is, and that it is share-alike; none says nothing', () => {
  expect(rightsWords([by('A'), by('A')], ROWS)).toBe('A');
  expect(rightsWords([{ title: 'A' }], ROWS)).toBe('A');
  expect(rightsWords([by('A', true)], ROWS)).toBe(
    'A, share-alike: what is made from it carries the same licence',
  );
  expect(rightsWords([], ROWS)).toBe('');
});

test('several are no choice, and one that is share-alike holds for the whole', () => {
  expect(rightsWords([by('A'), by('B'), by('A')], ROWS)).toBe(
    'Each row is under the licence of its source: A; B.',
  );
  expect(rightsWords([by('A'), by('B', true), by('C', true)], { each: 'value', whole: 'figure' })).toBe(
    'Each value is under the licence of its source: A; B; C. The figure as a whole is share-alike: B; C.',
  );
});
