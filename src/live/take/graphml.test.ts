import { describe, expect, test } from 'vitest';
import { tie } from '../../charts/ego-fixture.ts';
import { graphmlOf } from './graphml.ts';
import { layerOf, taken } from './taken-fixture.ts';

const all = (xml: string, pattern: RegExp): string[][] =>
  [...xml.matchAll(pattern)].map((match) => [...match]);
/** Cells of the node or edge by that id, by key. */
function cells(xml: string, kind: 'node' | 'edge', id: string): Record<string, string> {
  const inside = new RegExp(`<${kind} id="${id}"[^>]*>(.*?)</${kind}>`, 's').exec(xml)?.[1] ?? '';
  return Object.fromEntries(
    all(inside, /<data key="([^"]+)">(.*?)<\/data>/gs).map(([, key, value]) => [key, value]),
  );
}

describe('a directed network', () => {
  const xml = graphmlOf(taken());

  test('has a node for every end and an edge for every tie', () => {
    expect(all(xml, /<node id="(\w+)"/g).map(([, id]) => id)).toEqual(['IND', 'USA', 'XAA', 'XAB']);
    expect(all(xml, /<edge id="[^"]+" source="(\w+)" target="(\w+)"/g).map(([, ...ends]) => ends)).toEqual([
      ['IND', 'USA'],
      ['IND', 'XAA'],
      ['XAB', 'IND'],
      ['USA', 'IND'],
    ]);
    expect(xml).toContain('edgedefault="directed"');
  });

  test('declares every key once, with a type, before the graph, and uses no other', () => {
    const keys = all(xml, /<key id="([^"]+)" for="(node|edge)" attr\.name="[^"]+" attr\.type="(\w+)">/g);
    const ids = keys.map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, , , type] of keys) expect(['string', 'int', 'long', 'double']).toContain(type);
    for (const [, id, kind] of keys) expect(id?.startsWith(`${kind}_`)).toBe(true);
    for (const [, id] of all(xml, /<data key="([^"]+)"/g)) expect(ids).toContain(id);
    expect(xml.lastIndexOf('<key')).toBeLessThan(xml.indexOf('<graph id'));
  });

  test('says of countries and ties what the figure knows, and leaves out what it does not', () => {
    expect(cells(xml, 'node', 'IND')).toEqual({
      node_label: 'India',
      node_region: 'Asia',
      node_lon: '77.2',
      node_lat: '28.6',
      node_strength: '135955',
      node_strength_out: '135952',
      node_strength_in: '3',
    });
    expect(cells(xml, 'node', 'USA')).not.toHaveProperty('node_region');
    expect(cells(xml, 'edge', 'IND-USA')).toEqual({
      edge_weight: '135940',
      edge_value: '135940',
      edge_flag: 'ep',
      edge_year: '2018',
      edge_layer: 'students',
      edge_data_source: 'uis',
    });
    expect(cells(xml, 'edge', 'IND-XAA')).toMatchObject({ edge_low: '9.5', edge_high: '0.3' });
    expect(cells(xml, 'edge', 'USA-IND')).toMatchObject({ edge_weight: '0', edge_value: '-5' });
  });

  test('names label and weight as Gephi and networkx look for them', () => {
    expect(xml).toContain('for="node" attr.name="label"');
    expect(xml).toContain('for="edge" attr.name="weight"');
  });

  test('carries the credits where a reader of the file finds them', () => {
    expect(xml).toMatch(/<desc>Students from and in India, 2018\n.*release 2026-11-22.*<\/desc>/s);
    expect(xml).toContain('country=IND&amp;year=2018');
  });

  test('holds hostile names as text, and no letter that XML forbids', () => {
    expect(xml).toContain('=HYPERLINK(&quot;https://example.org&quot;,&quot;A &amp; B&quot;)');
    expect(xml).not.toContain('<b>');
    const bell = graphmlOf(taken({ ties: [tie('XAC', 'IND', 1)] }));
    expect(bell).not.toContain('\u0007');
    expect(bell).toContain('@SUM(A1:A9)\ufffd');
  });
});

test('an undirected network has no sums by direction, and years of a run are two', () => {
  const series = { layer: layerOf('papers'), source: 'x', years: [2010, 2012] as const };
  const xml = graphmlOf(taken({ directed: false, series }));
  expect(xml).toContain('edgedefault="undirected"');
  expect(xml).not.toContain('strength_out');
  expect(cells(xml, 'edge', 'IND-USA')).toMatchObject({ edge_first_year: '2010', edge_last_year: '2012' });
});

test('a comparison says the other value and what it is of', () => {
  const against = { layer: layerOf('papers'), source: 'x', years: [2010, 2010] as const };
  const xml = graphmlOf(
    taken({ against, ties: [tie('IND', 'USA', 1, { other: 2.5 }), tie('IND', 'NAM', 1)] }),
  );
  expect(cells(xml, 'edge', 'IND-USA')).toMatchObject({ edge_other: '2.5' });
  expect(cells(xml, 'edge', 'IND-NAM')).not.toHaveProperty('edge_other');
});
