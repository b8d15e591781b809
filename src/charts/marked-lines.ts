import { lines } from './lines.ts';
import { layout, type DrawnSeries, type LinesFrame, type LinesLayout } from './lines-layout.ts';
import { plotParts } from './plot.ts';
import { runs, type KnownPoint, type Series } from './series.ts';
import { el, round, text, type Markup } from './svg.ts';

/** What a line stands for: the ends of a tie, or a place, as scripts that link figures read it. */
export type LineOf = { readonly o: string; readonly d: string } | { readonly c: string };

/** What a line stands for, and what is said of one of its years: "China to the United States: 30 scholars in 2015". */
export interface LineMark {
  readonly of: LineOf;
  says(point: KnownPoint): string;
}

/** A series that scripts and pointers can find. */
export interface MarkedSeries extends Series {
  /** Null, or left out, for a line that stands for neither a tie nor a place. */
  readonly mark?: LineMark | null;
}

/** How far from a line a pointer is still at it, and from a year's point at most, in pixels. */
const BESIDE = 3;
const AROUND = 9;
/** Years nearer to each other than this cannot be pointed at one by one. */
const APART = 10;

/**
 * The lines of `lines`, those with a mark each in a group of its own with its label and a broad line that cannot be seen, for
 * pointers to meet; over them a point a year that says its value.
 * @param prefix begins every id
 */
export function markedLines(
  series: readonly MarkedSeries[],
  frame: LinesFrame,
  prefix: string,
): { readonly body: Markup; readonly height: number } {
  const { parts, height } = plotParts(lines(series, frame), prefix);
  const shown = layout(series, frame);
  const places = placesIn(shown, frame);
  const marked = shown.drawn.flatMap((line): MarkedLine[] => {
    const mark = series[line.index]?.mark;
    return mark ? [{ ...line, mark }] : [];
  });
  const groups = new Map(
    marked.map((line) => {
      const own = parts.filter(({ className }) => seriesIn(className) === line.index);
      return [
        line.index,
        groupOf(
          line,
          own.map(({ markup }) => markup),
          places.at,
        ),
      ];
    }),
  );
  const written = new Set<number>();
  const body = parts.map(({ className, markup }) => {
    const index = seriesIn(className);
    const group = index === null ? undefined : groups.get(index);
    if (index === null || group === undefined) return markup;
    if (written.has(index)) return '';
    written.add(index);
    return group;
  });
  return { body: [...body, yearsOf(marked, places)].join('') as Markup, height };
}

type MarkedLine = DrawnSeries & { readonly mark: LineMark };

/** Where the points of lines are, in pixels. */
interface Places {
  /** From one year to the next. */
  readonly step: number;
  at(point: KnownPoint): readonly [x: number, y: number];
}

function placesIn(
  { years: [first, last], axis, bottom, top, sides }: LinesLayout,
  { width }: LinesFrame,
): Places {
  // One year alone stands in the middle of its axis.
  const [from, to] = first === last ? [first - 1, last + 1] : [first, last];
  const step = (width - sides.left - sides.right) / (to - from);
  const perPixel = (axis.domain[1] - axis.domain[0]) / (bottom - top);
  return {
    step,
    at: ({ year, value }) => [
      sides.left + (year - from) * step,
      bottom - (value - axis.domain[0]) / perPixel,
    ],
  };
}

/** Which series a part of the plot belongs to, by its class: "series series-1 line", "end end-1". */
function seriesIn(className: string): number | null {
  const found = /(?:^|\s)(?:series|end)-(\d+)(?:\s|$)/.exec(className)?.[1];
  return found === undefined ? null : Number(found);
}

const dataOf = ({ of }: LineMark, { value }: KnownPoint) => ({
  ...('c' in of ? { 'data-c': of.c } : { 'data-o': of.o, 'data-d': of.d }),
  'data-v': String(value),
});

function groupOf({ points, firm, mark }: MarkedLine, own: readonly Markup[], at: Places['at']): Markup {
  const way = runs(points)
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map((point) => at(point).map(round).join()).join('L')}`)
    .join('');
  const reach = {
    class: 'reach',
    d: way,
    fill: 'none',
    stroke: 'none',
    'stroke-width': 2 * BESIDE,
    'pointer-events': 'stroke',
  };
  return el(
    'g',
    { class: 'marked-line', ...dataOf(mark, firm) },
    title({ mark, point: firm }),
    ...own,
    way ? el('path', reach) : null,
  );
}

/** A point for each year of each line. Where two lines lie close, none reaches over the other: each says its own value. */
function yearsOf(marked: readonly MarkedLine[], { step, at }: Places): Markup {
  if (step < APART) return '' as Markup;
  const all = marked.flatMap(({ mark, points }) => points.map((point) => ({ mark, point, y: at(point)[1] })));
  const byYear = Map.groupBy(all, ({ point }) => point.year);
  const circles = all.map((one) => {
    const [cx, cy] = at(one.point);
    const others = (byYear.get(one.point.year) ?? []).filter((other) => other !== one);
    const room = Math.min(...others.map(({ y }) => Math.abs(y - cy)), Infinity);
    const r = Math.min(AROUND, step / 2, Math.max(1, room / 2));
    return el('circle', { ...dataOf(one.mark, one.point), cx, cy, r }, title(one));
  });
  return circles.length
    ? el('g', { class: 'years', fill: 'none', stroke: 'none', 'pointer-events': 'all' }, ...circles)
    : ('' as Markup);
}

const title = ({ mark, point }: { mark: LineMark; point: KnownPoint }): Markup =>
  el('title', {}, text(mark.says(point)));
