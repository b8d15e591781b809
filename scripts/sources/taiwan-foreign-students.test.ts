import { expect, test } from 'vitest';
import { benchWith, complaint, exclusionsOf } from '../testing/bench.ts';
import { TAIWAN, taiwanCsv, taiwanNames } from '../testing/publishers/registers.ts';
import { taiwanForeignStudents } from './taiwan-foreign-students.ts';

type Rows = Parameters<typeof taiwanCsv>[0];
const MALAYSIAN = { ...TAIWAN, training: '非學位生_馬來西亞華裔青年來台就學輔導及技職研習專班[人]' };
const OVERSEAS = { ...TAIWAN, training: '非學位生_海外青年就學輔導技術研習班[人]' };
/** Twelve places, by their Chinese and English names. */
const NAMES = [
  ['奧地利', 'Austria'],
  ['中國大陸', 'China'],
  ['德國', 'Germany'],
  ['西班牙', 'Spain'],
  ['法國', 'France'],
  ['英國', 'United Kingdom'],
  ['希臘', 'Greece'],
  ['義大利', 'Italy'],
  ['納米比亞', 'Namibia'],
  ['蘇丹', 'Sudan'],
  ['美國', 'United States of America'],
  ['南非', 'South Africa'],
] as const;

async function ingest(
  files: Partial<Record<'early' | 'y112' | 'y113', string>>,
  names: Parameters<typeof taiwanNames>[0] = NAMES,
) {
  const bench = await benchWith({
    'taiwan-foreign-students/103-111_ab111_C.csv': files.early ?? taiwanCsv([[103, '德國', { degree: 1 }]]),
    'taiwan-foreign-students/112_ab112_C.csv':
      files.y112 ?? taiwanCsv([[112, '德國', { degree: 1 }]], MALAYSIAN),
    'taiwan-foreign-students/113_ab112_C.csv':
      files.y113 ?? taiwanCsv([[113, '德國', { degree: 2 }]], OVERSEAS),
    'taiwan-foreign-students/countryTranslation.csv': taiwanNames(names),
  });
  await taiwanForeignStudents.ingest(bench);
  const rows = await bench.db.all<{ text: string }>(`
    SELECT concat_ws(' | ', country, year, student_type, kind, value, flag) AS text FROM taiwan_foreign_students ORDER BY text`);
  return { bench, rows: rows.map((row) => row.text) };
}

test('the years of the Republic count from 1912, and each column is a type of one kind', async () => {
  const { rows } = await ingest({
    early: taiwanCsv([
      [103, '德國', { degree: 1, overseas: 2, exchange: 3, short: 4, language: 5, training: 6, abroad: 7 }],
      [104, '中國大陸', { mainlandDegree: 8, mainlandVisit: 9 }],
    ]),
  });
  expect(rows.filter((row) => row.startsWith('DEU | 2014'))).toEqual([
    'DEU | 2014 | Chinese language centres of universities | language | 5',
    'DEU | 2014 | Degree: international students | degree | 1',
    'DEU | 2014 | Degree: overseas Chinese students, with Hong Kong and Macao | degree | 2',
    'DEU | 2014 | Exchange students | exchange | 3',
    'DEU | 2014 | Programmes held abroad | abroad | 7',
    'DEU | 2014 | Short-term study and single courses | short stay | 4',
    'DEU | 2014 | Technical training for overseas Chinese youth | training | 6',
  ]);
  expect(rows).toContain('CHN | 2015 | Degree: students from mainland China | degree | 8');
  expect(rows).toContain('CHN | 2015 | Visiting students from mainland China | short stay | 9');
});

test('the eighth type is another programme in each file', async () => {
  const rows: Rows = [[103, '德國', { training: 3 }]];
  const training = (
    await ingest({
      early: taiwanCsv(rows),
      y112: taiwanCsv([[112, '德國', { training: 2 }]], MALAYSIAN),
      y113: taiwanCsv([[113, '德國', { training: 1 }]], OVERSEAS),
    })
  ).rows.filter((row) => row.includes('training |'));
  expect(training).toEqual([
    'DEU | 2014 | Technical training for overseas Chinese youth | training | 3',
    'DEU | 2023 | Guidance and vocational training for Malaysian youth of Chinese descent | training | 2',
    'DEU | 2024 | Guidance and technical training for overseas youth | training | 1',
  ]);
});

