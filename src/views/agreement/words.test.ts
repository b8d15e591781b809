import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { AGREEMENT, comparison } from '../../../tests/support/rows-fixture.ts';
import { agreementView } from './index.ts';
import { namesOf, nameOf, orderWords, than, timesAsMany } from './phrases.ts';
import { rowOf, sorted } from './rows.ts';
import type { Comparison } from './sql.ts';

const say = (...comparisons: Comparison[]) => agreementView.words({ comparisons }, {}, ATLAS);
const ratios = (id: string, ratio_low: number, median_ratio: number, ratio_high: number) =>
  comparison(id, `Name of ${id}: bases`, { ratio_low, median_ratio, ratio_high, rank_correlation: 0.9 });

describe('the takeaway', () => {
  test('names what is furthest apart for nine in ten, with numbers, year and sources', () => {
    expect(agreementView.words(AGREEMENT, {}, ATLAS).takeaway).toBe(
      'Sources disagree most on “Moves of scholars between countries”: in 2020 OpenAlex counted 1.24 times as many as Scopus for the typical pair of countries, and for eight pairs in ten between 0.50 and 4.00 times as many (MPIDR, OpenAlex base; MPIDR, Scopus base).',
    );
  });

  test('a sixth is further from the same than four times', () => {
    expect(say(ratios('a', 0.9, 1.2, 4), ratios('b', 0.16, 0.8, 1)).takeaway).toMatch(
      /“Name of b”: in 2020 OpenAlex counted 20% fewer than Scopus for the typical country, and for eight countries in ten between 0\.16 and 1\.00 times/,
    );
  });

  test('never speaks of two different things, whatever their numbers', () => {
    expect(say({ ...ratios('a', 0.01, 5, 100), same_thing: false }).takeaway).toBeNull();
  });
});

describe('order of the rows', () => {
  const ids = (all: readonly Comparison[]) => all.map((c) => c.comparison);
  test('furthest apart first; without ratios last; different things by themselves', () => {
    const { same, different } = sorted(AGREEMENT);
    expect(ids(same)).toEqual(['scholars-pairs', 'scholars-in', 'researchers', 'papers-openalex-ncses']);
    expect(ids(different)).toEqual(['students-us-visas']);
    expect(ids(sorted({ comparisons: [comparison('none', 'None', {}), ratios('a', 1, 1, 1)] }).same)).toEqual(
      ['a', 'none'],
    );
  });
});

describe('words of a row', () => {
  const [papers, , , , visas] = AGREEMENT.comparisons as Comparison[];

  test('of one thing: who against whom, how many, how alike', () => {
    expect(papers && rowOf(papers, ATLAS)).toMatchObject({
      name: 'Papers of pairs of countries',
      detail: 'OpenAlex against Scopus, 2022, 1,020\u00a0pairs',
      said: ['OpenAlex counts as many', 'order: very alike, 0.98'],
    });
  });

  test('of two things: the order and why no more', () => {
    expect(visas && rowOf(visas, ATLAS)).toMatchObject({
      name: 'Students in the United States by origin (UIS) and F-1 visas issued',
      ratio: null,
      said: ['order: alike, 0.87', 'a stock and a flow'],
    });
  });

  test('a size that was published for two different things is not shown', () => {
    expect(rowOf({ ...ratios('a', 0.5, 1, 2), same_thing: false }, ATLAS).ratio).toBeNull();
  });

  test('a title without a colon is the name', () => {
    expect(nameOf(comparison('a', 'All of it', {}))).toBe('All of it');
  });

  test('sources are told apart by as few words as do', () => {
    const of = (first_source: string, second_source: string) =>
      namesOf(comparison('a', 'a', { first_source, second_source }), ATLAS);
    expect(of('uis-student-flows', 'cordis-h2020')).toEqual({ first: 'UNESCO UIS', second: 'CORDIS' });
    expect(of('uis-student-totals', 'uis-student-flows')).toEqual({
      first: 'UNESCO UIS',
      second: 'UNESCO UIS, via 360info',
    });
    expect(of('ncses-publications/scopus', 'scholarly-migration/scopus')).toEqual({
      first: 'NCSES, Scopus',
      second: 'MPIDR, Scopus base',
    });
  });
});

test.each([
  [1.1, '1.10 times as many', 'as'],
  [3.114, '3.11 times as many', 'as'],
  [1.004, 'as many', 'as'],
  [0.996, 'as many', 'as'],
  [0.994, '1% fewer', 'than'],
  [0.816, '18% fewer', 'than'],
  [0.1, '90% fewer', 'than'],
])('a ratio of %d is %s %s', (ratio, words, word) => {
  expect([timesAsMany(ratio), than(ratio)]).toEqual([words, word]);
});

test.each([
  [1, 'order: very alike, 1.00'],
  [0.9999, 'order: very alike, 0.99'],
  [0.97, 'order: very alike, 0.97'],
  [0.94, 'order: alike, 0.94'],
  [0.29, 'order: not alike, 0.29'],
  [0.57, 'order: little alike, 0.57'],
  [0.7, 'order: roughly alike, 0.70'],
  [-0.2, 'order: not alike, −0.20'],
  [null, 'order: too few to compare'],
])('a rank correlation of %d is %s', (correlation, words) => {
  expect(orderWords(correlation)).toBe(words);
});

test('all sources are named, each once', () => {
  expect(agreementView.words(AGREEMENT, {}, ATLAS).sources).toEqual([
    'scholarly-migration/openalex',
    'scholarly-migration/scopus',
    'openalex-copublications',
    'ncses-publications/scopus',
    'us-student-visas',
    'uis-student-flows',
  ]);
});
