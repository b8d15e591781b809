import type { Camera } from '../../charts/camera.ts';
import {
  goEast,
  halfWidth,
  isWhole,
  latitudeAt,
  panBy,
  turnBy,
  windowOf,
  zoomStep,
} from '../../charts/camera-math.ts';
import { project, type Point } from '../../charts/projection.ts';
import type { Move } from './gestures.ts';

/** A step of a button or key: part of the window, and degrees on the whole map. */
const STEP_PART = 1 / 3;
const STEP_DEGREES = 30;

/** Where one step of a button or key leads. A chosen place that is in sight stays there while it zooms in. */
export function stepOf(
  camera: Camera,
  move: Exclude<Move, 'reset'>,
  chosen: { readonly lon: number; readonly lat: number } | null,
): Camera {
  const { x, y, width, height } = windowOf(camera);
  const sideways = (way: 1 | -1): Camera =>
    isWhole(camera) ? turnBy(camera, way * STEP_DEGREES) : goEast(camera, way * width * STEP_PART);
  switch (move) {
    case 'in': {
      const at: Point | null = chosen && project(chosen.lon, chosen.lat, camera.meridian);
      const seen = at && at[0] > x && at[0] < x + width && at[1] > y && at[1] < y + height;
      return zoomStep(camera, 1, seen ? at : undefined);
    }
    case 'out':
      return zoomStep(camera, -1);
    case 'north':
      return panBy(camera, 0, -height * STEP_PART);
    case 'south':
      return panBy(camera, 0, height * STEP_PART);
    case 'west':
      return sideways(-1);
    case 'east':
      return sideways(1);
  }
}

/**
 * What a hand does that takes hold of the map: a window goes with it, the whole map turns.
 * @param dx, dy its way, in map pixels
 * @param y where it is, in map pixels: degrees are shorter towards the poles, and what it holds stays under it
 */
export function dragged(camera: Camera, dx: number, dy: number, y: number): Camera {
  if (!isWhole(camera)) return panBy(camera, -dx, -dy);
  return turnBy(camera, (-dx / halfWidth(latitudeAt(y))) * 180);
}
