import { STANDARD_CAMERA, WORLD, type Camera } from './camera.ts';
import { centreOf, isWhole, MOST_ZOOM, windowAbout, wrap, zoomOf } from './camera-math.ts';

/**
 * A camera in an address, short enough to be read aloud: `150E` is the whole map with that meridian in its middle,
 * `3x,45N,100E` a window about a place, `150E,3x,45N,100E` one on a map that was turned as well; `world` is the whole map where a chart
 * would rather show a part. No text at all leaves the choice to the chart.
 */
export interface ReadCamera {
  /** Null where the text is none. */
  readonly camera: Camera | null;
  /** Why, as a sentence for readers. */
  readonly reason: string | null;
}

const LONGEST = 40;
const NUMBER = String.raw`(\d{1,3}(?:\.\d{1,4})?)`;
const FORM = new RegExp(`^(?:${NUMBER}([EW]))?(?:(^|,)${NUMBER}x,${NUMBER}([NS]),${NUMBER}([EW]))?$`, 'i');

/** The text of a camera; null for the standard one, which needs none. */
export function writeCamera(camera: Camera): string | null {
  const meridian = wrap(Math.round(camera.meridian));
  const parts: string[] = [];
  if (meridian !== STANDARD_CAMERA.meridian) parts.push(side(meridian, 'E', 'W', 0));
  if (!isWhole(camera)) {
    const zoom = zoomOf(camera);
    const { lon, lat } = centreOf({ ...camera, meridian });
    // A hundredth of a degree is a quarter of a pixel when nearest; from afar a tenth is as good and reads better.
    const digits = zoom < 4 ? 1 : 2;
    parts.push(`${trim(zoom, 2)}x`, side(lat, 'N', 'S', digits), side(wrap(lon), 'E', 'W', digits));
  }
  return parts.length ? parts.join(',') : camera.window ? 'world' : null;
}

/** Reads what `writeCamera` wrote, or anything else. Nothing at all is the standard camera. */
export function readCamera(text: string | null): ReadCamera {
  if (text === null || text.trim() === '') return { camera: STANDARD_CAMERA, reason: null };
  if (/^\s*world\s*$/i.test(text)) return { camera: { ...STANDARD_CAMERA, window: WORLD }, reason: null };
  const no = (why: string): ReadCamera => ({
    camera: null,
    reason: `The address asks for a part of the map that is not understood: ${why}`,
  });
  const [, middle, middleSide, comma, zoom, lat, latSide, lon, lonSide] =
    (text.length <= LONGEST && FORM.exec(text.trim())) || [];
  if (!middle && !zoom) return no('expected a form such as “150E” or “3x,45N,100E”.');
  if (middle && zoom && !comma) return no('a comma is missing after the meridian.');
  const meridian = middle ? signed(middle, middleSide) : STANDARD_CAMERA.meridian;
  if (Math.abs(meridian) > 180) return no('longitudes end at 180°.');
  const whole: Camera = { meridian: wrap(Math.round(meridian)), window: WORLD };
  if (!zoom || !lat || !lon) return { camera: whole, reason: null };
  const [times, y, x] = [Number(zoom), signed(lat, latSide), signed(lon, lonSide)];
  if (times < 1 || times > MOST_ZOOM) return no(`the zoom goes from 1x to ${MOST_ZOOM}x.`);
  if (Math.abs(y) > 90) return no('latitudes end at 90°.');
  if (Math.abs(x) > 180) return no('longitudes end at 180°.');
  return { camera: { ...whole, window: windowAbout(x, y, times, whole.meridian) }, reason: null };
}

/**
 * The camera as its address says it: a state that is kept then equals the one that a link brings back. Rounding may move a
 * middle over an edge of the map and that edge may round the other way, so it is done until nothing changes.
 */
export function settleCamera(camera: Camera): Camera {
  let text = writeCamera(camera);
  for (let i = 0; i < 4; i++) {
    const settled = readCamera(text).camera ?? STANDARD_CAMERA;
    const again = writeCamera(settled);
    if (again === text) return settled;
    text = again;
  }
  return readCamera(text).camera ?? STANDARD_CAMERA;
}

export const sameCamera = (a: Camera, b: Camera): boolean => writeCamera(a) === writeCamera(b);

/** What a reader hears after a move: "Zoom 3 ×, centre 48° North, 10° East." */
export function cameraWords(camera: Camera): string {
  if (isWhole(camera)) return `Whole world, centre ${degrees(camera.meridian, 'East', 'West')}.`;
  const { lon, lat } = centreOf(camera);
  const centre = `${degrees(lat, 'North', 'South')}, ${degrees(lon, 'East', 'West')}`;
  return `Zoom ${trim(zoomOf(camera), 1)} ×, centre ${centre}.`;
}

/** A whole number of degrees with its side: "150° East"; "0°" and "180°" have none. */
export function degrees(angle: number, positive: string, negative: string): string {
  const whole = Math.round(Math.abs(angle));
  return whole % 180 === 0 ? `${whole}°` : `${whole}° ${angle < 0 ? negative : positive}`;
}

const trim = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

const side = (angle: number, positive: string, negative: string, digits: number): string => {
  const size = trim(Math.abs(angle), digits);
  return `${size}${angle < 0 && size !== '0' ? negative : positive}`;
};

const signed = (size: string, letter = ''): number => Number(size) * (/[WS]/i.test(letter) ? -1 : 1);
