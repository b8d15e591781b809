import { expect, test } from 'vitest';
import { choose } from './indicator-choice.ts';

const at = (country: string, partner: string, layer = 'papers') => ({ layer, country, partner });

test('one end is moved, the other stays', () => {
  expect(choose(at('DEU', 'FRA'), 'country', 'CHN')).toEqual(at('CHN', 'FRA'));
  expect(choose(at('DEU', 'FRA'), 'partner', 'CHN')).toEqual(at('DEU', 'CHN'));
  expect(choose(at('DEU', 'FRA'), 'layer', 'projects')).toEqual(at('DEU', 'FRA', 'projects'));
});

test('the country of the other end is swapped with it', () => {
  expect(choose(at('DEU', 'FRA'), 'country', 'FRA')).toEqual(at('FRA', 'DEU'));
  expect(choose(at('DEU', 'FRA'), 'partner', 'DEU')).toEqual(at('FRA', 'DEU'));
});

test('a country is not compared with itself', () => {
  expect(choose(at('DEU', ''), 'partner', 'DEU')).toEqual(at('DEU', ''));
});

test('a second country may be taken away, and the first then be any', () => {
  expect(choose(at('DEU', 'FRA'), 'partner', '')).toEqual(at('DEU', ''));
  expect(choose(at('DEU', ''), 'country', 'FRA')).toEqual(at('FRA', ''));
});
