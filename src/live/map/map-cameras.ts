import { STANDARD_CAMERA, type Camera } from '../../charts/camera.ts';
import { readCamera, writeCamera } from '../../charts/camera-text.ts';
import type { Atlas } from '../../views/view.ts';
import { MapCamera, type Anchors, type How } from './map-camera.ts';
import { RotatedBasemaps } from './rotated-basemap.ts';

export interface MapCamerasOptions {
  /** The reader moved one of the maps; the text is what the state `map` holds, null for the standard. */
  changed(map: string | null, how: How): void;
  /** Tells readers who do not see it. */
  say(words: string): void;
}

/** The maps of a page that are looked at by one camera, which is the state `map`. */
export class MapCameras {
  private readonly atlas: Atlas;
  private readonly basemaps: RotatedBasemaps;
  private readonly cameras: readonly MapCamera[];
  private chosen: string | null = null;

  constructor(figures: readonly HTMLElement[], atlas: Atlas, { changed, say }: MapCamerasOptions) {
    this.atlas = atlas;
    this.basemaps = new RotatedBasemaps(atlas.basemap, atlas.basemap.geometry);
    this.cameras = figures.map(
      (figure) =>
        new MapCamera(figure, {
          camera: STANDARD_CAMERA,
          basemaps: this.basemaps,
          anchors: () => this.anchors(),
          others: () => figures.filter((other) => other !== figure),
          changed: (camera, how) => changed(writeCamera(camera), how),
          say,
        }),
    );
  }

  /** Tells the buttons what is shown: after every change of the state, whoever made it. */
  show(map: string | null, chosen: string | null): void {
    this.chosen = chosen;
    for (const camera of this.cameras) camera.set(cameraOf(map));
  }

  /**
   * The atlas with the base map that a state needs. Throws a FileError if its shapes do not come; the same atlas for a map
   * that is not turned.
   */
  async atlasFor(map: string | null): Promise<Atlas> {
    const basemap = await this.basemaps.at(cameraOf(map).meridian);
    return basemap.href === this.atlas.basemap.href
      ? this.atlas
      : { ...this.atlas, basemap: { ...this.atlas.basemap, ...basemap } };
  }

  private anchors(): Anchors {
    const { places } = this.atlas;
    const place = this.chosen === null ? undefined : places.get(this.chosen);
    return {
      chosen: place ? { name: place.short_name, lon: place.anchor_lon, lat: place.anchor_lat } : null,
      at: (iso3) => {
        const found = places.get(iso3);
        return found ? [found.anchor_lon, found.anchor_lat] : null;
      },
    };
  }
}

const cameraOf = (map: string | null): Camera => readCamera(map).camera ?? STANDARD_CAMERA;
