import { slicePath, STRONGEST } from '../../model/slice.ts';
import { notReportedIn } from '../coverage.ts';
import { asCountry, asLayer, byText, sumFlags, tiesOf } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { RankingField } from './index.ts';
import type { Ranked, RankingRows } from './sql.ts';

type Params = Pick<State, RankingField>;

export function paths({ layer, source, year, country, top }: Params): string[] | null {
  if (!country && top > STRONGEST) return null;
  return [slicePath.layer(layer, source, year), ...(country ? [slicePath.country(country)] : [])];
}

export function rowsFrom([first, second]: readonly unknown[], params: Params): RankingRows {
  const world = asLayer(first);
  const { country, direction, top } = params;
  const missing = notReportedIn(world);
  if (!country) {
    const largest = world.strongest.slice(0, top).map(([origin, partner, value, flag]): Ranked => ({
      country: origin,
      partner,
      value,
      flag: flag ?? null,
    }));
    return { largest, all: [{ partners: world.pairs, links: world.links }], missing };
  }
  const ties = tiesOf(asCountry(second), params).filter(
    (tie) => direction === 'both' || tie.direction === direction,
  );
  const ranked = [...Map.groupBy(ties, (tie) => tie.partner)]
    .map(([partner, of]): Ranked => ({
      country,
      partner,
      value: of.reduce((sum, t) => sum + t.value, 0),
      flag: sumFlags(of.map((t) => t.flag)),
    }))
    .sort((a, b) => b.value - a.value || byText(a.partner, b.partner));
  return {
    largest: ranked.slice(0, top),
    all: [{ partners: ranked.length, links: ranked.reduce((sum, r) => sum + r.value, 0) }],
    missing,
  };
}
