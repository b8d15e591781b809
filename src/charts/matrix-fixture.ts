import type { Place, Places } from '../model/country.ts';
import type { ShownTie, TieScale } from '../model/tie.ts';
import type { MatrixSide } from './matrix.ts';

/** A few places of four regions and one of none, and made-up ties between them, for tests of matrices and circles. */
const ROWS: readonly (readonly [iso3: string, name: string, region: string | null])[] = [
  ['DEU', 'Germany', 'Europe'],
  ['FRA', 'France', 'Europe'],
  ['GBR', 'United Kingdom', 'Europe'],
  ['USA', 'United States', 'Americas'],
  ['BRA', 'Brazil', 'Americas'],
  ['CHN', 'China', 'Asia'],
  ['JPN', 'Japan', 'Asia'],
  ['CIV', `Côte d'Ivoire <&">`, 'Africa'],
  ['EUE', 'EU institutions', null],
];

export const PLACES: Places = new Map(
  ROWS.map(([iso3, short_name, region]): [string, Place] => [
    iso3,
    { iso3, short_name, in_text: short_name, region, anchor_lon: 0, anchor_lat: 0 },
  ]),
);

export const CODES: readonly string[] = ROWS.map(([iso3]) => iso3).filter((iso3) => iso3 !== 'EUE');

/** A tie whose value is its count, unless another is given. */
export const tie = (
  origin: string,
  destination: string,
  count: number,
  more: Partial<ShownTie> = {},
): ShownTie => ({ origin, destination, count, value: count, low: null, high: null, flag: null, ...more });

export const PAPERS: readonly ShownTie[] = [
  tie('CHN', 'USA', 73000),
  tie('GBR', 'USA', 38000),
  tie('DEU', 'USA', 31000),
  tie('DEU', 'GBR', 23000),
  tie('DEU', 'FRA', 15000, { flag: 'p' }),
  tie('FRA', 'GBR', 14000),
  tie('JPN', 'USA', 13000),
  tie('CHN', 'GBR', 12000),
  tie('CHN', 'JPN', 9000),
  tie('CHN', 'DEU', 8000),
  tie('BRA', 'USA', 7000),
  tie('BRA', 'FRA', 2500),
  tie('BRA', 'GBR', 2100),
  tie('DEU', 'JPN', 1900),
  tie('CIV', 'FRA', 300),
  tie('CIV', 'USA', 90),
  tie('BRA', 'CIV', 4),
];

export const STUDENTS: readonly ShownTie[] = [
  tie('CHN', 'USA', 340000, { flag: 'd' }),
  tie('CHN', 'GBR', 107000),
  tie('CHN', 'JPN', 79000),
  tie('CHN', 'DEU', 30000, { flag: 'eu' }),
  tie('CHN', 'FRA', 23000),
  tie('FRA', 'GBR', 13000),
  tie('BRA', 'USA', 16000, { flag: 'd' }),
  tie('DEU', 'GBR', 12000),
  tie('CIV', 'FRA', 8000),
  tie('USA', 'GBR', 18000),
  tie('GBR', 'USA', 11000),
  tie('JPN', 'USA', 17000),
  tie('FRA', 'DEU', 6000),
];

/** Ratios around one, some with limits. */
export const AFFINITY: readonly ShownTie[] = PAPERS.map((of, i) => {
  const value = [1.4, 1.1, 0.95, 1.62, 2.6, 0.7, 0.45, 0.2, 4.8][i % 9] ?? 1;
  return { ...of, value, low: i % 2 ? null : value * 0.97, high: i % 2 ? null : value * 1.03 };
});

export const COUNT = (title: string, unit: string): TieScale => ({
  title,
  unit,
  kind: 'size',
  neutral: null,
  digits: 0,
});
export const RATIO: TieScale = { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 };

export const PAPER_SIDE: MatrixSide = {
  layer: 'papers',
  ties: PAPERS,
  scale: COUNT('Papers', 'papers'),
  unit: 'papers',
  reads: 'pair',
  caption: 'Papers, 2022',
  absent: null,
  notReported: [],
};

export const STUDENT_SIDE: MatrixSide = {
  layer: 'students',
  ties: STUDENTS,
  scale: COUNT('Students', 'students'),
  unit: 'students',
  reads: 'from-to',
  caption: 'Students, 2018',
  absent: 'outside the ten largest',
  notReported: ['CHN'],
};
