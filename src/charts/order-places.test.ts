import { describe, expect, test } from 'vitest';
import { CODES, PAPERS, PLACES, tie } from './matrix-fixture.ts';
import { orderPlaces, sizesOf } from './order-places.ts';

const order = (...of: Parameters<typeof orderPlaces>) =>
  orderPlaces(...of).map(({ title, places }) => [title, ...places]);

test('by size: the sum of ties with the places shown, and equals by code', () => {
  const ties = [tie('DEU', 'FRA', 5), tie('GBR', 'USA', 5), tie('DEU', 'BRA', 1), tie('CHN', 'JPN', 100)];
  expect(order(['USA', 'GBR', 'FRA', 'DEU', 'BRA'], ties, 'size', PLACES)).toEqual([
    [null, 'DEU', 'FRA', 'GBR', 'USA', 'BRA'],
  ]);
});

test('a tie with a place that is not shown adds nothing to a size', () => {
  expect(Object.fromEntries(sizesOf(['DEU', 'FRA'], [tie('DEU', 'CHN', 9), tie('FRA', 'DEU', 2)]))).toEqual({
    DEU: 2,
    FRA: 2,
  });
});

test('by region: the alphabet of regions, size within, and places without one last', () => {
  expect(order([...CODES, 'EUE'], PAPERS, 'region', PLACES)).toEqual([
    ['Africa', 'CIV'],
    ['Americas', 'USA', 'BRA'],
    ['Asia', 'CHN', 'JPN'],
    ['Europe', 'GBR', 'DEU', 'FRA'],
    ['Outside the regions of M49', 'EUE'],
  ]);
});

describe('by cluster', () => {
  const found = () => [
    ['JPN', 'CHN'],
    ['FRA', 'USA', 'DEU'],
  ];

  test('the strongest cluster first, its largest members in the title', () => {
    expect(order(['USA', 'DEU', 'FRA', 'CHN', 'JPN'], PAPERS, found, PLACES)).toEqual([
      ['Cluster 1 (United States, Germany, …)', 'USA', 'DEU', 'FRA'],
      ['Cluster 2 (China and Japan)', 'CHN', 'JPN'],
    ]);
  });

  test('places without a tie stand apart, and are not asked about', () => {
    let asked: readonly string[] = [];
    const blocks = order(
      ['DEU', 'EUE', 'FRA'],
      PAPERS,
      (places) => {
        asked = places;
        return [[...places]];
      },
      PLACES,
    );
    expect(asked).toEqual(['DEU', 'FRA']);
    expect(blocks.at(-1)).toEqual(['Without ties here', 'EUE']);
  });
});

test('a place named twice stands once; none at all give no block', () => {
  expect(order(['DEU', 'DEU'], [], 'size', PLACES)).toEqual([[null, 'DEU']]);
  expect(orderPlaces([], PAPERS, 'region', PLACES)).toEqual([]);
});

test('a code that nobody knows is an error that names it', () => {
  expect(() => orderPlaces(['QQQ'], [], 'region', PLACES)).toThrow('QQQ');
});
