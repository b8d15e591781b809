import { expect, test } from 'vitest';
import { readRecords } from '../lib/records.ts';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf, place } from '../testing/bench.ts';
import { citationsCsv, contextOf } from '../testing/publishers/context.ts';
import { openalexCitations } from './openalex-citations.ts';

async function ingest(rows: Parameters<typeof citationsCsv>[0]): Promise<Workbench> {
  const bench = await benchWith({ 'openalex-citations/dom_vs_intl_mean_citations.csv': citationsCsv(rows) }, [
    place('NAM', 'NA', 'Namibia'),
    place('USA', 'US', 'United States'),
  ]);
  await openalexCitations.ingest(bench);
  return bench;
}

test('two means and the works behind them, every row of low reliability', async () => {
  const bench = await ingest([
    [2022, 'US', 3.9, 12.8, 1_290_088, 445_340],
    [2022, 'NA', 2.5, 9.25, 100, 400],
  ]);
  expect(await contextOf(bench, 'domestic_mean_citations')).toEqual(['NAM 2022 2.5 u', 'USA 2022 3.9 u']);
  expect(await contextOf(bench, 'international_mean_citations')).toEqual([
    'NAM 2022 9.25 u',
    'USA 2022 12.8 u',
  ]);
  expect(await contextOf(bench, 'domestic_works')).toEqual(['NAM 2022 100 u', 'USA 2022 1290088 u']);
  expect(await contextOf(bench, 'international_works')).toEqual(['NAM 2022 400 u', 'USA 2022 445340 u']);
});

test('a gain that is not international less domestic stops: the columns would mean something else', async () => {
  expect(await complaint(ingest([[2022, 'US', 12.8, 3.9, 1, 1, 8.9]]))).toMatch(
    /for US in 2022, gain is not the mean of international works less that of domestic ones/,
  );
  // To the rounding of three decimals they agree.
  await ingest([[2022, 'US', 3.9324, 12.8335, 1, 1, 8.902]]);
});

test('an empty mean is missing, its works stay', async () => {
  const bench = await ingest([[2022, 'US', '', 12.8, 0, 4, 0]]);
  expect(await contextOf(bench, 'domestic_mean_citations')).toEqual([]);
  expect(await contextOf(bench, 'domestic_works')).toEqual(['USA 2022 0 u']);
  expect(await exclusionsOf(bench)).toEqual({ 'empty values of domestic_mean_cites': 1 });
});

test('the record says that nothing is normalised, what is not documented, and where the series jumps', async () => {
  const record = (await readRecords()).get('openalex-citations');
  expect(record?.what).toMatch(/Not normalised/);
  expect(record?.caveats.join('\n')).toMatch(/association, never an effect/);
  expect(record?.caveats.join('\n')).toMatch(/20 core countries .* not documented/);
  expect(record?.caveats.join('\n')).toMatch(/United States jump to 1\.29 million in 2022/);
});
