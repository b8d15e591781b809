import { slicePath } from '../../model/slice.ts';
import { notReportedIn } from '../coverage.ts';
import { asTotals, byText } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { ChoroplethField } from './index.ts';
import type { ChoroplethRows } from './sql.ts';

type Params = Pick<State, ChoroplethField>;

export const paths = ({ source, year }: Params): string[] => [slicePath.totals(source, year)];

export function rowsFrom([first]: readonly unknown[], { measure }: Params): ChoroplethRows {
  const slice = asTotals(first);
  return {
    values: Object.entries(slice.values[measure] ?? {})
      .filter(([country]) => country !== 'WLD')
      .map(([country, [value, flag]]) => ({ country, value, flag: flag ?? null }))
      .sort((a, b) => b.value - a.value || byText(a.country, b.country)),
    missing: notReportedIn(slice),
  };
}
