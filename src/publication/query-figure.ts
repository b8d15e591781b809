import { bandLines } from '../charts/band-lines.ts';
import { countryScatter } from '../charts/country-scatter.ts';
import { list } from '../charts/format.ts';
import { measured, type MeasureWords } from '../charts/measured.ts';
import type { AxisMeasure } from '../charts/pixel-axis.ts';
import { ranking } from '../charts/ranking.ts';
import type { Chart } from '../charts/chart.ts';
import { placeOf } from '../model/country.ts';
import type { LayerId } from '../model/layer.ts';
import type { Atlas, Table, View, Words } from '../views/view.ts';

/**
 * Figures of one piece alone: a question that no view of the atlas asks, drawn by the atlas's charts. Each is a view without
 * parameters, so it is drawn at build, answered live by the same SQL, and has its table as any other.
 */
interface Spec<Row> {
  /** The piece's figure: "growth". */
  readonly id: string;
  /** Whose hue it has. */
  readonly layer: LayerId;
  /** Names its sources; runs in both engines (DuckDB 0.9.1 in the browser). */
  readonly sql: string;
  /** Tables and relations that the SQL reads. */
  readonly needs: readonly string[];
  readonly sources: readonly string[];
  /** A full sentence of what is shown, with its years out of the rows. */
  title(rows: readonly Row[], atlas: Atlas): string;
  /** One sentence that can be quoted, numbers out of the rows; null where there is none. */
  takeaway?(rows: readonly Row[], atlas: Atlas): string | null;
  /** How values are written: `{ unit: '%', digits: 1 }`. Values are drawn as the query gives them: shares in per cent. */
  readonly measure: MeasureWords;
  /** Rules a reader must know. No typed figures. */
  readonly notes?: readonly string[];
  readonly coverage?: string;
}

/** The first and the last year of rows: "1990–2022". */
export function yearSpan(rows: readonly { readonly year: number }[]): string {
  const years = rows.map(({ year }) => year);
  return `${Math.min(...years)}–${Math.max(...years)}`;
}

/** A point of a line: `panel` where sources or groups stand in drawings of their own. */
export interface LineRow {
  readonly series: string;
  readonly year: number;
  readonly value: number | null;
  readonly panel?: string | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly flag?: string | null;
}

interface LinesSpec extends Spec<LineRow> {
  /** What the upright axis measures: "Share of papers (%)". */
  readonly axis: string;
  /** What the band is, where rows have limits: "95% interval". */
  readonly band?: string;
  /** For ratios: half and twice stand equally far from one. */
  readonly log?: boolean;
  /** A value that is always on the axis, with its words: `[1, 'as expected']`. */
  readonly neutral?: readonly [value: number, words: string];
}

/** Lines through time. */
export function linesOfQuery(spec: LinesSpec): View<never, { rows: readonly LineRow[] }> {
  const write = (value: number): string => measured(value, spec.measure);
  return viewOf(spec, {
    chart: (rows, _, frame) =>
      bandLines(
        {
          layer: spec.layer,
          unit: spec.axis,
          panels: [...Map.groupBy(rows, ({ panel }) => panel ?? '')].map(([title, some]) => ({
            title,
            series: [...Map.groupBy(some, ({ series }) => series)].map(([label, points]) => ({
              label,
              points: points.map(({ year, value, low, high, flag }) => ({
                year,
                value,
                low: low ?? null,
                high: high ?? null,
                flag: flag ?? null,
              })),
            })),
          })),
          scale: { log: spec.log ?? false, years: false, neutral: spec.neutral?.[0] ?? null },
          neutralWords: spec.neutral?.[1] ?? null,
          format: write,
          band: spec.band ?? '',
          empty: EMPTY,
        },
        frame,
      ),
    alt: (rows) => {
      const lines = [...Map.groupBy(rows, ({ series, panel }) => [panel, series].filter(Boolean).join(', '))];
      return `Lines through time. ${lines.map(([name, some]) => lineWords(name, some, write)).join('; ')}.`;
    },
    table: (rows) => ({
      columns: [
        ...(rows.some(({ panel }) => panel) ? [{ key: 'panel', label: 'Part' }] : []),
        { key: 'series', label: 'Line' },
        { key: 'year', label: 'Year', numeric: true },
        { key: 'value', label: spec.axis, numeric: true },
        ...(rows.some(({ low }) => low != null)
          ? [
              { key: 'low', label: 'Low', numeric: true },
              { key: 'high', label: 'High', numeric: true },
            ]
          : []),
        ...(rows.some(({ flag }) => flag) ? [{ key: 'flag', label: 'Flag' }] : []),
      ],
      rows: rows.map(({ panel, series, year, value, low, high, flag }) => ({
        panel: panel ?? null,
        series,
        year,
        value,
        low: low ?? null,
        high: high ?? null,
        flag: flag ?? null,
      })),
    }),
  });
}

