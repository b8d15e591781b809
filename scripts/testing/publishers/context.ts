import { gzipSync } from 'node:zlib';
import type { Workbench } from '../../lib/workbench.ts';
import { SERIES } from '../../sources/world-bank-wdi-series.ts';
import { csv, quotedCsv } from '../publishers.ts';

/** Files of context as their publishers write them, with rows of our own making. */

/** Rows of `country_context` of one indicator as short texts, sorted: "DEU 2020 12 p". */
export async function contextOf(bench: Workbench, indicator: string): Promise<string[]> {
  const rows = await bench.db.all<Record<string, unknown>>(
    `SELECT country, year, value, flag FROM country_context WHERE indicator = '${indicator}'`,
  );
  return rows
    .map((row) =>
      Object.values(row)
        .filter((value) => value !== null)
        .join(' '),
    )
    .sort();
}

export type Observations = readonly (readonly [
  name: string,
  code: string,
  year: number,
  value: number | string,
])[];
type Economies = readonly (readonly [
  iso3: string,
  region: string,
  lon: number | string,
  lat: number | string,
])[];

/** The World Bank's list of economies and of sums of them, every cell in quotes. */
export const economiesCsv = (rows: Economies): string =>
  quotedCsv(
    'iso3c,iso2c,country,region,capital,longitude,latitude,income,lending',
    rows.map(([iso3, region, lon, lat]) => [
      iso3,
      iso3.slice(0, 2),
      `Name of ${iso3}`,
      region,
      'Capital',
      lon,
      lat,
      region === 'Aggregates' ? region : 'High income',
      'IBRD',
    ]),
  );

/** Every file of the World Bank; a series that is not given has one row. */
export const worldBankFiles = (
  series: Readonly<Record<string, Observations>>,
  economies: Economies,
): Record<string, string> => ({
  'world-bank-wdi/wb_country_metadata.csv': economiesCsv(economies),
  ...Object.fromEntries(
    SERIES.map(({ code }) => [
      `world-bank-wdi/${code.toLowerCase()}.csv`,
      csv('Country Name,Country Code,Year,Value', series[code] ?? [['Germany', 'DEU', 1990, 1]]),
    ]),
  ),
});

/** A series of UIS as Gapminder's folder of tables has it: codes in lower case, the indicator as name of the column. */
export const sdg4Csv = (
  indicator: string,
  rows: readonly (readonly [country: string, year: number, value: number | string])[],
): string => csv(`country,year,${indicator}`, rows);

/** Raw data of the European Innovation Scoreboard. */
export const scoreboardCsv = (
  rows: readonly (readonly [
    iso2: string,
    iso3: string,
    indicator: string,
    label: string,
    longLabel: string,
    year: number,
    value: number | string,
  ])[],
): string =>
  csv(
    'iso2,iso3,country,var,var_long,var_axis,var_question,year,obs_value,year_date',
    rows.map(([iso2, iso3, indicator, label, longLabel, year, value]) => [
      iso2,
      iso3,
      `Name of ${iso3}`,
      indicator,
      label,
      longLabel,
      'How often',
      year,
      value,
      `${year}-01-01`,
    ]),
  );

/** Mean citations: year, country, domestic mean, international mean, works behind each; `gain` unless it follows. */
export const citationsCsv = (
  rows: readonly (readonly [
    year: number,
    iso2: string,
    domestic: number | string,
    international: number | string,
    domesticWorks: number | string,
    internationalWorks: number | string,
    gain?: number,
  ])[],
): string =>
  csv(
    'year,iso2,name,region,domestic_mean_cites,international_mean_cites,gain,domestic_papers,international_papers',
    rows.map(([year, iso2, domestic, international, domesticWorks, internationalWorks, gain]) => [
      year,
      iso2,
      `Name of ${iso2}`,
      'Region',
      domestic,
      international,
      gain ?? Math.round((Number(international) - Number(domestic)) * 1000) / 1000,
      domesticWorks,
      internationalWorks,
    ]),
  );

/** The Academic Freedom Index, a column a year; names of columns and countries in quotes, numbers plain, NA for no value. */
export const freedomCsv = (
  years: readonly number[],
  rows: readonly (readonly [iso3: string, ...values: (number | string)[]])[],
): string =>
  [
    ['"iso3"', ...years.map((year) => `"${year}"`)].join(','),
    ...rows.map(([iso3, ...values]) => [`"${iso3}"`, ...values].join(',')),
  ].join('\n') + '\n';

/** What a row of CEPII says beside its two codes. */
export interface Tie {
  readonly contig: number | string;
  readonly comlang_off: number;
  readonly comlang_ethno: number;
  readonly colony: number;
  readonly comcol: number;
  readonly curcol: number;
  readonly col45: number;
  readonly smctry: number;
  readonly dist: number | string;
  readonly distcap: number | string;
  readonly distw: number | string;
}
const NOTHING: Tie = {
  contig: 0,
  comlang_off: 0,
  comlang_ethno: 0,
  colony: 0,
  comcol: 0,
  curcol: 0,
  col45: 0,
  smctry: 0,
  dist: 1000,
  distcap: 1000,
  distw: 1000,
};
export type Ties = readonly (readonly [from: string, to: string, tie?: Partial<Tie>])[];

/** Both orders of each pair, with the same values, as CEPII writes them. */
export const bothOrders = (pairs: Ties): Ties =>
  pairs.flatMap(([from, to, tie = {}]) => [[from, to, tie] as const, [to, from, tie] as const]);

/** GeoDist: codes and weighted distances in quotes, the rest plain. */
export const geodistGz = (rows: Ties): Uint8Array => {
  const header = `iso_o,iso_d,${Object.keys(NOTHING).slice(0, 8).join(',')},dist,distcap,distw,distwces`;
  const quoted = (value: number | string) => `"${value}"`;
  return gzipSync(
    [
      header.split(',').map(quoted).join(','),
      ...rows.map(([from, to, own]) => {
        const { distw, ...plain } = { ...NOTHING, ...own };
        return [quoted(from), quoted(to), ...Object.values(plain), quoted(distw), quoted(distw)].join(',');
      }),
      '',
    ].join('\n'),
  );
};