test('types for mainland China are not applicable elsewhere, other zeros are zeros', async () => {
  const { bench, rows } = await ingest({ early: taiwanCsv([[103, '德國', {}]]) });
  expect(rows.filter((row) => row.startsWith('DEU | 2014'))).toHaveLength(7);
  expect(rows).toContain('DEU | 2014 | Exchange students | exchange | 0');
  expect(await exclusionsOf(bench)).toEqual({ 'types for mainland China, elsewhere': 6 });
});

/** A file of one year in which so many of the places have these exchange students. */
const exchange = (year: number, students: readonly number[], headings?: Record<string, string>) =>
  taiwanCsv(
    students.map((n, i) => [year, NAMES[i]?.[0] ?? '', { exchange: n, degree: 100 + i }] as const),
    headings,
  );
const flagged = (rows: readonly string[]) => rows.filter((row) => row.endsWith('| ep'));

test('a type that repeats the year before in every place is flagged as estimated and provisional, zeros too', async () => {
  const students = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0];
  const { rows } = await ingest({
    y112: exchange(112, students, MALAYSIAN),
    y113: exchange(113, students, OVERSEAS).replaceAll(',100,', ',99,'),
  });
  expect(flagged(rows)).toHaveLength(11);
  expect(flagged(rows)).toContain('AUT | 2024 | Exchange students | exchange | 1 | ep');
  expect(rows).toContain('AUT | 2024 | Degree: international students | degree | 99');
  expect(rows).toContain('AUT | 2023 | Exchange students | exchange | 1');
});

test('a type that differs in one place, or agrees in few, is no copy', async () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const apart = async (before: number[], after: number[]) =>
    flagged(
      (
        await ingest({
          y112: exchange(112, before, MALAYSIAN),
          y113: exchange(113, after, OVERSEAS).replaceAll(',100,', ',99,'),
        })
      ).rows,
    );
  expect(await apart(ten, [...ten.slice(0, 9), 11])).toEqual([]);
  expect(await apart(ten, [...ten, 1])).toEqual([]);
  expect(await apart([...ten, 1], ten)).toEqual([]);
  expect(await apart(ten.slice(0, 9), ten.slice(0, 9))).toEqual([]);
});

test('names are translated, or known in Chinese; a reference from an old name is no translation', async () => {
  const early = taiwanCsv([
    [103, '大陸地區', { mainlandDegree: 5 }],
    [103, '德國', { degree: 1 }],
  ]);
  const names = [
    ['德國', 'Germany'],
    ['德國', 'Prussia參見 Germany'],
  ] as const;
  const { rows } = await ingest({ early }, names);
  expect(rows).toContain('CHN | 2014 | Degree: students from mainland China | degree | 5');
  expect(rows).toContain('DEU | 2014 | Degree: international students | degree | 1');
});

test('a place that nobody knows stops with its name; Somaliland is left out', async () => {
  expect(await complaint(ingest({ early: taiwanCsv([[103, '亞特蘭提斯', {}]]) }))).toMatch(
    /"亞特蘭提斯" in 9 rows/,
  );
  const { bench } = await ingest({ early: taiwanCsv([[103, '索馬利蘭共和國', { degree: 1 }]]) });
  expect(await exclusionsOf(bench)).toMatchObject({ 索馬利蘭共和國: 9 });
});

test('a heading that changes stops with what the file has', async () => {
  const renamed = (from: string, to: string) =>
    complaint(ingest({ early: taiwanCsv([[103, '德國', {}]]).replace(from, to) }));
  expect(await renamed('非學位生_外國交換生[人]', '交換生')).toMatch(
    /the column 非學位生_外國交換生\[人\] is not there\.\nThe file has: 學年度/,
  );
  expect(await renamed('非學位生_海青班[人]', '新專班[人]')).toMatch(/海青班\[人\] or .* is not there/);
  const more = taiwanCsv([[103, '德國', {}]], { ...TAIWAN, more: '新專班[人]' });
  expect(await complaint(ingest({ early: more }))).toMatch(/nobody has named in English: 新專班\[人\]/);
  expect(await renamed('國別', '國家')).toMatch(/the column 國別 is not there/);
});

test('a cell that is no whole number stops with its place, year and type', async () => {
  expect(await complaint(ingest({ early: taiwanCsv([[103, '德國', { degree: '1.5' }]]) }))).toMatch(
    /103-111_ab111_C\.csv, 德國 in 103, 學位生_正式修讀學位外國生\[人\]: "1\.5" is no whole number/,
  );
});
