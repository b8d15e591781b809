import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../../testing/folder.ts';
import { soundRelease } from '../../testing/sound-release.ts';
import { checkTable } from '../contract.ts';
import { AFTER } from './contract-checks.ts';
import type { Session } from '../session.ts';
import { agreement, COMPARISONS, LEAST, type Comparison } from './agreement.ts';
import type { Check } from './check.ts';
import { coverageOf, writeCoverage } from './coverage.ts';
import { allChecks, recordQuality, report, type Result } from './index.ts';

const FAILING: Check = {
  id: 'made-up',
  kind: 'mirror',
  title: 'Two lists agree.',
  run: () =>
    Promise.resolve({
      passed: false,
      measured: '2 of 9 rows break it',
      examples: ['origin DEU', 'origin FRA'],
    }),
};

let db: Session;
let checks: readonly Check[];
let results: readonly Result[];
beforeAll(async () => {
  db = await soundRelease();
  const baseline = join(await folderWith(), 'coverage.csv');
  await writeCoverage(await coverageOf(db), baseline);
  checks = [...allChecks(baseline), FAILING];
  // A few pairs that both bases have in an early year.
  await db.run(`
    INSERT INTO flows SELECT * REPLACE (2010 AS year) FROM flows WHERE layer = 'papers' AND year = 2018 AND origin = 'GBR';
    INSERT INTO publication_pairs SELECT * REPLACE (2010 AS year) FROM publication_pairs WHERE year = 2018`);
  results = await recordQuality(db, checks);
});
afterAll(() => db.close());

describe('the tables of quality', () => {
  test('hold every check as it ran, in any case', async () => {
    const { n } = await db.one<{ n: number }>('SELECT count(*)::INTEGER AS n FROM checks WHERE passed');
    expect([n, results.length]).toEqual([checks.length - 1, checks.length]);
    expect(await db.all("FROM checks WHERE id IN ('made-up', 'net-students') ORDER BY id")).toEqual([
      {
        id: 'made-up',
        kind: 'mirror',
        title: 'Two lists agree.',
        passed: false,
        measured: '2 of 9 rows break it',
        examples: 'origin DEU\norigin FRA',
      },
      {
        id: 'net-students',
        kind: 'mirror',
        title: 'Inbound less outbound students are the net flow, wherever all three are there.',
        passed: true,
        measured: '0 of 31 rows break it',
        examples: null,
      },
    ]);
  });

  test('hold every comparison, by years with enough in common', async () => {
    const rows = await db.all<{ comparison: string; compared: number }>('FROM source_agreement');
    expect([...new Set(rows.map((row) => row.comparison))]).toEqual(COMPARISONS.map(({ id }) => id));
    expect(rows.filter(({ compared }) => compared < LEAST)).toEqual([]);
    expect(await agreement(db, COMPARISONS[0] as Comparison)).toContainEqual(
      expect.objectContaining({ year: 2010, compared: 3 }),
    );
    expect(
      await db.all("FROM source_agreement WHERE comparison = 'papers-openalex-ncses' AND year = 2018"),
    ).toEqual([
      {
        comparison: 'papers-openalex-ncses',
        title: 'Papers of pairs of countries: OpenAlex and NCSES (Scopus)',
        first_source: 'ncses-publications/scopus',
        second_source: 'openalex-copublications',
        same_thing: true,
        unit_of_comparison: 'pairs of countries',
        year: 2018,
        compared: 36,
        rank_correlation: 1,
        median_ratio: 1.25,
        ratio_low: 1.25,
        ratio_high: 1.25,
      },
    ]);
  });

  test('give an order, and no size, to what are two things', async () => {
    expect(
      await db.all(
        'SELECT comparison, rank_correlation, median_ratio, ratio_low, ratio_high FROM source_agreement WHERE NOT same_thing',
      ),
    ).toEqual(
      ['students-us-visas', 'students-canada-permits'].map((comparison) => ({
        comparison,
        rank_correlation: 1,
        median_ratio: null,
        ratio_low: null,
        ratio_high: null,
      })),
    );
  });

  test('hold the coverage, as it is written for the next release', async () => {
    expect(await db.all('FROM table_coverage')).toEqual(await coverageOf(db));
  });

  test('keep the contract themselves', async () => {
    for (const table of AFTER) await checkTable(db, table);
  });
});

test('a report has a line for what must hold, for what was measured, and for each example', () => {
  const holds = results.find(({ check }) => check.id === 'eu-members-2020');
  const fails = results.find(({ check }) => check.id === 'made-up');
  expect(report([holds, fails].filter((result) => result !== undefined))).toBe(`\
holds     eu-members-2020: Members of the European Union on 1 February 2020: 27, the United Kingdom having left.
          27; expected: 27
FAILS     made-up: Two lists agree.
          2 of 9 rows break it
          origin DEU
          origin FRA`);
});
