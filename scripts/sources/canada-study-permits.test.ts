import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { permitsCsv } from '../testing/publishers/registers.ts';
import { canadaStudyPermits } from './canada-study-permits.ts';

const FILE = 'canada-study-permits/EN_ODP-TR-Study-IS_CITZ_sign_date.csv';
const always = (cell: string) => (): string => cell;

async function ingestText(text: string) {
  const bench = await benchWith({ [FILE]: text });
  await canadaStudyPermits.ingest(bench);
  const permits = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' ', country, period, year, coalesce(value::VARCHAR, 'hidden'), flag) AS text FROM canada_study_permits ORDER BY text`);
  return { bench, permits: permits.map((row) => row.text) };
}
const ingest = (...sheet: Parameters<typeof permitsCsv>) => ingestText(permitsCsv(...sheet));

test('months and years are kept, under the year whose heading stands before them; quarters are counted', async () => {
  const { bench, permits } = await ingest(
    { 2022: 12, 2023: 12 },
    { Germany: (column) => (column.startsWith('2022') ? '10' : '20') },
  );
  expect(permits).toHaveLength(26);
  expect(permits).toEqual(
    expect.arrayContaining([
      'DEU 2022 2022 10',
      'DEU 2022-01 2022 10',
      'DEU 2022-12 2022 10',
      'DEU 2023 2023 20',
      'DEU 2023-09 2023 20',
    ]),
  );
  expect(await exclusionsOf(bench)).toEqual({ quarters: 8 });
});

test('of a year that is not over the months are kept as provisional, and its total is left out', async () => {
  const { bench, permits } = await ingest({ 2024: 12, 2025: 3 }, { Germany: always('15') });
  expect(permits.filter((row) => row.includes('2025'))).toEqual([
    'DEU 2025-01 2025 15 p',
    'DEU 2025-02 2025 15 p',
    'DEU 2025-03 2025 15 p',
  ]);
  expect(permits).toContain('DEU 2024-12 2024 15');
  expect(await exclusionsOf(bench)).toEqual({ quarters: 5, 'total of a year that is not over': 1 });
});

test('a hidden value stays hidden under its flag, and a zero is a zero', async () => {
  const { permits } = await ingest(
    { 2023: 12, 2024: 1 },
    { Germany: (column) => (column.endsWith('-01') ? '--' : '0') },
  );
  expect(permits.filter((row) => row.includes('-01'))).toEqual([
    'DEU 2023-01 2023 hidden q',
    'DEU 2024-01 2024 hidden pq',
  ]);
  expect(permits).toContain('DEU 2023-02 2023 0');
});

test('thousands are set off by commas', async () => {
  expect((await ingest({ 2023: 12 }, { Germany: always('1,234,565') })).permits[0]).toBe(
    'DEU 2023 2023 1234565',
  );
});

test('the row of all persons is the world, and is no sum of the others', async () => {
  const { permits } = await ingest(
    { 2023: 12 },
    { Germany: always('10'), France: always('10'), 'Total unique persons': always('15') },
  );
  expect(permits.filter((row) => row.includes(' 2023 2023 '))).toEqual([
    'DEU 2023 2023 10',
    'FRA 2023 2023 10',
    'WLD 2023 2023 15',
  ]);
});

test('the United Kingdom with its overseas territories is flagged; who has no country is left out', async () => {
  const { bench, permits } = await ingest(
    { 2025: 1 },
    { 'United Kingdom and Overseas Territories': always('5'), Stateless: always('5'), Other: always('5') },
  );
  expect(permits).toEqual(['GBR 2025-01 2025 5 dp']);
  expect(await exclusionsOf(bench)).toEqual({
    Other: 1,
    Stateless: 1,
    'total of a year that is not over': 3,
  });
});

test('notes below the data are no data', async () => {
  const { permits } = await ingest({ 2025: 1 }, { Germany: always('5') });
  expect(permits).toEqual(['DEU 2025-01 2025 5 p']);
});

test('a value that is not rounded to 5, or is no number, stops with its place', async () => {
  for (const cell of ['7', '-5', '', 'x', '1.5', '12,34'])
    expect(await complaint(ingest({ 2023: 12 }, { Germany: always(cell), France: always('5') }))).toContain(
      `Germany, 2023-01: "${cell}" is neither hidden (--) nor a number rounded to 5.`,
    );
});

test('headings that are not as they were stop with what is there', async () => {
  const sheet = permitsCsv({ 2023: 12 }, { Germany: always('5') });
  const broken = (from: string, to: string) => complaint(ingestText(sheet.replace(from, to)));
  expect(await broken('Country of Citizenship', 'Citizenship')).toMatch(
    /has no row of headings that begins with "Country of Citizenship"/,
  );
  expect(await broken(',Feb,', ',February,')).toMatch(/under the year "2023" stands "February"/);
  expect(await broken('2023 Total', '2022 Total')).toMatch(/under the year "2023" stands "2022 Total"/);
  expect(await broken('Germany,5,', 'Germany,')).toMatch(/Germany has 16 cells under 17 headings/);
  expect(await broken('Germany', 'Germania')).toMatch(/"Germania" in 13 rows; nearest: Germany/);
});
