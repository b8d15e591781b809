import { expect, test } from 'vitest';
import { BASEMAP, frameOf, PLACES } from './map-fixture.ts';
import { symbolMap, type SymbolMapInput } from './symbol-map.ts';

const input: SymbolMapInput = {
  places: PLACES,
  basemap: BASEMAP,
  layer: 'students',
  head: 'Students from abroad, 2018',
  unit: 'students',
  values: [
    { iso3: 'USA', value: 987314, flag: null },
    { iso3: 'NZL', value: 987314 / 4, flag: null },
    { iso3: 'CIV', value: 1, flag: 'e' },
    { iso3: 'FJI', value: 0, flag: null },
  ],
};
const radius = (svg: string, iso3: string) =>
  Number(svg.match(new RegExp(`data-c="${iso3}"[^>]* r="([\\d.]+)"`))?.[1]);

test('golden', async () => {
  await expect(symbolMap(input, frameOf(704))).toMatchFileSnapshot('../../tests/golden/symbol-map.svg');
});

test('the area of a circle is its value', () => {
  const svg = symbolMap(input, frameOf(704));
  expect(radius(svg, 'USA') / radius(svg, 'NZL')).toBeCloseTo(2, 1);
});

test('one student is one student, and none is not drawn', () => {
  const svg = symbolMap(input, frameOf(704));
  expect(svg).toContain('1\u00a0student (estimated)');
  expect(svg).not.toContain('data-c="FJI"');
});
