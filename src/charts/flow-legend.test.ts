import { describe, expect, test } from 'vitest';
import { flowLegend, type FlowLegend } from './flow-legend.ts';
import type { FlowMapInput } from './flow-input.ts';
import { remainderOf } from './flow-remainder.ts';
import { flowTies } from './flow-ties.ts';
import { BASEMAP, PLACES } from './map-fixture.ts';
import { widthScale } from './width-scale.ts';

const arcs = [
  { origin: 'CHN', destination: 'USA', value: 73485, flag: null },
  { origin: 'CIV', destination: 'FJI', value: 12, flag: null },
];
const input = (more: Partial<FlowMapInput> = {}): FlowMapInput => ({
  places: PLACES,
  basemap: BASEMAP,
  layer: 'papers',
  directed: false,
  focus: null,
  missing: [],
  unit: 'papers',
  arcs,
  ...more,
});
function legend(more: Partial<FlowMapInput> = {}, rest: Partial<FlowLegend> = {}): FlowLegend {
  const asked = input(more);
  const flows = flowTies(asked);
  return {
    flows,
    directed: asked.directed,
    unit: asked.unit,
    widths: widthScale(Math.max(...flows.ties.map(flows.width)), 9),
    remainder: remainderOf(asked, flows.ties),
    missing: [],
    hatch: 'url(#h)',
    leaving: 0,
    ...rest,
  };
}
const words = (markup: string) => [...markup.matchAll(/>([^<]+)<\/text>/g)].map((m) => m[1]);
const said = (of: FlowLegend, width = 704) => words(flowLegend(of, width, 0, 11).markup);

test('widths are named by round numbers, the thinnest as the most it can mean', () => {
  const { markup } = flowLegend(legend(), 704, 0, 11);
  expect(words(markup)).toEqual(['Papers', '50,000', '10,000', '5,000 or fewer']);
  expect([...markup.matchAll(/stroke-width="([\d.]+)"/g)].map((m) => Number(m[1]))).toEqual([6.1, 1.2, 0.6]);
});

describe('what arrows say', () => {
  test('in a directed layer', () => {
    expect(said(legend({ directed: true, layer: 'students' }))).toContain('Arrows point to where they go');
  });
  test('of a pair that is seen from either end', () => {
    expect(said(legend({ directed: true }))).toContain('Each as the country at its start sees it');
  });
  test('and nothing where there are none', () => {
    expect(said(legend()).join()).not.toMatch(/rrow|start/);
  });
});

test('who did not report is named, at most five and the number of the rest', () => {
  const missing = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  expect(said(legend({}, { missing })).at(-1)).toBe('Did not report: A, B, C, D, E and 3 more');
  expect(said(legend()).join()).not.toContain('Did not report');
});

test('a narrow legend leaves out the middle and goes on below', () => {
  const more = legend({ directed: true });
  expect(said(more, 250)).not.toContain('10,000');
  expect(flowLegend(more, 250, 0, 11).height).toBeGreaterThan(flowLegend(more, 704, 0, 11).height);
});

test('hostile words are escaped', () => {
  const { markup } = flowLegend(legend({ unit: '"&<' }, { missing: ['<script>'] }), 704, 0, 11);
  expect(markup).not.toContain('<script>');
  expect(markup).toContain('&lt;script&gt;');
});

describe('the remainder', () => {
  const line = (more: Partial<FlowMapInput>) => said(legend(more)).find((w) => w?.startsWith('Shown'));
  const part = (more: Partial<FlowMapInput>) =>
    Number(flowLegend(legend(more), 704, 0, 11).markup.match(/class="part"[^>]* width="([\d.]+)"/)?.[1]);

  test('counts links where papers and projects are added up', () => {
    expect(line({ all: { ties: 14210, sum: 146994 } })).toBe(
      'Shown: 2 of 14,210\u00a0pairs, 50% of all links',
    );
  });
  test('counts what moves where that may be added up', () => {
    expect(
      line({ layer: 'students', unit: 'students', directed: true, all: { ties: 3, sum: 100_000 } }),
    ).toBe('Shown: 2 of 3\u00a0flows, 73% of all students');
  });
  test('is of ties alone where the measure has no sum', () => {
    expect(line({ all: { ties: 8, sum: null } })).toBe('Shown: 2 of 8\u00a0pairs');
    expect(part({ all: { ties: 8, sum: null } })).toBeCloseTo(110 / 4, 0);
  });
  test('is drawn as a bar of the sum', () => {
    expect(part({ all: { ties: 14210, sum: 146994 } })).toBeCloseTo(55, 0);
  });
  test('is not mentioned where all is drawn', () => {
    expect(line({ all: { ties: 2, sum: 73497 } })).toBeUndefined();
    expect(line({ all: null })).toBeUndefined();
  });
  test('never reads as all', () => {
    expect(line({ all: { ties: 3, sum: 73498 } })).toContain('over 99%');
  });
  test('counts a pair that is drawn from both ends once', () => {
    const both = [...arcs, { ...arcs[0], origin: 'USA', destination: 'CHN' } as (typeof arcs)[0]];
    expect(line({ arcs: both, directed: true, all: { ties: 8, sum: null } })).toBe(
      'Shown: 2 of 8\u00a0pairs',
    );
  });
});

test('provisional and estimated numbers have a key where there are any', () => {
  const flagged = (flag: string | null) => said(legend({ arcs: arcs.map((arc) => ({ ...arc, flag })) }));
  expect(flagged('p')).toContain('Provisional');
  expect(flagged('ep')).toContain('Provisional or estimated');
  expect(flagged('d').join()).not.toMatch(/rovisional|stimated/);
});
