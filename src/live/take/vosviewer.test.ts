import { expect, test } from 'vitest';
import { tie } from '../../charts/ego-fixture.ts';
import { layerOf, taken } from './taken-fixture.ts';
import { vosviewerOf } from './vosviewer.ts';

const { network, info } = vosviewerOf(taken());

test('ids are whole numbers from 1, as its reader takes 0 for none', () => {
  expect(network.items.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
  const labels = network.items.map(({ label }) => label);
  expect(labels[0]).toBe('India');
  for (const { source_id, target_id } of network.links)
    for (const id of [source_id, target_id]) expect(network.items.some((item) => item.id === id)).toBe(true);
});

test('directed ties are summed, and it says so', () => {
  const both = vosviewerOf(
    taken({ ties: [tie('IND', 'USA', 7), tie('USA', 'IND', 2), tie('NAM', 'IND', 4)] }),
  );
  expect(both.network.links).toEqual([
    { source_id: 1, target_id: 3, strength: 9 },
    { source_id: 1, target_id: 2, strength: 4 },
  ]);
  expect(both.network.items[0]).toMatchObject({
    weights: { Students: 13, In: 6, Out: 7 },
    scores: { Net: -1 },
  });
  expect(Object.keys(both.network.items[0]?.weights ?? {})[0]).toBe('Students');
  expect(both.info.description).toContain('Both directions of a pair are summed');
});

test('undirected ties have one weight, no score and no word of directions', () => {
  const series = { layer: layerOf('papers'), source: 'x', years: [2018, 2018] as const };
  const papers = vosviewerOf(taken({ series, directed: false }));
  expect(papers.network.items[0]).toMatchObject({ weights: { Papers: 135_955 } });
  expect(papers.network.items[0]).not.toHaveProperty('scores');
  expect(papers.info.description).not.toContain('direction');
});

test('strengths are counts, which are never negative, whatever is measured', () => {
  expect(network.links.map(({ strength }) => strength)).toEqual([135_940, 12, 3]);
});

test('descriptions may hold HTML, so that names are escaped in them and not in labels', () => {
  const item = network.items.find(({ label }) => label.startsWith('-2+3'));
  expect(item?.label).toContain('<b>');
  expect(item?.description).toContain('&lt;b&gt;');
  expect(info.description).toContain('release 2026-11-22');
  expect(info.description).toContain('layer=students&amp;country=IND');
});

test('places and clusters are left to it, which makes them only where all are left out', () => {
  for (const item of network.items)
    for (const key of ['x', 'y', 'cluster']) expect(item).not.toHaveProperty(key);
});

test('fewer countries than it takes are refused in words, and so is a figure without ties', () => {
  expect(() => vosviewerOf(taken({ ties: [tie('IND', 'USA', 1)] }))).toThrow(/3 countries or more.* are 2/);
  expect(() => vosviewerOf(taken({ ties: [] }))).toThrow('no ties');
  expect(() => vosviewerOf(taken({ ties: null }))).toThrow('no ties');
});
