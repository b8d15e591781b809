import { expect, test } from 'vitest';
import { INDICATORS } from '../../indicators/index.ts';
import { affinity } from '../../indicators/pairs/affinity.ts';
import { methodHref } from '../../model/indicator.ts';
import { byChapter, neutralOf, rangeOf, subjectOf } from './words.ts';

test('chapters stand in their order, each indicator once, and empty ones are left out', () => {
  const late = { ...affinity, id: 'b', chapter: 'Layers together' } as const;
  const early = { ...affinity, id: 'a' };
  expect(byChapter([late, early]).map(([chapter, all]) => [chapter, all.map(({ id }) => id)])).toEqual([
    ['Ties between two countries', ['a']],
    ['Layers together', ['b']],
  ]);
  expect(byChapter(INDICATORS).flatMap(([, all]) => all)).toHaveLength(INDICATORS.length);
});

test.each([
  [[0, null], '0 or more'],
  [[-1, 1], '−1 to 1'],
  [[null, 0], '0 or less'],
  [[null, null], 'Any value'],
] as const)('%j: %s', (range, words) => {
  expect(rangeOf(range)).toBe(words);
});

test.each([
  ['pair', true, /either order/],
  ['pair', false, /given order/],
  ['country', false, /^A country$/],
  ['layers', false, /^Layers as a whole$/],
] as const)('what has a value: %s, symmetric %s', (subject, symmetric, words) => {
  expect(subjectOf({ ...affinity, subject, symmetric })).toMatch(words);
});

test('zero can be the neutral value', () => {
  expect(neutralOf({ neutral: 0 })).toBe('0, which says neither more nor less than expected');
  expect(neutralOf({ neutral: null })).toBeNull();
});

test('an indicator may say itself what its neutral value says', () => {
  expect(neutralOf({ neutral: -1, neutralWords: 'that as many come as go' })).toBe(
    '−1, which says that as many come as go',
  );
});

test('pages have addresses of their own, none that another page has', () => {
  expect(methodHref('effective_partners')).toBe('/methods/effective-partners/');
  expect(methodHref('ric', '../../')).toBe('../../methods/ric/');
  const hrefs = INDICATORS.map(({ id }) => methodHref(id));
  expect(new Set(hrefs).size).toBe(hrefs.length);
  for (const taken of ['glossary', 'sql']) expect(hrefs).not.toContain(`/methods/${taken}/`);
});
