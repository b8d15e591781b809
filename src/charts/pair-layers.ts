import type { LayerId } from '../model/layer.ts';
import type { Chart } from './chart.ts';
import { linesKey } from './line-marks.ts';
import { widestSides, type LinesFrame } from './lines-layout.ts';
import { markedLines, type MarkedSeries } from './marked-lines.ts';
import { nothingBody } from './nothing.ts';
import { known } from './series.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, text, type Markup } from './svg.ts';

export interface PairLayersInput {
  readonly panels: readonly PairPanel[];
}

export interface PairPanel {
  readonly layer: LayerId;
  readonly title: string;
  /** What is counted, in words: "Students enrolled", "Papers with authors in both". */
  readonly unit: string;
  /** Directed layers: one series a direction, named "China to Germany". Undirected ones: one series, which needs no name. */
  readonly series: readonly MarkedSeries[];
  /** Said where there is no number: who does not report. */
  readonly empty: string;
}

/** The layers of one country pair: a panel each, on its own scale and in its own hue, over the same years. */
export const pairLayers: Chart<PairLayersInput> = ({ panels }, frame) => {
  const size = fontSize(frame.width);
  const columns = frame.width < 480 ? 1 : 2;
  const [gapX, gapY] = [size * 2.4, size * 1.8];
  const width = Math.floor((frame.width - gapX * (columns - 1)) / columns);
  const height = columns === 1 ? 200 : 236;
  const inner = innerFrame(panels, width, height - HEAD * size, size);
  const drawn = panels.map((panel, i) =>
    el(
      'g',
      {
        class: `panel layer-${panel.layer}`,
        transform: `translate(${(i % columns) * Math.round(width + gapX)},${Math.round(Math.floor(i / columns) * (height + gapY))})`,
      },
      drawPanel(panel, inner, `${frame.id}-${panel.layer}`),
    ),
  );
  const rows = Math.ceil(panels.length / columns);
  return sheet(
    frame,
    { className: 'pair-layers', foot: [linesKey(panels.flatMap(({ series }) => series))] },
    drawn.join('') as Markup,
    rows * height + (rows - 1) * gapY,
  );
};

/** Room for a panel's title and unit, in lines of its type. */
const HEAD = 3.2;

/** Years and margins that all panels share, so that the same year stands at the same place in each. */
function innerFrame(panels: readonly PairPanel[], width: number, height: number, size: number): LinesFrame {
  const all = panels.flatMap(({ series }) =>
    series.flatMap(({ points }) => known(points).map(({ year }) => year)),
  );
  const frame = { width, height, size };
  if (all.length === 0) return frame;
  const years = [Math.min(...all), Math.max(...all)] as const;
  const sides = widestSides(
    panels.map(({ series }) => series),
    { ...frame, years },
  );
  return { ...frame, years, sides };
}

function drawPanel({ title, unit, series, empty }: PairPanel, frame: LinesFrame, id: string): Markup {
  const { width, height, size } = frame;
  const has = series.some(({ points }) => known(points).length > 0);
  const { body } = has ? markedLines(series, frame, id) : nothingBody(empty, width, size, height - size);
  return [
    el('path', { class: 'panel-rule', d: `M0,0.5H${width}` }),
    el('text', { class: 'panel-title', y: size * 1.45, 'text-anchor': 'start' }, text(title)),
    el('text', { class: 'head', y: size * 2.7, 'text-anchor': 'start' }, text(unit)),
    el('g', { transform: `translate(0,${Math.round(HEAD * size)})` }, body),
  ].join('') as Markup;
}
