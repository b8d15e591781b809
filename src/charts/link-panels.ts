import { hasFlag } from '../model/flag.ts';
import { yearTicks } from './axes.ts';
import type { BandPoint } from './band-series.ts';
import type { Chart } from './chart.ts';
import { fixed } from './decimal.ts';
import { spread } from './end-labels.ts';
import { keyRow, layBlocks, type KeyItem } from './legend.ts';
import { textWidth, wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { known, lastFirm, runs, type KnownPoint } from './series.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, round, text, type Markup } from './svg.ts';

export interface LinkPanelsInput {
  readonly panels: readonly LinkPanel[];
  /** What the lines are, in the words of the key: the strong ones, the thin ones, and those that are dashed. */
  readonly key: { readonly strong: string; readonly thin: string; readonly dashed: string };
  /** What is measured, from −1 to 1. */
  readonly head: string;
  readonly foot: readonly (string | null)[];
  /** Said in place of the drawing where there are no values. */
  readonly empty: string;
}

export interface LinkPanel {
  readonly title: string;
  readonly lines: readonly PanelLine[];
}

/** Strong lines have a band and name their last value; thin ones stand behind them for comparison. */
export interface PanelLine {
  readonly strong: boolean;
  readonly dashed: boolean;
  readonly points: readonly BandPoint[];
}

/** Small panels of correlations through time, all on one scale from zero (or below) to one and over the same years. */
export const linkPanels: Chart<LinkPanelsInput> = ({ panels, key, head, foot, empty }, frame) => {
  const className = 'link-panels neutral';
  const filled = panels.filter(({ lines }) => lines.some(({ points }) => known(points).length > 0));
  if (!filled.length) return nothing(empty, frame, { className });
  const size = fontSize(frame.width);
  const columns = 2;
  const gap = size * 1.5;
  const width = Math.floor((frame.width - gap * (columns - 1)) / columns);
  const lines = filled.flatMap((panel) => panel.lines);
  const titles = filled.map(({ title }) => wrap(title, width, size));
  const setting: Setting = {
    width,
    size,
    scale: scaleOf(lines),
    titleLines: Math.max(...titles.map((words) => words.length)),
  };
  const legend = layBlocks(
    keyItems(lines, key).map((item) => keyRow(null, [item], size)),
    frame.width,
    0,
  );
  const top = legend.height + size * 0.8;
  const height = heightOf(setting);
  const drawn = filled.map((panel, i) => {
    const [x, y] = [(i % columns) * (width + gap), top + Math.floor(i / columns) * (height + gap)];
    return el(
      'g',
      { class: 'panel', transform: `translate(${round(x)} ${round(y)})` },
      drawPanel(panel, setting),
    );
  });
  const rows = Math.ceil(filled.length / columns);
  return sheet(
    frame,
    { className, head, foot: [partlyWords(lines), ...foot] },
    [el('g', { 'text-anchor': 'start' }, legend.markup), ...drawn].join('') as Markup,
    top + rows * height + (rows - 1) * gap,
  );
};

/** Said where a year stands apart from its line for being only partly reported. */
const partlyWords = (lines: readonly PanelLine[]): string | null =>
  lines.some(({ points }) => points.some(({ flag }) => hasFlag(flag, 'u')))
    ? 'Dots apart from their line: partly reported'
    : null;

interface Setting {
  readonly width: number;
  readonly size: number;
  readonly scale: Scale;
  readonly titleLines: number;
}

interface Scale {
  readonly years: readonly [first: number, last: number];
  readonly domain: readonly [low: number, high: number];
}

/** Height of a drawing, from one down to its lowest tick. */
const plotOf = (width: number): number => (width < 200 ? 110 : 140);
const heightOf = ({ width, size, titleLines }: Setting): number =>
  size * (1.3 * titleLines + 0.5) + plotOf(width) + size * 1.7;

function scaleOf(lines: readonly PanelLine[]): Scale {
  const points = lines.flatMap((line) => known(line.points) as (BandPoint & KnownPoint)[]);
  const years = points.map(({ year }) => year);
  const least = Math.min(0, ...points.flatMap(({ value, low }) => [value, low ?? value]));
  return {
    years: [Math.min(...years), Math.max(...years)],
    domain: [Math.floor(least * 2) / 2, 1],
  };
}

function drawPanel({ title, lines }: LinkPanel, { width, size, scale, titleLines }: Setting): Markup {
  const { years, domain } = scale;
  const tall = plotOf(width);
  const top = size * (1.3 * titleLines + 0.5);
  const left = textWidth('0.5', size) + 6;
  const right = textWidth('0.00', size) + 8;
  const room = width - left - right;
  const x = (year: number): number =>
    years[0] === years[1] ? left + room / 2 : left + (room * (year - years[0])) / (years[1] - years[0]);
  const y = (value: number): number => top + (tall * (domain[1] - value)) / (domain[1] - domain[0]);
  const ticks = [-1, -0.5, 0, 0.5, 1].filter((tick) => tick >= domain[0]);
  const at = ({ year, value }: KnownPoint): string => `${round(x(year))} ${round(y(value))}`;
  const pieces = lines.map((line) => ({ ...line, runs: runs(line.points) as (BandPoint & KnownPoint)[][] }));
  const ends = lines.flatMap(({ strong, points }) => {
    const last = lastFirm(known(points));
    return strong && last ? [last] : [];
  });
  const middles = spread(
    ends.map(({ value }) => ({ y: y(value), height: size * 1.15 })),
    top,
    top + tall,
  );
  return [
    ...wrap(title, width, size).map((words, i) =>
      el('text', { class: 'panel-title', y: size * (1 + 1.3 * i), 'text-anchor': 'start' }, text(words)),
    ),
    ...ticks.map((tick) =>
      el('path', {
        class: tick === 0 ? 'baseline' : 'grid',
        d: `M${round(left)} ${round(y(tick))}H${round(left + room)}`,
      }),
    ),
    el(
      'g',
      { class: 'axis' },
      el(
        'g',
        { 'text-anchor': 'end' },
        ...ticks.map((tick) => el('text', { x: left - 6, y: y(tick) + size * 0.35 }, text(tickWords(tick)))),
      ),
      ...yearTicks(years[0], years[1], room, size).map((year) =>
        el('text', { x: x(year), y: top + tall + size * 1.3 }, text(year)),
      ),
    ),
    ...pieces.flatMap(({ strong, dashed, runs: of }) =>
      strong ? of.map((run) => bandOf(run, x, y, dashed)) : [],
    ),
    ...pieces.flatMap((line) => line.runs.map((run) => lineOf(line, run, at))),
    ...ends.map(({ value }, i) =>
      el(
        'text',
        { class: 'end', x: left + room + 6, y: (middles[i] ?? 0) + size * 0.35, 'text-anchor': 'start' },
        text(fixed(value, 2)),
      ),
    ),
  ].join('') as Markup;
}

const tickWords = (tick: number): string => fixed(tick, Number.isInteger(tick) ? 0 : 1);

const lookOf = ({ strong, dashed }: Pick<PanelLine, 'strong' | 'dashed'>): string =>
  `${strong ? 'series' : 'thin'}${dashed ? ' dashed' : ''}`;

/** A run of one year is a dot: so is a year that is only partly reported, among others that are whole. */
function lineOf(line: PanelLine, run: readonly KnownPoint[], at: (point: KnownPoint) => string): Markup {
  const [first] = run;
  const d = run.length === 1 && first ? `M${at(first)}h0` : `M${run.map(at).join('L')}`;
  return el('path', { class: `${lookOf(line)}${run.length === 1 ? ' lone' : ''}`, d });
}

function bandOf(
  run: readonly (BandPoint & KnownPoint)[],
  x: (year: number) => number,
  y: (value: number) => number,
  dashed: boolean,
): Markup | null {
  const limited = run.filter(({ low, high }) => low !== null && high !== null);
  if (limited.length < 2) return null;
  const side = (which: 'low' | 'high') =>
    limited.map((point) => `${round(x(point.year))} ${round(y(point[which] ?? point.value))}`);
  return el('path', {
    class: dashed ? 'band band-1' : 'band',
    d: `M${[...side('high'), ...side('low').reverse()].join('L')}z`,
  });
}

function keyItems(lines: readonly PanelLine[], key: LinkPanelsInput['key']): KeyItem[] {
  const item = (words: string, look: Pick<PanelLine, 'strong' | 'dashed'>): KeyItem => ({
    words,
    markWidth: 26,
    mark: (middle) => el('path', { class: lookOf(look), d: `M0 ${round(middle)}H26` }),
  });
  return [
    ...(lines.some(({ strong }) => strong) ? [item(key.strong, { strong: true, dashed: false })] : []),
    ...(lines.some(({ strong }) => !strong) ? [item(key.thin, { strong: false, dashed: false })] : []),
    ...(lines.some(({ dashed }) => dashed) ? [item(key.dashed, { strong: true, dashed: true })] : []),
  ];
}
