import { expect, test } from 'vitest';
import { benchWith, exclusionsOf, totalsOf } from '../testing/bench.ts';
import { uisTotalsCsv } from '../testing/publishers.ts';
import { uisStudentTotals } from './uis-student-totals.ts';

const [IN, NET] = ['26637', 'MENF.5T8'];

async function ingest(rows: Parameters<typeof uisTotalsCsv>[0]) {
  const bench = await benchWith({
    'uis-student-totals/RAW_inbound_and_outbound_data.csv': uisTotalsCsv(rows),
  });
  await uisStudentTotals.ingest(bench);
  return bench;
}

test('a zero of magnitude NA is not applicable and left out, a zero of magnitude NIL is a real zero', async () => {
  const bench = await ingest([
    [IN, 'NAM', 2010, 0, '', 'NA'],
    [IN, 'VCT', 2010, 0, '', 'NIL'],
  ]);
  expect(await totalsOf(bench, 'inbound_students')).toEqual(['VCT 2010 0']);
  expect(await exclusionsOf(bench)).toEqual({ 'magnitude NA': 1 });
});

test('outbound is inbound less net flow, only where both are there, and always flagged as an estimate', async () => {
  const bench = await ingest([
    [IN, 'DEU', 2016, 250.4],
    [NET, 'DEU', 2016, 130.6],
    [IN, 'FRA', 2016, 90],
    [NET, 'ITA', 2016, -20],
    [IN, 'AUT', 2015, 10],
    [NET, 'AUT', 2016, 5],
  ]);
  expect(await totalsOf(bench, 'outbound_students')).toEqual(['DEU 2016 119 e']);
  expect(await totalsOf(bench, 'net_students')).toEqual(['AUT 2016 5', 'DEU 2016 130.6', 'ITA 2016 -20']);
});

test('a net flow larger than the inbound total gives no outbound, and is counted', async () => {
  const bench = await ingest([
    [IN, 'DEU', 2019, 204_942],
    [NET, 'DEU', 2019, 211_987],
  ]);
  expect(await totalsOf(bench, 'outbound_students')).toEqual([]);
  expect(await totalsOf(bench, 'net_students')).toEqual(['DEU 2019 211987']);
  expect(await exclusionsOf(bench)).toEqual({ 'outbound below zero': 1 });
});

test("estimates of UIS and of countries are flagged, the publisher's own numbers are not", async () => {
  const bench = await ingest([
    [IN, 'DEU', 2015, 1],
    [IN, 'DEU', 2016, 2, 'UIS_EST'],
    [IN, 'DEU', 2017, 3, 'NAT_EST'],
  ]);
  expect(await totalsOf(bench, 'inbound_students')).toEqual(['DEU 2015 1', 'DEU 2016 2 e', 'DEU 2017 3 e']);
});

test('the world is the row SDG: World, an estimate; it has inbound students and nothing else', async () => {
  const bench = await ingest([
    [IN, 'SDG: World', 2022, 6859426.5],
    [NET, 'SDG: World', 2022, 0],
    [IN, 'WB: World', 2022, 6859000],
    [IN, 'DEU', 2022, 1],
  ]);
  expect(await totalsOf(bench, 'inbound_students')).toEqual(['DEU 2022 1', 'WLD 2022 6859426.5 e']);
  expect(await totalsOf(bench, 'net_students')).toEqual([]);
  expect(await totalsOf(bench, 'outbound_students')).toEqual([]);
});

test('regions and groups are left out, also the one that is written without a colon and those with a comma', async () => {
  const bench = await ingest([
    [IN, 'SDG: Europe', 2022, 1],
    [IN, 'MDG: Asia, without Japan', 2022, 1],
    [IN, 'CECC-SICA', 2022, 1],
    [IN, 'DEU', 2022, 1],
  ]);
  expect(await totalsOf(bench, 'inbound_students')).toEqual(['DEU 2022 1']);
  expect(await exclusionsOf(bench)).toEqual({ regions: 3 });
});

test('a row without a value is missing, not zero; a row of another indicator is not net flow', async () => {
  const bench = await ingest([
    [IN, 'DEU', 2022, ''],
    ['26500', 'DEU', 2022, 7],
    [IN, 'FRA', 2022, 1],
  ]);
  expect(await totalsOf(bench, 'inbound_students')).toEqual(['FRA 2022 1']);
  expect(await totalsOf(bench, 'net_students')).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual({ 'no value': 1, 'other indicators': 1 });
});
