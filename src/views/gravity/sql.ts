import type { Query } from '../../engine/engine.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';

export type GravityRows = { readonly fits: readonly Fit[] };

/** A coefficient of one fit of the gravity model, in log points, of a year or of several years at once. */
export interface Fit {
  readonly layer: LayerId;
  readonly source: string;
  readonly from_year: number;
  readonly to_year: number;
  readonly coefficient: number;
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
  readonly countries: number;
}

/** No layer or source is asked for: every row names its own, and each source is a line by itself. */
export const queries = ({ term }: Pick<State, 'term'>): { [K in keyof GravityRows]: Query } => ({
  fits: {
    sql: `
      SELECT layer, source, from_year, to_year, coefficient, low, high, pairs, countries
      FROM gravity_coefficients WHERE term = $term ORDER BY layer, source, from_year`,
    params: { term },
    needs: ['gravity_coefficients'],
  },
});
