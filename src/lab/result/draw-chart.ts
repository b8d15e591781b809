import type { Frame } from '../../charts/chart.ts';
import { nothing } from '../../charts/nothing.ts';
import type { Markup } from '../../charts/svg.ts';
import type { Drawn } from './chart-drawn.ts';
import { drawBars } from './draw-bars.ts';
import { drawHistogram } from './draw-histogram.ts';
import { drawLines } from './draw-lines.ts';
import { drawPoints } from './draw-points.ts';

/** The chart of a result, as SVG. With its libraries it is large: load it when a chart is asked for. */
export function drawChart(drawn: Drawn, frame: Frame): Markup {
  const empty =
    drawn.mark === 'bars'
      ? !drawn.bars.length
      : drawn.mark === 'histogram'
        ? !drawn.values.length
        : !drawn.groups.length;
  if (empty)
    return nothing('No row has a number here.', frame, { className: 'lab-chart neutral', foot: drawn.notes });
  switch (drawn.mark) {
    case 'bars':
      return drawBars(drawn, frame);
    case 'lines':
      return drawLines(drawn, frame);
    case 'points':
      return drawPoints(drawn, frame);
    case 'histogram':
      return drawHistogram(drawn, frame);
  }
}

/** What a chart shows, in a sentence: for those who do not see it, and for its file. */
export function chartWords(drawn: Drawn): string {
  const what = {
    bars: () => `Bars of ${drawn.xName} by ${drawn.yName}.`,
    lines: () => `Lines of ${drawn.yName} by ${drawn.xName}.`,
    points: () => `Points of ${drawn.yName} against ${drawn.xName}.`,
    histogram: () => `Rows by ${drawn.xName}.`,
  }[drawn.mark]();
  return [what, ...drawn.notes, 'The table has every row.'].join(' ');
}
