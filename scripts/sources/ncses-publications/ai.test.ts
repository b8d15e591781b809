import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../../testing/bench.ts';
import { aiCsv } from '../../testing/publishers/ncses.ts';
import { aiPairs } from './ai.ts';

const FILE = 'ncses-publications/table_10060_ai_pairs_2003_2022.csv';

async function ingestText(text: string) {
  const bench = await benchWith({ [FILE]: text });
  await aiPairs(bench);
  const rows = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' ', layer, source, origin, destination, from_year, to_year, value, flag) AS text FROM period_flows ORDER BY text`);
  return { bench, rows: rows.map((row) => row.text) };
}
const ingest = (matrix: Parameters<typeof aiCsv>[0]) => ingestText(aiCsv(matrix));

test('each pair stands once for the whole period, and a zero within the matrix is a zero', async () => {
  const { bench, rows } = await ingest({
    Germany: [0, 7, 0],
    'United States of America': [7, 0, 9],
    Austria: [0, 9, 0],
  });
  expect(rows).toEqual([
    'papers ncses-publications/ai AUT DEU 2003 2022 0',
    'papers ncses-publications/ai AUT USA 2003 2022 9',
    'papers ncses-publications/ai DEU USA 2003 2022 7',
  ]);
  expect(await exclusionsOf(bench)).toEqual({ diagonal: 3, 'pairs from their other end': 3 });
  expect(await bench.db.all('FROM adjustments')).toEqual([]);
});

test('where the halves of the matrix differ the larger number is kept and noted', async () => {
  const { bench, rows } = await ingest({ Germany: [0, 7], Austria: [8, 0] });
  expect(rows).toEqual(['papers ncses-publications/ai AUT DEU 2003 2022 8']);
  expect(await bench.db.all('SELECT origin, destination, published, kept FROM adjustments')).toEqual([
    { origin: 'AUT', destination: 'DEU', published: '7 and 8', kept: 8 },
  ]);
});

test('an economy without its column, a cell that is no count and a name that nobody knows stop', async () => {
  const whole = aiCsv({ Germany: [0, 7], Austria: [7, 0] });
  expect(await complaint(ingestText(whole.replace('germany', 'deutschland')))).toMatch(
    /the column germany is not there\.\nThe file has: .*deutschland/,
  );
  expect(await complaint(ingestText(whole.replace('Germany,0,7', 'Germany,0,n.a.')))).toMatch(
    /Germany and Austria: "n\.a\." is no count/,
  );
  expect(await complaint(ingest({ Germany: [0, 7], Austrasia: [7, 0] }))).toMatch(/"Austrasia" in 2 rows/);
});
