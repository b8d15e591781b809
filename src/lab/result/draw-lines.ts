import * as Plot from '@observablehq/plot';
import type { Frame } from '../../charts/chart.ts';
import { spread } from '../../charts/end-labels.ts';
import { widest } from '../../charts/measure.ts';
import { plot } from '../../charts/plot.ts';
import { fontSize } from '../../charts/sheet.ts';
import type { Markup } from '../../charts/svg.ts';
import { acrossMarks, footAxis, footMarks, footRoom, numberAxis } from './chart-axis.ts';
import type { Drawn, Group, TimeKind, XY } from './chart-drawn.ts';
import { fitWords, seriesClasses } from './chart-series.ts';

type Lines = Extract<Drawn, { mark: 'lines' }>;

const LINE = 1.15;
/** From a line's end to its name, with a piece of the line before it. */
const GAP = 34;
const SAMPLE = 22;

/** A line a series, named at its end. Lines stop where a point of time is left out; points that repeat are not joined. */
export function drawLines({ groups, notes, xName, yName, time, repeated }: Lines, frame: Frame): Markup {
  const size = fontSize(frame.width);
  const height = frame.width < 480 ? 260 : 360;
  const all = groups.flatMap(({ points }) => points);
  const top = Math.round(size * 0.8);
  const bottom = height - footRoom(size);
  const y = numberAxis(
    all.map((point) => point.y),
    Math.max(3, Math.floor((bottom - top) / 48)),
    size,
  );
  const named = groups.length > 1;
  const names = groups.map(({ label }) =>
    fitWords(label, frame.width * (frame.width < 480 ? 0.26 : 0.22), size, 2),
  );
  const right = named ? widest(names.flat(), size) + GAP + 4 : 14;
  const left = y.room + 12;
  const x = footAxis(
    all.map((point) => point.x),
    time,
    frame.width - left - right,
    size,
  );
  const classes = seriesClasses(groups.map(({ label }) => label));
  const yOf = (value: number): number =>
    bottom - ((value - y.domain[0]) / (y.domain[1] - y.domain[0])) * (bottom - top);
  const toValue = (pixel: number): number =>
    y.domain[0] + ((bottom - pixel) / (bottom - top)) * (y.domain[1] - y.domain[0]);
  const middles = spread(
    groups.map(({ points }, n) => ({
      y: yOf(points.at(-1)?.y ?? 0),
      height: (names[n]?.length ?? 1) * size * LINE + 3,
    })),
    0,
    // Not beside the years below: they end under the names.
    bottom + size * 0.4,
  );
  const step = stepOf(groups, time);

  return plot(
    {
      height,
      marginTop: top,
      marginBottom: height - bottom,
      marginLeft: left,
      marginRight: right,
      x: { domain: x.domain as [number, number], axis: null },
      y: { domain: y.domain as [number, number], axis: null },
      marks: [
        ...acrossMarks(y),
        ...footMarks(x, xName, size),
        ...groups.flatMap((group, n) =>
          seriesMarks(group, yName, `series ${named ? classes[n] : 's'}`, repeated ? -1 : step),
        ),
        ...(named
          ? groups.flatMap(({ points }, n) => {
              const last = points.at(-1);
              const at = toValue(middles[n] ?? 0);
              const firstLine = toValue(
                (middles[n] ?? 0) - (((names[n]?.length ?? 1) - 1) * size * LINE) / 2,
              );
              return last
                ? [
                    sample(x.domain[1], firstLine, `series ${classes[n]}`),
                    Plot.text([last], {
                      x: x.domain[1],
                      y: at,
                      text: () => names[n]?.join('\n') ?? '',
                      textAnchor: 'start',
                      lineHeight: LINE,
                      dx: GAP,
                      className: `end ${classes[n]}`,
                    }),
                  ]
                : [];
            })
          : []),
      ],
    },
    frame,
    {
      className: named ? 'lab-chart' : 'lab-chart neutral',
      head: yName,
      foot: [y.zero ? null : 'The upright axis does not begin at zero.', ...notes],
    },
  );
}

/** A piece of the line before its name, with its dash. */
const sample = (x: number, y: number, className: string): Plot.Markish =>
  Plot.vector([0], {
    x,
    y,
    length: SAMPLE,
    rotate: 90,
    anchor: 'start',
    shape: { draw: (context, length) => void (context.moveTo(0, 0), context.lineTo(0, -length)) },
    dx: 8,
    className,
  });

/** The longest way that a line goes from one point to the next. */
function stepOf(groups: readonly Group[], time: TimeKind): number {
  if (time === null) return Infinity;
  const steps = groups.flatMap(({ points }) => points.slice(1).map(({ x }, n) => x - (points[n]?.x ?? x)));
  const positive = steps.filter((step) => step > 0).sort((a, b) => a - b);
  // Months differ in length: the usual step counts, not the shortest.
  const usual = time === 'dates' ? positive[positive.length >> 1] : positive[0];
  return (usual ?? 0) * 1.5;
}

function seriesMarks(
  { label, points }: Group,
  name: string,
  className: string,
  step: number,
): Plot.Markish[] {
  const runs: XY[][] = [];
  for (const point of points) {
    const before = runs.at(-1)?.at(-1);
    if (before && point.x - before.x <= step) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  const lone = runs.flatMap((run) => (run.length === 1 ? run : []));
  return [
    ...runs
      .filter((run) => run.length > 1)
      .map((run) => Plot.line(run, { x: 'x', y: 'y', className, title: () => label || name })),
    Plot.dot(lone, { x: 'x', y: 'y', r: 2.75, className: `${className} dot` }),
  ];
}
