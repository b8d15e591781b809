import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** Files as the publishers write them, with rows of our own making. */

type Cells = readonly (string | number)[];

/** Plain CSV: a header, line feeds, quotes only where they must be. */
export const csv = (header: string, rows: readonly Cells[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(','))].join('\n') + '\n';

/** CSV with every cell in quotes, as the World Bank's metadata and five of the six M49 files are written. */
export const quotedCsv = (header: string, rows: readonly Cells[]): string =>
  [header.split(','), ...rows]
    .map((row) => row.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(','))
    .join('\n') + '\n';

const cell = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** Arcs of a matrix: from, to, works. */
export type Arcs = readonly (readonly [from: string, to: string, works: number])[];

/** A network of one year, with the byte-order mark, comment and trailing blanks of the OpenAlex extract. */
export function pajek(labels: readonly string[], arcs: Arcs): string {
  const at = (label: string) => labels.indexOf(label) + 1;
  return [
    '\uFEFF% mat2Pajek Tue Aug 27 19:40:01 2024 ',
    `*vertices ${labels.length} `,
    ...labels.map((label, i) => `${i + 1} "${label}"`),
    '*arcs',
    ...arcs.map(([from, to, works]) => `${at(from)} ${at(to)} ${works} `),
    '',
  ].join('\r\n');
}

/** Both directions of each pair, as a symmetric matrix holds them; the diagonal once. */
export const bothWays = (arcs: Arcs): Arcs =>
  arcs.flatMap(([a, b, n]) => (a === b ? [[a, b, n] as const] : [[a, b, n] as const, [b, a, n] as const]));

/** The OpenAlex extract: three files a year, and one network that adds all years up. */
export function openalexZip(years: Readonly<Record<number, string>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [year, net] of Object.entries(years)) {
    files[`WrldCo${year}.net`] = strToU8(net);
    files[`WrldCo${year}G.clu`] = strToU8('*vertices 1\r\n200\r\n');
    files[`WrldCo${year}T.vec`] = strToU8('*vertices 1\r\n1\r\n');
  }
  const [first] = Object.values(years);
  if (first) files['WrldCoComplete.net'] = strToU8(first);
  return zipSync(files);
}

/** Moves of scholars: from, to, year as the file writes it ("2003.0"), number, back, net. */
export const movesCsv = (
  rows: readonly (readonly [from: string, to: string, year: string, n: number | string])[],
): string =>
  csv(
    'migrationfrom,migrationto,year,n_migrations,n_migrations_back,netmigrations',
    rows.map((row) => [...row, 0, row[3]]),
  );

/** The country table of the same source: year, country, researchers, in, out. */
export const researchersCsv = (
  rows: readonly (readonly [
    year: string,
    country: string,
    researchers: number | string,
    inside: number,
    out: number,
  ])[],
): string =>
  csv(
    'year,countrycode,padded_population_of_researchers,paddedpop,number_of_inmigrations,number_of_outmigrations,netmigration,outmigrationrate,inmigrationrate,netmigrationrate',
    rows.map(([year, country, n, inside, out]) => [
      year,
      country,
      n,
      n,
      inside,
      out,
      inside - out,
      0.0,
      0.0,
      0.0,
    ]),
  );

/** The export of the UIS data API. */
export const uisTotalsCsv = (
  rows: readonly (readonly [
    indicator: string,
    geoUnit: string,
    year: number,
    value: number | string,
    qualifier?: string,
    magnitude?: string,
  ])[],
): string =>
  csv(
    'indicatorId,geoUnit,year,value,qualifier,magnitude',
    rows.map(([indicator, unit, year, value, qualifier = '', magnitude = '']) => [
      indicator,
      unit,
      year,
      value,
      qualifier,
      magnitude,
    ]),
  );

/** Flows of students, as one list of tuples; `list` says which of the two files, for both hold the same five columns. */
export type Students = readonly (readonly [
  year: number,
  origin: string,
  destination: string,
  value: number | string,
  conditions?: string,
])[];
export const byOriginCsv = (rows: Students): string =>
  csv(
    'year,origin_country_name,dest_country_lumped,value_lumped,cond_all',
    rows.map(([year, origin, destination, value, conditions = '- - - -']) => [
      year,
      origin,
      destination,
      value,
      conditions,
    ]),
  );
export const byDestinationCsv = (rows: Students): string =>
  csv(
    'year,dest_country_name,origin_country_lumped,value_lumped,cond_all',
    rows.map(([year, origin, destination, value, conditions = '- - - -']) => [
      year,
      destination,
      origin,
      value,
      conditions,
    ]),
  );

/** Participations in Horizon 2020; each is of another organisation and has no amount, unless `more` says otherwise. */
export const h2020Gz = (
  rows: readonly (readonly [
    project: number,
    country: string,
    startYear: number | string,
    more?: {
      readonly role?: string;
      readonly type?: string;
      readonly amount?: number;
      readonly pic?: number;
    },
  ])[],
): Uint8Array =>
  gzipSync(
    csv(
      'rcn,role,pic,type,contribution,country,start_date,end_date,max_contribution,total_cost,start_year,end_year,duration,group,nunique',
      rows.map(
        ([project, country, year, { role = 'participant', type = 'HES', amount = 'NA', pic } = {}], i) => [
          project,
          role,
          pic ?? 900_000_000 + i,
          type,
          amount,
          country,
          `${year}-05-01`,
          'NA',
          1000,
          1000,
          year,
          'NA',
          36,
          'NA',
          1,
        ],
      ),
    ),
  );

/** One place of UN M49 and the World Bank's metadata. */
export interface MadeUpPlace {
  readonly iso3: string;
  readonly iso2: string;
  readonly m49: string;
  readonly name: string;
}

const M49_HEADER =
  'Global Code,Global Name,Region Code,Region Name,Sub-region Code,Sub-region Name,Intermediate Region Code,Intermediate Region Name,Country or Area,M49 Code,ISO-alpha2 Code,ISO-alpha3 Code,Least Developed Countries (LDC),Land Locked Developing Countries (LLDC),Small Island Developing States (SIDS)';

/** The six M49 files and the World Bank's metadata for these places; every name but the English has its language before it. */
export function registerFiles(places: readonly MadeUpPlace[]): Record<string, string> {
  const rows = (prefix: string) =>
    places.map((p) => [
      '001',
      'World',
      '150',
      'Europe',
      '155',
      'Western Europe',
      '',
      '',
      `${prefix}${p.name}`,
      p.m49,
      p.iso2,
      p.iso3,
      '',
      '',
      '',
    ]);
  return {
    'country-groups/UNSD-M49-en.csv': `\uFEFF${csv(M49_HEADER, rows(''))}`,
    ...Object.fromEntries(
      ['fr', 'es', 'ru', 'ar', 'cn'].map((language) => [
        `country-groups/UNSD-M49-${language}.csv`,
        quotedCsv(M49_HEADER, rows(`${language} `)),
      ]),
    ),
    'world-bank-wdi/wb_country_metadata.csv': quotedCsv(
      'iso3c,iso2c,country,region,capital,longitude,latitude,income,lending',
      [
        ...places.map((p, i) => [
          p.iso3,
          p.iso2,
          p.name,
          'Europe & Central Asia',
          'Capital',
          10 + i,
          50,
          'High income',
          'IBRD',
        ]),
        ['AFE', 'ZH', 'Africa Eastern and Southern', 'Aggregates', '', '', '', 'Aggregates', 'Aggregates'],
      ],
    ),
  };
}
