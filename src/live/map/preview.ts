import type { Camera } from '../../charts/camera.ts';
import { windowOf } from '../../charts/camera-math.ts';
import { project, type Point } from '../../charts/projection.ts';
import { Drawing } from './drawing.ts';
import type { Anchors } from './map-camera.ts';
import type { RotatedBasemaps } from './rotated-basemap.ts';

/**
 * Shows about what a camera sees, by means of the drawings that are there. The globe is turned by its outlines, once they
 * have come.
 * @param drawn the meridian under which the figures were drawn
 */
export function preview(
  figures: readonly HTMLElement[],
  camera: Camera,
  drawn: number,
  { sketch, edgeId }: RotatedBasemaps,
  anchors: Anchors,
): void {
  const anchor = (iso3: string): Point | null => {
    const place = anchors.at(iso3);
    return place && project(...place, camera.meridian);
  };
  let land: string | null = null;
  for (const figure of figures) {
    const drawing = Drawing.of(figure);
    if (!drawing) continue;
    drawing.look(windowOf(camera));
    if (!sketch || (camera.meridian === drawn && !drawing.turned)) continue;
    land ??= sketch.path(camera.meridian);
    drawing.turn(land, edgeId, anchor);
  }
}
