import { expect, test } from 'vitest';
import { wordsOf } from './normalise.ts';

test.each([
  ['Universität München', 'UNIVERSITAET MUENCHEN', 'UNIVERSITAT MUNCHEN'],
  ['Chalmers tekniska högskola', 'CHALMERS TEKNISKA HOEGSKOLA', 'Chalmers Tekniska Hogskola'],
  ['Århus Universitet', 'AARHUS UNIVERSITET', 'ARHUS UNIVERSITET'],
  ['Københavns Universitet', 'KOEBENHAVNS UNIVERSITET', 'KOBENHAVNS UNIVERSITET'],
  ['Politechnika Łódzka', 'POLITECHNIKA LODZKA', 'politechnika łódzka'],
  ['Yıldız Üniversitesi', 'YILDIZ UNIVERSITESI', 'Yildiz Ueniversitesi'],
  ['Straße', 'STRASSE', 'strasse'],
])('%s, %s and %s are one spelling', (...spellings) => {
  const [first, ...others] = spellings.map((name) => wordsOf(name).join(' '));
  for (const other of others) expect(other).toBe(first);
});

test('hyphens, slashes, commas and brackets part words', () => {
  expect(wordsOf('Aix-Marseille/Provence, (France)')).toEqual(['aix', 'marseille', 'provence', 'france']);
});

test('abbreviations are one word, with dots, with blanks, and without', () => {
  for (const form of ['Verein e.V.', 'VEREIN E V', 'Verein eV'])
    expect(wordsOf(form)).toEqual(['verein', 'ev']);
  expect(wordsOf('ALFA S. P. A.')).toEqual(['alfa', 'spa']);
});

test('a letter that stands alone stays a word of its own', () => {
  expect(wordsOf("L'Aquila")).toEqual(['l', 'aquila']);
  expect(wordsOf('Université Paris I')).toEqual(['universite', 'paris', 'i']);
});

test("an English genitive stays with its word, a French article doesn't", () => {
  expect(wordsOf("King's College")).toEqual(['kings', 'college']);
  expect(wordsOf('Queen’s University')).toEqual(['queens', 'university']);
  expect(wordsOf("Institut d'Optique")).toEqual(['institut', 'd', 'optique']);
});

test('a name without letters has no words', () => {
  expect(wordsOf(' – ')).toEqual([]);
});
