import * as Plot from '@observablehq/plot';
import type { Frame } from '../../charts/chart.ts';
import { fontSize } from '../../charts/sheet.ts';
import { el, round, type Markup } from '../../charts/svg.ts';
import { acrossMarks, footAxis, footMarks, footRoom, formatOf, numberAxis } from './chart-axis.ts';
import type { Drawn, XY } from './chart-drawn.ts';
import { seriesClasses } from './chart-series.ts';
import { withLegend } from './draw-legend.ts';

type Points = Extract<Drawn, { mark: 'points' }>;

/** With more points than these, each alone says nothing and has no words. */
const MOST_TITLES = 1500;
/** Kinds differ by shape too. */
const SHAPES = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'circle',
  'square',
  'triangle',
  'diamond',
] as const;

/** A dot a row, by two of its numbers. */
export function drawPoints({ groups, notes, xName, yName, time }: Points, frame: Frame): Markup {
  const size = fontSize(frame.width);
  const height = frame.width < 480 ? 320 : 440;
  const all = groups.flatMap(({ points }) => points);
  const top = Math.round(size * 0.8);
  const bottom = footRoom(size);
  const ys = all.map((point) => point.y);
  const y = numberAxis(ys, Math.max(3, Math.floor((height - top - bottom) / 52)), size);
  const left = y.room + 12;
  const x = footAxis(
    all.map((point) => point.x),
    time,
    frame.width - left - 14,
    size,
  );
  const named = groups.length > 1;
  const classes = seriesClasses(groups.map(({ label }) => label));
  const radius = all.length > 1000 ? 2.1 : 3.1;
  const words = formatOf([...ys.slice(0, 1), 0.001]);
  const title = ({ label, x: across, y: up }: XY): string =>
    [label, `${xName} ${x.format(across)}`, `${yName} ${words(up)}`].filter(Boolean).join(', ');
  return withLegend(
    {
      height,
      marginTop: top,
      marginBottom: bottom,
      marginLeft: left,
      marginRight: 14,
      x: { domain: x.domain as [number, number], axis: null },
      y: { domain: y.domain as [number, number], axis: null },
      marks: [
        ...acrossMarks(y),
        ...footMarks(x, xName, size),
        ...groups.map(({ points }, n) =>
          Plot.dot(points, {
            x: 'x',
            y: 'y',
            r: radius,
            symbol: SHAPES[named ? n : 0] ?? 'circle',
            className: `point ${named ? classes[n] : 's'}`,
            ...(all.length <= MOST_TITLES ? { title } : {}),
          }),
        ),
      ],
    },
    frame,
    {
      className: named ? 'lab-chart' : 'lab-chart neutral',
      head: yName,
      foot: [y.zero ? null : 'The upright axis does not begin at zero.', ...notes],
    },
    named ? groups.map(({ label }, n) => ({ words: label || 'no value', className: classes[n] ?? '' })) : [],
    ({ className }, cx, cy) => keyShape(SHAPES[classes.indexOf(className)] ?? 'circle', className, cx, cy),
  );
}

/** The shapes of Plot's dots, about as large. */
function keyShape(shape: (typeof SHAPES)[number], className: string, x: number, y: number): Markup {
  const d = {
    circle: `M${round(x - 4)} ${round(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
    square: `M${round(x - 3.5)} ${round(y - 3.5)}h7v7h-7z`,
    triangle: `M${round(x)} ${round(y - 4.5)}l4.3 7.5h-8.6z`,
    diamond: `M${round(x)} ${round(y - 5)}l3.4 5l-3.4 5l-3.4 -5z`,
  }[shape];
  return el('path', { class: `point ${className}`, d });
}
