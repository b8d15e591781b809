import * as Plot from '@observablehq/plot';
import { valueMarks, yearMarks, yearTicks } from './axes.ts';
import { spread } from './end-labels.ts';
import { leader, sample, seriesMarks } from './line-marks.ts';
import { layout, type LinesFrame } from './lines-layout.ts';
import { breaks, type Series } from './series.ts';

/** Lines through time on a scale from zero, named at their ends; several series differ by dash and label, not by hue. */
export function lines(series: readonly Series[], frame: LinesFrame): Plot.PlotOptions {
  const { width, height, size } = frame;
  const { drawn, years, axis, top, bottom, sides, gap } = layout(series, frame);
  const [first, last] = years;
  const perPixel = (axis.domain[1] - axis.domain[0]) / (bottom - top);
  const lineHeight = 1.15;
  const wanted = drawn.map(({ firm, lines: text }) => ({
    y: bottom - (firm.value - axis.domain[0]) / perPixel,
    height: text.length * size * lineHeight + 4,
  }));
  const toValue = (y: number) => axis.domain[0] + (bottom - y) * perPixel;
  const middles = spread(wanted, 0, height);

  const labelMarks = drawn.map(({ index, end, firm, lines: text }, i) => {
    const middle = middles[i] ?? 0;
    const firstLine = middle - ((text.length - 1) * size * lineHeight) / 2;
    return [
      drawn.length > 1 ? sample(last, toValue(firstLine), index) : null,
      drawn.length === 1 && end.year < last - 1 ? leader(end, last, toValue(middle)) : null,
      Plot.text([firm], {
        x: last,
        y: toValue(middle),
        text: () => text.join('\n'),
        textAnchor: 'start',
        lineHeight,
        dx: gap,
        className: `end end-${index}`,
      }),
    ];
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
      labelMarks,
    ],
  };
}
