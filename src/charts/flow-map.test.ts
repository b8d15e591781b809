import { describe, expect, test } from 'vitest';
import { flowMap, type FlowMapInput } from './flow-map.ts';
import { BASEMAP, frameOf, PLACES } from './map-fixture.ts';

const arc = (origin: string, destination: string, value: number, flag: string | null = null) => ({
  origin,
  destination,
  value,
  flag,
});
const input = (more: Partial<FlowMapInput> = {}): FlowMapInput => ({
  places: PLACES,
  basemap: BASEMAP,
  layer: 'papers',
  directed: false,
  focus: null,
  missing: [],
  unit: 'papers',
  arcs: [
    arc('IND', 'USA', 20211, 'p'),
    arc('CHN', 'USA', 73485),
    arc('BEL', 'NLD', 9000),
    arc('NZL', 'USA', 3000),
    arc('CHL', 'NZL', 500),
    arc('CIV', 'FJI', 1),
    arc('DEU', 'GBR', 0),
  ],
  ...more,
});

describe('golden', () => {
  test('undirected, world', async () => {
    await expect(flowMap(input(), frameOf(704))).toMatchFileSnapshot('../../tests/golden/flow-map-world.svg');
  });

  test('directed, one country, narrow, with hosts that did not report', async () => {
    const arcs = [
      arc('CHN', 'NZL', 900),
      arc('NZL', 'USA', 400),
      arc('USA', 'NZL', 300),
      arc('IND', 'NZL', 60),
    ];
    const svg = flowMap(
      input({
        arcs,
        directed: true,
        focus: 'NZL',
        layer: 'students',
        unit: 'students',
        missing: ['CHN', 'SGP'],
      }),
      frameOf(328),
    );
    await expect(svg).toMatchFileSnapshot('../../tests/golden/flow-map-country.svg');
  });
});

describe('arcs', () => {
  const svg = flowMap(input(), frameOf(704));

  test('carry their codes and value, the largest lowest', () => {
    const values = [...svg.matchAll(/data-o="(\w+)" data-d="(\w+)" data-v="(\d+)"/g)].map((m) =>
      m.slice(1, 4).join(' '),
    );
    expect(values[0]).toBe('CHN USA 73485');
    expect(values.at(-1)).toBe('CIV FJI 1');
  });

  test('say what they are without scripts', () => {
    expect(svg).toContain('<title>China and United States: 73,485\u00a0papers</title>');
    expect(svg).toContain('<title>India and United States: 20,211\u00a0papers (provisional)</title>');
  });

  test('a zero is not drawn', () => {
    expect(svg).not.toContain('data-v="0"');
  });

  test('directed ones name from and to', () => {
    expect(flowMap(input({ directed: true }), frameOf(704))).toContain('<title>China to United States');
  });
});

test('names are escaped', () => {
  const svg = flowMap(input(), frameOf(704));
  expect(svg).not.toContain('<&">');
  expect(svg).toContain("Côte d'Ivoire &lt;&amp;&quot;&gt;");
});

test('no inline style, no colour of its own, ids under the frame', () => {
  const svg = flowMap(input({ missing: ['CHN'] }), frameOf(704));
  expect(svg).not.toMatch(/style=|#[0-9a-f]{6}/);
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^fig-/);
});

test('who did not report: hatched where there is an area, a mark where there is none, named in the legend', () => {
  const svg = flowMap(input({ missing: ['CHN', 'SGP'] }), frameOf(704));
  expect(svg).toMatch(/<use href="\/basemap.svg#CHN" class="missing"/);
  expect(svg).toMatch(/<circle class="missing point"[^>]* data-c="SGP"/);
  expect(svg).toContain('Did not report: China, Singapore');
});

test('flows within Europe are shown on a map of Europe, which counts those that leave it', () => {
  const arcs = [arc('BEL', 'NLD', 50), arc('DEU', 'GBR', 80), arc('DEU', 'USA', 10)];
  expect(flowMap(input({ arcs }), frameOf(704))).toContain('1 flow leads off this map');
  expect(flowMap(input({ arcs, extent: 'world' }), frameOf(704))).not.toContain('off this map');
});

test('a fixed scale makes lines of two figures comparable', () => {
  const width = (svg: string) => Number(svg.match(/data-v="3000"[^>]*stroke-width="([\d.]+)"/)?.[1]);
  const few = [arc('NZL', 'USA', 3000)];
  expect(width(flowMap(input({ arcs: few, maxValue: 30000 }), frameOf(704)))).toBeCloseTo(0.9, 1);
  expect(width(flowMap(input({ arcs: few }), frameOf(704)))).toBeCloseTo(9, 1);
});

test('no flows at all still give a map', () => {
  expect(flowMap(input({ arcs: [] }), frameOf(328))).toContain('#land');
});

test('an unknown code is an error that names it', () => {
  expect(() => flowMap(input({ arcs: [arc('QQQ', 'USA', 1)] }), frameOf(704))).toThrow('QQQ');
});
