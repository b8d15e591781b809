import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { linesKey } from './line-marks.ts';
import { markedLines, type MarkedSeries } from './marked-lines.ts';
import { nothing } from './nothing.ts';
import { known } from './series.ts';
import { fontSize, sheet } from './sheet.ts';

export interface TrendInput {
  readonly layer: LayerId;
  /** What the axis counts, in words: "Researchers who moved in, per year". */
  readonly unit: string;
  /** One source a series: two sources for one thing stand side by side. */
  readonly series: readonly MarkedSeries[];
  /** Said in place of the drawing where no series has a value. */
  readonly empty?: string;
}

/**
 * One or more series through time, from zero, each named at its end. Lines stop at missing years and at breaks;
 * provisional years are hollow and dashed.
 */
export const trend: Chart<TrendInput> = ({ layer, unit, series, empty }, frame) => {
  const parts = { className: `trend layer-${layer}`, head: unit };
  if (series.every(({ points }) => known(points).length === 0))
    return nothing(empty ?? 'Not reported.', frame, parts);
  const height = frame.width < 480 ? 220 : 300;
  const drawn = markedLines(series, { width: frame.width, height, size: fontSize(frame.width) }, frame.id);
  return sheet(frame, { ...parts, foot: [linesKey(series)] }, drawn.body, drawn.height);
};
