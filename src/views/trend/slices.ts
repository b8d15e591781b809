import { slicePath, type LayerSlice, type TotalsSlice, type WorldSlice } from '../../model/slice.ts';
import { notReportedIn } from '../coverage.ts';
import { asCountry, byText, sumFlags, tiesOf, type TieRow } from '../from-slices.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { TrendField } from './index.ts';
import { silencePath } from './silence.ts';
import { COUNTRY_MEASURES, type TrendPoint, type TrendRows } from './sql.ts';

type Params = Pick<State, TrendField>;

export const paths = (params: Params, atlas: Atlas): string[] =>
  [params.country ? slicePath.country(params.country) : slicePath.world, silencePath(params, atlas)].filter(
    (path) => path !== null,
  );

export const rowsFrom = ([first, second]: readonly unknown[], params: Params): TrendRows => ({
  points: pointsFrom(first, params),
  missing: second === undefined ? [] : notReportedIn(second as LayerSlice | TotalsSlice),
});

function pointsFrom(first: unknown, params: Params): TrendPoint[] {
  const { layer, country, partner, direction } = params;
  if (!country) return worldPoints(first as WorldSlice, layer);
  const slice = asCountry(first);
  const measures = Object.entries(COUNTRY_MEASURES[layer]).filter(
    ([way]) => direction === 'both' || way === direction,
  );
  if (partner || !measures.length) {
    const ties = tiesOf(slice, { layer, partner }).filter(
      (tie) => direction === 'both' || tie.direction === direction,
    );
    return sumByYear(ties).sort(inOrder);
  }
  const points = slice.totals.flatMap((series) => {
    const way = measures.find(([, measure]) => measure === series.measure)?.[0];
    if (!way) return [];
    return series.values.flatMap((value, i): TrendPoint[] => {
      const year = series.from + i;
      return value === null
        ? []
        : [{ direction: way, source: series.source, year, value, flag: series.flags?.[year] ?? null }];
    });
  });
  return points.sort(inOrder);
}

const worldPoints = ({ series }: WorldSlice, layer: Params['layer']): TrendPoint[] =>
  series
    .filter((one) => one.layer === layer)
    .flatMap(({ source, points }) =>
      points.map(([year, value, flag]) => ({ direction: 'both', source, year, value, flag: flag ?? null })),
    )
    .sort(inOrder);

const inOrder = (a: TrendPoint, b: TrendPoint): number =>
  byText(a.direction, b.direction) || byText(a.source, b.source) || a.year - b.year;

function sumByYear(ties: readonly TieRow[]): TrendPoint[] {
  return [...Map.groupBy(ties, (t) => `${t.direction} ${t.source} ${t.year}`).values()].map((of) => {
    const [{ direction, source, year }] = of as [TieRow];
    return {
      direction,
      source,
      year,
      value: of.reduce((sum, t) => sum + t.value, 0),
      flag: sumFlags(of.map((t) => t.flag)),
    };
  });
}
