import { Z } from '../../../src/indicators/intervals.ts';
import { LEAST_COUNTRIES, PAIR_TERMS } from '../../../src/indicators/relations/gravity-terms.ts';
import type { LayerId } from '../../../src/model/layer.ts';
import { GRAVITY_TERMS } from '../../../src/model/tables/indicators.ts';
import { UserError } from '../errors.ts';
import { type Session } from '../session.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { cellsOf, type Cells, type Count, type Terms } from './gravity/cells.ts';
import { at, plus } from './gravity/numbers.ts';
import { fitPoisson, type Fit } from './gravity/ppml.ts';
import { variancesOf } from './gravity/standard-errors.ts';
import type { Model } from './open-models.ts';

/** Layers whose zeros are observed: not students. Of projects a single year is too thin. */
const LAYERS: readonly { readonly layer: LayerId; readonly pooled: boolean }[] = [
  { layer: 'papers', pooled: false },
  { layer: 'projects', pooled: true },
  { layer: 'scholars', pooled: false },
];

/** What is fitted at once: the flows of a layer and source, summed over these years. */
export interface Period {
  readonly layer: LayerId;
  readonly source: string;
  readonly directed: boolean;
  readonly from_year: number;
  readonly to_year: number;
}

/**
 * Gravity: how distance, a common border, a common official language and a colonial tie go with flows, by Poisson
 * pseudo-maximum likelihood with an effect of every origin and destination (gravity/ppml.ts). Every period is fitted by
 * itself, from the same start, so that its result does not hang on which others there are.
 */
export const gravity: Model = {
  id: 'gravity',
  version: 1,
  inputs: ['flows', 'pair_context'],
  tables: ['gravity_coefficients', 'gravity_effects'],
  async run(db) {
    const terms = await readTerms(db);
    for (const period of await readPeriods(db)) {
      const cells = await readCells(db, period, terms);
      if (!enoughCountries(cells)) continue;
      const { coefficients, effects } = rowsOf(cells, fitPeriod(period, cells));
      const key = [period.layer, period.source, period.from_year, period.to_year];
      const keyed = (rows: readonly Row[]) => rows.map((row) => [...key, ...row]);
      await db.append('gravity_coefficients', keyed(coefficients));
      await db.append('gravity_effects', keyed(effects));
    }
  },
};

type Row = readonly (string | number | null)[];

/**
 * The periods: each year, or for pooled layers all years as one. Years of which any flow is provisional or only partly
 * reported are left out.
 * @throws {UserError} for pooled years with a gap between them, which from_year and to_year could not say
 */
export async function readPeriods(db: Session): Promise<Period[]> {
  const years = await db.all<Omit<Period, 'from_year' | 'to_year'> & { year: number }>(`
    SELECT f.layer, f.source, l.directed, f.year FROM flows f JOIN layers l ON l.id = f.layer
    WHERE f.layer IN (${LAYERS.map(({ layer }) => literal(layer)).join(', ')})
    GROUP BY f.layer, f.source, l.directed, f.year
    HAVING NOT bool_or(coalesce(contains(f.flag, 'p') OR contains(f.flag, 'u'), FALSE))
    ORDER BY f.layer, f.source, f.year`);
  const periods: Period[] = [];
  for (const { year, ...series } of years) {
    const last = periods.at(-1);
    const same = last?.layer === series.layer && last.source === series.source;
    if (!same || !LAYERS.some(({ layer, pooled }) => pooled && layer === series.layer))
      periods.push({ ...series, from_year: year, to_year: year });
    else if (last.to_year === year - 1) periods.splice(-1, 1, { ...last, to_year: year });
    else
      throw new UserError(
        `The years of ${series.layer} of ${series.source} cannot be pooled for the gravity model: between ${last.to_year} and ${year} years are missing, provisional or only partly reported.`,
      );
  }
  return periods;
}

/** The terms of every pair of which all are known, in the order of GRAVITY_TERMS. */
export async function readTerms(db: Session): Promise<Terms> {
  const rows = await db.all<
    Omit<Count, 'value'> &
      Record<Exclude<(typeof GRAVITY_TERMS)[number], 'log_distance'> | 'distance', number>
  >(PAIR_TERMS);
  const terms = new Map<string, Map<string, readonly number[]>>();
  for (const row of rows) {
    const values = GRAVITY_TERMS.map((term) =>
      term === 'log_distance' ? Math.log(row.distance) : row[term],
    );
    terms.set(row.origin, (terms.get(row.origin) ?? new Map()).set(row.destination, values));
  }
  return terms;
}

export async function readCells(
  db: Session,
  { layer, source, directed, from_year, to_year }: Period,
  terms: Terms,
): Promise<Cells> {
  const counts = await db.all<Count>(`
    SELECT origin, destination, CAST(sum(value) AS DOUBLE) AS value FROM flows
    WHERE layer = ${literal(layer)} AND source = ${literal(source)} AND year BETWEEN ${from_year} AND ${to_year}
    GROUP BY origin, destination`);
  return cellsOf(counts, terms, GRAVITY_TERMS.length, directed);
}

function enoughCountries({ effects }: Cells): boolean {
  const roles = Map.groupBy(effects, ({ role }) => role);
  return roles.size > 0 && [...roles.values()].every((countries) => countries.length >= LEAST_COUNTRIES);
}

function fitPeriod({ layer, source, from_year, to_year }: Period, cells: Cells): Fit {
  try {
    return fitPoisson(cells);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const years = from_year === to_year ? String(from_year) : `${from_year} to ${to_year}`;
    throw new UserError(
      `The gravity model of ${layer} of ${source}, ${years}, has no result: ${error.message}. ` +
        'Look in flows for countries with links to few others, and in pair_context for a column that hardly varies.',
    );
  }
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * Rows of both tables, without layer, source and years. What is kept has six decimals; effects are those that go with
 * the coefficients as they are kept, so that what is expected of a country's pairs still adds up to what was observed.
 */
export function rowsOf(cells: Cells, fit: Fit): { coefficients: Row[]; effects: Row[] } {
  const { pair, dyadic } = variancesOf(cells, fit);
  const countries = new Set(cells.effects.map(({ country }) => country)).size;
  const coefficients = GRAVITY_TERMS.map((term, k) => {
    const coefficient = at(fit.coefficients, k);
    const error = Math.sqrt(at(pair, k));
    // Where clusters pull against each other, the difference of sums that is the dyadic variance may not be positive.
    const wide = at(dyadic, k) > 0 ? Math.sqrt(at(dyadic, k)) : null;
    const [low, high] = [-1, 1].map((sign) => rounded(coefficient + sign * Z * (wide ?? error)));
    const errors = [rounded(error), wide === null ? null : rounded(wide)];
    return [
      term,
      rounded(coefficient),
      ...errors,
      low ?? null,
      high ?? null,
      cells.values.length,
      countries,
      wide === null ? 'e' : null,
    ];
  });
  const effects = fit.taken.reduce((values, taken, k) => {
    const coefficient = at(fit.coefficients, k);
    return plus(values, coefficient - rounded(coefficient), taken);
  }, fit.effects);
  return {
    coefficients,
    effects: cells.effects.map(({ country, role }, e) => [country, role, rounded(at(effects, e))]),
  };
}
