import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTable } from '../ddl.ts';
import { PATHS } from '../paths.ts';
import { Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { snapshotFile } from '../snapshot.ts';
import { networks } from './networks.ts';

let db: Session;
beforeEach(async () => {
  db = await Session.open();
  await db.run(createTable('network_measures'));
});
afterEach(() => db.close());

interface Row {
  readonly country: string;
  readonly measure: string;
  readonly value: number;
  readonly flag: string | null;
}

const rows = (): Promise<Row[]> =>
  db.all<Row>(
    'SELECT country, measure, value, flag FROM network_measures ORDER BY layer, source, year, measure, country',
  );

describe('made-up flows', () => {
  beforeEach(() => db.run(createTable('flows')));
  const flow = (
    layer: string,
    origin: string,
    destination: string,
    value: number,
    flag: string | null = null,
    year = 2020,
  ) =>
    db.run(
      `INSERT INTO flows BY NAME SELECT '${layer}' AS layer, 's' AS source, '${origin}' AS origin, '${destination}' AS destination, ${year} AS year, ${value} AS value, ${flag ? literal(flag) : 'NULL'} AS flag`,
    );

  test('moves in both directions are one link', async () => {
    await flow('scholars', 'AAA', 'MMM', 1);
    await flow('scholars', 'MMM', 'AAA', 2);
    await flow('scholars', 'MMM', 'BBB', 4);
    await networks.run(db);
    // Rays of 3 and 4: λ = 5.
    expect(await rows()).toEqual([
      { country: 'AAA', measure: 'betweenness', value: 0, flag: null },
      { country: 'BBB', measure: 'betweenness', value: 0, flag: null },
      { country: 'MMM', measure: 'betweenness', value: 1, flag: null },
      { country: 'AAA', measure: 'eigenvector', value: 0.6, flag: null },
      { country: 'BBB', measure: 'eigenvector', value: 0.8, flag: null },
      { country: 'MMM', measure: 'eigenvector', value: 1, flag: null },
    ]);
  });

  test('six decimals are kept', async () => {
    for (const ray of ['AAA', 'BBB', 'CCC']) await flow('papers', ray, 'MMM', 1);
    await networks.run(db);
    expect((await rows()).find((row) => row.measure === 'eigenvector')?.value).toBe(0.57735);
  });

  test('every year is a network of its own, with all flags of its flows, each once', async () => {
    await flow('projects', 'AAA', 'BBB', 3, 'pu', 2020);
    await flow('projects', 'AAA', 'CCC', 3, 'u', 2020);
    await flow('projects', 'AAA', 'BBB', 3, null, 2021);
    await networks.run(db);
    expect(await db.all('SELECT DISTINCT year, flag FROM network_measures ORDER BY year')).toEqual([
      { year: 2020, flag: 'pu' },
      { year: 2021, flag: null },
    ]);
    // Two countries lie between nobody.
    expect(await db.all("SELECT year FROM network_measures WHERE measure = 'betweenness'")).toHaveLength(3);
  });

  test('flows of zero are no links, lists of students no network, and no flows no rows', async () => {
    await networks.run(db);
    await flow('students', 'AAA', 'BBB', 9);
    await flow('papers', 'AAA', 'BBB', 0);
    await networks.run(db);
    expect(await rows()).toEqual([]);
  });
});

const measures = literal(snapshotFile(PATHS.models, 'network_measures'));
const flows = literal(snapshotFile(PATHS.snapshot, 'flows'));

test('what is kept is what the snapshot gives: projects of 2020', async () => {
  const of = "layer = 'projects' AND source = 'cordis-h2020' AND year = 2020";
  await db.run(`CREATE TABLE flows AS SELECT * FROM read_parquet(${flows}) WHERE ${of}`);
  await networks.run(db);
  const kept = await db.all<Row>(
    `SELECT country, measure, value, flag FROM read_parquet(${measures}) WHERE ${of} ORDER BY measure, country`,
  );
  expect(kept.length).toBeGreaterThan(200);
  expect(await rows()).toEqual(kept);
});

/**
 * By networkx 3.6: `betweenness_centrality` with fractions.Fraction(1, links) as length, so that paths of equal length are
 * found to be, and `eigenvector_centrality_numpy` over its largest; moves added up over both directions. The five countries
 * with most betweenness, those with most centrality, and three small ones.
 */
const REFERENCE: readonly {
  network: string;
  links: number;
  values: Record<string, readonly [betweenness: number, eigenvector: number]>;
}[] = [
  {
    network: "layer = 'papers' AND source = 'openalex-copublications' AND year = 2022",
    links: 3_109_490,
    values: {
      USA: [0.946178115, 1],
      FRA: [0.187922225, 0.380920687],
      GBR: [0.120417681, 0.696584922],
      CHN: [0.08686259, 0.676949292],
      IND: [0.078838174, 0.241943962],
      DEU: [0.040842221, 0.545133075],
      CAN: [0.00823017, 0.415475976],
      FJI: [0.008264463, 0.001547657],
      PRY: [0, 0.002620292],
      TUV: [0, 0.000043266],
    },
  },
  {
    network: "layer = 'papers' AND source = 'openalex-copublications' AND year = 1990",
    links: 85_532,
    values: {
      USA: [0.945325074, 1],
      FRA: [0.231527094, 0.398967352],
      GBR: [0.213383407, 0.639042146],
      RUS: [0.086962883, 0.109552133],
      JPN: [0.057674487, 0.389050571],
      DEU: [0.04891967, 0.514828181],
      CAN: [0.009876603, 0.495034975],
      LUX: [0, 0.002370599],
      FJI: [0, 0.000742305],
      MLT: [0, 0.001143741],
    },
  },
  {
    network: "layer = 'scholars' AND source = 'scholarly-migration/scopus' AND year = 2020",
    links: 150_186,
    values: {
      USA: [0.931333035, 1],
      FRA: [0.269592476, 0.259181695],
      GBR: [0.147335423, 0.527579804],
      DEU: [0.067211524, 0.386747872],
      RUS: [0.059561129, 0.051817223],
      CHN: [0.059449172, 0.776107813],
      CAN: [0.00862069, 0.408883278],
      MUS: [0, 0.000952106],
      URY: [0, 0.003950361],
      BTN: [0, 0.000610866],
    },
  },
];

test.each(REFERENCE)('agrees with networkx to the sixth decimal: $network', async (reference) => {
  const { network, links, values } = reference;
  const { sum } = await db.one<{ sum: number }>(
    `SELECT CAST(sum(value) AS BIGINT) AS sum FROM read_parquet(${flows}) WHERE ${network}`,
  );
  expect(sum, 'the snapshot has other links than networkx was given: reckon the reference anew').toBe(links);
  const kept = await db.all<Row>(
    `SELECT country, measure, value FROM read_parquet(${measures}) WHERE ${network}`,
  );
  const value = (country: string, measure: string) =>
    kept.find((row) => row.country === country && row.measure === measure)?.value ?? NaN;
  for (const [country, [betweenness, eigenvector]] of Object.entries(values)) {
    // Half a unit of the sixth decimal, and what the reference was rounded by.
    expect(Math.abs(value(country, 'betweenness') - betweenness), country).toBeLessThan(5.01e-7);
    expect(Math.abs(value(country, 'eigenvector') - eigenvector), country).toBeLessThan(5.01e-7);
  }
});
