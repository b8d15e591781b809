import { expect, test } from 'vitest';
import {
  equalEarth,
  fromCentre,
  MAP_HEIGHT,
  MAP_WIDTH,
  project,
  projectFromCentre,
  SOUTH,
} from './projection.ts';

test('project agrees with d3.geoEqualEarth', () => {
  const d3 = equalEarth();
  for (const [lon, lat] of [
    [-77, 38.9],
    [178.4, -18.1],
    [11, 0],
    [-168, 66],
    [103.8, 1.3],
  ] as const) {
    const [x, y] = d3([lon, lat]) ?? [NaN, NaN];
    expect(project(lon, lat)[0]).toBeCloseTo(x, 6);
    expect(project(lon, lat)[1]).toBeCloseTo(y, 6);
  }
});

test('the map fills its frame, from the North Pole to its southern edge', () => {
  expect(projectFromCentre(-180, 0)[0]).toBeCloseTo(2, 6);
  expect(projectFromCentre(180, 0)[0]).toBeCloseTo(MAP_WIDTH - 2, 6);
  expect(project(0, 90)[1]).toBeCloseTo(2, 6);
  expect(project(0, SOUTH)[1]).toBeGreaterThan(MAP_HEIGHT - 3.1);
  expect(project(0, SOUTH)[1]).toBeLessThan(MAP_HEIGHT);
});

test('the edge leaves Chukotka, Fiji and Samoa in the east', () => {
  for (const [lon, lat] of [
    [-169.65, 66],
    [-179, -17],
    [-171.8, -13.8],
  ] as const) {
    expect(project(lon, lat)[0]).toBeGreaterThan(MAP_WIDTH / 2);
  }
  expect(project(-168, 65.6)[0]).toBeLessThan(MAP_WIDTH / 2);
});

test('a turned map agrees with a turned d3.geoEqualEarth, and its meridian is its middle', () => {
  for (const meridian of [-90, 0, 150, 200]) {
    const d3 = equalEarth(meridian);
    expect(project(meridian, 20, meridian)[0]).toBeCloseTo(MAP_WIDTH / 2, 6);
    for (const [lon, lat] of [
      [-77, 38.9],
      [174.8, -41.3],
      [103.8, 1.3],
    ] as const) {
      const [x, y] = d3([lon, lat]) ?? [NaN, NaN];
      expect(project(lon, lat, meridian)[0]).toBeCloseTo(x, 6);
      expect(project(lon, lat, meridian)[1]).toBeCloseTo(y, 6);
    }
  }
});

test('longitudes from the central meridian wrap around', () => {
  expect(fromCentre(11)).toBe(0);
  expect(fromCentre(-169)).toBe(-180);
  expect(fromCentre(371)).toBe(0);
  expect(fromCentre(-150, 200)).toBe(10);
});
