import { describe, expect, test } from 'vitest';
import { STANDARD_CAMERA, WORLD, type Camera } from './camera.ts';
import { centreOf, goEast, turnBy, windowAround, wrap, zoomBy, zoomOf } from './camera-math.ts';
import { cameraWords, degrees, readCamera, sameCamera, settleCamera, writeCamera } from './camera-text.ts';

const read = (text: string | null): Camera => {
  const { camera, reason } = readCamera(text);
  if (!camera) throw new Error(reason ?? '');
  return camera;
};

test('the standard camera needs no text', () => {
  expect(writeCamera(STANDARD_CAMERA)).toBeNull();
  expect(read(null)).toEqual(STANDARD_CAMERA);
  expect(read('  ')).toEqual(STANDARD_CAMERA);
});

test('the whole map is written where a chart might choose a part', () => {
  expect(writeCamera({ ...STANDARD_CAMERA, window: WORLD })).toBe('world');
  expect(read('World')).toEqual({ ...STANDARD_CAMERA, window: WORLD });
});

test('a turned globe is its meridian', () => {
  expect(writeCamera({ meridian: 150, window: null })).toBe('150E');
  expect(read('150E')).toEqual({ meridian: 150, window: WORLD });
  expect(read('90w')).toEqual({ meridian: -90, window: WORLD });
  expect(read('0E')).toEqual({ meridian: 0, window: WORLD });
  expect(read('180E').meridian).toBe(-180);
  expect(writeCamera(read('180W'))).toBe('180W');
});

test('a window is its zoom and its middle', () => {
  const camera = read('3x,45N,100E');
  expect(camera.meridian).toBe(STANDARD_CAMERA.meridian);
  expect(zoomOf(camera)).toBeCloseTo(3);
  expect(centreOf(camera).lat).toBeCloseTo(45, 4);
  expect(centreOf(camera).lon).toBeCloseTo(100, 4);
  expect(writeCamera(camera)).toBe('3x,45N,100E');
  expect(writeCamera(read('150e,6x,12.34s,170.5w'))).toBe('150E,6x,12.34S,170.5W');
});

test('what a reader reaches by gestures comes back from its address, and is then written the same', () => {
  let seed = 11;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  let camera: Camera = STANDARD_CAMERA;
  for (let i = 0; i < 500; i++) {
    camera = zoomBy(camera, Math.exp((random() - 0.45) * 2), [random() * 1000, random() * 400]);
    camera = turnBy(goEast(camera, (random() - 0.5) * 300), (random() - 0.5) * 100);
    const settled = settleCamera(camera);
    const text = writeCamera(settled);
    expect(writeCamera(read(text))).toBe(text);
    expect(sameCamera(settleCamera(settled), settled)).toBe(true);
    // What the reader looked at moves by less than a degree and a half, and grows by less than a hundredth.
    expect(zoomOf(settled) / zoomOf(camera)).toBeCloseTo(1, 1.7);
    const [a, b] = [centreOf(settled), centreOf(camera)];
    expect(Math.abs(wrap(a.lon - b.lon))).toBeLessThan(1.5);
    expect(Math.abs(a.lat - b.lat)).toBeLessThan(0.3);
  }
});

describe('what no camera wrote is refused with a reason', () => {
  const HOSTILE = [
    'x',
    ',',
    '150',
    '150E,',
    '200E',
    '150E2x,1N,1E',
    '2x',
    '2x,45N',
    '2x,45,100',
    '0.5x,45N,100E',
    '13x,45N,100E',
    '999x,45N,100E',
    '2x,91N,100E',
    '2x,45N,181E',
    '-2x,45N,100E',
    '1e1x,45N,100E',
    'Infinityx,NaNN,0E',
    '2x,45N,100E,extra',
    '2x,45N,100E\n2x,45N,100E',
    '٢x,45N,100E',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '__proto__',
    '\u0000',
    '2x,45N,100E'.padEnd(5000, '0'),
    '9'.repeat(100_000),
  ];
  for (const text of HOSTILE)
    test(JSON.stringify(text.slice(0, 30)), () => {
      const { camera, reason } = readCamera(text);
      expect(camera).toBeNull();
      expect(reason).toMatch(/^The address asks for a part of the map .+\.$/);
      // The text itself is not repeated to the reader.
      expect(reason).not.toContain('<');
    });
});

test('a middle that the map cannot have at that zoom is moved, not refused', () => {
  const { window } = read('2x,90N,180E');
  expect(window).toEqual(windowAround([500 + 1e6, 0], 2));
});

test('words say the zoom and the middle', () => {
  expect(cameraWords(STANDARD_CAMERA)).toBe('Whole world, centre 11° East.');
  expect(cameraWords({ meridian: -180, window: null })).toBe('Whole world, centre 180°.');
  expect(cameraWords(read('3x,45N,100E'))).toBe('Zoom 3 ×, centre 45° North, 100° East.');
  expect(degrees(-0.2, 'East', 'West')).toBe('0°');
  expect(degrees(-33.6, 'North', 'South')).toBe('34° South');
});
