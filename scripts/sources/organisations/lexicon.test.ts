import { expect, test } from 'vitest';
import { complaint } from '../../testing/bench.ts';
import { Lexicon } from './lexicon.ts';
import { readLexicon } from './decisions.ts';

const lexicon = new Lexicon([
  { kind: 'legal', means: '', words: 'gmbh stichting the' },
  { kind: 'small', means: '', words: 'of de für' },
  { kind: 'generic', means: 'university', words: 'Universität universiteit' },
  { kind: 'generic', means: 'hochschule|university applied science', words: 'hochschule' },
  { kind: 'generic', means: 'foundation|', words: 'fundación' },
  { kind: 'part', means: 'hospital', words: 'Klinikum' },
  { kind: 'place', means: 'vienna', words: 'Wien' },
  { kind: 'honour', means: '', words: 'Albert' },
]);

test('the key of a name leaves out legal forms and articles, and nothing else', () => {
  expect(lexicon.nameKey('The Alfa of Beta GmbH')).toBe('alfaofbeta');
  expect(lexicon.nameKey('ALFA-OF BETA')).toBe('alfaofbeta');
});

test('a name that is nothing but a legal form keeps it', () => {
  expect(lexicon.nameKey('Stichting')).toBe('stichting');
});

test('meanings are English words in one order, without small words', () => {
  expect(lexicon.meanings('Universität für Wien')).toEqual([['university', 'vienna']]);
  expect(lexicon.meanings('Wien, UNIVERSITAET of Wien')).toEqual([['university', 'vienna']]);
});

test('a word with several readings gives several meanings', () => {
  expect(lexicon.meanings('Hochschule Ulm')).toEqual([
    ['hochschule', 'ulm'],
    ['applied', 'science', 'ulm', 'university'],
  ]);
});

test('a word may also be left out', () => {
  expect(lexicon.meanings('Fundación Tecnalia')).toEqual([['foundation', 'tecnalia'], ['tecnalia']]);
  expect(lexicon.meanings('Fundación')).toEqual([['foundation']]);
});

test('readings of one name do not multiply without end', () => {
  const name = Array.from({ length: 12 }, (_, i) => `Hochschule alfa${i}`).join(' ');
  expect(lexicon.meanings(name).length).toBeLessThanOrEqual(24);
});

test('a kind of word that nobody knows is named', async () => {
  const wrong = Promise.resolve().then(() => new Lexicon([{ kind: 'city', means: 'vienna', words: 'Wien' }]));
  expect(await complaint(wrong)).toMatch(/words\.csv: city is no kind of word\. Use one of legal, small/);
});

test('words of its own are those that no table has', () => {
  expect(lexicon.ownWords('Stichting Universiteit Albert TNO Wien')).toEqual(['tno']);
});

test('our own table gives what it is made for', async () => {
  const ours = await readLexicon();
  const same = (...names: string[]) =>
    new Set(names.map((name) => ours.meanings(name)[0]?.join(' '))).size === 1;
  expect(same('UNIVERSITA DEGLI STUDI DI GENOVA', 'University of Genoa')).toBe(true);
  expect(same('Technische Universiteit Delft', 'Delft University of Technology')).toBe(true);
  expect(same('POLITECHNIKA WARSZAWSKA', 'Warsaw University of Technology')).toBe(true);
  expect(same('Københavns Universitet', 'University of Copenhagen')).toBe(true);
  expect(same('Danmarks Tekniske Universitet', 'Technical University of Denmark')).toBe(true);
  // Two universities of one country that differ by a word only.
  expect(same('Katholieke Universiteit Leuven', 'Université catholique de Louvain')).toBe(false);
  expect(same('Høgskolen i Bergen', 'Universitetet i Bergen')).toBe(false);
  expect(same('Hochschule Bremen', 'Universität Bremen')).toBe(false);
});
