import { slicePath } from '../../model/slice.ts';
import type { LayerId } from '../../model/layer.ts';
import { asCountry, byText, tiesOf } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { PairField } from './index.ts';
import { defaultSources, type PairRows } from './sql.ts';

type Params = Pick<State, PairField>;

export const paths = ({ country, partner }: Params): string[] | null =>
  country && partner ? [slicePath.country(country)] : null;

export function rowsFrom([first]: readonly unknown[], { partner }: Params, atlas: Atlas): PairRows {
  const sources = new Set(defaultSources(atlas));
  const points = tiesOf(asCountry(first), { partner })
    .filter((tie) => sources.has(tie.source))
    .map(({ layer, direction, year, value, flag }) => ({
      layer: layer as LayerId,
      direction,
      year,
      value,
      flag,
    }))
    .sort((a, b) => byText(a.layer, b.layer) || byText(a.direction, b.direction) || a.year - b.year);
  return { points };
}
