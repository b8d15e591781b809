import { expect, test } from 'vitest';
import { choropleth, type ChoroplethInput } from './choropleth.ts';
import { BASEMAP, frameOf, PLACES } from './map-fixture.ts';

const value = (iso3: string, v: number, flag: string | null = null) => ({ iso3, value: v, flag });
const input = (more: Partial<ChoroplethInput> = {}): ChoroplethInput => ({
  places: PLACES,
  basemap: BASEMAP,
  layer: 'papers',
  head: 'Share of papers with another country',
  format: (v) => `${String(v)}%`,
  limits: [10, 20, 40],
  notReported: ['CHN'],
  values: [value('USA', 39, 'p'), value('DEU', 55), value('SGP', 70), value('CIV', 0), value('IND', 9)],
  ...more,
});

test('golden', async () => {
  await expect(choropleth(input(), frameOf(704))).toMatchFileSnapshot('../../tests/golden/choropleth.svg');
});

test('shades areas, and draws a point where there is none to shade', () => {
  const svg = choropleth(input(), frameOf(704));
  expect(svg).toContain('<use href="/basemap.svg#DEU" class="q6" data-c="DEU" data-v="55">');
  expect(svg).toMatch(/<circle class="q6 point" data-c="SGP" data-v="70"/);
  expect(svg).toContain('<title>United States: 39% (provisional)</title>');
});

test('zero, not reported and no data are three things', () => {
  const svg = choropleth(input(), frameOf(704));
  expect(svg).toContain('#CIV" class="q0"');
  expect(svg).toMatch(/#CHN" class="void" fill="url\(#fig-missing-map\)"/);
  expect(svg).toMatch(/#land" class="void" fill="url\(#fig-none-map\)"/);
  for (const words of ['>0%<', '>not reported<', '>no data<', '>under 10%<', '>40% and more<'])
    expect(svg).toContain(words);
});

test('a value beats "not reported"', () => {
  expect(choropleth(input({ notReported: ['DEU'] }), frameOf(704))).not.toContain('not reported');
});

test('a diverging ramp uses its own classes', () => {
  const svg = choropleth(
    input({
      ramp: 'diverging',
      limits: [0.9, 1.1],
      values: [value('USA', 0.5), value('IND', 1), value('DEU', 2)],
    }),
    frameOf(328),
  );
  for (const name of ['d1', 'd4', 'd7']) expect(svg).toContain(`class="${name}"`);
});

test('no values at all still give a map', () => {
  expect(choropleth(input({ values: [], limits: [] }), frameOf(328))).toContain('no data');
});

test('without limits, classes hold about equally many places', () => {
  const { limits, ...rest } = input();
  expect(limits).toHaveLength(3);
  expect(choropleth(rest, frameOf(704))).toContain('and more');
});
