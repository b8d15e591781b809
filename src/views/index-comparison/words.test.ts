import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { compared, INDEX_COMPARISON } from '../../../tests/support/rows-fixture.ts';
import { draw, settleView } from '../figure.ts';
import { indexComparisonView } from './index.ts';
import { chosen, extremes, gapOf, median, pointsOf } from './pairs.ts';
import type { ComparedPair } from './sql.ts';

const say = (country: string | null, ...pairs: readonly ComparedPair[]) =>
  indexComparisonView.words({ pairs }, { country }, ATLAS);
const { pairs } = INDEX_COMPARISON;

describe('the takeaway', () => {
  test('is the largest pair by both measures, and the medians of all', () => {
    expect(say(null, ...pairs).takeaway).toBe(
      'In 2022 the tie of China and the United States stands at 1.90 by affinity over links (OpenAlex) and at 1.00 by NCSES’s index (NCSES, Scopus); of all 6\u00a0pairs half lie above 1.27 by the one and above 0.94 by the other.',
    );
  });

  test('of a country is its own largest pair, with the country first', () => {
    expect(say('DEU', ...pairs).takeaway).toMatch(
      /^In 2022 the tie of Germany and the United States stands at 1\.22 .* of all 3\u00a0pairs half lie above 1\.26 /,
    );
  });

  test('says nothing of medians of two pairs, and nothing at all where there is no affinity', () => {
    const [one, two] = pairs;
    if (!one || !two) throw new Error('The fixture has too few pairs.');
    expect(say(null, one, two).takeaway).not.toContain('half');
    expect(say(null, { ...one, affinity: null }).takeaway).toBeNull();
  });
});

test('a country without an index is said to have none', () => {
  const { words, wide } = draw(indexComparisonView, { country: 'TUV' }, INDEX_COMPARISON, ATLAS, 'x');
  expect(wide).toContain('Tuvalu is not among the economies');
  expect(words).toMatchObject({ takeaway: null, notes: [], sources: [] });
  expect(words.coverage).toContain('5 economies');
});

describe('the table', () => {
  test('has a country first in each of its pairs, and its RIC there and back accordingly', () => {
    const rows = say('USA', ...pairs).table.rows;
    expect(rows.map(({ pair }) => pair)).toEqual([
      'United States–China',
      'United States–United Kingdom',
      'United States–Germany',
    ]);
    expect(rows[0]).toMatchObject({ ric: '2.14', back: '2.01', closed: '2.00', index: '1.00' });
    expect(say('CHN', ...pairs).table.rows[0]).toMatchObject({ ric: '2.01', back: '2.14' });
  });

  test('holds the forty largest, and says so; all pairs of a country', () => {
    const many = Array.from({ length: 50 }, (_, i) => compared('DEU', 'FRA', 100 - i, 1, 1));
    expect(say(null, ...many).table.rows).toHaveLength(40);
    expect(say(null, ...many).notes.join()).toContain('The table holds the 40\u00a0pairs with most articles');
    expect(say(null, ...many.slice(0, 40)).notes.join()).not.toContain('The table holds');
    expect(say('DEU', ...many).table.rows).toHaveLength(50);
  });
});

describe('what the figure names', () => {
  const named = (country: string | null, all: readonly ComparedPair[] = pairs) =>
    pointsOf(all, 'affinity', country, ATLAS).flatMap(({ words }) => words ?? []);

  test('is the largest pair first, then those furthest apart, by partner where a country is chosen', () => {
    // Affinity over index: China and the United States 1.90 at most, Germany and France 0.99 at least.
    expect(named(null)[0]).toBe('China–United States');
    expect(named(null)).toContain('Germany–France');
    expect(named('DEU')[0]).toBe('United States');
  });

  test('is picked out where it is of the country; without one, the names do that', () => {
    const picked = (country: string | null) =>
      pointsOf(pairs, 'affinity', country, ATLAS).filter((point) => point.picked).length;
    expect([picked(null), picked('DEU'), picked('TUV')]).toEqual([0, 3, 0]);
  });

  test('leaves out pairs that have no affinity', () => {
    const some = pairs.map((pair, i) => (i ? pair : { ...pair, affinity: null }));
    expect(pointsOf(some, 'affinity', null, ATLAS)).toHaveLength(pairs.length - 1);
    expect(pointsOf(some, 'affinity_closed', null, ATLAS)).toHaveLength(pairs.length);
  });
});

test('the median of an even number is between the two in the middle; what is not there does not count', () => {
  expect(median([4, 1, null, 2, 3])).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([null])).toBeNull();
});

test('a gap wants two numbers above zero, and extremes leave out pairs without', () => {
  const zero = compared('DEU', 'FRA', 1, 1, 0);
  expect(gapOf(zero, 'affinity')).toBeNull();
  expect(gapOf(compared('DEU', 'FRA', 1, 0, 1), 'affinity')).toBeNull();
  expect(extremes([zero], (pair) => gapOf(pair, 'affinity'))).toEqual([]);
  expect(extremes(chosen(pairs, 'FRA'), (pair) => gapOf(pair, 'affinity'))).toHaveLength(1);
});

test('the largest pairs come first', () => {
  expect(chosen(pairs, null).map(({ articles }) => articles)).toEqual(
    pairs.map(({ articles }) => articles).sort((a, b) => b - a),
  );
});

test('listed states fit', () => {
  for (const asked of indexComparisonView.listed(ATLAS))
    expect(settleView(indexComparisonView, asked, ATLAS).problems).toEqual([]);
});
