import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../../testing/bench.ts';
import { indexCsv, pairsCsv } from '../../testing/publishers/ncses.ts';
import { articlePairs } from './pairs.ts';

type Pairs = Parameters<typeof pairsCsv>[0];
const EDITION = 'SEI2024 SPBS-35';

/** @param counts what publication_counts holds already, in SQL: edition, country, year, international articles */
async function ingest(
  pairs: Pairs,
  index: Pairs = [[EDITION, 2022, 'Austria', 'Italy', 1]],
  counts?: string,
) {
  const bench = await benchWith({
    'ncses-publications/pairs_whole_count.csv': pairsCsv(pairs),
    'ncses-publications/pairs_collaboration_index.csv': indexCsv(index),
  });
  if (counts)
    await bench.db.run(`
      INSERT INTO publication_counts BY NAME
      SELECT 'ncses-publications/scopus' AS source, *, 'international' AS attribute FROM (VALUES ${counts}) t(edition, country, year, value)`);
  await articlePairs(bench);
  const rows = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' ', edition, origin, destination, year, value, coalesce(collaboration_index::VARCHAR, '-')) AS text FROM publication_pairs ORDER BY text`);
  const counted = await bench.db.all<{ text: string }>(
    `SELECT concat_ws(' ', edition, country, attribute, year, value) AS text FROM publication_counts ORDER BY text`,
  );
  return { bench, pairs: rows.map((row) => row.text), counts: counted.map((row) => row.text) };
}

test('a pair stands with the smaller code first, its index beside it, from whichever end either is written', async () => {
  const { pairs } = await ingest(
    [
      [EDITION, 2022, 'Italy', 'Germany', 30],
      [EDITION, 2022, 'Austria', 'Germany', 20],
      [EDITION, 2022, 'Austria', 'Italy', 0],
    ],
    [
      ['SEI2024 SPBS-38', 2022, 'Germany', 'Italy', 1.25],
      ['SEI2024 SPBS-38', 2022, 'Germany', 'Austria', 0],
    ],
  );
  expect(pairs).toEqual([
    'SEI2024 AUT DEU 2022 20 0.0',
    'SEI2024 AUT ITA 2022 0 -',
    'SEI2024 DEU ITA 2022 30 1.25',
  ]);
});

test('editions and years are apart', async () => {
  const { pairs } = await ingest(
    [
      ['SEI2020 S5a-33', 1996, 'Germany', 'Italy', 1],
      ['SEI2022 SPBS-36', 1996, 'Germany', 'Italy', 2],
      ['SEI2022 SPBS-36', 2020, 'Germany', 'Italy', 3],
    ],
    [['SEI2022 SPBS-39', 1996, 'Germany', 'Italy', 0.5]],
  );
  expect(pairs).toEqual([
    'SEI2020 DEU ITA 1996 1 -',
    'SEI2022 DEU ITA 1996 2 0.5',
    'SEI2022 DEU ITA 2020 3 -',
  ]);
});

test('a pair from both ends counts once; if the ends differ the larger is kept and noted', async () => {
  const { bench, pairs } = await ingest([
    [EDITION, 2022, 'Germany', 'Italy', 30],
    [EDITION, 2022, 'Italy', 'Germany', 30],
    [EDITION, 2022, 'Germany', 'France', 5],
    [EDITION, 2022, 'France', 'Germany', 4],
    [EDITION, 2022, 'France', 'France', 9],
  ]);
  expect(pairs).toEqual(['SEI2024 DEU FRA 2022 5 -', 'SEI2024 DEU ITA 2022 30 -']);
  expect(await bench.db.all('SELECT * EXCLUDE (reason) FROM adjustments')).toEqual([
    {
      source: 'ncses-publications/scopus',
      origin: 'DEU',
      destination: 'FRA',
      year: 2022,
      published: '4 and 5',
      kept: 5,
    },
  ]);
  expect(await exclusionsOf(bench)).toEqual({
    diagonal: 1,
    'index of a pair without a count': 1,
    'pairs from their other end': 2,
  });
});

test('pairs with the world are totals: left out where the counts hold them, among the counts where they do not', async () => {
  const { bench, pairs, counts } = await ingest(
    [
      [EDITION, 2022, 'World', 'Germany', 70],
      ['SEI2020 S5a-33', 2018, 'World', 'Germany', 60],
      ['SEI2020 S5a-33', 1996, 'World', 'Germany', 50],
      [EDITION, 2022, 'Austria', 'Italy', 3],
    ],
    undefined,
    `('SEI2024', 'DEU', 2022, 70), ('SEI2022', 'DEU', 1996, 51)`,
  );
  expect(pairs).toEqual(['SEI2024 AUT ITA 2022 3 1.0']);
  expect(counts).toEqual([
    'SEI2020 DEU international 1996 50',
    'SEI2020 DEU international 2018 60',
    'SEI2022 DEU international 1996 51',
    'SEI2024 DEU international 2022 70',
  ]);
  expect(await exclusionsOf(bench)).toEqual({ 'pairs with the world': 1 });
});

test('a total that is not that of the counts stops with both', async () => {
  expect(
    await complaint(
      ingest([[EDITION, 2022, 'World', 'Germany', 71]], undefined, `('SEI2024', 'DEU', 2022, 70)`),
    ),
  ).toMatch(
    /DEU has 71 articles with the world in 2022 \(SEI2024\), but the table of counts has 70 international ones/,
  );
});

test('a name that nobody knows stops, and a region is left out once', async () => {
  expect(await complaint(ingest([[EDITION, 2022, 'Germania', 'Italy', 1]]))).toMatch(/"Germania" in 1 row/);
  const { bench } = await ingest([
    [EDITION, 2022, 'Europe', 'Italy', 1],
    [EDITION, 2022, 'Italy', 'Asia', 1],
    [EDITION, 2022, 'Europe', 'Asia', 1],
    [EDITION, 2022, 'Austria', 'Italy', 1],
  ]);
  expect(await exclusionsOf(bench)).toEqual({ Asia: 1, Europe: 2 });
});
