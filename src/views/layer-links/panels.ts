import type { BandPoint } from '../../charts/band-series.ts';
import type { LinkPanel } from '../../charts/link-panels.ts';
import { known, lastFirm } from '../../charts/series.ts';
import { flagOf, hasFlag } from '../../model/flag.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Atlas } from '../view.ts';
import type { LayerLink } from './sql.ts';

/** The values of two layers by one measure and one pair of sources, in the order of years. */
export interface Series {
  readonly layers: readonly [LayerId, LayerId];
  readonly sources: readonly [string, string];
  readonly measure: string;
  readonly values: readonly LayerLink[];
}

/**
 * Values as points of a line. What is provisional or only partly reported stays so; a break for some of the pairs, or an
 * estimate among them, is none of the whole, and is told in the table alone.
 */
export const pointsOf = ({ values }: Series): readonly BandPoint[] =>
  values.map(({ year, rank_correlation, low, high, flag }) => ({
    year,
    value: rank_correlation,
    low,
    high,
    flag: flagOf((['p', 'u'] as const).filter((letter) => hasFlag(flag, letter))),
  }));

/** The newest value that is neither provisional nor only partly reported. */
export function newestOf(series: Series): LayerLink | undefined {
  const year = lastFirm(known(pointsOf(series)))?.year;
  return series.values.find((link) => link.year === year);
}

/** Every two layers, those that are most alike first, with their series: the default bases before the others. */
export function byLayers(links: readonly LayerLink[], atlas: Atlas): Series[][] {
  const key = (link: LayerLink): string => `${link.first_layer} ${link.second_layer}`;
  const groups = [...Map.groupBy(links, key).values()].map((of) => seriesOf(of, atlas));
  const alike = ([first]: readonly Series[]): number => (first && newestOf(first)?.rank_correlation) ?? -1;
  return groups.sort((a, b) => alike(b) - alike(a));
}

function seriesOf(links: readonly LayerLink[], atlas: Atlas): Series[] {
  const key = (link: LayerLink): string => `${link.measure} ${link.first_source} ${link.second_source}`;
  const all = [...Map.groupBy(links, key).values()].map((values): Series => {
    const [{ first_layer, second_layer, first_source, second_source, measure }] = values as [LayerLink];
    return { layers: [first_layer, second_layer], sources: [first_source, second_source], measure, values };
  });
  const rank = (series: Series): number =>
    Number(series.measure !== 'intensity') * 2 + Number(!isDefault(series, atlas));
  return all.sort((a, b) => rank(a) - rank(b));
}

/** Whether both layers are counted by the source that stands for them where none is named. */
export const isDefault = ({ layers, sources }: Series, atlas: Atlas): boolean =>
  layers.every((layer, i) => atlas.layers.get(layer)?.default_source === sources[i]);

const titleOf = (layer: LayerId, atlas: Atlas): string => atlas.layers.get(layer)?.title ?? layer;

/** "Papers and scholars" */
export const nameOf = ({ layers: [first, second] }: Series, atlas: Atlas): string =>
  `${titleOf(first, atlas)} and ${titleOf(second, atlas).toLowerCase()}`;

/** What tells a series from its sibling: the base of the layer that has several; empty where there is but one. */
export function baseOf(series: Series, siblings: readonly Series[], atlas: Atlas): string {
  const which = [0, 1].filter((i) => new Set(siblings.map(({ sources }) => sources[i])).size > 1);
  return which
    .map((i) => atlas.sources.get(series.sources[i] ?? '')?.tag ?? series.sources[i] ?? '')
    .join(', ');
}

export const panelsOf = (groups: readonly (readonly Series[])[], atlas: Atlas): LinkPanel[] =>
  groups.flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    return {
      title: nameOf(first, atlas),
      lines: of.map((series) => ({
        strong: series.measure === 'intensity',
        dashed: !isDefault(series, atlas),
        points: pointsOf(series),
      })),
    };
  });
