import { expect, test } from 'vitest';
import { clockOf, minutesAhead, overlap, sharedHours, zoneOf } from './shared-hours.ts';

const hours = (a: string, b: string) => sharedHours(clockOf(a), clockOf(b));
const [JANUARY, JULY] = [new Date('2025-01-15T12:00Z'), new Date('2025-07-15T12:00Z')];

test('known pairs of cities', () => {
  expect(hours('Europe/Berlin', 'Europe/Rome')).toBe(8);
  expect(hours('Europe/London', 'Europe/Berlin')).toBe(7);
  expect(hours('America/New_York', 'Europe/London')).toBe(3);
  expect(hours('Asia/Tokyo', 'Europe/London')).toBe(0);
  expect(hours('Asia/Tokyo', 'Asia/Seoul')).toBe(8);
  expect(hours('Europe/Moscow', 'Asia/Shanghai')).toBe(3);
});

test('the mean of winter and summer where only one of both changes its clocks', () => {
  // Five and a half hours apart in January, four and a half in July.
  expect(hours('Asia/Kolkata', 'Europe/London')).toBe(3);
  // Two hours apart in January, one in July.
  expect(hours('Europe/Berlin', 'Europe/Moscow')).toBe(6.5);
  // The seasons are turned round: eleven hours apart in January, nine in July.
  expect(hours('Australia/Sydney', 'Europe/London')).toBe(0);
});

test('zones of half and quarter hours', () => {
  expect(minutesAhead('Asia/Kathmandu', JULY)).toBe(345);
  expect(hours('Asia/Kathmandu', 'Asia/Kolkata')).toBe(7.75);
  expect(minutesAhead('America/St_Johns', JANUARY)).toBe(-210);
  expect(minutesAhead('Europe/London', JANUARY)).toBe(0);
});

test('the clock is round: a day apart is the same hour, and 22 hours apart are two', () => {
  expect(overlap(0)).toBe(480);
  expect(overlap(24 * 60)).toBe(480);
  expect(overlap(-24 * 60)).toBe(480);
  expect(overlap(22 * 60)).toBe(360);
  expect(overlap(-22 * 60)).toBe(360);
  expect(overlap(8 * 60)).toBe(0);
  expect(overlap(12 * 60)).toBe(0);
  // Kiritimati is 24 hours ahead of Honolulu: the date differs, the clock does not.
  expect(hours('Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(8);
});

test('the overlap is that of the minutes counted one by one', () => {
  for (let apart = -1500; apart <= 1500; apart += 105) {
    const works = (minute: number) => ((minute % 1440) + 1440) % 1440 < 480;
    const counted = Array.from({ length: 1440 }, (_, minute) => minute).filter(
      (minute) => works(minute) && works(minute + apart),
    ).length;
    expect(overlap(apart), `${apart} minutes apart`).toBe(counted);
  }
});

test('a capital has the zone of its coordinates, also in a country of many zones', () => {
  const at = (iso2: string, lon: number, lat: number) =>
    minutesAhead(zoneOf({ iso2, lon, lat }) ?? '', JANUARY) / 60;
  expect(at('US', -77.032, 38.8895)).toBe(-5);
  expect(at('US', -95, 39.5)).toBe(-6);
  expect(at('RU', 37.6176, 55.7558)).toBe(3);
  expect(at('CN', 116.286, 40.0495)).toBe(8);
});

test('where the estimate is the zone of a neighbour, the own one is taken', () => {
  // Dili, Grand Turk, Saint-Pierre: each of one zone, and close to another country.
  expect(zoneOf({ iso2: 'TL', lon: 125.567, lat: -8.56667 })).toBe('Asia/Dili');
  expect(zoneOf({ iso2: 'TC', lon: -71.141389, lat: 21.4602778 })).toBe('America/Grand_Turk');
  expect(zoneOf({ iso2: 'PM', lon: -56.1811, lat: 46.7811 })).toBe('America/Miquelon');
});

test('a code that no list of zones knows keeps the estimate: Kosovo', () => {
  expect(zoneOf({ iso2: 'XK', lon: 20.926, lat: 42.565 })).toBe('Europe/Belgrade');
});

test('Antarctica and uninhabited islands have no working day', () => {
  expect(zoneOf({ iso2: 'AQ', lon: 0, lat: -56 })).toBeNull();
  expect(zoneOf({ iso2: 'BV', lon: 3.3643, lat: -54.4208 })).toBeNull();
  expect(zoneOf({ iso2: 'HM', lon: 73.5042, lat: -53.0818 })).toBeNull();
});
