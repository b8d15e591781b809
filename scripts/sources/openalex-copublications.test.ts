import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf, flowsOf, totalsOf } from '../testing/bench.ts';
import { bothWays, openalexZip, pajek, type Arcs } from '../testing/publishers.ts';
import { openalexCopublications } from './openalex-copublications.ts';

const LABELS = ['AN', 'CN', 'DE', 'NA', 'ZA'];
const FILE = 'openalex-copublications/WrldCo_years.zip';

async function ingest(years: Record<number, Arcs>, labels: readonly string[] = LABELS) {
  const nets = Object.fromEntries(Object.entries(years).map(([year, arcs]) => [year, pajek(labels, arcs)]));
  const bench = await benchWith({ [FILE]: openalexZip(nets) });
  await openalexCopublications.ingest(bench);
  return bench;
}

test('NA is Namibia', async () => {
  const bench = await ingest({ 2019: bothWays([['NA', 'ZA', 7]]) });
  expect(await flowsOf(bench)).toEqual(['NAM ZAF 2019 7']);
});

test('the network that adds up all years is no year', async () => {
  const bench = await ingest({ 2018: bothWays([['CN', 'DE', 1]]), 2019: bothWays([['CN', 'DE', 2]]) });
  expect(await flowsOf(bench)).toEqual(['CHN DEU 2018 1', 'CHN DEU 2019 2']);
});

test('a pair stands once, the smaller alpha-3 code first, whatever the order of the labels', async () => {
  const bench = await ingest({ 2019: bothWays([['ZA', 'CN', 3]]) });
  expect(await flowsOf(bench)).toEqual(['CHN ZAF 2019 3']);
});

test('where the two directions differ, the larger is kept and the other noted', async () => {
  const bench = await ingest({
    2019: [
      ['CN', 'DE', 213],
      ['DE', 'CN', 214],
      ['DE', 'ZA', 5],
      ['ZA', 'DE', 5],
    ],
  });
  expect(await flowsOf(bench)).toEqual(['CHN DEU 2019 214', 'DEU ZAF 2019 5']);
  expect(await bench.db.all('SELECT origin, destination, year, published, kept FROM adjustments')).toEqual([
    { origin: 'CHN', destination: 'DEU', year: 2019, published: '213 and 214', kept: 214 },
  ]);
});

test('a pair in one direction only stops the ingest', async () => {
  expect(await complaint(ingest({ 2019: [['CN', 'DE', 4]] }))).toMatch(
    /WrldCo_years\.zip: 1 pairs stand in one direction only.*Fetch the file again/,
  );
});

test('one direction twice does not pass for two', async () => {
  const twice: Arcs = [
    ['CN', 'DE', 4],
    ['CN', 'DE', 4],
  ];
  expect(await complaint(ingest({ 2019: twice }))).toMatch(/one direction only/);
});

test('the diagonal is the works with other countries, and no flow', async () => {
  const bench = await ingest({
    2019: bothWays([
      ['CN', 'CN', 100],
      ['CN', 'DE', 4],
    ]),
  });
  expect(await flowsOf(bench)).toEqual(['CHN DEU 2019 4']);
  expect(await totalsOf(bench, 'international_works')).toEqual(['CHN 2019 100']);
});

test('2023 was still growing: its flows and totals are provisional, those before are not', async () => {
  const arcs = bothWays([
    ['CN', 'CN', 9],
    ['CN', 'DE', 4],
  ]);
  const bench = await ingest({ 2022: arcs, 2023: arcs });
  expect(await flowsOf(bench)).toEqual(['CHN DEU 2022 4', 'CHN DEU 2023 4 p']);
  expect(await totalsOf(bench, 'international_works')).toEqual(['CHN 2022 9', 'CHN 2023 9 p']);
});

test('the Netherlands Antilles are listed as left out, with and without links', async () => {
  const without = await ingest({ 2019: bothWays([['CN', 'DE', 4]]) });
  expect(await exclusionsOf(without)).toEqual({ AN: 0 });
  const withLinks = await ingest({
    2019: bothWays([
      ['AN', 'CN', 1],
      ['CN', 'DE', 4],
    ]),
  });
  expect(await flowsOf(withLinks)).toEqual(['CHN DEU 2019 4']);
  expect(await exclusionsOf(withLinks)).toEqual({ AN: 2 });
});

test('an unknown code stops the ingest, with source, column, value, rows, nearest codes and where to add it', async () => {
  const arcs = bothWays([
    ['CN', 'QQ', 1],
    ['DE', 'QQ', 2],
  ]);
  const message = await complaint(ingest({ 2019: arcs }, [...LABELS, 'QQ']));
  expect(message).toMatch(/^openalex-copublications, column a: 1 value /);
  expect(message).toMatch(/"QQ" in 2 rows; nearest: \w\w, \w\w, \w\w/);
  expect(message).toMatch(/data\/countries\/spellings\.csv .* data\/countries\/excluded\.csv/);
});

test('a zip that is cut short, or holds no network, stops with the name of the file', async () => {
  const zip = openalexZip({ 2019: pajek(LABELS, bothWays([['CN', 'DE', 4]])) });
  const cut = await benchWith({ [FILE]: zip.subarray(0, zip.length / 2) });
  expect(await complaint(openalexCopublications.ingest(cut))).toMatch(
    /WrldCo_years\.zip is no whole zip: .*Nothing of it was unpacked\. .*Bring it again/,
  );
  const renamed = await benchWith({ [FILE]: openalexZip({}) });
  expect(await complaint(openalexCopublications.ingest(renamed))).toMatch(
    /WrldCo_years\.zip does not hold what is looked for\.\nIt holds: nothing\.\n.*Mend the adapter/,
  );
});

test('a network that is cut short stops with file, year and what is missing', async () => {
  const net = pajek(LABELS, bothWays([['CN', 'DE', 4]]));
  const bench = await benchWith({ [FILE]: openalexZip({ 2019: net.slice(0, net.indexOf('4 "NA"')) }) });
  expect(await complaint(openalexCopublications.ingest(bench))).toMatch(
    /WrldCo_years\.zip, 2019: 3 of 5 vertices and 0 arcs: the file is cut short/,
  );
});
