import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Cells } from './cells.ts';
import { addTo, at } from './numbers.ts';

/**
 * The equations of the effects, H a = b, where H is the sum over the cells of weight · (e_left + e_right)(e_left + e_right)ᵀ.
 * Effects that stand apart (all origins of a directed layer) have a diagonal block, which is eliminated; what is left, its
 * Schur complement, is solved by Cholesky. Loose cells hold their last effect at zero.
 */
export class EffectsSystem {
  private readonly apart: number;
  private readonly rest: number;
  private readonly diagonal: Float64Array;
  /** For each effect that stands apart, what it has in common with each of the rest. */
  private readonly across: readonly Float64Array[];
  private readonly factor: CholeskyDecomposition;

  /** @throws {RangeError} where the effects cannot be told apart */
  constructor({ effects, apart, loose, left, right }: Cells, weights: Float64Array) {
    this.apart = apart;
    this.rest = effects.length - apart - (loose ? 1 : 0);
    const square = Array.from({ length: this.rest }, () => new Float64Array(this.rest));
    this.diagonal = new Float64Array(apart);
    this.across = this.diagonal.reduce<Float64Array[]>((rows) => [...rows, new Float64Array(this.rest)], []);

    const add = (i: number, j: number, weight: number): void => {
      if (j < apart) addTo(this.diagonal, j, weight);
      // The effect that is held at zero has neither row nor column.
      else if (j - apart < this.rest)
        addTo(
          (i < apart ? this.across[i] : square[j - apart]) as Float64Array,
          i < apart ? j - apart : i - apart,
          weight,
        );
    };
    weights.forEach((weight, cell) => {
      const [a, b] = [at(left, cell), at(right, cell)];
      add(a, a, weight);
      add(b, b, weight);
      add(Math.min(a, b), Math.max(a, b), weight);
    });
    square.forEach((target, j) => {
      this.across.forEach((row, i) => {
        const share = at(row, j) / at(this.diagonal, i);
        if (share > 0) for (let k = 0; k <= j; k++) addTo(target, k, -share * at(row, k));
      });
    });
    // So far only what is below the diagonal has been filled.
    const whole = new Matrix(square);
    for (let j = 0; j < this.rest; j++) for (let k = 0; k < j; k++) whole.set(k, j, whole.get(j, k));
    this.factor = new CholeskyDecomposition(whole);
    if (!this.factor.isPositiveDefinite()) throw new RangeError('the effects cannot be told apart');
  }

  /** Solves for several right-hand sides, each a number for every effect, in their order. */
  solve(sides: readonly Float64Array[]): Float64Array[] {
    const reduced = sides.map((side) => {
      const b = side.slice(this.apart, this.apart + this.rest);
      this.across.forEach((row, i) => {
        const share = at(side, i) / at(this.diagonal, i);
        for (let j = 0; j < this.rest; j++) addTo(b, j, -share * at(row, j));
      });
      return b;
    });
    const solved = this.factor.solve(new Matrix(reduced).transpose()).transpose();
    return sides.map((side, s) => {
      const answer = new Float64Array(side.length);
      answer.set(solved.getRow(s), this.apart);
      this.across.forEach((row, i) => {
        let left = at(side, i);
        for (let j = 0; j < this.rest; j++) left -= at(row, j) * at(answer, this.apart + j);
        answer[i] = left / at(this.diagonal, i);
      });
      return answer;
    });
  }
}
