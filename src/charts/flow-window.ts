import { placeOf, type Places } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import { EUROPE, STANDARD_CAMERA, WORLD, type Camera } from './camera.ts';
import { anchorOf, inView, mapView } from './map-base.ts';
import type { MapWindow } from './projection.ts';

/** Above this share of all weight between places of Europe, a map of the world would show a knot. */
const MOSTLY = 0.75;

type Ends = Pick<ShownTie, 'origin' | 'destination'>;

/** The camera with the window that the map chooses where the camera leaves it open. */
export function settledCamera<Tie extends Ends>(
  camera: Camera,
  ties: readonly Tie[],
  weight: (tie: Tie) => number,
  places: Places,
): Camera & { readonly window: MapWindow } {
  const { meridian, window } = camera;
  if (window) return { meridian, window };
  // On a turned globe Europe lies elsewhere, and the reader has said what to look at.
  if (meridian !== STANDARD_CAMERA.meridian) return { meridian, window: WORLD };
  const europe = mapView(EUROPE.width, { meridian, window: EUROPE });
  const within = (iso3: string): boolean => inView(anchorOf(placeOf(places, iso3), europe), europe);
  const sum = (some: readonly Tie[]): number => some.reduce((total, tie) => total + weight(tie), 0);
  const inside = sum(ties.filter(({ origin, destination }) => within(origin) && within(destination)));
  return { meridian, window: inside > 0 && inside >= MOSTLY * sum(ties) ? EUROPE : WORLD };
}
