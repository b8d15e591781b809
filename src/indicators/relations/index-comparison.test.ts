import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from '../../../scripts/lib/session.ts';
import { flowsOf, smallRelease } from '../../../tests/support/small-release.ts';

const NCSES = 'ncses-publications/scopus';
const article = (
  edition: string,
  year: number,
  origin: string,
  destination: string,
  value: number,
  index: number,
) => ({
  source: NCSES,
  edition,
  origin,
  destination,
  year,
  value,
  collaboration_index: index,
});

/**
 * OpenAlex in 2022: T_A = 30 + 10 = 40, T_B = 30 + 20 = 50, T_C = 10 + 20 + 5 = 35, T_D = 5, T = 130.
 * NCSES in 2022 has no D: T_A = 8 + 2 = 10, T_B = 8 + 6 = 14, T_C = 2 + 6 = 8, T = 32.
 */
let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    flows: [
      ...flowsOf('papers', 'openalex-copublications', 2022, {
        AAA: { BBB: 30, CCC: 10 },
        BBB: { CCC: 20 },
        CCC: { DDD: 5 },
      }),
      ...flowsOf('papers', 'openalex-copublications', 2003, { AAA: { BBB: 3 }, CCC: { DDD: 5 } }),
      ...flowsOf('papers', 'another', 2022, { AAA: { BBB: 999 } }),
    ],
    publication_pairs: [
      article('SEI2024', 2022, 'AAA', 'BBB', 8, 1.25),
      article('SEI2024', 2022, 'AAA', 'CCC', 2, 0.5),
      article('SEI2024', 2022, 'BBB', 'CCC', 6, 0.75),
      article('SEI2024', 2003, 'AAA', 'BBB', 1, 1),
      article('SEI2024', 2003, 'AAA', 'CCC', 0, 0),
      article('SEI2024', 2003, 'AAA', 'EEE', 4, 2),
      article('SEI2022', 2022, 'AAA', 'BBB', 7, 9),
      article('SEI2022', 2020, 'AAA', 'BBB', 7, 9),
    ],
  });
});
afterAll(() => db.close());

const row = (origin: string, destination: string, year = 2022) =>
  db.one<Record<string, number | null>>(
    `SELECT * FROM index_comparison WHERE origin = '${origin}' AND destination = '${destination}' AND year = ${year}`,
  );

describe('a pair', () => {
  test('has affinity and RIC both ways over all links of OpenAlex, by hand', async () => {
    const { papers, affinity, ric, ric_back } = await row('AAA', 'BBB');
    expect(papers).toBe(30);
    expect(affinity).toBeCloseTo((130 * 30) / (40 * 50), 6);
    // (C / T_X) / ((T_Y − C) / (T − T_X))
    expect(ric).toBeCloseTo(30 / 40 / ((50 - 30) / (130 - 40)), 6);
    expect(ric_back).toBeCloseTo(30 / 50 / ((40 - 30) / (130 - 50)), 6);
  });

  test("has affinity over NCSES's articles between its economies alone", async () => {
    const { articles, affinity_closed, collaboration_index } = await row('BBB', 'CCC');
    expect([articles, collaboration_index]).toEqual([6, 0.75]);
    expect(affinity_closed).toBeCloseTo((32 * 6) / (14 * 8), 6);
  });

  test('without a paper has zero; of a country that OpenAlex lacks, nothing', async () => {
    expect(await row('AAA', 'CCC', 2003)).toMatchObject({ papers: 0, affinity: 0, ric: 0 });
    expect(await row('AAA', 'EEE', 2003)).toMatchObject({
      papers: null,
      affinity: null,
      ric: null,
      ric_back: null,
    });
  });
});

test('gives what pair_indicators gives', async () => {
  const { n, apart } = await db.one<{ n: number; apart: number }>(`
    SELECT count(*) AS n, max(greatest(abs(c.affinity - a.value), abs(c.ric - r.value), abs(c.ric_back - b.value))) AS apart
    FROM index_comparison c
    JOIN pair_indicators a ON a.indicator = 'affinity' AND a.source = c.papers_source AND a.year = c.year AND a.origin = c.origin AND a.destination = c.destination
    JOIN pair_indicators r ON r.indicator = 'ric' AND r.source = c.papers_source AND r.year = c.year AND r.origin = c.origin AND r.destination = c.destination
    JOIN pair_indicators b ON b.indicator = 'ric' AND b.source = c.papers_source AND b.year = c.year AND b.origin = c.destination AND b.destination = c.origin`);
  // All but AAA–BBB of 2003: each is the only partner of the other, and there is no RIC.
  expect([n, apart]).toEqual([4, 0]);
});

test('holds the newest edition alone, each pair once a year', async () => {
  const rows = await db.all<{ edition: string; year: number }>('SELECT edition, year FROM index_comparison');
  expect(rows).toHaveLength(6);
  expect(new Set(rows.map(({ edition }) => edition))).toEqual(new Set(['SEI2024']));
});
