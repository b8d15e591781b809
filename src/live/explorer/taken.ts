import { labPath } from '../../views/addresses.ts';
import { inlined } from '../../engine/inline-parameters.ts';
import type { Query } from '../../engine/engine.ts';

/** Address of the SQL lab with the query behind a figure: that of its values where it has one, else that of its counts. */
export function labHref(queries: readonly Query[], root: string): string | null {
  const query = queries.find(({ needs }) => needs.includes('pair_indicators')) ?? queries[0];
  if (!query) return null;
  return labPath(inlined(query), root);
}
