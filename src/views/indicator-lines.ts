import type { BandLinesInput } from '../charts/band-lines.ts';
import type { BandPoint } from '../charts/band-series.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { LayerId } from '../model/layer.ts';
import {
  axisWords,
  bandName,
  indicatorOf,
  isLog,
  isYear,
  neutralWords,
  numberOf,
} from './indicator-phrases.ts';
import { sourceName } from './phrases.ts';
import type { Atlas } from './view.ts';

/** A value of an indicator in a year, as the views of pairs and of countries read it. */
export interface IndicatorPoint extends BandPoint {
  /** Which line of the figure it belongs to: a direction of the pair, or a country. */
  readonly line: string;
  readonly source: string;
  readonly value: number;
}

export type IndicatorRows = { readonly points: readonly IndicatorPoint[] };

/** A line of the figure, by the name that its rows have, and what a reader calls it. */
export interface Line {
  readonly id: string;
  readonly name: string;
}

/** The lines of one source. */
export interface SourceLines {
  readonly source: string;
  readonly lines: readonly (Line & { readonly points: readonly IndicatorPoint[] })[];
}

/** The points by source, the layer's default first, and by line: two sources are never one line. */
export function bySource(
  points: readonly IndicatorPoint[],
  lines: readonly Line[],
  layer: LayerId,
  atlas: Atlas,
): SourceLines[] {
  const standard = atlas.layers.get(layer)?.default_source;
  const sources = [...new Set(points.map(({ source }) => source))].sort(
    (a, b) => Number(b === standard) - Number(a === standard) || (a < b ? -1 : 1),
  );
  return sources.map((source) => ({
    source,
    lines: lines.map((line) => ({
      ...line,
      points: points.filter((p) => p.source === source && p.line === line.id),
    })),
  }));
}

/**
 * Points as a line goes through them. One flow of many that counts by another definition marks the year of a country: its
 * table says so, but that is no change of what the line shows, as it is where the value is that of the pair itself.
 */
export const throughLine = (
  points: readonly IndicatorPoint[],
  { subject }: Pick<IndicatorLabel, 'subject'>,
): readonly IndicatorPoint[] =>
  subject === 'country'
    ? points.map((point) => ({ ...point, flag: point.flag?.replace('d', '') || null }))
    : points;

/** What the chart takes: a panel a source. */
export function chartInput(
  sources: readonly SourceLines[],
  { indicator, layer }: { readonly indicator: string; readonly layer: LayerId },
  empty: string,
  atlas: Atlas,
): BandLinesInput {
  const label = indicatorOf(indicator, atlas);
  return {
    layer,
    unit: axisWords(label),
    panels: sources.map(({ source, lines }) => ({
      title: sourceName(source, atlas),
      series: lines.map(({ name, points }) => ({ label: name, points: throughLine(points, label) })),
    })),
    scale: { log: isLog(label), years: isYear(label), neutral: label.neutral },
    neutralWords: neutralWords(label),
    format: (value) => numberOf(value, label),
    band: bandName(label),
    empty,
  };
}
