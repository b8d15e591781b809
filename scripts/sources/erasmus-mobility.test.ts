import { expect, test } from 'vitest';
import type { Workbench } from '../lib/workbench.ts';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { erasmusJson, learnersCsv } from '../testing/publishers/registers.ts';
import { erasmusMobility } from './erasmus-mobility.ts';

const FLOWS = 'erasmus-mobility/Learning-mobility-flows-since-2014.csv';
const STUDENTS = 'erasmus-mobility/countries_by_year_gender_level.json';
const BACHELOR = 'Bachelor’s or equivalent level (EQF-6)';

async function ingest(
  flows: Parameters<typeof learnersCsv>[0],
  students: string = erasmusJson({ Germany: [['2014-2015', 'Female', BACHELOR, 1, 2]] }),
): Promise<Workbench> {
  const bench = await benchWith({ [FLOWS]: learnersCsv(flows), [STUDENTS]: students });
  await erasmusMobility.ingest(bench);
  return bench;
}
const rowsOf = async (bench: Workbench, sql: string) =>
  (await bench.db.all<{ text: string }>(`SELECT concat_ws(' ', ${sql} ORDER BY ALL`)).map((row) => row.text);
const flowsOf = (bench: Workbench) =>
  rowsOf(
    bench,
    'layer, source, origin, destination, from_year, to_year, value, flag) AS text FROM period_flows',
  );
const studentsOf = (bench: Workbench) =>
  rowsOf(bench, 'country, from_year, direction, level, gender, value, flag) AS text FROM erasmus_students');

test('flows have a direction, a period and no years, and are provisional', async () => {
  const bench = await ingest([
    ['Germany', 'France', 10],
    ['France', 'Germany', 7],
  ]);
  expect(await flowsOf(bench)).toEqual([
    'learners erasmus-mobility DEU FRA 2014 2024 10 p',
    'learners erasmus-mobility FRA DEU 2014 2024 7 p',
  ]);
});

test('who stays within a country is left out, and how many they are is said', async () => {
  const bench = await ingest([
    ['Germany', 'France', 1000],
    ['Germany', 'Germany', 300],
    ['France', 'France', 34],
  ]);
  expect(await flowsOf(bench)).toHaveLength(1);
  expect(await bench.db.all('SELECT value, rows, reason FROM exclusions')).toEqual([
    {
      value: 'participants within a country',
      rows: 2,
      reason: 'Origin and destination are the same: 334 of 1,334 participants',
    },
  ]);
});

test('the rest of the world is no country, and a row of it is counted once', async () => {
  const bench = await ingest([
    ['Rest of the world', 'Germany', 5],
    ['Germany', 'Rest of the world', 6],
    ['Rest of the world', 'Rest of the world', 7],
    ['Germany', 'Italy', 8],
  ]);
  expect(await flowsOf(bench)).toEqual(['learners erasmus-mobility DEU ITA 2014 2024 8 p']);
  expect(await exclusionsOf(bench)).toEqual({ 'Rest of the world': 2, 'participants within a country': 1 });
});

test('students are sent and received, by the year in which the academic year begins', async () => {
  const bench = await ingest(
    [['Germany', 'France', 1]],
    erasmusJson({
      Germany: [
        ['2018-2019', 'Female', BACHELOR, 3, 0],
        ['2018-2019', 'Male', 'Not classified', 1, 4],
      ],
    }),
  );
  expect(await studentsOf(bench)).toEqual([
    'DEU 2018 inbound Bachelor’s or equivalent level (EQF-6) Female 0',
    'DEU 2018 inbound Not classified Male 4',
    'DEU 2018 outbound Bachelor’s or equivalent level (EQF-6) Female 3',
    'DEU 2018 outbound Not classified Male 1',
  ]);
});

test('what the file by year calls England is the United Kingdom', async () => {
  const bench = await ingest(
    [['Germany', 'France', 1]],
    erasmusJson({ England: [['2014-2015', 'Male', BACHELOR, 3, 5]] }),
  );
  expect((await studentsOf(bench)).map((row) => row.slice(0, 8))).toEqual(['GBR 2014', 'GBR 2014']);
});

test('a country that nobody knows stops with its name, in each file', async () => {
  expect(await complaint(ingest([['Germania', 'France', 1]]))).toMatch(
    /"Germania" in 1 row; nearest: Germany/,
  );
  expect(await complaint(ingest([['France', 'Germania', 1]]))).toMatch(
    /"Germania" in 1 row; nearest: Germany/,
  );
  const students = erasmusJson({ Germania: [['2014-2015', 'Male', BACHELOR, 3, 5]] });
  expect(await complaint(ingest([['France', 'Italy', 1]], students))).toMatch(/"Germania" in 2 rows/);
});

test('a file that is no JSON, lacks a field, or has no academic year stops with what is wrong', async () => {
  const broken = (text: string) => complaint(ingest([['France', 'Italy', 1]], text));
  const whole = erasmusJson({ Germany: [['2014-2015', 'Male', BACHELOR, 3, 5]] });
  expect(await broken(whole.slice(0, -2))).toMatch(/gender_level\.json cannot be read as JSON/);
  expect(await broken(whole.replace('Receiving', 'Hosting'))).toMatch(
    /0, Yearly-Data, 0, Receiving: .*\.\nHas the publisher changed the format\?/,
  );
  expect(await broken(whole.replace(':5', ':5.5'))).toMatch(/0, Yearly-Data, 0, Receiving/);
  expect(await broken(whole.replace('2014-2015', '2014-2016'))).toMatch(
    /Germany: 2014-2016 is no academic year/,
  );
  const bench = await benchWith({ [FLOWS]: learnersCsv([['France', 'Italy', 1]]) });
  expect(await complaint(erasmusMobility.ingest(bench))).toMatch(/gender_level\.json is missing/);
});
