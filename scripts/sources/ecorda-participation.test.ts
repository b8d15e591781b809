import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { ecordaJson } from '../testing/publishers/projects.ts';
import { ecordaParticipation } from './ecorda-participation.ts';

const FILE = 'ecorda-participation/fr-esr-countries-evolution-pcri.json';

async function ingestText(text: string): Promise<Workbench> {
  const bench = await benchWith({ [FILE]: text });
  await ecordaParticipation.ingest(bench);
  return bench;
}
const ingest = (rows: Parameters<typeof ecordaJson>[0]) => ingestText(ecordaJson(rows));

async function rowsOf(bench: Workbench): Promise<string[]> {
  const rows = await bench.db.all<Record<string, unknown>>(
    'SELECT framework, stage, country, year, participations, flag FROM programme_participation ORDER BY ALL',
  );
  return rows.map((row) =>
    Object.values(row)
      .filter((value) => value !== null)
      .join(' '),
  );
}

test('every number of a row is kept, money to the cent', async () => {
  const bench = await ingest([
    [
      'Horizon 2020',
      'successful',
      'DEU',
      2016,
      120,
      { coordination_number: 30, project_number: 80, funding: 22.240000000000002 },
    ],
  ]);
  expect(await bench.db.all('FROM programme_participation')).toEqual([
    {
      source: 'ecorda-participation',
      framework: 'Horizon 2020',
      stage: 'successful',
      country: 'DEU',
      year: 2016,
      participations: 120,
      coordinations: 30,
      projects: 80,
      funding: 22.24,
      flag: null,
    },
  ]);
});

test('ALL and UE, which hold every country again, are left out and counted', async () => {
  const bench = await ingest([
    ['FP7', 'evaluated', 'ALL', 2010, 300],
    ['FP7', 'evaluated', 'UE', 2010, 280],
    ['FP7', 'evaluated', 'XKX', 2010, 20],
    ['FP7', 'successful', 'ALL', 2010, 30],
  ]);
  expect(await rowsOf(bench)).toEqual(['FP7 evaluated XKX 2010 20']);
  expect(await exclusionsOf(bench)).toEqual({ ALL: 2, UE: 1 });
});

test('the year that had only begun is provisional', async () => {
  const bench = await ingest([
    ['Horizon Europe', 'successful', 'DEU', 2024, 20],
    ['Horizon Europe', 'successful', 'DEU', 2025, 2],
  ]);
  expect(await rowsOf(bench)).toEqual([
    'Horizon Europe successful DEU 2024 20',
    'Horizon Europe successful DEU 2025 2 p',
  ]);
});

test('a framework programme, a stage or a field that is new or gone stops, and is named', async () => {
  const row = (more: object) => ingest([['FP7', 'evaluated', 'DEU', 2010, 3, { ...more }]]);
  expect(await complaint(row({ framework: 'FP10' }))).toMatch(
    /evolution-pcri\.json, row 0, framework: .*\nHas the publisher changed the format\?/,
  );
  expect(await complaint(row({ stage: 'submitted' }))).toMatch(/row 0, stage/);
  expect(await complaint(row({ number_involved: undefined }))).toMatch(/row 0, number_involved/);
});

test('a number that is missing, a fraction or negative stops, for it is no count', async () => {
  for (const value of [null, 3.5, -1])
    expect(
      await complaint(ingest([['FP7', 'evaluated', 'DEU', 2010, 3, { coordination_number: value }]])),
    ).toMatch(/row 0, coordination_number/);
});

test('a file that is cut short, empty or missing stops', async () => {
  const whole = ecordaJson([['FP7', 'evaluated', 'DEU', 2010, 3]]);
  expect(await complaint(ingestText(whole.slice(0, -5)))).toMatch(
    /evolution-pcri\.json cannot be read as JSON: .*Fetch it again/,
  );
  expect(await complaint(ingestText('[]'))).toMatch(/has no rows/);
  const bench = await benchWith({});
  expect(await complaint(ecordaParticipation.ingest(bench))).toMatch(/evolution-pcri\.json is missing/);
});
