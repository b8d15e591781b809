import type { Cell, Query } from '../engine/engine.ts';
import type { AtlasFile, FlowSeries, SourceLabel, TotalsSeries } from '../model/atlas.ts';
import type { Group } from '../model/group.ts';
import type { IndicatorLabel } from '../model/indicator.ts';
import type { Layer, LayerId } from '../model/layer.ts';
import type { Places } from '../model/country.ts';
import type { Basemap, Frame } from '../charts/chart.ts';
import type { Markup } from '../charts/svg.ts';
import type { Asked, FieldName, State } from './params.ts';
import type { TieSet } from './ties/tie-set.ts';

/**
 * A view = parameters + SQL + chart + words. From this object alone come the figure drawn at build, the live figure,
 * the data table, the files and the share URL. See CONTRIBUTING.md, "A new view".
 */
export interface View<F extends FieldName = FieldName, R extends Rows = Rows> {
  /** Folder name under src/views and name in URLs; part of the public contract. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The parameters it takes, out of the vocabulary in params.ts. */
  readonly fields: readonly F[];
  /** What stands where a reader says nothing; the rest follows from the release (default source, year shown first). */
  readonly defaults: Readonly<Partial<State>>;
  /** Measures that it can show, for views that take one; left out, those of the whole release. */
  readonly measures?: readonly string[];
  /** Widths in CSS pixels that the figure is drawn for: narrow and wide. */
  readonly widths: readonly [narrow: number, wide: number];
  /** The queries, by name; null for rows that a state does not need. Each names its source; each runs unchanged in both engines. */
  queries(params: Pick<State, F>, atlas: Atlas): { readonly [K in keyof R]: Query | null };
  /** Rows to SVG, for one width. `frame.id` makes ids unique on a page that holds several figures. */
  chart(rows: R, params: Pick<State, F>, atlas: Atlas, frame: Frame): Markup;
  words(rows: R, params: Pick<State, F>, atlas: Atlas): Words;
  /** The ties that the figure shows, for views of ties: what a file of the figure holds. */
  ties?(rows: R, params: Pick<State, F>, atlas: Atlas): TieSet;
  /** Telling states: drawn and compared between both engines by the tests. */
  listed(atlas: Atlas): readonly Asked[];
  /**
   * Where a state can be answered from slices (src/model/slice.ts): their paths, and the same rows that the queries give. Rows
   * that are left out are asked of an engine; `paths` is null where all are.
   */
  readonly slices: {
    paths(params: Pick<State, F>, atlas: Atlas): readonly string[] | null;
    rows(slices: readonly unknown[], params: Pick<State, F>, atlas: Atlas): Partial<R>;
  };
}

/** The result of each of a view's queries. */
export type Rows = Record<string, readonly object[]>;

/** What every view may know of the atlas beside its rows: small, the same in Node and in the browser. */
export interface Atlas {
  readonly places: Places;
  readonly layers: ReadonlyMap<LayerId, Layer>;
  readonly sources: ReadonlyMap<string, SourceLabel>;
  readonly flows: readonly FlowSeries[];
  readonly totals: readonly TotalsSeries[];
  readonly indicators: ReadonlyMap<string, IndicatorLabel>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly withData: ReadonlySet<string>;
  /** With the URL of the shapes that its symbols are made of: for maps under another meridian. */
  readonly basemap: Basemap & { readonly geometry: string };
}

/**
 * The atlas of a release's `atlas.json`.
 * @param root the release's folder as a URL relative to the page, with a slash
 * @param more its `indicators.json` and `groups.json`, for pages whose figures need them
 */
export function openAtlas(
  file: AtlasFile,
  root: string,
  {
    indicators = [],
    groups = [],
  }: { readonly indicators?: readonly IndicatorLabel[]; readonly groups?: readonly Group[] } = {},
): Atlas {
  return {
    places: new Map(file.places.map((place) => [place.iso3, place])),
    layers: new Map(file.layers.map((layer) => [layer.id, layer])),
    sources: new Map(file.sources.map((source) => [source.id, source])),
    flows: file.flows,
    totals: file.totals,
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    groups: new Map(groups.map((group) => [group.id, group])),
    withData: new Set(file.withData),
    basemap: {
      href: `${root}${file.basemap.path}`,
      geometry: `${root}${file.basemap.geometry}`,
      areas: new Set(file.basemap.areas),
    },
  };
}

/** What a figure says beside its picture. All of it is made from rows. */
export interface Words {
  /** A full sentence of what is shown: "Students from India by destination, 2018". */
  readonly title: string;
  /** One sentence that can be quoted, with number, year and source; null where the rows allow none. */
  readonly takeaway: string | null;
  /** Text alternative of the picture. */
  readonly alt: string;
  /** Who is missing: "No 2019 data from the United States, China, ..."; null where coverage is whole. */
  readonly coverage: string | null;
  /** Rules a reader must know to read the figure: counting, derived values, borders. */
  readonly notes: readonly string[];
  /** Ids of the sources whose rows are shown. */
  readonly sources: readonly string[];
  readonly table: Table;
  /** Id of the indicator that is shown, whose page says how it is reckoned; left out where none is. */
  readonly method?: string;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}
