import { expect, test } from 'vitest';
import { EUROPE, STANDARD_CAMERA, WORLD, type Camera } from './camera.ts';
import { MAP_HEIGHT, MAP_WIDTH, project } from './projection.ts';
import {
  centreOf,
  centreOn,
  goEast,
  halfWidth,
  isWhole,
  latitudeAt,
  MOST_ZOOM,
  panBy,
  placeAt,
  shaped,
  turnBy,
  windowAround,
  windowOf,
  wrap,
  zoomBy,
  zoomOf,
  zoomStep,
} from './camera-math.ts';

const whole: Camera = { meridian: 11, window: WORLD };
const near: Camera = { meridian: 11, window: windowAround([500, 150], 4) };

/** A camera after any moves is one that may be drawn. */
function expectLawful(camera: Camera): void {
  const { x, y, width, height } = windowOf(camera);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(MAP_WIDTH + 1e-6);
  expect(y + height).toBeLessThanOrEqual(MAP_HEIGHT + 1e-6);
  expect(width / height).toBeCloseTo(MAP_WIDTH / MAP_HEIGHT, 6);
  expect(zoomOf(camera)).toBeGreaterThanOrEqual(1);
  expect(zoomOf(camera)).toBeLessThanOrEqual(MOST_ZOOM + 1e-9);
  expect(camera.meridian).toBeGreaterThanOrEqual(-180);
  expect(camera.meridian).toBeLessThan(180);
  // The middle is on the globe.
  const middle = y + height / 2;
  expect(Math.abs(x + width / 2 - MAP_WIDTH / 2)).toBeLessThanOrEqual(halfWidth(latitudeAt(middle)) + 1e-6);
}

test('a longitude is written once', () => {
  expect([0, 180, -180, 190, 540, -190, 725].map(wrap)).toEqual([0, -180, -180, -170, -180, 170, 5]);
});

test('what lies under the pointer stays there while a reader zooms', () => {
  const about = [430, 170] as const;
  const { x, y, width, height } = windowOf(zoomBy(whole, 3, about));
  expect((about[0] - x) / width).toBeCloseTo(about[0] / MAP_WIDTH, 9);
  expect((about[1] - y) / height).toBeCloseTo(about[1] / MAP_HEIGHT, 9);
});

test('zooming ends at the whole map and at twelve times, and in and out again is where it began', () => {
  expect(zoomOf(zoomBy(near, 1000))).toBeCloseTo(MOST_ZOOM);
  expect(zoomBy(near, 0.001).window).toBe(WORLD);
  expect(isWhole(zoomBy(near, 0.001))).toBe(true);
  const back = zoomBy(zoomBy(near, 2, [480, 140]), 0.5, [480, 140]);
  expect(windowOf(back).x).toBeCloseTo(windowOf(near).x, 9);
  expect(windowOf(back).y).toBeCloseTo(windowOf(near).y, 9);
});

test('buttons stop at round numbers, also from between them', () => {
  const zooms = [whole];
  for (let i = 0; i < 9; i++) zooms.push(zoomStep(zooms.at(-1) ?? whole, 1));
  expect(zooms.map((c) => Math.round(zoomOf(c) * 10) / 10)).toEqual([1, 1.5, 2, 3, 4, 6, 8, 12, 12, 12]);
  expect(zoomOf(zoomStep({ ...whole, window: windowAround([500, 200], 5) }, -1))).toBeCloseTo(4);
  expect(zoomOf(zoomStep({ ...whole, window: windowAround([500, 200], 3.7) }, 1))).toBeCloseTo(6);
  expect(zoomStep(whole, -1)).toBe(whole);
});

test('a window is moved as far as the map goes', () => {
  expect(windowOf(panBy(near, 40, -20))).toMatchObject({
    x: windowOf(near).x + 40,
    y: windowOf(near).y - 20,
  });
  expect(windowOf(panBy(near, 0, -1e6)).y).toBe(0);
  expect(panBy(whole, 100, 100).window).toBe(WORLD);
});

test('no move, however wild, leaves the map', () => {
  let seed = 7;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let camera: Camera = whole;
  for (let i = 0; i < 2000; i++) {
    const [a, b] = [random() - 0.5, random() - 0.5];
    const about = [random() * MAP_WIDTH, random() * MAP_HEIGHT] as const;
    const moves: (() => Camera)[] = [
      () => zoomBy(camera, Math.exp(a * 4), about),
      () => panBy(camera, a * 900, b * 900),
      () => goEast(camera, a * 1500),
      () => turnBy(camera, a * 900),
      () => centreOn(camera, a * 500, b * 200),
      () => zoomStep(camera, a > 0 ? 1 : -1, about),
    ];
    camera = moves[Math.floor(random() * moves.length)]?.() ?? camera;
    expectLawful(camera);
  }
});

test('the middle of a window near the corner of the map is still on the globe', () => {
  expectLawful({ meridian: 11, window: windowAround([0, 0], 12) });
  expectLawful({ meridian: 11, window: windowAround([MAP_WIDTH, MAP_HEIGHT], 12) });
});

test('going east moves the window while it can, and then the globe', () => {
  expect(goEast(near, 30)).toEqual(panBy(near, 30, 0));
  const equator: Camera = { meridian: 11, window: WORLD };
  // On the whole map all of it is turning: a twelfth of the map's width at the middle parallel.
  const { meridian } = goEast(equator, halfWidth(latitudeAt(MAP_HEIGHT / 2)) / 6);
  expect(meridian).toBeCloseTo(11 + 30, 6);
  const east = goEast(near, 5000);
  expect(east.meridian).not.toBe(11);
  expectLawful(east);
});

test('a place that is centred is in the middle', () => {
  expect(centreOn(whole, 150)).toEqual({ meridian: 150, window: WORLD });
  const { lon, lat } = centreOf(centreOn(near, 151.2, -33.9));
  expect(lon).toBeCloseTo(151.2, 4);
  expect(lat).toBeCloseTo(-33.9, 4);
});

test('places and points of the map are each other’s inverse, on a turned globe too', () => {
  for (const meridian of [11, 150, -180, -90])
    for (const [lon, lat] of [
      [77.2, 28.6],
      [-70.6, -33.5],
      [174.8, -41.3],
      [-170.7, -14.3],
    ] as const) {
      const [x, y] = placeAt(project(lon, lat, meridian), meridian);
      expect(x).toBeCloseTo(lon, 6);
      expect(y).toBeCloseTo(lat, 6);
    }
});

test('a window of another shape becomes one of the map’s', () => {
  const window = shaped(EUROPE);
  expect(window.height).toBeCloseTo(EUROPE.height);
  expect(window.x + window.width / 2).toBeCloseTo(EUROPE.x + EUROPE.width / 2);
  expectLawful({ ...STANDARD_CAMERA, window });
});
