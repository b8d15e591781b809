import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../../tests/support/random.ts';
import { LEAST_COUNTRIES } from '../../../src/indicators/relations/gravity-terms.ts';
import { LAYERS } from '../../../src/model/layer.ts';
import { schemaOf } from '../../../src/model/tables/index.ts';
import { GRAVITY_TERMS } from '../../../src/model/tables/indicators.ts';
import { madeUpWorld } from '../../testing/made-up-world.ts';
import { createTable } from '../ddl.ts';
import { PATHS } from '../paths.ts';
import { insert, Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { snapshotFile } from '../snapshot.ts';
import { fitPoisson } from './gravity/ppml.ts';
import { variancesOf } from './gravity/standard-errors.ts';
import { gravity, readCells, readPeriods, readTerms, rowsOf, type Period } from './gravity.ts';

/**
 * Fits of the committed snapshot by another program: statsmodels 0.15.0, GLM(family=Poisson()) with a dummy for each
 * effect, fit(cov_type='cluster') with the unordered pair as group; for the dyadic errors the sum of products of scores
 * over every two cells with a country in common, cell by cell, in NumPy. Terms in the order of GRAVITY_TERMS.
 */
const REFERENCES: readonly {
  readonly layer: string;
  readonly source: string;
  readonly to_year: number;
  readonly pairs: number;
  readonly deviance: number;
  readonly coefficients: readonly number[];
  readonly pair: readonly number[];
  readonly dyadic: readonly number[];
}[] = [
  {
    layer: 'papers',
    source: 'openalex-copublications',
    to_year: 1990,
    pairs: 17578,
    deviance: 28314.632059,
    coefficients: [-0.40329308, 0.07663134, 0.58649074, 0.30306109],
    pair: [0.0462007, 0.1104492, 0.1102121, 0.0939632],
    dyadic: [0.0716161, 0.1136526, 0.1494469, 0.1353845],
  },
  {
    layer: 'papers',
    source: 'openalex-copublications',
    to_year: 2022,
    pairs: 23220,
    deviance: 770925.449964,
    coefficients: [-0.54895159, -0.06525479, 0.42399062, 0.30661937],
    pair: [0.0288218, 0.0913547, 0.071084, 0.0704663],
    dyadic: [0.0594247, 0.1134881, 0.1362667, 0.0986246],
  },
  {
    layer: 'projects',
    source: 'cordis-h2020',
    to_year: 2020,
    pairs: 12880,
    deviance: 21508.453622,
    coefficients: [-0.38926484, -0.15241799, 0.07066003, -0.05415658],
    pair: [0.0247149, 0.0349479, 0.0397768, 0.0409096],
    dyadic: [0.0729565, 0.0603748, 0.0615741, 0.0470523],
  },
  {
    layer: 'scholars',
    source: 'scholarly-migration/scopus',
    to_year: 2020,
    pairs: 42647,
    deviance: 92354.459164,
    coefficients: [-0.5958112, 0.0505062, 0.60925001, 0.41290062],
    pair: [0.0436392, 0.1481403, 0.1343252, 0.1384847],
    dyadic: [0.0500647, 0.1594273, 0.2261652, 0.2079347],
  },
];

/** A session with the table of layers. */
async function openLayers(): Promise<Session> {
  const db = await Session.open();
  await db.run(createTable('layers'));
  for (const l of LAYERS)
    await insert(db, 'layers', [l.id, l.title, l.unit, l.directed, true, l.default_source, l.definition]);
  return db;
}

describe('the committed snapshot', () => {
  let db: Session;
  let periods: Period[];
  let terms: Awaited<ReturnType<typeof readTerms>>;
  beforeAll(async () => {
    db = await openLayers();
    for (const table of ['flows', 'pair_context'] as const)
      await db.run(
        `CREATE VIEW ${table} AS FROM read_parquet(${literal(snapshotFile(PATHS.snapshot, table))})`,
      );
    for (const table of gravity.tables)
      await db.run(
        `CREATE VIEW ${table} AS FROM read_parquet(${literal(snapshotFile(PATHS.models, table))})`,
      );
    periods = await readPeriods(db);
    terms = await readTerms(db);
  });
  afterAll(() => db.close());

  test('papers from 1990 to 2022, scholars of both bases from 1998 to 2020 year by year, projects of 2015 to 2020 as one', () => {
    const found = Object.entries(Object.groupBy(periods, ({ layer, source }) => `${layer} ${source}`));
    expect(
      Object.fromEntries(
        found.map(([series, of = []]) => [series, [of.length, of[0]?.from_year, of.at(-1)?.to_year]]),
      ),
    ).toEqual({
      'papers openalex-copublications': [33, 1990, 2022],
      'projects cordis-h2020': [1, 2015, 2020],
      'scholars scholarly-migration/openalex': [23, 1998, 2020],
      'scholars scholarly-migration/scopus': [23, 1998, 2020],
    });
  });

  describe.each(REFERENCES)('$layer of $source, $to_year', (reference) => {
    let period: Period;
    let cells: Awaited<ReturnType<typeof readCells>>;
    let fit: ReturnType<typeof fitPoisson>;
    beforeAll(async () => {
      const { layer, source, to_year } = reference;
      const asked = periods.find((p) => p.layer === layer && p.source === source && p.to_year === to_year);
      if (!asked) throw new Error(`${layer} of ${source}, ${to_year} is not fitted.`);
      period = asked;
      cells = await readCells(db, period, terms);
      fit = fitPoisson(cells);
    });

    test('coefficients and errors are those of another program', () => {
      const { pair, dyadic } = variancesOf(cells, fit);
      expect(cells.values).toHaveLength(reference.pairs);
      expect(fit.deviance / reference.deviance).toBeCloseTo(1, 9);
      GRAVITY_TERMS.forEach((_, k) => {
        expect(Math.abs((fit.coefficients[k] ?? NaN) - (reference.coefficients[k] ?? NaN))).toBeLessThan(
          1e-7,
        );
        expect(Math.sqrt(pair[k] ?? NaN) / (reference.pair[k] ?? NaN)).toBeCloseTo(1, 5);
        expect(Math.sqrt(dyadic[k] ?? NaN) / (reference.dyadic[k] ?? NaN)).toBeCloseTo(1, 5);
      });
    });

    // Where this fails, the reckoning has changed: raise the model's version and run data:publish.
    test('data/models/ holds what is reckoned now', async () => {
      const { layer, source, from_year, to_year } = period;
      const key = [layer, source, from_year, to_year];
      const now = rowsOf(cells, fit);
      for (const [table, rows] of [
        ['gravity_coefficients', now.coefficients],
        ['gravity_effects', now.effects],
      ] as const) {
        const kept = await db.all<Record<string, string | number | null>>(
          `FROM ${table} WHERE layer = ${literal(layer)} AND source = ${literal(source)} AND from_year = ${from_year}`,
        );
        const byText = (a: string, b: string) => (a < b ? -1 : 1);
        expect(kept.map((row) => JSON.stringify(Object.values(row))).sort(byText)).toEqual(
          rows.map((row) => JSON.stringify([...key, ...row])).sort(byText),
        );
      }
    });

    test('what is kept gives what is expected to five digits, and its sums', () => {
      const { coefficients, effects } = rowsOf(cells, fit);
      const sums = new Float64Array(cells.effects.length);
      let worst = 0;
      fit.expected.forEach((mean, cell) => {
        const ends = [cells.left[cell] ?? NaN, cells.right[cell] ?? NaN];
        const log =
          ends.reduce((sum, e) => sum + Number(effects[e]?.[2]), 0) +
          cells.terms.reduce((sum, term, k) => sum + Number(coefficients[k]?.[1]) * (term[cell] ?? NaN), 0);
        worst = Math.max(worst, Math.abs(Math.exp(log) / mean - 1));
        for (const e of ends) sums[e] = (sums[e] ?? NaN) + Math.exp(log) - (cells.values[cell] ?? NaN);
      });
      expect(worst).toBeLessThan(5e-6);
      sums.forEach((gap) => expect(Math.abs(gap)).toBeLessThan(1));
    });
  });
});

describe('made-up countries', () => {
  type Row = Readonly<Record<string, string | number | boolean | null>>;
  type Rows = readonly Row[];
  const world = madeUpWorld(LEAST_COUNTRIES, false, random(7));
  const inWorld = (countries: number) => (row: { origin: string; destination: string }) =>
    [row.origin, row.destination].every((name) => Number(name.slice(1)) < countries);
  const flows = (
    layer: string,
    year: number,
    { countries = LEAST_COUNTRIES, flag = '', source = 's' } = {},
  ): Rows =>
    world.counts
      .filter(inWorld(countries))
      .map((row, i) => ({ ...row, layer, source, year, flag: i === 3 && flag ? flag : null }));
  const context = [...world.terms].flatMap(([origin, row]) =>
    [...row]
      .filter(([destination]) => origin < destination)
      .map(([destination, [log = NaN, near, language, tie]]) => ({
        origin,
        destination,
        distance_km: 1,
        distance_weighted_km: Math.round(Math.exp(log)),
        contiguous: near === 1,
        common_official_language: language === 1,
        colonial_tie: tie === 1,
      })),
  );
  const run = async (rows: Rows, pairs: typeof context = context) => {
    const db = await openLayers();
    for (const table of [...gravity.inputs, ...gravity.tables]) await db.run(createTable(table));
    for (const [table, of] of [
      ['flows', rows],
      ['pair_context', pairs],
    ] as const) {
      const columns = schemaOf(table).fields.map(({ name }) => name);
      await db.append(
        table,
        of.map((row: Row) => columns.map((column) => row[column] ?? null)),
      );
    }
    try {
      await gravity.run(db);
      return {
        fits: await db.all<Record<string, unknown>>(
          "SELECT layer, source, from_year, to_year, coefficient, low, high, standard_error_dyadic, pairs, countries FROM gravity_coefficients WHERE term = 'log_distance' ORDER BY ALL",
        ),
        effects: await db.all<Record<string, unknown>>(
          'SELECT country, role FROM gravity_effects ORDER BY ALL',
        ),
      };
    } finally {
      db.close();
    }
  };

  test('a fit has four coefficients and the effects of its countries; limits come from the dyadic errors', async () => {
    const { fits, effects } = await run(flows('papers', 2019));
    expect(fits).toMatchObject([
      { layer: 'papers', source: 's', from_year: 2019, to_year: 2019, pairs: 780, countries: 40 },
    ]);
    expect(effects).toHaveLength(40);
    const { coefficient, low, high, standard_error_dyadic } = fits[0] as Record<string, number>;
    expect(((high ?? NaN) - (low ?? NaN)) / 2 / 1.959964).toBeCloseTo(standard_error_dyadic ?? NaN, 5);
    expect(((high ?? NaN) + (low ?? NaN)) / 2).toBeCloseTo(coefficient ?? NaN, 5);
    expect(coefficient).toBeLessThan(0);
  });

  test(`fewer countries than ${LEAST_COUNTRIES} have no result, and no error`, async () => {
    expect(await run(flows('papers', 2019, { countries: LEAST_COUNTRIES - 1 }))).toEqual({
      fits: [],
      effects: [],
    });
    expect(await run([])).toEqual({ fits: [], effects: [] });
  });

  test('directed layers want as many in both roles', async () => {
    const oneWay = flows('scholars', 2019);
    // Of undirected counts the last country never sends, the first never gets.
    expect((await run(oneWay)).fits).toEqual([]);
    const back = oneWay.map((row) => ({
      ...row,
      origin: row['destination'],
      destination: row['origin'],
    })) as Rows;
    const both = await run([...oneWay, ...back]);
    expect(both.fits).toMatchObject([{ layer: 'scholars', pairs: 40 * 39, countries: 40 }]);
    expect(both.effects.map(({ role }) => role)).toEqual(
      Array.from({ length: 80 }, (_, i) => (i % 2 ? 'origin' : 'destination')),
    );
  });

  test('years that are provisional or partly reported are left out; other flags are not', async () => {
    const rows = [
      flows('papers', 2018, { flag: 'b' }),
      flows('papers', 2019, { flag: 'ep' }),
      flows('papers', 2020, { flag: 'u' }),
      flows('papers', 2021),
    ].flat();
    expect((await run(rows)).fits.map(({ to_year }) => to_year)).toEqual([2018, 2021]);
  });

  test('projects are fitted once over their years, and the sum is what counts', async () => {
    const rows = [
      flows('projects', 2014, { flag: 'u' }),
      flows('projects', 2015),
      flows('projects', 2016),
    ].flat();
    const [pooled] = (await run(rows)).fits;
    expect(pooled).toMatchObject({ layer: 'projects', from_year: 2015, to_year: 2016 });
    // Two years of the same counts are twice the counts: the coefficient is that of one.
    expect(pooled?.['coefficient']).toBeCloseTo(
      Number((await run(flows('projects', 2015))).fits[0]?.['coefficient']),
      6,
    );
  });

  test('projects with a year missing in between cannot be pooled', async () => {
    await expect(run([...flows('projects', 2015), ...flows('projects', 2017)])).rejects.toThrow(
      'The years of projects of s cannot be pooled for the gravity model: between 2015 and 2017',
    );
  });

  test('two sources are two fits; students have none', async () => {
    const rows = [
      flows('papers', 2019),
      flows('papers', 2019, { source: 't' }),
      flows('students', 2019),
    ].flat();
    expect((await run(rows)).fits.map(({ layer, source }) => [layer, source])).toEqual([
      ['papers', 's'],
      ['papers', 't'],
    ]);
  });

  test.each(['distance_weighted_km', 'contiguous', 'common_official_language', 'colonial_tie'] as const)(
    'a country without %s is not in the fit, nor are links with it',
    async (column) => {
      const one = 'C40';
      const links = Array.from({ length: 40 }, (_, i) => ({
        layer: 'papers',
        source: 's',
        origin: `C${String(i).padStart(2, '0')}`,
        destination: one,
        year: 2019,
        value: 900,
        flag: null,
      }));
      const beside = links.map(({ origin }) => ({
        ...(context[0] as (typeof context)[number]),
        origin,
        destination: one,
      }));
      const without = beside.map((pair) => ({ ...pair, [column]: null }));
      const rows = [...flows('papers', 2019), ...links];
      expect(await run(rows, [...context, ...without])).toEqual(await run(flows('papers', 2019)));
      expect((await run(rows, [...context, ...beside])).fits).toMatchObject([{ countries: 41 }]);
    },
  );

  test('the order of rows changes nothing', async () => {
    expect(await run([...flows('papers', 2019)].reverse(), [...context].reverse())).toEqual(
      await run(flows('papers', 2019)),
    );
  });

  test('a fit that has no result is named', async () => {
    const none = context.map((pair) => ({ ...pair, colonial_tie: false }));
    await expect(run(flows('papers', 2019), none)).rejects.toThrow(
      'The gravity model of papers of s, 2019, has no result',
    );
    await expect(run([...flows('projects', 2015), ...flows('projects', 2016)], none)).rejects.toThrow(
      'The gravity model of projects of s, 2015 to 2016, has no result',
    );
  });
});

test('where the dyadic variance is not positive, limits rest on the other, flagged', () => {
  const cells = {
    effects: ['A', 'B', 'C', 'D'].map((country) => ({ country, role: 'both' as const })),
    apart: 0,
    loose: false,
    left: Int32Array.of(0, 2, 0, 1, 0, 1),
    right: Int32Array.of(1, 3, 2, 3, 3, 2),
    values: Float64Array.of(8, 8, 3, 3, 5, 5),
    terms: [Float64Array.of(1, 1, 0, 0, 0, 0)],
  };
  // By hand in gravity/standard-errors.test.ts: variances 6/64 and −1/64.
  const [row] = rowsOf(cells, fitPoisson(cells)).coefficients;
  const error = Math.sqrt(6) / 8;
  expect(row).toEqual([
    'log_distance',
    0.693147,
    Number(error.toFixed(6)),
    null,
    Number((Math.LN2 - 1.959964 * error).toFixed(6)),
    Number((Math.LN2 + 1.959964 * error).toFixed(6)),
    6,
    4,
    'e',
  ]);
});
