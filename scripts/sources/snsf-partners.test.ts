import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { snsfCsv } from '../testing/publishers/projects.ts';
import { snsfPartners } from './snsf-partners.ts';

async function ingest(rows: Parameters<typeof snsfCsv>[0]) {
  const bench = await benchWith({ 'snsf-partners/data.csv': snsfCsv(rows) });
  await snsfPartners.ingest(bench);
  const cells = await bench.db.all<Record<string, unknown>>(
    'SELECT country, year, research_area, role, persons, grants FROM grant_partners ORDER BY ALL',
  );
  return { bench, rows: cells.map((row) => Object.values(row).join(' ')) };
}

test('the roles have English names; persons and grants are counted by each', async () => {
  const { rows } = await ingest([
    [1, 'Applicant', 'Germany', 'DE', 10],
    [1, 'Co-applicants', 'Germany', 'DE', 11],
    [1, 'Projektpartner', 'Germany', 'DE', 12],
    [1, 'Projektpartner', 'Germany', 'DE', 13],
  ]);
  expect(rows).toEqual([
    'DEU 2018 Biology and Medicine applicant 1 1',
    'DEU 2018 Biology and Medicine co-applicant 1 1',
    'DEU 2018 Biology and Medicine project partner 2 1',
  ]);
});

test('a person of two grants is one person in two grants, and one of each year', async () => {
  const { rows } = await ingest([
    [1, 'Projektpartner', 'France', 'FR', 10],
    [2, 'Projektpartner', 'France', 'FR', 10],
    [3, 'Projektpartner', 'France', 'FR', 10, { year: 2019 }],
  ]);
  expect(rows).toEqual([
    'FRA 2018 Biology and Medicine project partner 1 2',
    'FRA 2019 Biology and Medicine project partner 1 1',
  ]);
});

test('NA is Namibia where the name says so, and a missing country where it does not', async () => {
  const { bench, rows } = await ingest([
    [1, 'Projektpartner', 'Namibia', 'NA', 10],
    [1, 'Projektpartner', 'NA', 'NA', 11],
    [1, 'Projektpartner', 'Somewhere', 'NA', 12],
  ]);
  expect(rows).toEqual(['NAM 2018 Biology and Medicine project partner 1 1']);
  expect(await exclusionsOf(bench)).toEqual({ '': 2 });
});

test('a name that is broken over two lines is one', async () => {
  const { rows } = await ingest([
    [1, 'Projektpartner', 'France', 'FR', 10, { area: 'Mathematics, Natural and\nEngineering Sciences' }],
    [2, 'Projektpartner', 'France', 'FR', 11, { area: 'Mathematics, Natural and Engineering Sciences' }],
  ]);
  expect(rows).toEqual(['FRA 2018 Mathematics, Natural and Engineering Sciences project partner 2 2']);
});

test('a row that is there twice counts once, and is counted as left out', async () => {
  const twice = [1, 'Projektpartner', 'France', 'FR', 10] as const;
  const { bench, rows } = await ingest([twice, twice, [2, 'Projektpartner', 'France', 'FR', 10]]);
  expect(rows).toEqual(['FRA 2018 Biology and Medicine project partner 1 2']);
  expect(await exclusionsOf(bench)).toEqual({ 'repeated rows': 1 });
});

test('two persons without a number are two, and no repetition', async () => {
  const { bench, rows } = await ingest([
    [1, 'Projektpartner', 'France', 'FR', 'NA'],
    [1, 'Projektpartner', 'France', 'FR', 'NA'],
  ]);
  expect(rows).toEqual(['FRA 2018 Biology and Medicine project partner 2 1']);
  expect(await exclusionsOf(bench)).toEqual({});
});

test('a role that is new stops', async () => {
  expect(await complaint(ingest([[1, 'Projektleiter', 'France', 'FR', 1]]))).toMatch(
    /data\.csv, column role: Projektleiter in 1 row; known are Applicant, Co-applicants, Projektpartner/,
  );
});
