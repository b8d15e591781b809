import { merge } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { BasemapTopology } from '../../charts/basemap-symbols.ts';
import { MAP_WIDTH, projectFromCentre, SOUTH } from '../../charts/projection.ts';
import { halfWidth, wrap } from '../../charts/camera-math.ts';

/** Points nearer than this to the last one, and islands smaller than it, are left out: map pixels. */
const COARSE = 1.6;

/** A coast: longitudes without a jump, heights on the map, and map pixels of a degree of longitude there. */
interface Coast {
  readonly lons: readonly number[];
  readonly ys: readonly number[];
  readonly degrees: readonly number[];
}

/**
 * The land of the base map in few points, to be drawn many times a second while a reader turns the globe. Parallels are
 * straight on this map and all degrees of one are as long: turning moves points along them, and nothing is projected anew.
 */
export class LandSketch {
  private readonly coasts: readonly Coast[];

  constructor(topology: BasemapTopology) {
    const places = topology.objects.places.geometries as (Polygon | MultiPolygon)[];
    const land = merge(topology, places as Parameters<typeof merge>[1]);
    this.coasts = land.coordinates.flatMap((rings) => rings.map(coarse).filter((coast) => coast !== null));
  }

  /**
   * Path data in map pixels. A coast that the map's edge cuts is drawn whole on both sides: a clip path must take away
   * what lies beyond (`edgePath`).
   */
  path(meridian: number): string {
    let d = '';
    for (const coast of this.coasts) {
      const first = coast.lons[0] ?? 0;
      const start = wrap(first - meridian);
      let [least, most] = [Infinity, -Infinity];
      for (const lon of coast.lons) {
        const lambda = start + lon - first;
        if (lambda < least) least = lambda;
        if (lambda > most) most = lambda;
      }
      d += ring(coast, start - first);
      if (most > 180) d += ring(coast, start - first - 360);
      if (least < -180) d += ring(coast, start - first + 360);
    }
    return d;
  }
}

function ring({ lons, ys, degrees }: Coast, shift: number): string {
  let d = 'M';
  for (let i = 0; i < lons.length; i++) {
    const x = MAP_WIDTH / 2 + ((lons[i] ?? 0) + shift) * (degrees[i] ?? 0);
    d += `${Math.round(x * 10) / 10} ${ys[i] ?? 0} `;
  }
  return `${d}Z`;
}

/** A ring with fewer points; null if it is too small to be seen. */
function coarse(positions: readonly GeoJSON.Position[]): Coast | null {
  const [lons, ys, degrees]: [number[], number[], number[]] = [[], [], []];
  let [lastX, lastY, before, turn] = [Infinity, Infinity, positions[0]?.[0] ?? 0, 0];
  for (const [lon = 0, lat = 0] of positions.slice(0, -1)) {
    if (lon - before > 180) turn -= 360;
    if (lon - before < -180) turn += 360;
    before = lon;
    const degree = halfWidth(lat) / 180;
    const [x, y] = [(lon + turn) * degree, projectFromCentre(0, lat)[1]];
    if (Math.hypot(x - lastX, y - lastY) < COARSE) continue;
    [lastX, lastY] = [x, y];
    lons.push(lon + turn);
    ys.push(Math.round(y * 10) / 10);
    degrees.push(degree);
  }
  return lons.length > 3 ? { lons, ys, degrees } : null;
}

/** The map's outline as path data. */
export function edgePath(): string {
  const lats = Array.from({ length: (90 - SOUTH) / 3 + 1 }, (_, i) => SOUTH + i * 3);
  const side = (lambda: number): string[] =>
    lats.map((lat) =>
      projectFromCentre(lambda, lat)
        .map((v) => v.toFixed(1))
        .join(' '),
    );
  return `M${[...side(180), ...side(-180).reverse()].join('L')}Z`;
}
