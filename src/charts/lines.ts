import * as Plot from '@observablehq/plot';
import { valueMarks, yearMarks, yearTicks } from './axes.ts';
import { endMarks } from './end-marks.ts';
import { seriesMarks } from './line-marks.ts';
import { layout, type LinesFrame } from './lines-layout.ts';
import { breaks, type Series } from './series.ts';

/** Lines through time on a scale from zero, named at their ends; several series differ by dash and label, not by hue. */
export function lines(series: readonly Series[], frame: LinesFrame): Plot.PlotOptions {
  const { width, height, size } = frame;
  const { drawn, years, axis, top, bottom, sides, gap } = layout(series, frame);
  const [first, last] = years;
  const perPixel = (axis.domain[1] - axis.domain[0]) / (bottom - top);
  const labels = endMarks(drawn, {
    last,
    height,
    size,
    gap,
    yOf: (value) => bottom - (value - axis.domain[0]) / perPixel,
    toValue: (y) => axis.domain[0] + (bottom - y) * perPixel,
  });

  return {
    width,
    height: Math.round(height),
    marginTop: top,
    marginBottom: height - bottom,
    marginLeft: sides.left,
    marginRight: sides.right,
    x: { domain: first === last ? [first - 1, last + 1] : [first, last], axis: null },
    y: { domain: axis.domain, axis: null },
    marks: [
      ...valueMarks(axis),
      ...yearMarks(yearTicks(first, last, width - sides.left - sides.right, size)),
      Plot.ruleX([...new Set(drawn.flatMap(({ points }) => breaks(points)))], { className: 'break' }),
      ...drawn.flatMap(({ points, index }) => seriesMarks(points, `series series-${index}`)),
      labels,
    ],
  };
}
