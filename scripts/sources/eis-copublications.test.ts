import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { contextOf, scoreboardCsv } from '../testing/publishers/context.ts';
import { eisCopublications } from './eis-copublications.ts';

type Row = Parameters<typeof scoreboardCsv>[0][number];

const LABELS = [
  'International scientific co-publications',
  'International scientific co-publications per million population',
] as const;
const papers = (iso2: string, iso3: string, year: number, value: number | string): Row => [
  iso2,
  iso3,
  '1.2.1',
  ...LABELS,
  year,
  value,
];
const PLACES = [
  place('AUT', 'AT', 'Austria'),
  place('GRC', 'GR', 'Greece'),
  place('GBR', 'GB', 'United Kingdom'),
];

async function ingest(rows: readonly Row[]): Promise<Workbench> {
  const bench = await benchWith({ 'eis-copublications/eis_raw_data_2025.csv': scoreboardCsv(rows) }, PLACES);
  await eisCopublications.ingest(bench);
  return bench;
}

test('only indicator 1.2.1 is taken; all others are counted under one reason', async () => {
  const bench = await ingest([
    papers('AT', 'AUT', 2017, 1700.5),
    [
      'AT',
      'AUT',
      '2.1.1',
      'SMEs with product innovations',
      'R&D expenditure in the public sector',
      2017,
      0.9,
    ],
    [
      'AT',
      'AUT',
      '3.2.2',
      'R&D expenditure in the business sector',
      ...LABELS.slice(1),
      2017,
      150,
    ] as unknown as Row,
    ['AT', 'AUT', 'SII', 'Score', 'Score', 2017, 120],
  ]);
  expect(await contextOf(bench, 'copublications_per_million')).toEqual(['AUT 2017 1700.5']);
  expect(await exclusionsOf(bench)).toEqual({ 'indicators other than 1.2.1': 3 });
});

test('if the labels of 1.2.1 are swapped one day, it stops and shows them', async () => {
  const swapped = ['AT', 'AUT', '1.2.1', LABELS[0], 'Venture capital expenditures', 2018, 0.1] as const;
  expect(await complaint(ingest([papers('AT', 'AUT', 2017, 1), swapped]))).toMatch(
    /indicator 1\.2\.1 should be labelled .* "International scientific co-publications \/ Venture capital expenditures"/,
  );
  expect(await complaint(ingest([['AT', 'AUT', 'SII', 'Score', 'Score', 2017, 1]]))).toMatch(/\(not there\)/);
});

test('alpha-3 codes decide, so that EL and UK need no spelling', async () => {
  const bench = await ingest([papers('EL', 'GRC', 2017, 850), papers('UK', 'GBR', 2017, 1500)]);
  expect(await contextOf(bench, 'copublications_per_million')).toEqual(['GBR 2017 1500', 'GRC 2017 850']);
});

test('the European Union as a whole is no country: it stops until somebody excludes it', async () => {
  expect(await complaint(ingest([papers('EU', 'EU27', 2017, 1)]))).toMatch(/"EU27" in 1 row/);
});

test('the year that was still growing is provisional, an empty value is missing', async () => {
  const bench = await ingest([
    papers('AT', 'AUT', 2023, 2200),
    papers('AT', 'AUT', 2024, 2300),
    papers('UK', 'GBR', 2024, ''),
  ]);
  expect(await contextOf(bench, 'copublications_per_million')).toEqual(['AUT 2023 2200', 'AUT 2024 2300 p']);
  expect(await exclusionsOf(bench)).toEqual({ 'empty values': 1 });
});
