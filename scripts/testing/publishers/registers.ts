import { csv, quotedCsv } from '../publishers.ts';

/** Files of host countries' registers and of Erasmus+, as their publishers write them, with rows of our own making. */

/** The United States' visas in long form: numbers end in ".0"; an empty text is an empty cell. */
export const visasCsv = (
  rows: readonly (readonly [
    year: number,
    nationality: string,
    f1: number | '',
    j1: number | '',
    m1: number | '',
  ])[],
): string =>
  csv(
    'fiscal_year,nationality,F1,J1,M1',
    rows.map(([year, nationality, ...values]) => [
      year,
      nationality,
      ...values.map((value) => (value === '' ? '' : value.toFixed(1))),
    ]),
  );

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Canada's sheet of study permits: a title, three rows of merged headings, rows of data, notes.
 * @param years how many months each year has
 * @param rows for each citizenship, what stands under a column: "2023-01", "2023-Q1", or "2023" for the year's total
 */
export function permitsCsv(
  years: Readonly<Record<number, number>>,
  rows: Readonly<Record<string, (column: string) => string>>,
): string {
  const columns = Object.entries(years).flatMap(([year, months]) => [
    ...MONTHS.slice(0, months).flatMap((label, i) => [
      { year, id: `${year}-${String(i + 1).padStart(2, '0')}`, label },
      ...(i % 3 === 2 ? [{ year, id: `${year}-Q${(i + 1) / 3}`, label: `Q${(i + 1) / 3} Total` }] : []),
    ]),
    { year, id: year, label: `${year} Total` },
  ]);
  const blank = columns.map(() => '');
  const merged = (heading: (i: number) => string): string[] =>
    columns.map((_, i) => (i > 0 && heading(i) === heading(i - 1) ? '' : heading(i)));
  const lines = [
    [
      'Canada – Study permit holders by country of citizenship and year in which permit(s) became effective',
      ...blank,
    ],
    ['', ...blank],
    ['Country of Citizenship', ...merged((i) => columns[i]?.year ?? '')],
    ['', ...merged((i) => (columns[i]?.id.includes('Q') ? 'Q' : ''))],
    ['', ...columns.map((column) => column.label)],
    ...Object.entries(rows).map(([citizenship, cell]) => [
      citizenship,
      ...columns.map((column) => cell(column.id)),
    ]),
    ['', ...blank],
    ['Notes: \n— Please note that all values between 0 and 5 are shown as “--”.', ...blank],
    ['Source: IRCC, March 31, 2025', ...blank],
  ];
  const [title = [], ...rest] = lines;
  return `\uFEFF${csv(csv('', [title]).trim(), rest).replaceAll('\n', '\r\n')}`;
}

/** The columns of the Ministry's file that every year has, in its order but for the training, which is the eighth. */
export const TAIWAN = {
  degree: '學位生_正式修讀學位外國生[人]',
  overseas: '學位生_僑生(含港澳)[人]',
  mainlandDegree: '學位生_正式修讀學位陸生[人]',
  exchange: '非學位生_外國交換生[人]',
  short: '非學位生_外國短期研習及個人選讀[人]',
  language: '非學位生_大專附設華語文中心學生[人]',
  mainlandVisit: '非學位生_大陸研修生[人]',
  training: '非學位生_海青班[人]',
  abroad: '境外專班[人]',
} as const;

/** Taiwan's students of one file: academic year of the Republic, place in Chinese, students by type; a type that is not named is 0. */
export const taiwanCsv = (
  rows: readonly (readonly [
    year: number,
    place: string,
    students: Partial<Record<keyof typeof TAIWAN, number | string>>,
  ])[],
  headings: Readonly<Record<string, string>> = TAIWAN,
): string =>
  `\uFEFF${csv(
    ['學年度', '洲別', '國別', ...Object.values(headings)].join(','),
    rows.map(([year, place, students]) => [
      year,
      '亞洲',
      place,
      ...Object.keys(headings).map((type) => students[type as keyof typeof TAIWAN] ?? 0),
    ]),
  )}`;

/** The list of names beside Taiwan's files. */
export const taiwanNames = (rows: readonly (readonly [chinese: string, english: string])[]): string =>
  `\uFEFF${csv('Chinese Name,English Name', rows)}`;

/** The export of the Commission's chart of Erasmus+ flows: from, to, participants. */
export const learnersCsv = (
  rows: readonly (readonly [from: string, to: string, participants: number | string])[],
): string =>
  quotedCsv(
    'Category, (from), (to), (weight)',
    rows.map((row, i) => [`highcharts-hv9y537-${i + 3}`, ...row]),
  );

/** Erasmus+ students by academic year, gender and level: sending, receiving. */
export const erasmusJson = (
  countries: Readonly<
    Record<
      string,
      readonly (readonly [year: string, gender: string, level: string, sending: number, receiving: number])[]
    >
  >,
): string =>
  JSON.stringify(
    Object.entries(countries).map(([country, rows]) => ({
      Country: country,
      'Yearly-Data': rows.map(([year, gender, level, sending, receiving]) => ({
        'Academic Year': year,
        'Participant Gender': gender,
        Sending: sending,
        Receiving: receiving,
        'Education Level': level,
      })),
    })),
  );
