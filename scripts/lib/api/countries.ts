import type { Answer } from '../../../src/model/api.ts';
import { MEASURE_WORDS } from '../../../src/model/api/measures.ts';
import { apiPath, fromFile, TO_RELEASE, TO_SITE } from '../../../src/model/api/paths.ts';
import { slicePath } from '../../../src/model/slice.ts';
import { totalRows } from '../total-rows.ts';
import { sumUnit, layerOf, type Facts } from './facts.ts';
import type { IndicatorSources } from './indicator-sources.ts';

type Country = Answer<'Country'>;
type Partners = Country['partners'][number];
type Indicator = Country['indicators'][number];

/** How many partners of a country are named. */
const NAMED = 10;

/** A file for every country with data, in the order of the codes. */
export async function countryFiles(
  facts: Facts,
  rests: IndicatorSources,
  pairs: readonly (readonly [a: string, b: string])[],
): Promise<[path: string, file: Country][]> {
  const { db } = facts;
  const countries = await db.all<Omit<Country['country'], 'name'> & { short_name: string }>(
    'SELECT iso3, iso2, m49, short_name, region, subregion, income_group, note FROM countries ORDER BY iso3',
  );
  const totals = await totalsOf(facts);
  const partners = await partnersOf(facts);
  const coverage = await coverageOf(facts);
  const indicators = await indicatorsOf(facts);
  const withData = new Set(facts.withData);
  return countries
    .filter(({ iso3 }) => withData.has(iso3))
    .map(({ short_name, ...country }) => {
      const { iso3 } = country;
      const path = apiPath.country(iso3);
      const own = {
        totals: totals.get(iso3) ?? [],
        partners: partners.get(iso3) ?? [],
        coverage: coverage.get(iso3) ?? [],
        indicators: indicators.get(iso3) ?? [],
      };
      const to = (address: string): string => fromFile(path, address);
      return [
        path,
        {
          ...facts.head([
            // The register itself: names, regions, income groups.
            'country-groups',
            ...(country.income_group === null ? [] : ['world-bank-wdi']),
            ...[...own.totals, ...own.partners, ...own.coverage].map(({ source }) => source),
            ...(own.coverage.length ? ['uis-student-totals'] : []),
            ...own.indicators.flatMap((one) => rests.ofCountries(one)),
          ]),
          country: { ...country, name: short_name },
          ...own,
          links: {
            page: to(`${TO_SITE}countries/${iso3.toLowerCase()}/`),
            ties: to(TO_RELEASE + slicePath.country(iso3)),
            indicators: to(TO_RELEASE + slicePath.indicators(iso3)),
            pairs: Object.fromEntries(
              pairs
                .filter((pair) => pair.includes(iso3))
                .map(([a, b]) => [a === iso3 ? b : a, to(apiPath.pair(a, b))]),
            ),
          },
        },
      ];
    });
}

async function totalsOf({ db }: Facts): Promise<Map<string, Country['totals']>> {
  const rows = await totalRows(db);
  return byCountry(rows, (own) =>
    [...Map.groupBy(own, (r) => `${r.measure} ${r.source}`).values()].flatMap((series) => {
      const [first] = series;
      if (!first) return [];
      const { measure, source } = first;
      return [
        {
          measure,
          source,
          unit: MEASURE_WORDS[measure].unit,
          values: series.map(({ year, value, flag }) => ({ year, value, flag })),
        },
      ];
    }),
  );
}

/** The strongest partners in the year that each layer and source shows first. */
async function partnersOf({ db, series, names, complete }: Facts): Promise<Map<string, Partners[]>> {
  const rows = await db.all<{
    country: string;
    layer: Partners['layer'];
    source: string;
    direction: Partners['direction'];
    year: number;
    partner: string;
    value: number;
    flag: string | null;
    partners: number;
    sum: number;
  }>(`
    SELECT country, layer, source, direction, year, partner, value, flag,
           (count(*) OVER own)::INTEGER AS partners, (sum(value) OVER own)::BIGINT AS sum
    FROM ties JOIN (VALUES ${shownYears(series)}) shown(layer, source, year) USING (layer, source, year)
    WINDOW own AS (PARTITION BY country, layer, source, direction)
    QUALIFY row_number() OVER (PARTITION BY country, layer, source, direction ORDER BY value DESC, partner) <= ${NAMED}
    ORDER BY country, layer, source, direction, value DESC, partner`);
  return byCountry(rows, (own) =>
    [...Map.groupBy(own, (r) => `${r.layer} ${r.source} ${r.direction}`).values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { layer, source, direction, year, partners, sum } = first;
      const named = group.reduce((of, { value }) => of + value, 0);
      return [
        {
          layer,
          source,
          direction,
          year,
          unit: layerOf(layer).unit,
          sum_unit: sumUnit(layerOf(layer)),
          complete: complete(source),
          partners,
          sum,
          strongest: group.map(({ partner, value, flag }) => ({
            country: partner,
            name: names.get(partner) ?? partner,
            value,
            flag,
          })),
          rest: { partners: partners - group.length, sum: sum - named },
        },
      ];
    }),
  );
}

async function coverageOf({ db, series }: Facts): Promise<Map<string, Country['coverage']>> {
  const rows = await db.all<Country['coverage'][number] & { country: string }>(`
    SELECT country, layer, source, year, status, reported, expected, expected_year, ratio
    FROM coverage JOIN (VALUES ${shownYears(series)}) shown(layer, source, year) USING (layer, source, year)
    ORDER BY country, layer, source`);
  return byCountry(rows, (own) => own.map((row) => without(row, 'country')));
}

/** The latest value of each indicator, layer and source. */
async function indicatorsOf({ db }: Facts): Promise<Map<string, Indicator[]>> {
  const rows = await db.all<Indicator & { country: string }>(`
    SELECT country, indicator, layer, source, year, value, low, high, flag FROM country_indicators
    QUALIFY row_number() OVER (PARTITION BY country, indicator, layer, source ORDER BY year DESC) = 1
    ORDER BY country, indicator, layer, source`);
  return byCountry(rows, (own) => own.map((row) => without(row, 'country')));
}

/** Layers, sources and years as rows in SQL. */
const shownYears = (series: Facts['series']): string =>
  series.map((one) => `('${one.layer}', '${one.source}', ${one.shown_year})`).join(', ');

function byCountry<Row extends { readonly country: string }, Made>(
  rows: readonly Row[],
  make: (own: Row[]) => Made,
): Map<string, Made> {
  return new Map([...Map.groupBy(rows, (r) => r.country)].map(([country, own]) => [country, make(own)]));
}

function without<Row extends object, Key extends keyof Row>(row: Row, key: Key): Omit<Row, Key> {
  const { [key]: gone, ...rest } = row;
  void gone;
  return rest;
}
