import { slicePath, STRONGEST } from '../../model/slice.ts';
import { notReportedIn } from '../coverage.ts';
import { asCountry, asLayer, byText, tiesOf } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { FlowMapField } from './index.ts';
import type { Arc, FlowMapRows } from './sql.ts';

type Params = Pick<State, FlowMapField>;

export function paths({ layer, source, year, country, top }: Params): string[] | null {
  if (!country && top > STRONGEST) return null;
  return [slicePath.layer(layer, source, year), ...(country ? [slicePath.country(country)] : [])];
}

export function rowsFrom([first, second]: readonly unknown[], params: Params): FlowMapRows {
  const world = asLayer(first);
  const { country, direction, top } = params;
  const missing = notReportedIn(world);
  if (!country) {
    const arcs = world.strongest
      .slice(0, top)
      .map(([origin, destination, value, flag]): Arc => ({ origin, destination, value, flag: flag ?? null }));
    return { arcs, all: [{ pairs: world.pairs, links: world.links }], missing };
  }
  const arcs = tiesOf(asCountry(second), params)
    .filter((tie) => direction === 'both' || tie.direction === direction)
    .map(({ partner, direction: way, value, flag }): Arc => {
      const leaves = way === 'out' || (way === 'both' && country < partner);
      return { origin: leaves ? country : partner, destination: leaves ? partner : country, value, flag };
    })
    .sort((a, b) => b.value - a.value || byText(a.origin, b.origin) || byText(a.destination, b.destination));
  return {
    arcs: arcs.slice(0, top),
    all: [{ pairs: arcs.length, links: arcs.reduce((sum, arc) => sum + arc.value, 0) }],
    missing,
  };
}
