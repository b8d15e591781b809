import type { LayerId } from '../model/layer.ts';
import { placeOf, type Places } from '../model/country.ts';
import type { Chart } from './chart.ts';
import { pixelAxis, type AxisMeasure, type PixelAxis } from './pixel-axis.ts';
import { crossOf, dotMark, dotsOf, isOpen, type KnownDot } from './country-scatter-dots.ts';
import { MARGIN, scatterGrid } from './country-scatter-grid.ts';
import { scatterLabels } from './country-scatter-labels.ts';
import { scatterLegend } from './country-scatter-legend.ts';
import { count, list } from './format.ts';
import { widest, wrap } from './measure.ts';
import { nothing } from './nothing.ts';
import { fontSize, sheet } from './sheet.ts';
import { el, type Markup } from './svg.ts';

export interface CountryScatterInput {
  /** Whose hue the dots have where regions are not told apart; null for measures of no layer. */
  readonly layer: LayerId | null;
  readonly places: Places;
  readonly x: AxisMeasure;
  readonly y: AxisMeasure;
  /** What the area of a dot shows; null where all are alike. */
  readonly size: Pick<AxisMeasure, 'title' | 'unit' | 'digits'> | null;
  /** Every country that was asked for; those without one of the values are counted, not drawn. */
  readonly dots: readonly CountryDot[];
  /** Whether hue and shape tell the region. */
  readonly byRegion: boolean;
  /** ISO alpha-3 of countries that stand out: ringed, named first, with their limits. */
  readonly focus: readonly string[];
  /** What limits are: "95% limits of chance"; null where no value has any. */
  readonly limits: string | null;
  /** Said in place of the drawing where no country has both. */
  readonly empty: string;
}

export interface CountryDot {
  readonly iso3: string;
  readonly x: DotValue | null;
  readonly y: DotValue | null;
  readonly size: number | null;
}

export interface DotValue {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** SDMX observation status codes; null where nothing is to be said. */
  readonly flag: string | null;
}

/**
 * Two measures of countries against each other: a dot each, on even or logarithmic axes, as many named as have room.
 * The rectangle `plot-area` carries its bounds in pixels and every dot `data-c`, `cx` and `cy`, for scripts that brush.
 */
export const countryScatter: Chart<CountryScatterInput> = (input, frame) => {
  const className = `country-scatter ${input.layer ? `layer-${input.layer}` : 'neutral'}`;
  const known = input.dots.flatMap(({ iso3, x, y, size }) => (x && y ? [{ iso3, x, y, size }] : []));
  const left = leftOut(input);
  if (!known.length) return nothing(input.empty, frame, { className, foot: [left] });
  const size = fontSize(frame.width);
  const height = Math.round(frame.width < 480 ? frame.width * 1.02 : Math.min(frame.width * 0.66, 560));
  const legend = scatterLegend(input, known, frame.width, size);
  const upright = pixelAxis(input.y, valuesOf(known, 'y'), limitsOf(input, known, 'y'), height, size * 3);
  const heads = wrap(axisTitle(input.y, upright), frame.width, size);
  const x0 =
    widest(
      upright.ticks.map(({ words }) => words),
      size,
    ) + 8;
  const x1 = frame.width - size * MARGIN;
  const across = pixelAxis(input.x, valuesOf(known, 'x'), limitsOf(input, known, 'x'), x1 - x0, size * 4.6);
  const y0 = legend.height + size * (1.1 + 1.35 * heads.length);
  const area = { x0, x1, y0, y1: y0 + height };
  const to = {
    x: (value: number) => x0 + across.at(value),
    y: (value: number) => area.y1 - upright.at(value),
  };
  const dots = dotsOf(input, known, to, frame.width);
  const titles = { x: wrap(axisTitle(input.x, across), frame.width, size), y: heads };
  const grid = scatterGrid(input, { across, upright, heads: titles }, area, dots, size);
  const body = [
    el('g', { 'text-anchor': 'start' }, legend.markup),
    grid.markup,
    el('g', { class: 'limits' }, dots.filter((dot) => dot.focus).map(crossOf)),
    el(
      'g',
      { class: 'country-dots' },
      dots.map((dot) => dotMark(dot, input)),
    ),
    el('g', { class: 'labels' }, scatterLabels(dots, area, grid.taken, size)),
  ];
  return sheet(
    frame,
    {
      className,
      foot: [
        left,
        zeroWords(known, across, upright),
        known.some(isOpen) ? 'Hollow: provisional or partly reported' : null,
      ],
    },
    body.join('') as Markup,
    grid.bottom,
  );
};

const valuesOf = (known: readonly KnownDot[], side: 'x' | 'y'): number[] =>
  known.map((dot) => dot[side].value);

/** Limits of those that stand out: the others' are not drawn. */
const limitsOf = ({ focus }: CountryScatterInput, known: readonly KnownDot[], side: 'x' | 'y'): number[] =>
  known
    .filter(({ iso3 }) => focus.includes(iso3))
    .flatMap((dot) => [dot[side].low, dot[side].high].filter((limit) => limit !== null));

/** "Works per million inhabitants (logarithmic)", with its unit where the title does not say it. */
function axisTitle({ title, unit }: AxisMeasure, { log }: PixelAxis): string {
  const said = [
    unit && !title.toLowerCase().includes(unit.toLowerCase()) ? unit : null,
    log ? 'logarithmic' : null,
  ].filter(Boolean);
  return said.length ? `${title} (${said.join(', ')})` : title;
}

/** How many countries have no dot, and which of those that stand out are among them. */
function leftOut({ dots, focus, places }: CountryScatterInput): string | null {
  const without = dots.filter(({ x, y }) => !x || !y);
  if (!without.length) return null;
  const named = without
    .filter(({ iso3 }) => focus.includes(iso3))
    .map(({ iso3 }) => placeOf(places, iso3).short_name);
  const who = without.length === 1 ? '1 country lacks' : `${count(without.length)} countries lack`;
  return `${who} one of the two or both${named.length ? `, among them ${list(named)}` : ''}`;
}

/** Where zeros stand that a logarithm has no place for. */
function zeroWords(known: readonly KnownDot[], across: PixelAxis, upright: PixelAxis): string | null {
  const zeros = known.filter(
    ({ x, y }) => (across.zeroBand && x.value === 0) || (upright.zeroBand && y.value === 0),
  ).length;
  if (!zeros) return null;
  const who = zeros === 1 ? '1 country with a zero stands' : `${count(zeros)} countries with a zero stand`;
  return `${who} apart at the edge: a logarithmic axis has no place for zero`;
}
