import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { fp7Edges, fp7Organisations } from '../testing/publishers/projects.ts';
import { cordisFp7 } from './cordis-fp7.ts';

/** Ingests projects, each as its participants; an organisation is named by its country and a number: "DE1". */
async function ingest(
  edges: Parameters<typeof fp7Edges>[0],
  organisations: Parameters<typeof fp7Organisations>[0] = [...new Set(edges.map(([, id]) => id))].map(
    (id) => [id, id.slice(0, 2)],
  ),
) {
  const bench = await benchWith({
    'cordis-fp7/fp7edges_sod16.csv': fp7Edges(edges),
    'cordis-fp7/fp7org_sod16.csv': fp7Organisations(organisations),
  });
  await cordisFp7.ingest(bench);
  const rows = await bench.db.all<Record<string, unknown>>(
    'SELECT layer, source, origin, destination, from_year, to_year, value FROM period_flows ORDER BY ALL',
  );
  return { bench, pairs: rows.map((row) => Object.values(row).slice(2).join(' ')), rows };
}

test('shared projects stand in one period, each pair once, under their layer and source', async () => {
  const { rows } = await ingest([
    [1, 'FR1'],
    [1, 'DE1'],
    [2, 'DE2'],
    [2, 'FR1'],
  ]);
  expect(rows).toEqual([
    {
      layer: 'projects',
      source: 'cordis-fp7',
      origin: 'DEU',
      destination: 'FRA',
      from_year: 2007,
      to_year: 2013,
      value: 2,
    },
  ]);
});

test('a country counts once in a project, and a project counts for each of its pairs', async () => {
  const { pairs } = await ingest([
    [1, 'FR1'],
    [1, 'FR2'],
    [1, 'DE1'],
    [1, 'IT1'],
  ]);
  expect(pairs).toEqual(['DEU FRA 2007 2013 1', 'DEU ITA 2007 2013 1', 'FRA ITA 2007 2013 1']);
});

test('EL and GR are Greece, UK the United Kingdom, KO Kosovo, NA Namibia', async () => {
  const { pairs } = await ingest([
    [1, 'EL1'],
    [1, 'UK1'],
    [2, 'GR1'],
    [2, 'UK1'],
    [3, 'KO1'],
    [3, 'NA1'],
  ]);
  expect(pairs).toEqual(['GBR GRC 2007 2013 2', 'NAM XKX 2007 2013 1']);
});

test('a project of one country is left out and counted', async () => {
  const { bench, pairs } = await ingest([
    [1, 'FR1'],
    [1, 'FR2'],
    [2, 'FR1'],
  ]);
  expect(pairs).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual({ 'projects of one country': 2 });
});

test('an organisation without a country makes no pair; the rest of its project does', async () => {
  const { bench, pairs } = await ingest(
    [
      [1, 'a'],
      [1, 'b'],
      [1, 'c'],
      [2, 'c'],
    ],
    [
      ['a', 'DE'],
      ['b', 'FR'],
      ['c', ''],
    ],
  );
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
  expect(await exclusionsOf(bench)).toEqual({ '': 2, 'projects without a country': 1 });
});

test('an edge that is there twice counts once, and is counted as left out', async () => {
  const { bench, pairs } = await ingest([
    [1, 'FR1'],
    [1, 'DE1'],
    [1, 'DE1'],
    [1, 'DE1'],
  ]);
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'repeated participations': 2 });
});

test('an organisation that is listed under two names is one', async () => {
  const { bench, pairs } = await ingest(
    [
      [1, 'a'],
      [1, 'b'],
    ],
    [
      ['a', 'DE', 'OLD NAME'],
      ['a', 'DE', 'NEW NAME'],
      ['b', 'FR'],
    ],
  );
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'further names of an organisation': 1 });
});

test('the country of an organisation may be missing under one of its names', async () => {
  const { bench, pairs } = await ingest(
    [
      [1, 'a'],
      [1, 'b'],
    ],
    [
      ['a', '', 'OLD NAME'],
      ['a', 'DE', 'NEW NAME'],
      ['b', 'FR'],
    ],
  );
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'further names of an organisation': 1 });
});

test('an organisation in two countries stops', async () => {
  const message = await complaint(
    ingest(
      [[1, 'a']],
      [
        ['a', 'DE'],
        ['a', 'FR'],
      ],
    ),
  );
  expect(message).toMatch(/fp7org_sod16\.csv: the organisation a stands in several countries \(DE, FR\)/);
});

test('a participant that the list does not have is counted, and is no empty country', async () => {
  const { bench, pairs } = await ingest(
    [
      [1, 'a'],
      [1, 'b'],
      [1, 'stranger'],
    ],
    [
      ['a', 'DE'],
      ['b', 'FR'],
    ],
  );
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'participations of unknown organisations': 1 });
});

test('semicolons and quotes inside a quoted cell do not move the country', async () => {
  const { pairs } = await ingest(
    [
      [1, 'a'],
      [1, 'b'],
    ],
    [
      ['a', 'DE', 'FIRM; SONS', 'sq "Academic Petar Dinekov"; 2'],
      ['b', 'FR', 'ASSOCIATION "D’ÉTÉ"'],
    ],
  );
  expect(pairs).toEqual(['DEU FRA 2007 2013 1']);
});

test('a code that no country answers to stops', async () => {
  expect(await complaint(ingest([[1, 'QQ1']]))).toMatch(/cordis-fp7, column country: .*\n {2}"QQ" in 1 row/);
});
