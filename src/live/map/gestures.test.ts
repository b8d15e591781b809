import { expect, test } from 'vitest';
import type { Camera } from '../../charts/camera.ts';
import { windowAround } from '../../charts/camera-math.ts';
import { between } from './glide.ts';
import { moveOf } from './keys.ts';
import { wheelFactor } from './wheel.ts';

const key = (
  name: string,
  more: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => moveOf({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('keys that move the map, and those that are left to others', () => {
  expect(['+', '=', '-', '0'].map((name) => key(name))).toEqual(['in', 'in', 'out', 'reset']);
  expect(key('ArrowLeft', { shiftKey: true })).toBe('west');
  expect(key('ArrowLeft')).toBeNull();
  expect(key('+', { ctrlKey: true })).toBeNull();
  expect(key('0', { metaKey: true })).toBeNull();
  expect(key('ArrowUp', { shiftKey: true, altKey: true })).toBeNull();
  for (const name of ['a', 'Enter', 'toString', '__proto__', 'constructor']) expect(key(name)).toBeNull();
});

test('a notch of a wheel is a step, whatever it counts in, and a pinch many small ones', () => {
  const wheel = (deltaY: number, deltaMode = 0, ctrlKey = false) =>
    wheelFactor({ deltaY, deltaMode, ctrlKey });
  expect(wheel(-100)).toBeCloseTo(1.28, 2);
  expect(wheel(100) * wheel(-100)).toBeCloseTo(1);
  expect(wheel(-3, 1)).toBeCloseTo(wheel(-48));
  expect(wheel(-1e6)).toBe(wheel(-120));
  expect(wheel(-5, 0, true)).toBeCloseTo(1.07, 2);
  expect(wheel(-100, 0, true)).toBe(wheel(-100));
});

test('a glide goes the shorter way round, and ends where it should', () => {
  const [from, to]: Camera[] = [
    { meridian: 170, window: windowAround([500, 200], 2) },
    { meridian: -170, window: windowAround([400, 150], 8) },
  ];
  if (!from || !to) throw new Error('No cameras.');
  expect(between(from, to, 0)).toEqual(from);
  const end = between(from, to, 1);
  expect(end.meridian).toBe(-170);
  for (const name of ['x', 'y', 'width', 'height'] as const)
    expect(end.window?.[name]).toBeCloseTo(to.window?.[name] ?? NaN, 9);
  const middle = between(from, to, 0.5);
  expect(middle.meridian).toBe(-180);
  // Even steps of the zoom: twice, four times, eight times.
  expect(middle.window?.width).toBeCloseTo(250);
});

test('a glide about a place keeps it in its place', () => {
  const from: Camera = { meridian: 11, window: windowAround([500, 200], 2) };
  // Zoomed about (400, 180), which stands at a tenth of the window from its left side.
  const at = ({ window }: Camera): number => (400 - (window?.x ?? 0)) / (window?.width ?? 1);
  const share = at(from);
  const width = 1000 / 4;
  const to: Camera = { meridian: 11, window: { x: 400 - share * width, y: 100, width, height: 100 } };
  expect(at(between(from, to, 0.3))).toBeCloseTo(share, 9);
});
