import { describe, expect, test } from 'vitest';
import type { Place } from '../model/country.ts';
import { broken, factWords, facts, type Fact } from './fact.ts';
import { reckonFacts } from './reckon.ts';
import { fill, plainText } from './template.ts';

const place = (iso3: string, short_name: string, in_text = short_name): Place => ({
  iso3,
  short_name,
  in_text,
  region: null,
  anchor_lon: 0,
  anchor_lat: 0,
});
const PLACES = new Map([
  ['USA', place('USA', 'United States', 'the United States')],
  ['IND', place('IND', 'India')],
]);
const FACT: Fact = {
  says: 'students abroad',
  sql: 'SELECT 1',
  sources: ['uis'],
  format: 'millions',
  stated: 6_859_427,
};
const setting = (row: object | null, fact: Partial<Fact> = {}) =>
  reckonFacts(
    'trends/abroad',
    { world: { ...FACT, ...fact } },
    {
      ask: async () => (row ? [row] : []),
      places: PLACES,
      sources: new Set(['uis']),
      version: '2026-11-22',
    },
  );

test.each([
  [73485, 'count', '73,485'],
  [6_859_427, 'millions', '6.86\u00a0million'],
  [0.345, 'percent', '35%'],
  [-0.042, 'points', '4.2'],
  [3.24, 'times', '3.2'],
  [12.4, 'times', '12'],
  [7, 'small', 'seven'],
  [1.312, 'two', '1.31'],
  [2013, 'year', '2013'],
  ['USA', 'place', 'the United States'],
  ['USA', 'Place', 'The United States'],
  ['IND USA', 'places', 'India and the United States'],
] as const)('%s as %s is "%s"', (value, format, words) => {
  expect(factWords(value, format, PLACES)).toBe(words);
});

test('a text is not written as a number, and an unknown place not at all', () => {
  expect(() => factWords('many', 'count', PLACES)).toThrow(/no number/);
  expect(() => factWords('ZZZ', 'place', PLACES)).toThrow(/ZZZ/);
});

describe('a fact bears what was written of it', () => {
  const of = (value: number | string, fact: Partial<Fact> = {}) =>
    broken({ fact: { ...FACT, ...fact }, value });
  test('within ten in a hundred of what was stated', () => {
    expect(of(6_300_000)).toBeNull();
    expect(of(6_000_000)).toMatch(/more than 10% away/);
    expect(of(6_000_000, { within: 0.2 })).toBeNull();
  });
  test('and as long as its claim is true', () => {
    const must = ['more than doubled', (v: number) => v > 2] as const;
    expect(of(2.01, { stated: 2.1, must })).toBeNull();
    expect(of(1.99, { stated: 2.1, must })).toMatch(/more than doubled/);
  });
  test('a name is the same or another', () => {
    expect(of('IND', { stated: 'IND' })).toBeNull();
    expect(of('USA', { stated: 'IND' })).toBe('is another');
    expect(of(3, { stated: 'IND' })).toMatch(/number now/);
  });
});

describe('the facts of a piece', () => {
  test('have value, year and words', async () => {
    const all = await setting({ value: 6_859_427, year: 2022 });
    expect(all.get('world')).toMatchObject({ value: 6_859_427, year: '2022', words: '6.86\u00a0million' });
    expect(plainText(fill('There were {world} abroad.', all, 'p'))).toBe(
      'There were 6.86\u00a0million abroad.',
    );
  });
  test('that the release no longer shows stop the build with the piece and both values', async () => {
    await expect(setting({ value: 4_000_000, year: 2022 })).rejects.toThrow(
      /trends\/abroad states what release 2026-11-22 no longer shows[\s\S]*6.86.million was written \(6859427\), the release has 4.00.million \(4000000\)/,
    );
  });
  test.each([
    [null, /wants one row and got 0/],
    [{ value: null, year: 2022 }, /has no value/],
    [{ value: 1 }, /does not say its year/],
  ])('want a row with value and year: %o', async (row, message) => {
    await expect(setting(row)).rejects.toThrow(message);
  });
  test('name sources of the release', async () => {
    await expect(setting({ value: 1, year: 1 }, { sources: ['nobody'] })).rejects.toThrow(/nobody/);
    await expect(setting({ value: 1, year: 1 }, { sources: [] })).rejects.toThrow(/none at all/);
  });
  test('have names that prose can write', () => {
    expect(() => facts({ 'World Total': FACT })).toThrow(/no name of a fact/);
  });
});

test('a sentence names facts that there are, and types no figure', () => {
  expect(() => fill('There were {nobody}.', new Map(), 'focus/x')).toThrow(/focus\/x.*nobody/);
  expect(() => fill('There were 12 of them.', new Map(), 'focus/x')).toThrow(/focus\/x: "12" is typed/);
});
