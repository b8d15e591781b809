import { CENTRAL_MERIDIAN, MAP_HEIGHT, MAP_WIDTH, type MapWindow } from './projection.ts';

/** How a map is looked at: how the globe is turned, and which part of the map is shown. */
export interface Camera {
  /** Central meridian, degrees east. Of a map with another than the standard one the base map is turned too (basemap-symbols.ts). */
  readonly meridian: number;
  /** The part of the map shown, in map pixels (MAP_WIDTH × MAP_HEIGHT); null: the chart chooses. */
  readonly window: MapWindow | null;
}

export const STANDARD_CAMERA: Camera = { meridian: CENTRAL_MERIDIAN, window: null };

/** The whole map. */
export const WORLD: MapWindow = { x: 0, y: 0, width: MAP_WIDTH, height: MAP_HEIGHT };

/** Europe with its seas under the standard meridian, from Iceland to the Caucasus: for flows that would be a knot on a map of the world. */
export const EUROPE: MapWindow = { x: 425, y: 14, width: 165, height: 116 };
