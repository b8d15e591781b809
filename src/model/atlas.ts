import type { Place } from './country.ts';
import type { Layer } from './layer.ts';

/** How figures name a source. */
export interface SourceLabel {
  readonly id: string;
  readonly short: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly share_alike: boolean;
  readonly landing_page: string;
  readonly retrieved: string;
  /** Years with rows, both ends included; null where rows have no year. */
  readonly first_year: number | null;
  readonly last_year: number | null;
}

/** `atlas.json` of a release: what every page with a live figure must know, in one small file. */
export interface AtlasFile {
  readonly version: string;
  readonly places: readonly Place[];
  readonly layers: readonly Layer[];
  readonly sources: readonly SourceLabel[];
  /** File of the base map, relative to the release, and the places that it gives an area. */
  readonly basemap: { readonly path: string; readonly areas: readonly string[] };
}
