import * as Plot from '@observablehq/plot';
import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { measured, type MeasureWords } from './measured.ts';
import { count, quantity, singular } from './format.ts';
import { hatch, hatchId } from './hatch.ts';
import { keyOf, lettersOf, lookOf, type Look } from './marks.ts';
import { textWidth, widest, wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { plot } from './plot.ts';
import { tagged } from './plot-data.ts';
import { fontSize } from './sheet.ts';

export interface RankingInput {
  readonly layer: LayerId;
  /** How values are written; counts where left out. */
  readonly scale?: MeasureWords;
  /** Largest first, as the query ordered them. */
  readonly rows: readonly RankingRow[];
  /** What is left out, or null where the rows are all there is. */
  readonly rest: RankingRest | null;
  /** Said in place of the drawing where there are no rows. */
  readonly empty?: string;
}

export interface RankingRow {
  readonly name: string;
  readonly value: number;
  readonly flag: string | null;
  /** What the row is of: a place (`c`), or the two ends of a tie (`o`, `d`). */
  readonly data?: Readonly<Record<string, string>>;
  /** Its own layer's hue, where rows are of several layers. */
  readonly layer?: LayerId;
}

export interface RankingRest {
  /** How many partners are left out. */
  readonly partners: number;
  readonly value: number;
  /** What the sum counts, plural. Sums of pairs count links, not papers. */
  readonly unit: string;
  /** What is left out, plural: "partners", "countries of origin". */
  readonly noun?: string;
}

interface Bar extends RankingRow {
  readonly key: string;
  readonly label: string;
  readonly look: Look | 'rest';
}

/** Counts stand without their unit, which the figure's title names. */
const COUNTS: MeasureWords = { unit: '', digits: 0 };

const LOOKS = ['plain', 'provisional', 'unreliable', 'derived', 'rest'] as const;

/**
 * Partners by size: a bar each, name before it, value behind it. What the rest sums to is a bar of another texture
 * while it fits the scale; where it would dwarf the partners it is a line of text instead.
 */
export const ranking: Chart<RankingInput> = (input, frame) => {
  const size = fontSize(frame.width);
  const className = `ranking layer-${input.layer}`;
  if (input.rows.length === 0 && !input.rest)
    return nothing(input.empty ?? 'Nothing reported.', frame, { className });
  const largest = Math.max(0, ...input.rows.map(({ value }) => value));
  const noun = input.rest?.noun ?? 'partners';
  const restLabel =
    input.rest &&
    (input.rest.partners === 1
      ? `The other ${singular(noun)}`
      : `The other ${count(input.rest.partners)} ${noun}`);
  const written = (value: number): string =>
    measured(value, input.scale ? { ...input.scale, unit: input.scale.unit === '%' ? '%' : '' } : COUNTS);
  const restValue = input.rest
    ? input.rest.unit === '%'
      ? measured(input.rest.value, { unit: '%', digits: 1 })
      : quantity(input.rest.value, input.rest.unit)
    : '';
  const restFits = input.rest !== null && input.rest.value <= largest * 1.15;
  const bars: Bar[] = input.rows.map((row, i) => ({
    ...row,
    key: String(i),
    label: [written(row.value), lettersOf(row.flag)].filter(Boolean).join('\u00a0'),
    look: lookOf(row.flag),
  }));
  if (input.rest && restLabel && restFits)
    bars.push({
      name: restLabel,
      value: input.rest.value,
      flag: null,
      key: 'rest',
      label: restValue,
      look: 'rest',
    });

  const gutter = frame.width * (frame.width < 480 ? 0.36 : 0.3);
  const names = new Map(bars.map((bar) => [bar.key, wrap(bar.name, gutter, size)]));
  const marginLeft = widest([...names.values()].flat(), size) + 10;
  const scaleEnd = Math.max(largest, restFits ? (input.rest?.value ?? 0) : 0) || 1;
  const marginRight = labelRoom(bars, scaleEnd, frame.width - marginLeft, size);
  const mostLines = Math.max(1, ...[...names.values()].map((lines) => lines.length));
  const band = size * Math.max(2.1, mostLines * 1.1 + 0.5);

  const layers = [...new Set(bars.map(({ layer }) => layer))];
  const bar = (look: (typeof LOOKS)[number], layer: LayerId | undefined) => {
    const some = bars.filter((b) => b.look === look && b.layer === layer);
    return Plot.barX(some, {
      y: 'key',
      x: 'value',
      className: [`bar bar-${look}`, layer && `layer-${layer}`].filter(Boolean).join(' '),
      ...(look === 'unreliable' ? { fill: `url(#${hatchId(frame.id)})` } : {}),
      insetTop: 0.5,
      ...tagged(some, ({ data, value, name, label }) => ({
        data: data ? { ...data, v: value } : {},
        words: data ? `${name}: ${label}` : null,
      })),
    });
  };

  return plot(
    {
      height: Math.round(bars.length * band + 4),
      marginTop: 2,
      marginBottom: 2,
      marginLeft,
      marginRight,
      x: { domain: [0, scaleEnd], axis: null },
      y: { domain: bars.map(({ key }) => key), axis: null, paddingInner: 0.3, paddingOuter: 0.1 },
      marks: [
        ...LOOKS.flatMap((look) => layers.map((layer) => bar(look, layer))),
        Plot.ruleX([0], { className: 'baseline' }),
        Plot.text(bars, {
          y: 'key',
          frameAnchor: 'left',
          text: (b: Bar) => names.get(b.key)?.join('\n') ?? b.name,
          textAnchor: 'end',
          dx: -8,
          lineHeight: 1.1,
          className: 'label',
        }),
        Plot.text(bars, {
          y: 'key',
          x: 'value',
          text: 'label',
          textAnchor: 'start',
          dx: 6,
          className: 'value',
        }),
      ],
    },
    frame,
    {
      className,
      defs: bars.some((b) => b.look === 'unreliable') ? hatch(frame.id) : undefined,
      foot: [
        input.rest && restLabel && !restFits ? `${restLabel}: ${restValue}` : null,
        keyOf(input.rows.map(({ flag }) => flag)),
      ],
    },
  );
};

/** Room for the values behind the bars: a long value behind a short bar needs none. */
function labelRoom(bars: readonly Bar[], scaleEnd: number, room: number, size: number): number {
  let margin = 0;
  for (const { value, label } of bars) {
    const share = value / scaleEnd;
    // share × (room − margin) + label ≤ room, solved for the margin.
    const needed = textWidth(label, size) + 8;
    if (share > 0) margin = Math.max(margin, room - (room - needed) / share);
  }
  return Math.ceil(Math.min(Math.max(margin, 8), room * 0.6));
}
