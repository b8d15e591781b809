import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { search } from './search.ts';

const command = (title: string, words = '', group = 'Countries'): Command => ({
  id: title,
  group,
  title,
  words,
  run: () => undefined,
});
const COMMANDS = [
  command('Algeria', 'DZ DZA Algérie الجزائر'),
  command('Côte d’Ivoire', 'CI CIV Ivory Coast'),
  command('Denmark', 'DK DNK Danemark Dinamarca'),
  command('Germany', 'DE DEU Allemagne Alemania Германия ألمانيا 德国'),
  command('Niger', 'NE NER'),
  command('Nigeria', 'NG NGA'),
  command('Türkiye', 'TR TUR Turkey'),
  command('United Kingdom', 'GB GBR UK Royaume-Uni'),
  command('United States', 'US USA 美利坚合众国'),
  command('Net flow', 'balance', 'Measures'),
  command('Start the tour', '', 'Actions'),
];
const titles = (text: string) => search(COMMANDS, text).map(({ command: { title } }) => title);

test('prefix of the title, then of its words, then further words, then letters', () => {
  const ranked = [
    command('The great nap'),
    command('Some note', 'NAT'),
    command('Other', 'national'),
    command('Great nation'),
    command('Nations'),
    command('Nat'),
    command('North Atlantic'),
    command('Nothing at all'),
    command('Bonatti'),
  ];
  expect(search(ranked, 'nat').map(({ command: { title } }) => title)).toEqual([
    'Nat',
    'Nations',
    'Great nation',
    'Some note',
    'Other',
    'Bonatti',
    'North Atlantic',
    'Nothing at all',
  ]);
});

test.each([
  ['COTE', 'Côte d’Ivoire'],
  ["cote d'ivoire", 'Côte d’Ivoire'],
  ['cote divoire', 'Côte d’Ivoire'],
  ['turk', 'Türkiye'],
  ['Tur\u0308kiye', 'Türkiye'],
  ['kingdom', 'United Kingdom'],
  ['kingdom united', 'United Kingdom'],
  ['alema', 'Germany'],
  ['герм', 'Germany'],
  ['المانيا', 'Germany'],
  ['德国', 'Germany'],
  ['合众国', 'United States'],
  ['usa', 'United States'],
  ['royaume', 'United Kingdom'],
  ['tour', 'Start the tour'],
  ['gmny', 'Germany'],
  ['many', 'Germany'],
])('%s finds %s first', (text, title) => {
  expect(titles(text)[0]).toBe(title);
});

test('a title that is the whole of it comes before one that goes on', () => {
  expect(titles('niger')).toEqual(['Niger', 'Nigeria']);
  expect(search([command('Nigeria'), command('Niger')], 'niger')[0]?.command.title).toBe('Niger');
});

test('a beginning of the title comes before a code, and a code before a beginning in another language', () => {
  expect(titles('de').slice(0, 2)).toEqual(['Denmark', 'Germany']);
  expect(search([command('A', 'Tonga'), command('B', 'TO')], 'to').map((f) => f.command.title)).toEqual([
    'B',
    'A',
  ]);
});

test('what only joins the words of a name tells nothing, but does not hinder', () => {
  const korea = [command('South Korea', 'KR República de Corea'), command('Germany', 'DE')];
  const found = (text: string) => search(korea, text).map((f) => f.command.title);
  expect(found('de')).toEqual(['Germany']);
  expect(found('republica de corea')).toEqual(['South Korea']);
});

test('each typed word must be found', () => {
  expect(titles('united germany')).toEqual([]);
  expect(titles('zzz')).toEqual([]);
});

test('letters count from the beginning of a word or in one piece, and two at least', () => {
  expect(titles('rmy')).toEqual([]);
  expect(titles('m')).toEqual([]);
  expect(titles('ee')).toEqual([]);
});

test('says by which further words a title was found that does not say it', () => {
  const because = (text: string) => search(COMMANDS, text)[0]?.because;
  expect(because('alem')).toBe('Alemania');
  expect(because('royaume un')).toBe('Royaume');
  expect(because('germ')).toBeNull();
  expect(because('gmny')).toBeNull();
  expect(search(COMMANDS, 'ألمانيا')[0]?.because).toBe('ألمانيا');
});

test('what is no word finds nothing', () => {
  expect(titles('')).toEqual([]);
  expect(titles(' - ’ ')).toEqual([]);
});
