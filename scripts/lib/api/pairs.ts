import { INDICATORS } from '../../../src/indicators/index.ts';
import type { Answer } from '../../../src/model/api.ts';
import { apiPath, fromFile, TO_RELEASE } from '../../../src/model/api/paths.ts';
import { slicePath } from '../../../src/model/slice.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { layerOf, type Facts } from './facts.ts';
import type { IndicatorSources } from './indicator-sources.ts';

type Pair = Answer<'Pair'>;
type Listed = readonly (readonly [a: string, b: string])[];
interface OfPair {
  readonly origin: string;
  readonly destination: string;
}

/** The pairs of the list that have a flow in this release. */
export async function pairsWithData({ db }: Facts, listed: Listed): Promise<Listed> {
  const rows = await db.all<{ key: string }>(
    `SELECT DISTINCT country || '-' || partner AS key FROM ties WHERE country < partner`,
  );
  const there = new Set(rows.map(({ key }) => key));
  return listed.filter(([a, b]) => there.has(`${a}-${b}`));
}

/** A file for each of these pairs. */
export async function pairFiles(
  facts: Facts,
  rests: IndicatorSources,
  pairs: Listed,
): Promise<[path: string, file: Pair][]> {
  const { db, names } = facts;
  if (!pairs.length) return [];
  await db.run('CREATE OR REPLACE TEMP TABLE api_pairs (origin VARCHAR, destination VARCHAR)');
  await db.run(
    `INSERT INTO api_pairs VALUES ${pairs
      .flatMap(([a, b]) => [`(${literal(a)}, ${literal(b)})`, `(${literal(b)}, ${literal(a)})`])
      .join(', ')}`,
  );
  const flows = await flowsOf(facts);
  const periods = byPair(await periodFlowsOf(facts));
  const indicators = byPair(await indicatorsOf(facts));
  const context = new Map(
    (await db.all<OfPair>('SELECT * FROM pair_context JOIN api_pairs USING (origin, destination)')).map(
      ({ origin, destination, ...row }) => [keyOf({ origin, destination }), row],
    ),
  );
  await db.run('DROP TABLE api_pairs');
  return pairs.map(([a, b]) => {
    const key = keyOf({ origin: a, destination: b });
    const path = apiPath.pair(a, b);
    const own = {
      flows: flows.get(key) ?? [],
      period_flows: periods.get(key) ?? [],
      indicators: indicators.get(key) ?? [],
      context: (context.get(key) ?? null) as Pair['context'],
    };
    const to = (address: string): string => fromFile(path, address);
    const named = (country: string) => ({ country, name: names.get(country) ?? country });
    return [
      path,
      {
        ...facts.head([
          ...[...own.flows, ...own.period_flows].map(({ source }) => source),
          ...own.indicators.flatMap((one) => rests.ofPairs(one)),
          ...(own.context ? contextSources(own.context) : []),
        ]),
        pair: [named(a), named(b)],
        ...own,
        links: {
          countries: { [a]: to(apiPath.country(a)), [b]: to(apiPath.country(b)) },
          ties: to(TO_RELEASE + slicePath.country(a)),
        },
      },
    ];
  });
}

/** As the table's contract says: `from` of pair_context. */
const contextSources = (context: NonNullable<Pair['context']>): string[] => [
  ...(context['distance_km'] === null ? [] : ['cepii-geodist']),
  ...(context['shared_hours'] === null ? [] : ['world-bank-wdi']),
];

async function flowsOf({ db, complete }: Facts): Promise<Map<string, Pair['flows']>> {
  const rows = await db.all<
    OfPair & {
      layer: Pair['flows'][number]['layer'];
      source: string;
      years: number[];
      values: number[];
      flags: (string | null)[];
    }
  >(`
    SELECT layer, source, origin, destination, list(year ORDER BY year) AS years, list(value ORDER BY year) AS values,
           list(flag ORDER BY year) AS flags
    FROM flows JOIN api_pairs USING (origin, destination) GROUP BY ALL ORDER BY layer, source, origin, destination`);
  return byPair(
    rows.map(({ layer, source, origin, destination, years, values, flags }) => {
      const { directed, unit } = layerOf(layer);
      return {
        layer,
        source,
        directed,
        origin,
        destination,
        unit,
        complete: complete(source),
        values: years.map((year, i) => ({ year, value: values[i] ?? 0, flag: flags[i] ?? null })),
      };
    }),
  );
}

async function periodFlowsOf({ db }: Facts): Promise<Pair['period_flows']> {
  const rows = await db.all<Omit<Pair['period_flows'][number], 'unit'>>(`
    SELECT layer, source, origin, destination, from_year, to_year, value, flag
    FROM period_flows JOIN api_pairs USING (origin, destination)
    ORDER BY layer, source, origin, destination, from_year`);
  return rows.map(({ layer, source, origin, destination, ...row }) => ({
    layer,
    source,
    origin,
    destination,
    unit: layerOf(layer).unit,
    ...row,
  }));
}

/** Asked of one layer, source and year at a time: the view reckons no more than it is asked for. */
async function indicatorsOf({ db, series }: Facts): Promise<Pair['indicators']> {
  const columns = 'indicator, layer, source, origin, destination, year, value, low, high, flag';
  const symmetric = INDICATORS.filter((one) => one.symmetric).map(({ id }) => literal(id));
  const once = `(origin < destination OR indicator NOT IN (${symmetric.join(', ')}))`;
  const rows: Pair['indicators'] = [];
  for (const { layer, source, shown_year } of series)
    rows.push(
      ...(await db.all<Pair['indicators'][number]>(`
        SELECT ${columns} FROM pair_indicators JOIN api_pairs USING (origin, destination)
        WHERE layer = ${literal(layer)} AND source = ${literal(source)} AND year = ${shown_year} AND ${once}
          AND indicator NOT IN (SELECT indicator FROM stored_pair_indicators)`)),
    );
  rows.push(
    ...(await db.all<Pair['indicators'][number]>(
      `SELECT ${columns} FROM stored_pair_indicators JOIN api_pairs USING (origin, destination) WHERE ${once}`,
    )),
  );
  const order = (one: Pair['indicators'][number]): string =>
    [one.indicator, one.layer, one.source, one.origin, one.destination, one.year].join(' ');
  return rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const keyOf = ({ origin, destination }: OfPair): string => [origin, destination].sort().join('-');

const byPair = <Row extends OfPair>(rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, keyOf);
