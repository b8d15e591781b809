import type { Place } from './country.ts';
import type { Layer, LayerId } from './layer.ts';

/** How figures name a source. */
export interface SourceLabel {
  readonly id: string;
  readonly short: string;
  /** What tells a base from its siblings: "Scopus"; otherwise the short name. */
  readonly tag: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly share_alike: boolean;
  /** How its publisher wants it cited. */
  readonly citation: string;
  readonly landing_page: string | null;
  readonly retrieved: string;
}

/** A layer as one source counts it, with the years that it has. */
export interface FlowSeries {
  readonly layer: LayerId;
  readonly source: string;
  readonly first_year: number;
  readonly last_year: number;
  /** The year shown first: the latest whole one; for reported students, the one in which reporting hosts held most. */
  readonly shown_year: number;
  /**
   * Places whose numbers are not comparable with those of the years before, and the years in which that begins: of flows
   * with a way, the destinations, which report them. Left out where there is none.
   */
  readonly breaks?: Readonly<Record<string, readonly number[]>>;
}

/** A measure of `totals`, or an indicator of a country that maps show, as one source counts it. */
export interface TotalsSeries {
  readonly measure: string;
  readonly source: string;
  readonly first_year: number;
  readonly last_year: number;
  readonly shown_year: number;
}

/** `names.json` of a release: by ISO alpha-3 the alpha-2 code, then the names in the six languages of UN M49. */
export type PlaceNamesFile = Readonly<Record<string, readonly string[]>>;

/** `atlas.json` of a release: what every page with a live figure must know, in one small file. */
export interface AtlasFile {
  readonly version: string;
  readonly places: readonly Place[];
  readonly layers: readonly Layer[];
  readonly sources: readonly SourceLabel[];
  readonly flows: readonly FlowSeries[];
  readonly totals: readonly TotalsSeries[];
  /** Countries with rows: each has a page. */
  readonly withData: readonly string[];
  readonly basemap: {
    /** File of the base map's symbols under the standard meridian, relative to the release. */
    readonly path: string;
    /** File of the shapes they are made of, for any other meridian. */
    readonly geometry: string;
    /** The places that it gives an area. */
    readonly areas: readonly string[];
  };
}