function lineWords(name: string, rows: readonly LineRow[], write: (value: number) => string): string {
  const known = rows.filter((row): row is LineRow & { value: number } => row.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}: no values`;
  return `${name}: ${write(first.value)} in ${first.year}, ${write(last.value)} in ${last.year}`;
}

/** A bar: of a place (its ISO code) or of anything with a name. */
interface BarRow {
  readonly name: string;
  readonly value: number;
  /** Marks it as a place, so that it is lit wherever that place is. */
  readonly iso3?: string | null;
  readonly flag?: string | null;
  /** Its own layer's hue, where bars are of several layers. */
  readonly layer?: LayerId | null;
}

interface BarsSpec extends Spec<BarRow> {
  /** What a row is of: "Country". */
  readonly column: string;
}

/** Bars, in the query's order. A row with `iso3` takes the place's name. */
export function barsOfQuery(spec: BarsSpec): View<never, { rows: readonly BarRow[] }> {
  const named = (rows: readonly BarRow[], atlas: Atlas): BarRow[] =>
    rows.map((row) => (row.iso3 ? { ...row, name: placeOf(atlas.places, row.iso3).short_name } : row));
  return viewOf(spec, {
    chart: (rows, atlas, frame) =>
      ranking(
        {
          layer: spec.layer,
          scale: spec.measure,
          rows: named(rows, atlas).map(({ name, value, iso3, flag, layer }) => ({
            name,
            value,
            flag: flag ?? null,
            ...(iso3 ? { data: { c: iso3 } } : {}),
            ...(layer ? { layer } : {}),
          })),
          rest: null,
          empty: EMPTY,
        },
        frame,
      ),
    alt: (rows, atlas) =>
      `Bars: ${list(
        named(rows, atlas)
          .slice(0, 6)
          .map(({ name, value }) => `${name} ${measured(value, spec.measure)}`),
      )}.`,
    table: (rows, atlas) => ({
      columns: [
        { key: 'name', label: spec.column },
        { key: 'value', label: spec.measure.unit || 'Value', numeric: true },
        ...(rows.some(({ flag }) => flag) ? [{ key: 'flag', label: 'Flag' }] : []),
      ],
      rows: named(rows, atlas).map(({ name, value, flag }) => ({ name, value, flag: flag ?? null })),
    }),
  });
}

/** A country by two measures, and a third as its area where there is one. */
interface DotRow {
  readonly iso3: string;
  readonly x: number | null;
  readonly y: number | null;
  readonly size?: number | null;
}

interface DotsSpec extends Omit<Spec<DotRow>, 'measure'> {
  readonly x: AxisMeasure;
  readonly y: AxisMeasure;
  /** What the area of a dot shows. */
  readonly size?: Pick<AxisMeasure, 'title' | 'unit' | 'digits'>;
  /** Countries that stand out. */
  readonly focus?: readonly string[];
}

/** Countries by two measures. */
export const dotsOfQuery = (spec: DotsSpec): View<never, { rows: readonly DotRow[] }> =>
  viewOf(
    { ...spec, measure: { unit: '', digits: 0 } },
    {
      chart: (rows, atlas, frame) =>
        countryScatter(
          {
            layer: spec.layer,
            places: atlas.places,
            x: spec.x,
            y: spec.y,
            size: spec.size ?? null,
            dots: rows.map(({ iso3, x, y, size }) => ({
              iso3,
              x: x === null ? null : { value: x, low: null, high: null, flag: null },
              y: y === null ? null : { value: y, low: null, high: null, flag: null },
              size: size ?? null,
            })),
            byRegion: true,
            focus: spec.focus ?? [],
            limits: null,
            empty: EMPTY,
          },
          frame,
        ),
      alt: (rows) =>
        `A dot for each of ${rows.length} countries: ${spec.x.title} to the right, ${spec.y.title} upwards. All values are in the table.`,
      table: (rows, atlas) => ({
        columns: [
          { key: 'country', label: 'Country' },
          { key: 'x', label: spec.x.title, numeric: true },
          { key: 'y', label: spec.y.title, numeric: true },
          ...(spec.size ? [{ key: 'size', label: spec.size.title, numeric: true }] : []),
        ],
        rows: rows.map((row) => ({
          country: placeOf(atlas.places, row.iso3).short_name,
          x: row.x,
          y: row.y,
          size: row.size ?? null,
        })),
      }),
    },
  );

const EMPTY = 'The release has no rows for this figure.';

/** What a kind of figure says and draws of its rows. */
interface Kind<Row> {
  chart(rows: readonly Row[], atlas: Atlas, frame: Parameters<Chart<never>>[1]): ReturnType<Chart<never>>;
  alt(rows: readonly Row[], atlas: Atlas): string;
  table(rows: readonly Row[], atlas: Atlas): Omit<Table, 'caption'>;
}

function viewOf<Row extends object>(spec: Spec<Row>, kind: Kind<Row>): View<never, { rows: readonly Row[] }> {
  const words = (rows: readonly Row[], atlas: Atlas): Words => {
    const title = spec.title(rows, atlas);
    return {
      title,
      takeaway: spec.takeaway?.(rows, atlas) ?? null,
      alt: kind.alt(rows, atlas),
      coverage: spec.coverage ?? null,
      notes: spec.notes ?? [],
      sources: spec.sources,
      table: { caption: title, ...kind.table(rows, atlas) },
    };
  };
  return {
    id: spec.id,
    title: spec.id,
    description: '',
    fields: [],
    defaults: {},
    widths: [328, 704],
    queries: () => ({ rows: { sql: spec.sql, params: {}, needs: spec.needs } }),
    chart: ({ rows }, _, atlas, frame) => kind.chart(rows, atlas, frame),
    words: ({ rows }, _, atlas) => words(rows, atlas),
    listed: () => [{}],
    slices: { paths: () => null, rows: () => ({}) },
  };
}

/** A figure of one piece, whatever its rows are. */
export type PieceFigure = View<never>;

/** The figures of a piece by the names that its text uses. */
export const figures = (...all: readonly { readonly id: string }[]): Readonly<Record<string, PieceFigure>> =>
  Object.fromEntries(all.map((view) => [view.id, view as PieceFigure]));
