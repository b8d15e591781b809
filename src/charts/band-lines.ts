import type { LayerId } from '../model/layer.ts';
import { bandLayout, bandPanel, type BandSetting } from './band-panel.ts';
import type { BandSeries } from './band-series.ts';
import type { Chart } from './chart.ts';
import { linesKey } from './line-marks.ts';
import { nothing } from './nothing.ts';
import { plotBody } from './plot.ts';
import { known } from './series.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, text, type Markup } from './svg.ts';

export interface BandLinesInput extends Pick<BandSetting, 'scale' | 'neutralWords' | 'format'> {
  readonly layer: LayerId;
  /** What the axis measures, in words. */
  readonly unit: string;
  /** A panel a source, which are never one line; its title stands where there are several. */
  readonly panels: readonly BandPanelInput[];
  /** What the band is: "95% interval". */
  readonly band: string;
  /** Said in place of a drawing without values. */
  readonly empty: string;
}

export interface BandPanelInput {
  readonly title: string;
  /** A line a direction or country: the same ones in the same order in each panel. */
  readonly series: readonly BandSeries[];
}

/** Lines through time with the band in which each value lies, and the value that was to be expected; a panel a source. */
export const bandLines: Chart<BandLinesInput> = (input, frame) => {
  const { layer, unit, panels, scale, neutralWords, format, band, empty } = input;
  const parts = { className: `band-lines layer-${layer}`, head: unit };
  const filled = panels.filter(({ series }) => hasValues(series));
  if (!filled.length) return nothing(empty, frame, parts);
  const size = fontSize(frame.width);
  const narrow = frame.width < 480;
  const several = filled.length > 1;
  const columns = several && !narrow ? 2 : 1;
  const [gapX, gapY] = [size * 2.4, size * 1.4];
  const width = Math.floor((frame.width - gapX * (columns - 1)) / columns);
  const height = several ? (narrow ? 184 : 236) : narrow ? 220 : 300;
  const headed = several ? HEAD * size : 0;
  const layout = bandLayout(
    filled.map(({ series }) => series),
    { width, height, size, scale, neutralWords, format },
  );
  const drawn = filled.map(({ title, series }, i) => {
    const { body } = plotBody(bandPanel(series, layout), `${frame.id}-${i + 1}`);
    const [x, y] = [(i % columns) * (width + gapX), Math.floor(i / columns) * (height + headed + gapY)];
    return el(
      'g',
      { class: 'panel', transform: `translate(${Math.round(x)},${Math.round(y)})` },
      several ? panelHead(title, width, size) : null,
      el('g', { transform: `translate(0,${Math.round(headed)})` }, body),
    );
  });
  const rows = Math.ceil(filled.length / columns);
  return sheet(
    frame,
    {
      ...parts,
      foot: [
        keyOf(
          filled.flatMap(({ series }) => series),
          band,
          layout.axis.zeroAt !== null,
        ),
      ],
    },
    drawn.join('') as Markup,
    rows * (height + headed) + (rows - 1) * gapY,
  );
};

/** Room for a panel's title, in lines of its type. */
const HEAD = 1.9;

const hasValues = (series: readonly BandSeries[]): boolean =>
  series.some(({ points }) => known(points).length > 0);

const panelHead = (title: string, width: number, size: number): Markup =>
  [
    el('path', { class: 'panel-rule', d: `M0,0.5H${width}` }),
    el('text', { class: 'panel-title', y: size * 1.45, 'text-anchor': 'start' }, text(title)),
  ].join('') as Markup;

/** What the marks mean, for those that occur. */
function keyOf(series: readonly BandSeries[], band: string, zeroApart: boolean): string | null {
  const banded = series.some(({ points }) => points.some(({ low, high }) => high !== null && low !== high));
  // A line of one year has an upright in place of a band.
  const lined = series.some(({ points }) => points.length > 1);
  const parts = [
    banded ? `${lined ? 'Band' : 'Upright'}: ${band}` : null,
    zeroApart ? '0 stands apart, as a logarithmic scale has none' : null,
    linesKey(series),
  ].filter((part) => part !== null);
  return parts.length ? parts.join(' · ') : null;
}
