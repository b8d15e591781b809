import { expect, test } from 'vitest';
import { plain } from './find-countries.ts';

test.each([
  ['Türkiye', 'turkiye'],
  ["Côte d'Ivoire", "cote d'ivoire"],
  ['CURAÇAO', 'curacao'],
  ['São Tomé and Príncipe', 'sao tome and principe'],
  ['Åland Islands', 'aland islands'],
  ['Việt Nam', 'viet nam'],
  // Not only Latin letters: what a reader of another script types finds the name in that script.
  ['Российская Федерация', plain('российская федерация')],
  ['ΕΛΛΆΔΑ', 'ελλαδα'],
  ['中国', '中国'],
  ['', ''],
])('%s → %s', (name, words) => {
  expect(plain(name)).toBe(words);
});

test('a letter and its mark count as one letter, in whichever form they are typed', () => {
  expect(plain('Re\u0301union')).toBe(plain('R\u00e9union'));
});

test('is the same when done twice', () => {
  for (const name of ['Türkiye', 'الجزائر', '대한민국', 'İstanbul'])
    expect(plain(plain(name))).toBe(plain(name));
});
