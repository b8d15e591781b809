import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { visasCsv } from '../testing/publishers/registers.ts';
import { usStudentVisas } from './us-student-visas.ts';

const FILE = 'us-student-visas/f_j_m_by_nationality.csv';

async function ingest(rows: Parameters<typeof visasCsv>[0]) {
  const bench = await benchWith({ [FILE]: visasCsv(rows) });
  await usStudentVisas.ingest(bench);
  const visas = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' ', country, year, visa_class, value, flag) AS text FROM us_student_visas ORDER BY text`);
  return { bench, visas: visas.map((row) => row.text) };
}

test('a row has three classes of visa, and its numbers are whole', async () => {
  expect((await ingest([[2024, 'Germany', 8000, 17000, 5]])).visas).toEqual([
    'DEU 2024 F1 8000',
    'DEU 2024 J1 17000',
    'DEU 2024 M1 5',
  ]);
});

test('a zero is kept, an empty cell is missing and counted', async () => {
  const { bench, visas } = await ingest([[2024, 'Germany', 0, '', 5]]);
  expect(visas).toEqual(['DEU 2024 F1 0', 'DEU 2024 M1 5']);
  expect(await exclusionsOf(bench)).toEqual({ 'no value': 1 });
});

test('mainland China is China, and Great Britain and Northern Ireland the United Kingdom', async () => {
  const { visas } = await ingest([
    [2020, 'China - mainland', 1, 2, 3],
    [2020, 'Great Britain and Northern Ireland', 4, 5, 6],
  ]);
  expect(visas.filter((row) => row.includes('F1'))).toEqual(['CHN 2020 F1 1', 'GBR 2020 F1 4']);
});

test('a break stands at the fiscal year in which Chinese visas became valid for five years, and nowhere else', async () => {
  const { visas } = await ingest([
    [2014, 'China - mainland', 1, 1, 1],
    [2015, 'China - mainland', 2, 2, 2],
    [2016, 'China - mainland', 3, 3, 3],
    [2015, 'Germany', 4, 4, 4],
  ]);
  expect(visas.filter((row) => row.endsWith(' b'))).toEqual([
    'CHN 2015 F1 2 b',
    'CHN 2015 J1 2 b',
    'CHN 2015 M1 2 b',
  ]);
});

test('Sudan is flagged while South Sudan was in it', async () => {
  const { visas } = await ingest([
    [2011, 'Sudan', 1, 1, 1],
    [2012, 'Sudan', 2, 2, 2],
    [2011, 'South Sudan', 0, 0, 0],
  ]);
  expect(visas.filter((row) => row.includes('F1'))).toEqual([
    'SDN 2011 F1 1 d',
    'SDN 2012 F1 2',
    'SSD 2011 F1 0',
  ]);
});

test('who has no country is left out and counted, as is the heading of a region', async () => {
  const { bench, visas } = await ingest([
    [2023, 'No Nationality', 80, 30, 2],
    [2023, 'United Nations Laissez-Passer', 1, 0, 0],
    [2011, 'Serbia and Montenegro', 9, 9, 9],
    [2023, 'Asia', 0, 0, 0],
  ]);
  expect(visas).toEqual([]);
  expect(await exclusionsOf(bench)).toEqual({
    Asia: 1,
    'No Nationality': 1,
    'Serbia and Montenegro': 1,
    'United Nations Laissez-Passer': 1,
  });
});

test('a nationality that nobody knows stops with its name, and a text in a number is named', async () => {
  expect(await complaint(ingest([[2024, 'Germania', 1, 1, 1]]))).toMatch(
    /"Germania" in 1 row; nearest: Germany/,
  );
  const bench = await benchWith({ [FILE]: 'fiscal_year,nationality,F1,J1,M1\n2024,Germany,many,1,1\n' });
  await expect(usStudentVisas.ingest(bench)).rejects.toThrow(/Conversion Error.*many/);
});
