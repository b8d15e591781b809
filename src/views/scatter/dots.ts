import type { CountryDot } from '../../charts/country-scatter.ts';
import type { AxisMeasure } from '../../charts/pixel-axis.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import type { Atlas } from '../view.ts';
import type { ScatterField } from './index.ts';
import { layerOf, type IndicatorRow, type ScatterRows } from './sql.ts';

type Params = Pick<State, ScatterField>;

/** One axis: an indicator, of which layer, source and year its values are. */
export interface Axis {
  readonly indicator: string;
  readonly layer: LayerId;
  /** Null where there is no value at all. */
  readonly source: string | null;
  readonly year: number | null;
  readonly rows: readonly IndicatorRow[];
}

export interface Scattered {
  readonly x: Axis;
  readonly y: Axis;
  readonly dots: readonly CountryDot[];
}

/** The rows of both axes as dots. Of several sources each axis takes one, never two in one axis. */
export function scattered(rows: ScatterRows, params: Params, atlas: Atlas): Scattered {
  const [x, y] = [axis(params.x, rows.x, params, atlas), axis(params.y, rows.y, params, atlas)];
  const byCountry = (of: Axis) => new Map(of.rows.map((row) => [row.country, row]));
  const [xs, ys] = [byCountry(x), byCountry(y)];
  const countries = [...new Set([...xs.keys(), ...ys.keys()])].filter((c) => atlas.places.has(c)).sort();
  return {
    x,
    y,
    dots: countries.map((iso3) => ({ iso3, x: xs.get(iso3) ?? null, y: ys.get(iso3) ?? null, size: null })),
  };
}

/** The chosen source where it has the indicator, then the layer's own, then the one with most countries. */
function axis(
  indicator: string,
  rows: readonly IndicatorRow[],
  { layer, source }: Params,
  atlas: Atlas,
): Axis {
  const of = layerOf(indicator, layer, atlas);
  const bySource = Map.groupBy(rows, (row) => row.source);
  const [fullest] = [...bySource].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const chosen =
    [source, atlas.layers.get(of)?.default_source ?? ''].find((id) => bySource.has(id)) ??
    fullest?.[0] ??
    null;
  const kept = chosen === null ? [] : (bySource.get(chosen) ?? []);
  return { indicator, layer: of, source: chosen, year: kept[0]?.year ?? null, rows: kept };
}

/** An axis as the chart titles it: "Effective partners, papers, 2022". */
export function measureOf({ indicator, layer, year }: Axis, atlas: Atlas): AxisMeasure {
  const label = atlas.indicators.get(indicator);
  const unit = label?.unit ?? '';
  const several = (label?.layers.length ?? 0) > 1;
  return {
    title: [label?.title ?? indicator, several ? layer : null, year]
      .filter((part) => part !== null)
      .join(', '),
    unit: ['share', 'ratio', 'correlation'].includes(unit) ? '' : unit === 'percent' ? '%' : unit,
    digits: label?.digits ?? 2,
    neutral:
      label?.neutral == null
        ? null
        : { value: label.neutral, words: label.neutral === 0 ? 'as many each way' : 'as expected' },
    log: null,
  };
}
