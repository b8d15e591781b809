import { slicePath } from '../../model/slice.ts';
import { asCountry } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { BalanceField } from './index.ts';
import { SIDES, totalsSource, type BalanceRows } from './sql.ts';

type Params = Pick<State, BalanceField>;

export const paths = ({ country }: Params): string[] | null =>
  country ? [slicePath.country(country)] : null;

export function rowsFrom([first]: readonly unknown[], params: Params): BalanceRows {
  const totals = asCountry(first).totals.filter((t) => t.source === totalsSource(params));
  const [inbound, outbound] = (SIDES[params.layer] ?? []).map((measure) =>
    totals.find((t) => t.measure === measure),
  );
  const at = (series: typeof inbound, year: number) => series?.values[year - series.from] ?? null;
  const years = [inbound, outbound].flatMap(
    (s) => s?.values.flatMap((value, i) => (value === null ? [] : [s.from + i])) ?? [],
  );
  return {
    years: [...new Set(years)]
      .sort((a, b) => a - b)
      .map((year) => ({
        year,
        inbound: at(inbound, year),
        inbound_flag: inbound?.flags?.[year] ?? null,
        outbound: at(outbound, year),
        outbound_flag: outbound?.flags?.[year] ?? null,
      })),
  };
}
