import * as Plot from '@observablehq/plot';
import type { Frame } from '../../charts/chart.ts';
import { count } from '../../charts/format.ts';
import { textWidth, widest } from '../../charts/measure.ts';
import { fontSize } from '../../charts/sheet.ts';
import { el, type Markup } from '../../charts/svg.ts';
import { columnWords } from '../../components/grid/cell-words.ts';
import type { Bar, Drawn } from './chart-drawn.ts';
import { fitWords, seriesClasses } from './chart-series.ts';
import { withLegend } from './draw-legend.ts';

type Bars = Extract<Drawn, { mark: 'bars' }>;

/** A bar a row, its name before it and its value behind it. */
export function drawBars({ bars, notes, xName }: Bars, frame: Frame): Markup {
  const size = fontSize(frame.width);
  const whole = bars.every(({ value }) => Number.isSafeInteger(value));
  const fraction = columnWords(
    { name: xName, type: 'DOUBLE' },
    bars.map(({ value }) => value),
  );
  const words = (value: number): string => (whole ? count(value) : fraction(value).text);
  const rows = bars.map((bar, n) => ({
    ...bar,
    key: String(n),
    words: words(bar.value),
    lines: fitWords(bar.label, frame.width * (frame.width < 480 ? 0.36 : 0.3), size, 2),
  }));
  const colours = [...new Set(rows.flatMap(({ colour }) => colour ?? []))];
  const kept = colours.slice(0, 8);
  const classes = seriesClasses(kept);
  const marginLeft =
    widest(
      rows.flatMap(({ lines }) => lines),
      size,
    ) + 12;
  const [low, high] = [
    Math.min(0, ...bars.map(({ value }) => value)),
    Math.max(0, ...bars.map(({ value }) => value)),
  ];
  const domain = low === high ? ([0, 1] as const) : ([low, high] as const);
  const marginRight = Math.ceil(
    Math.min(
      (frame.width - marginLeft) * 0.5,
      Math.max(...rows.map(({ words }) => textWidth(words, size)), 0) + 12,
    ),
  );
  const tall = Math.max(1, ...rows.map(({ lines }) => lines.length));
  const band = size * Math.max(2, tall * 1.1 + 0.5);
  const bar = (of: readonly (typeof rows)[number][], className: string) =>
    Plot.barX(of, {
      y: 'key',
      x1: 0,
      x2: 'value',
      className: `bar ${className}`,
      insetTop: 0.5,
      title: (row: (typeof rows)[number]) => `${row.label}: ${row.words}`,
    });
  const classOf = (row: Bar): string => classes[kept.indexOf(row.colour ?? '')] ?? 'other';
  return withLegend(
    {
      height: Math.round(rows.length * band + 4),
      marginTop: 2,
      marginBottom: 2,
      marginLeft,
      marginRight,
      x: { domain, axis: null },
      y: { domain: rows.map(({ key }) => key), axis: null, paddingInner: 0.3, paddingOuter: 0.1 },
      marks: [
        ...(kept.length
          ? [...classes, 'other'].map((name) =>
              bar(
                rows.filter((row) => classOf(row) === name),
                name,
              ),
            )
          : [bar(rows, 's')]),
        Plot.ruleX([0], { className: 'baseline' }),
        Plot.text(rows, {
          y: 'key',
          frameAnchor: 'left',
          text: (row: (typeof rows)[number]) => row.lines.join('\n'),
          textAnchor: 'end',
          dx: -8,
          lineHeight: 1.1,
          className: 'label',
        }),
        Plot.text(rows, {
          y: 'key',
          x: (row: Bar) => Math.max(0, row.value),
          text: 'words',
          textAnchor: 'start',
          dx: 6,
          className: 'value',
        }),
      ],
    },
    frame,
    {
      className: `lab-chart ${kept.length ? '' : 'neutral'}`.trim(),
      head: xName,
      foot: [
        colours.length > kept.length ? `Outlined: ${colours.length - kept.length} other kinds.` : null,
        ...notes,
      ],
    },
    kept.map((words, n) => ({ words, className: classes[n] ?? '' })),
    ({ className }, x, y) =>
      el('rect', { class: `bar ${className}`, x: x - 6, y: y - 5, width: 12, height: 10 }),
  );
}
