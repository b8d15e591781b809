import { expect, test } from 'vitest';
import { benchWith } from '../testing/bench.ts';
import { aiCsv, authorshipCsv, indexCsv, longGz, pairsCsv } from '../testing/publishers/ncses.ts';
import { ncsesPublications } from './ncses-publications.ts';

test('all six files are read, and rows name one of the two bases', async () => {
  const bench = await benchWith({
    'ncses-publications/table_10001_articles_by_coauthorship_2003_2022.csv': authorshipCsv(2024, 2022, [
      ['World -> Germany -> Total articles -> With international institutions', 70],
    ]),
    'ncses-publications/table_5002_articles_by_coauthorship_1996_2020.csv': authorshipCsv(2022, 2020, [
      ['Germany -> Total articles', 90],
    ]),
    'ncses-publications/pairs_whole_count.csv': pairsCsv([
      ['SEI2024 SPBS-35', 2022, 'World', 'Germany', 70],
      ['SEI2024 SPBS-35', 2022, 'Germany', 'Italy', 5],
    ]),
    'ncses-publications/pairs_collaboration_index.csv': indexCsv([
      ['SEI2024 SPBS-38', 2022, 'Germany', 'Italy', 1.5],
    ]),
    'ncses-publications/country_year_long.csv.gz': longGz([
      [
        'S&E articles in all S&E fields, whole count, by region, country, or economy: 2003–22',
        'Germany',
        2022,
        100,
      ],
    ]),
    'ncses-publications/table_10060_ai_pairs_2003_2022.csv': aiCsv({ Germany: [0, 7], Italy: [7, 0] }),
  });
  await ncsesPublications.ingest(bench);
  expect(
    await bench.db.one(`
      SELECT (SELECT count(*) FROM publication_counts)::INTEGER AS counts, (SELECT count(*) FROM publication_pairs)::INTEGER AS pairs,
             (SELECT count(*) FROM publication_fields)::INTEGER AS fields, (SELECT count(*) FROM period_flows)::INTEGER AS ai`),
  ).toEqual({ counts: 2, pairs: 1, fields: 1, ai: 1 });
  const sources = await bench.db.all(`
    SELECT DISTINCT source FROM (FROM (SELECT source FROM publication_counts) UNION (SELECT source FROM publication_pairs)
      UNION (SELECT source FROM publication_fields) UNION (SELECT source FROM period_flows) UNION (SELECT source FROM exclusions)) ORDER BY source`);
  expect(sources).toEqual([{ source: 'ncses-publications/ai' }, { source: 'ncses-publications/scopus' }]);
});
