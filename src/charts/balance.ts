import * as Plot from '@observablehq/plot';
import { flagOf, hasFlag, type FlagLetter } from '../model/flag.ts';
import type { LayerId } from '../model/layer.ts';
import { valueAxis, valueMarks, yearMarks, yearTicks } from './axes.ts';
import { spread } from './end-labels.ts';
import type { Chart } from './chart.ts';
import { signed, years as yearsInWords } from './format.ts';
import { widest, wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { plot } from './plot.ts';
import { known, lastFirm, stretches, type Point } from './series.ts';
import { fontSize } from './sheet.ts';

export interface BalanceInput {
  readonly layer: LayerId;
  /** What the axis counts, in words: "Students, at the end of each year's count". */
  readonly unit: string;
  readonly rows: readonly BalanceRow[];
  /** Names of the two sides; by default "Inbound" and "Outbound". */
  readonly labels?: { readonly inbound: string; readonly outbound: string };
}

export interface BalanceRow {
  readonly year: number;
  readonly inbound: number | null;
  readonly inbound_flag: string | null;
  readonly outbound: number | null;
  readonly outbound_flag: string | null;
}

/** Who comes in above the line, who goes out below it, and the net of the two as a line where both are known. */
export const balance: Chart<BalanceInput> = ({ layer, unit, rows, labels }, frame) => {
  const parts = { className: `balance layer-${layer}`, head: unit };
  const sides = rows.flatMap((row) => [
    { year: row.year, value: row.inbound, flag: row.inbound_flag, side: 'in' as const },
    { year: row.year, value: row.outbound && -row.outbound, flag: row.outbound_flag, side: 'out' as const },
  ]);
  const bars = sides.filter((bar): bar is (typeof sides)[number] & { value: number } => bar.value !== null);
  if (bars.length === 0) return nothing('Neither direction is reported.', frame, parts);

  const size = fontSize(frame.width);
  const net = netOf(rows);
  const lastNet = lastFirm(known(net));
  const [first, last] = [Math.min(...bars.map((b) => b.year)), Math.max(...bars.map((b) => b.year))];
  const netWords = lastNet
    ? ['Net', ...wrap(`${signed(lastNet.value)} in\u00a0${lastNet.year}`, frame.width * 0.2, size)]
    : [];
  const sideWords = { in: labels?.inbound ?? 'Inbound', out: labels?.outbound ?? 'Outbound' };
  const height = frame.width < 480 ? 240 : 320;
  const marginTop = size;
  const marginBottom = size * 2.2;
  const axis = valueAxis(
    bars.map(({ value }) => value),
    height - marginTop - marginBottom,
    size,
  );
  const marginLeft = Math.max(axis.room, widest(['−'], size)) + 14;
  const marginRight = widest([...netWords, sideWords.in, sideWords.out], size) + 14;
  const end = last + 0.5;

  const bar = (side: 'in' | 'out', look: 'plain' | 'derived' | 'provisional') =>
    Plot.rectY(
      bars.filter((b) => b.side === side && lookOfBar(b.flag) === look),
      {
        x1: (b: Point) => b.year - 0.36,
        x2: (b: Point) => b.year + 0.36,
        y1: 0,
        y2: 'value',
        className: `bar bar-${side} bar-${look}`,
      },
    );
  const looks = ['plain', 'derived', 'provisional'] as const;
  // Labels beside the drawing: the two sides at its corners, the net where its line ends, none over another.
  const [high, low] = axis.domain.toSorted((a, b) => b - a) as [number, number];
  const tall = height - marginTop - marginBottom;
  const pixels = (value: number): number => marginTop + ((high - value) / (high - low || 1)) * tall;
  const [inY = 0, outY = 0, netY = 0] = spread(
    [
      { y: marginTop + size * 0.6, height: size * 1.3 },
      { y: marginTop + tall - size * 0.6, height: size * 1.3 },
      ...(lastNet ? [{ y: pixels(lastNet.value), height: size * (1.15 * netWords.length + 0.2) }] : []),
    ],
    marginTop - size * 0.4,
    marginTop + tall + size * 0.4,
  );
  const beside = (words: string, y: number, side: 'in' | 'out' | 'net') =>
    Plot.text([words], {
      x: end,
      frameAnchor: 'top',
      dy: y - marginTop,
      text: (w: string) => w,
      textAnchor: 'start',
      lineAnchor: 'middle',
      lineHeight: 1.15,
      dx: 8,
      className: `end end-${side}`,
    });

  return plot(
    {
      height,
      marginTop,
      marginBottom,
      marginLeft,
      marginRight,
      x: { domain: [first - 0.5, end], axis: null },
      y: { domain: axis.domain, axis: null },
      marks: [
        // Outbound is drawn downwards; there are no negative people.
        ...valueMarks({ ...axis, format: (tick) => axis.format(Math.abs(tick)) }),
        ...yearMarks(yearTicks(first, last, frame.width - marginLeft - marginRight, size)),
        ...looks.flatMap((look) => [bar('in', look), bar('out', look)]),
        ...stretches(net).flatMap(({ points, provisional }) => [
          Plot.line(points, { x: 'year', y: 'value', className: 'net net-halo' }),
          Plot.line(points, {
            x: 'year',
            y: 'value',
            className: `net ${provisional ? 'line-provisional' : 'line'}`,
          }),
        ]),
        Plot.dot(known(net), { x: 'year', y: 'value', r: 2.5, className: 'net dot' }),
        beside(sideWords.in, inY, 'in'),
        beside(sideWords.out, outY, 'out'),
        lastNet ? beside(netWords.join('\n'), netY, 'net') : null,
      ],
    },
    frame,
    { ...parts, foot: [keyOfLooks(bars), missingWords(rows, first, last)] },
  );
};

/** Derived by us from two published numbers, and only where both are there. */
export const netOf = (rows: readonly BalanceRow[]): Point[] =>
  rows.map(({ year, inbound, outbound, inbound_flag, outbound_flag }) => ({
    year,
    value: inbound === null || outbound === null ? null : inbound - outbound,
    flag: flagOf([...(inbound_flag ?? ''), ...(outbound_flag ?? '')] as FlagLetter[]),
  }));

const lookOfBar = (flag: string | null) =>
  hasFlag(flag, 'p') ? 'provisional' : hasFlag(flag, 'e') ? 'derived' : 'plain';

function keyOfLooks(bars: readonly { flag: string | null }[]): string | null {
  const parts = [
    bars.some(({ flag }) => lookOfBar(flag) === 'derived') && 'Pale bars: estimated or derived',
    bars.some(({ flag }) => lookOfBar(flag) === 'provisional') && 'Dashed outline: provisional',
  ].filter((part) => part !== false);
  return parts.length ? parts.join(' · ') : null;
}

function missingWords(rows: readonly BalanceRow[], first: number, last: number): string | null {
  const missing = (side: 'inbound' | 'outbound') => {
    const has = new Set(rows.filter((row) => row[side] !== null).map(({ year }) => year));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !has.has(year));
  };
  const [inbound, outbound] = [missing('inbound'), missing('outbound')].map(yearsInWords);
  if (inbound === outbound) return inbound ? `No data: ${inbound}` : null;
  return `No data: ${[inbound && `inbound ${inbound}`, outbound && `outbound ${outbound}`].filter(Boolean).join('; ')}`;
}
