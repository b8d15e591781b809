import { readCamera } from '../../charts/camera-text.ts';
import { STANDARD_CAMERA } from '../../charts/camera.ts';
import type { Basemap } from '../../charts/chart.ts';
import type { Atlas } from '../../views/view.ts';
import { RotatedBasemaps } from '../map/rotated-basemap.ts';

/** The base map for the part of the map that a state shows. Throws a FileError where its shapes do not come. */
export const basemapAt = (map: string, basemap: Atlas['basemap']): Promise<Basemap> =>
  new RotatedBasemaps(basemap, basemap.geometry).at((readCamera(map).camera ?? STANDARD_CAMERA).meridian);
