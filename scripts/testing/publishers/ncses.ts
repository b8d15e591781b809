import { gzipSync } from 'node:zlib';
import { csv } from '../publishers.ts';

/** Tables of Science & Engineering Indicators, as the files of the source write them, with rows of our own making. */

/**
 * Articles by kind of authorship: the path of a row, and its cells from the first year on.
 * @param edition that of 2024 begins every path with the world, that of 2022 does not
 */
export function authorshipCsv(
  edition: 2024 | 2022,
  firstYear: number,
  rows: readonly (readonly [path: string, ...cells: (number | '')[]])[],
): string {
  const path = edition === 2024 ? 'region_country_or_economy_full_path' : 'country_or_economy_full_path';
  const years = rows[0]?.slice(1).map((_, i) => `field_${firstYear + i}`) ?? [];
  return csv(
    ['table_id', 'row_id', path, ...years].join(','),
    rows.map((row, i) => [edition === 2024 ? 10001 : 5002, `r${String(i + 1).padStart(3, '0')}`, ...row]),
  );
}

type Pair = readonly [edition: string, year: number, a: string, b: string, value: number];

const pairCsv = (column: string, rows: readonly Pair[]): string =>
  csv(
    `edition,table_id,year,economy_a,economy_b,${column}`,
    rows.map(([edition, ...rest]) => [edition, 10003, ...rest]),
  );

/** Whole counts of pairs. The edition is written with the number of its table: "SEI2024 SPBS-35". */
export const pairsCsv = (rows: readonly Pair[]): string => pairCsv('copublications', rows);
/** The index of collaboration of pairs. */
export const indexCsv = (rows: readonly Pair[]): string => pairCsv('collaboration_index', rows);

/** All tables by economy and year in long form. */
export const longGz = (
  rows: readonly (readonly [title: string, economy: string, year: number, value: number | string])[],
): Uint8Array => {
  const titles = [...new Set(rows.map(([title]) => title))];
  return gzipSync(
    csv(
      'table_id,table_number,title,path,economy,year,value',
      rows.map(([title, economy, year, value]) => [
        9985 + titles.indexOf(title),
        'SPBS-17',
        title,
        `World -> ${economy}`,
        economy,
        year,
        value,
      ]),
    ),
  );
};

/** The matrix of articles on artificial intelligence: a row for each economy, columns in small letters. */
export const aiCsv = (matrix: Readonly<Record<string, readonly number[]>>): string =>
  csv(
    [
      'table_id',
      'row_id',
      'region_country_or_economy',
      ...Object.keys(matrix).map((name) => name.toLowerCase().replaceAll(' ', '_')),
    ].join(','),
    Object.entries(matrix).map(([name, row], i) => [
      10060,
      `r${String(i + 1).padStart(3, '0')}`,
      name,
      ...row,
    ]),
  );
