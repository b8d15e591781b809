import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf, flowsOf } from '../testing/bench.ts';
import { h2020Gz } from '../testing/publishers.ts';
import { cordisH2020 } from './cordis-h2020.ts';

const FILE = 'cordis-h2020/h2020.csv.gz';

async function ingest(rows: Parameters<typeof h2020Gz>[0]) {
  const bench = await benchWith({ [FILE]: h2020Gz(rows) });
  await cordisH2020.ingest(bench);
  return bench;
}

test('EL is Greece and UK the United Kingdom', async () => {
  const bench = await ingest([
    [1, 'EL', 2018],
    [1, 'UK', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['GBR GRC 2018 1']);
});

test('NA is Namibia as a country, and missing as a year', async () => {
  const bench = await ingest([
    [1, 'NA', 2018],
    [1, 'DE', 2018],
    [2, 'FR', 'NA'],
    [2, 'DE', 'NA'],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU NAM 2018 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'projects without a year': 1 });
});

test('a project of one country is no collaboration, however many participants it has', async () => {
  const bench = await ingest([
    [1, 'DE', 2018],
    [1, 'DE', 2018],
    [2, 'FR', 2018],
    [2, 'IT', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['FRA ITA 2018 1']);
  expect(await exclusionsOf(bench)).toEqual({ 'projects of one country': 1 });
});

test('a project of n countries has n (n − 1) / 2 pairs, each smaller code first', async () => {
  const bench = await ingest([
    [1, 'IT', 2018],
    [1, 'AT', 2018],
    [1, 'FR', 2018],
    [1, 'DE', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual([
    'AUT DEU 2018 1',
    'AUT FRA 2018 1',
    'AUT ITA 2018 1',
    'DEU FRA 2018 1',
    'DEU ITA 2018 1',
    'FRA ITA 2018 1',
  ]);
});

test('a country counts once in a project, and projects of a pair add up', async () => {
  const bench = await ingest([
    [1, 'DE', 2018],
    [1, 'DE', 2018],
    [1, 'FR', 2018],
    [2, 'FR', 2018],
    [2, 'DE', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 2']);
});

test('the years at the edges are flagged as partial', async () => {
  const bench = await ingest(
    [2014, 2015, 2020, 2021].flatMap((year) => [
      [year, 'DE', year],
      [year, 'FR', year],
    ]),
  );
  expect(await flowsOf(bench)).toEqual([
    'DEU FRA 2014 1 u',
    'DEU FRA 2015 1',
    'DEU FRA 2020 1',
    'DEU FRA 2021 1 u',
  ]);
});

test('a year that one participation of a project has holds for the project', async () => {
  const bench = await ingest([
    [1, 'DE', 'NA'],
    [1, 'FR', 2018],
  ]);
  expect(await flowsOf(bench)).toEqual(['DEU FRA 2018 1']);
});

test('a file that is cut short stops, also where DuckDB would take its end for the end', async () => {
  const whole = h2020Gz(Array.from({ length: 3000 }, (_, i) => [i >> 1, i % 2 ? 'DE' : 'FR', 2018] as const));
  for (const part of [whole.length >> 1, whole.length - 8]) {
    const bench = await benchWith({ [FILE]: whole.subarray(0, part) });
    expect(await complaint(cordisH2020.ingest(bench))).toMatch(
      /h2020\.csv\.gz cannot be read: unexpected end of file\. Fetch it again/,
    );
  }
});
