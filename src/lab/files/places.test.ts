import { describe, expect, test } from 'vitest';
import { looksLikeIso2, PlaceFinder, type RegisterRow } from './places.ts';

const place = (iso3: string, iso2: string, m49: string | null, ...names: string[]): RegisterRow => ({
  iso3,
  iso2,
  m49,
  names,
});
const finder = new PlaceFinder([
  place('NAM', 'NA', '516', 'Namibia', 'Namibie'),
  place('NOR', 'NO', '578', 'Norway', 'Norvège', '挪威'),
  place('CIV', 'CI', '384', "Côte d'Ivoire", 'Ivory Coast'),
  place('IRN', 'IR', '364', 'Iran (Islamic Republic of)', 'Iran'),
  place('BHS', 'BS', '044', 'Bahamas', 'the Bahamas'),
  place('LCA', 'LC', '662', 'Saint Lucia'),
  place('TUR', 'TR', '792', 'Türkiye'),
  place('AFG', 'AF', '004', 'Afghanistan'),
]);

test.each([
  ['norway', 'name', 'NOR'],
  ['NORVEGE', 'name', 'NOR'],
  ['挪威', 'name', 'NOR'],
  ['Cote d’Ivoire', 'name', 'CIV'],
  ['Iran, Islamic Republic of', 'name', 'IRN'],
  ['Islamic Republic of Iran', 'name', 'IRN'],
  ['Bahamas, The', 'name', 'BHS'],
  ['St. Lucia', 'name', 'LCA'],
  ['Turkey', 'name', 'TUR'],
  ['Atlantis', 'name', undefined],
  ['NA', 'iso2', 'NAM'],
  ['no', 'iso2', 'NOR'],
  ['4', 'm49', 'AFG'],
  ['004', 'm49', 'AFG'],
  ['4.0', 'm49', undefined],
] as const)('%s as %s', (value, kind, iso3) => expect(finder.find(value, kind)).toBe(iso3));

describe('columns of places are pointed out', () => {
  test.each([
    ['c', ['NAM', 'NOR', 'IRN'], 'iso3'],
    ['c', ['NA', 'NO', 'IR'], 'iso2'],
    ['c', ['no', 'ir', 'na'], null],
    ['country', ['516', '578', '364'], 'm49'],
    ['n', ['516', '578', '364'], null],
    ['c', ['Norway', 'Turkey', 'Atlantis'], 'name'],
    ['c', ['Oslo', 'Rome', 'Norway'], null],
    ['c', ['NOR', 'NOR'], null],
    ['c', [], null],
  ] as const)('%s %j', (name, values, kind) => expect(finder.guess(name, values)?.kind ?? null).toBe(kind));

  test('with what is not known', () => {
    expect(finder.guess('c', ['Norway', 'Norway', 'Turkey', 'Atlantis'])).toEqual({
      kind: 'name',
      known: 2,
      different: 3,
      unknown: ['Atlantis'],
    });
  });
});

test('codes of two letters are known without the register', () => {
  expect(looksLikeIso2(['NA', 'NO', 'IR'])).toBe(true);
  expect(looksLikeIso2(['NA', 'no', 'IR'])).toBe(false);
  expect(looksLikeIso2(['NA', 'NO'])).toBe(false);
});
