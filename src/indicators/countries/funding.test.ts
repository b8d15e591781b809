import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, random } from '../../../tests/support/random.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import type { Session } from '../../../scripts/lib/session.ts';

const proposals = (
  framework: string,
  stage: string,
  country: string,
  year: number,
  participations: number,
  flag: string | null = null,
) => ({ source: 'ecorda-participation', framework, stage, country, year, participations, flag });
const part = (country: string, year: number, of: Readonly<Record<string, string | number | null>>) => ({
  source: 'cordis-h2020',
  theme: 'all',
  country,
  year,
  projects: 0,
  cross_border_projects: 0,
  participations: 0,
  coordinations: 0,
  cross_border_participations: 0,
  cross_border_coordinations: 0,
  university_firm_projects: 0,
  contribution: null,
  contribution_missing: 0,
  ...of,
});

const next = random(3);
const RANDOM = Array.from({ length: 26 }, (_, n) => {
  const evaluated = between(1, n < 13 ? 12 : 5000, next);
  return [`R${String.fromCharCode(65 + n)}X`, evaluated, between(0, evaluated, next)] as const;
});

let db: Session;
beforeAll(async () => {
  db = await smallRelease({
    programme_participation: [
      proposals('FP7', 'evaluated', 'AAA', 2013, 50),
      proposals('FP7', 'successful', 'AAA', 2013, 10),
      proposals('Horizon 2020', 'evaluated', 'AAA', 2013, 250, 'p'),
      proposals('Horizon 2020', 'successful', 'AAA', 2013, 30, 'p'),
      proposals('FP7', 'evaluated', 'BBB', 2013, 50),
      proposals('FP6', 'evaluated', 'CCC', 2004, 50),
      proposals('FP6', 'successful', 'CCC', 2004, 50),
      ...RANDOM.flatMap(([code, evaluated, successful]) => [
        proposals('Horizon 2020', 'evaluated', code, 2015, evaluated),
        proposals('Horizon 2020', 'successful', code, 2015, successful),
      ]),
    ],
    project_participation: [
      part('AAA', 2016, {
        participations: 5,
        contribution: 900,
        contribution_missing: 2,
        coordinations: 5,
        cross_border_participations: 12,
        cross_border_coordinations: 3,
      }),
      part('AAA', 2021, { participations: 1, contribution: 70.5, flag: 'u' }),
      part('BBB', 2016, { participations: 4, contribution: 0, contribution_missing: 1 }),
      part('CCC', 2016, { participations: 4, contribution_missing: 4 }),
      part('WLD', 2016, {
        participations: 13,
        contribution: 900,
        cross_border_participations: 40,
        cross_border_coordinations: 10,
      }),
      part('WLD', 2016, { theme: 'energy', cross_border_participations: 9, cross_border_coordinations: 4 }),
      part('AAA', 2016, {
        theme: 'energy',
        participations: 2,
        contribution: 10,
        cross_border_participations: 2,
        cross_border_coordinations: 2,
      }),
    ],
  });
});
afterAll(() => db.close());

interface Row {
  country: string;
  year: number;
  value: number;
  low: number | null;
  high: number | null;
  flag: string | null;
}
const rowsOf = (indicator: string, where = "country NOT LIKE 'R%'"): Promise<Row[]> =>
  db.all<Row>(
    `SELECT country, year, value, low, high, flag FROM country_indicators
     WHERE indicator = '${indicator}' AND layer = 'projects' AND ${where} ORDER BY country, year`,
  );

test('two programmes in one year: 10 of 50 and 30 of 250 are 40 of 300, and not the mean of their rates', async () => {
  const [row, ...others] = await rowsOf('success_rate');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ country: 'AAA', year: 2013, value: 0.133333, flag: 'p' });
  // Wilson of 40 of 300, worked out apart: 0.0994664 to 0.1764718
  expect(row?.low).toBeCloseTo(0.099466, 5);
  expect(row?.high).toBeCloseTo(0.176472, 5);
});

test('a rate lies within its limits, which lie within 0 and 1 and are closer the more was evaluated', async () => {
  const rows = await rowsOf('success_rate', "country LIKE 'R%'");
  expect(rows).toHaveLength(RANDOM.length);
  RANDOM.forEach(([code, evaluated, successful], n) => {
    const row = rows[n];
    if (!row || row.low === null || row.high === null) throw new Error(`No limits of ${code}.`);
    expect(row.value).toBeCloseTo(successful / evaluated, 6);
    expect(row.low).toBeGreaterThanOrEqual(0);
    expect(row.low).toBeLessThanOrEqual(row.value);
    expect(row.high).toBeGreaterThanOrEqual(row.value);
    expect(row.high).toBeLessThanOrEqual(1);
    expect(row.high - row.low).toBeLessThan(2 / Math.sqrt(evaluated));
  });
});

test('money over the participations whose amount is known: 900 over 5 − 2; nil is an amount, a missing one is none', async () => {
  expect(await rowsOf('contribution_per_participation')).toEqual([
    { country: 'AAA', year: 2016, value: 300, low: null, high: null, flag: null },
    { country: 'AAA', year: 2021, value: 70.5, low: null, high: null, flag: 'u' },
    { country: 'BBB', year: 2016, value: 0, low: null, high: null, flag: null },
  ]);
});

test('3 of 12 participations in shared projects as coordinator; the whole programme alone, and no world', async () => {
  const [row, ...others] = await rowsOf('coordinator_share');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ country: 'AAA', year: 2016, value: 0.25 });
  // Wilson of 3 of 12, worked out apart: 0.0889417 to 0.5323053
  expect(row?.low).toBeCloseTo(0.088942, 5);
  expect(row?.high).toBeCloseTo(0.532305, 5);
});
