import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Cells } from './cells.ts';
import { EffectsSystem } from './effects-system.ts';
import { addTo, at, dot, largest, plus, sum, times } from './numbers.ts';

export interface Parameters {
  /** One a term. */
  readonly coefficients: Float64Array;
  /** One an effect, in the order of the cells. */
  readonly effects: Float64Array;
}

export interface Fit extends Parameters, Projection {
  /** What is expected of each cell. */
  readonly expected: Float64Array;
  /** Twice what the log-likelihood falls short of that of expecting what was observed. */
  readonly deviance: number;
  /** How many times what is expected was moved. */
  readonly steps: number;
}

/** The terms without the effects, as Frisch, Waugh and Lovell have it. */
interface Projection {
  /** What is left of each term once all effects are taken out of it, weighted by what is expected: a number a cell. */
  readonly residualTerms: readonly Float64Array[];
  /** What each effect takes of a term: by so much it falls where the coefficient is held one higher. */
  readonly taken: readonly Float64Array[];
  /** Inverse of the information on the coefficients: their covariance if the counts were Poisson. */
  readonly inverseInformation: Matrix;
}

const MOST_STEPS = 50;
/** A fall of the deviance, as a share of it, and a step of any parameter, that are none. */
const NO_FALL = 1e-12;
const NO_STEP = 1e-9;
/** The step is not halved further than this. */
const LEAST_SHARE = 1e-6;

/**
 * Poisson pseudo-maximum likelihood with two effects a cell (Santos Silva & Tenreyro 2006), by Newton's method, which here
 * is the same as iteratively reweighted least squares; a step that would raise the deviance is halved. It has converged
 * when neither the deviance nor any parameter moves: where no estimate exists (Santos Silva & Tenreyro 2010) the deviance
 * comes to rest while parameters run away.
 * @throws {RangeError} where it does not converge, or terms and effects cannot be told apart
 */
export function fitPoisson(cells: Cells, start: Parameters = withoutTerms(cells)): Fit {
  let here = { ...start, ...outcomeOf(cells, start) };
  let fall = Infinity;
  for (let steps = 0; steps <= MOST_STEPS; steps++) {
    const { projection, step } = newtonStep(cells, here.expected);
    const longest = Math.max(largest(step.coefficients), largest(step.effects));
    if (fall <= NO_FALL * (1 + here.deviance) && longest <= NO_STEP)
      return { ...here, ...projection, effects: centred(cells, here.effects), steps };
    const highest = here.deviance * (1 + NO_FALL) + NO_FALL;
    let share = 1;
    let there = moved(cells, here, share, step);
    while (!(there.deviance <= highest)) {
      share /= 2;
      if (share < LEAST_SHARE) throw new RangeError('no step brings it nearer');
      there = moved(cells, here, share, step);
    }
    fall = here.deviance - there.deviance;
    here = there;
  }
  throw new RangeError(`it does not come to rest in ${MOST_STEPS} steps`);
}

/** Where to begin when nothing is known: without terms, what is expected is the product of both sizes over the total. */
export function withoutTerms(cells: Cells): Parameters {
  const sizes = sumsByEffect(cells, cells.values);
  const total = sum(cells.values) * (cells.loose ? 1 : 2);
  return {
    coefficients: new Float64Array(cells.terms.length),
    effects: sizes.map((size) => Math.log(size) - Math.log(total) / 2),
  };
}

function moved(cells: Cells, from: Parameters, share: number, step: Parameters) {
  const parameters = {
    coefficients: plus(from.coefficients, share, step.coefficients),
    effects: plus(from.effects, share, step.effects),
  };
  return { ...parameters, ...outcomeOf(cells, parameters) };
}

/** What is expected of each cell, and the deviance. */
function outcomeOf({ left, right, values, terms }: Cells, { coefficients, effects }: Parameters) {
  let half = 0;
  const expected = values.map((value, cell) => {
    let log = at(effects, at(left, cell)) + at(effects, at(right, cell));
    terms.forEach((term, k) => {
      log += at(coefficients, k) * at(term, cell);
    });
    const mean = Math.exp(log);
    half += (value > 0 ? value * (Math.log(value) - log) : 0) - (value - mean);
    return mean;
  });
  return { expected, deviance: 2 * half };
}

/**
 * The step: of the coefficients, a regression of the residuals on what is left of the terms; of the effects, what makes
 * their own equations hold, less what the coefficients now account for.
 */
function newtonStep(cells: Cells, expected: Float64Array): { projection: Projection; step: Parameters } {
  const { left, right, terms } = cells;
  const residuals = plus(cells.values, -1, expected);
  const weighted = terms.map((term) => times(term, expected));
  const [alone = residuals, ...taken] = new EffectsSystem(cells, expected).solve(
    [residuals, ...weighted].map((column) => sumsByEffect(cells, column)),
  );
  const residualTerms = terms.map((term, k) => {
    const effects = taken[k] as Float64Array;
    return term.map((value, cell) => value - at(effects, at(left, cell)) - at(effects, at(right, cell)));
  });
  const inverseInformation = inverseOf(
    residualTerms.map((term) => weighted.map((column) => dot(term, column))),
    terms.map((term, k) => dot(term, weighted[k] as Float64Array)),
  );
  const slopes = residualTerms.map((term) => dot(term, residuals));
  const coefficients = Float64Array.from(slopes, (_, k) =>
    slopes.reduce((total, slope, l) => total + inverseInformation.get(k, l) * slope, 0),
  );
  const effects = taken.reduce((rest, of, k) => plus(rest, -at(coefficients, k), of), alone);
  return { projection: { residualTerms, taken, inverseInformation }, step: { coefficients, effects } };
}

/**
 * @param squares of the terms as they are, beside which what is left of one that does not vary is rounding
 * @throws {RangeError} for a term that the effects and the other terms account for: it has no coefficient
 */
function inverseOf(information: readonly (readonly number[])[], squares: readonly number[]): Matrix {
  const K = information.length;
  if (!K) return Matrix.zeros(0, 0);
  // Both halves are the same sum in another order.
  const even = Matrix.zeros(K, K);
  information.forEach((row, k) => {
    row.forEach((value, l) => even.set(Math.max(k, l), Math.min(k, l), value));
  });
  for (let k = 0; k < K; k++) for (let l = 0; l < k; l++) even.set(l, k, even.get(k, l));
  const factor = new CholeskyDecomposition(even);
  const alone = squares.every((square, k) => factor.lowerTriangularMatrix.get(k, k) ** 2 > 1e-9 * square);
  if (!factor.isPositiveDefinite() || !alone)
    throw new RangeError('a term is accounted for by the effects and the other terms');
  return factor.solve(Matrix.eye(K));
}

/** Of loose cells, the effects where those of destinations have the mean zero, which favours no country. */
function centred({ effects, apart, loose }: Cells, values: Float64Array): Float64Array {
  if (!loose) return values;
  const mean = sum(values.subarray(apart)) / (effects.length - apart);
  return values.map((value, e) => (e < apart ? value + mean : value - mean));
}

function sumsByEffect({ effects, left, right }: Cells, column: Float64Array): Float64Array {
  const sums = new Float64Array(effects.length);
  column.forEach((value, cell) => {
    addTo(sums, at(left, cell), value);
    addTo(sums, at(right, cell), value);
  });
  return sums;
}
