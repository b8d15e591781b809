import { expect, test } from 'vitest';
import { random } from '../../tests/support/random.ts';
import { oneColumn, stacked, twoColumns, type EgoNode } from './ego-layout.ts';

const REGIONS = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', 'Elsewhere'];
const nodes = (n: number, next: () => number, regions = REGIONS): EgoNode[] =>
  Array.from({ length: n }, (_, i) => ({
    iso3: `N${i}`,
    lines: ['name'],
    region: regions[Math.floor(next() * regions.length)] ?? '',
    weight: next(),
  }));
const total = (rows: readonly { height: number }[]) => rows.reduce((sum, row) => sum + row.height, 0);

test('whatever the partners: each stands once, regions are sectors, columns are about as long', () => {
  const next = random(3);
  for (let round = 0; round < 60; round++) {
    const all = nodes(1 + Math.floor(next() * 60), next);
    const [left, right] = twoColumns(all, 10);
    // Around the ring, from the bottom up the left side and down the right one.
    const ring = [...[...left].reverse(), ...right].flatMap(({ node }) => node ?? []);
    expect(ring.map(({ iso3 }) => iso3).sort()).toEqual(all.map(({ iso3 }) => iso3).sort());
    const runs = ring.filter((node, i) => node.region !== ring[i - 1]?.region);
    expect(runs.length).toBe(new Set(all.map(({ region }) => region)).size);
    if (all.length > 12) expect(Math.abs(total(left) - total(right))).toBeLessThan(75);
  }
});

test('a region on both sides has its largest at both tops', () => {
  const all = nodes(20, random(5), ['Europe']);
  const [left, right] = twoColumns(all, 10);
  const [first, second] = [...all].sort((a, b) => b.weight - a.weight);
  expect([left[1]?.node, right[1]?.node].map((node) => node?.iso3).sort()).toEqual(
    [first, second].map((node) => node?.iso3).sort(),
  );
  for (const column of [left, right]) {
    const weights = column.flatMap(({ node }) => node?.weight ?? []);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  }
});

test('a lone column begins with Europe and holds every partner under its region', () => {
  const all = nodes(30, random(9));
  const rows = oneColumn(all, 10);
  expect(rows[0]?.lines).toEqual(['Europe']);
  expect(rows.filter(({ node }) => node)).toHaveLength(30);
  let title = '';
  for (const { node, lines } of rows) {
    if (node) expect(node.region).toBe(title);
    else title = lines[0] ?? '';
  }
});

test('rows lie around the middle, stretched to a height but never pressed', () => {
  const rows = oneColumn(nodes(4, random(1), ['Asia']), 10);
  const loose = stacked(rows, 100, 200);
  expect(loose.at(-1)?.bottom).toBeCloseTo(200);
  expect(stacked(rows, 100, 5).at(-1)?.bottom).toBeCloseTo(100 + total(rows) / 2);
});
