import { describe, expect, test } from 'vitest';
import { beside, EDGE, GAP, place, scrollFor, type Box, type Size } from './placing.ts';

const WIDE: Size = { width: 1440, height: 900 };
const PHONE: Size = { width: 360, height: 740 };
const PANEL: Size = { width: 344, height: 210 };

const meet = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
const inside = (a: Box, { width, height }: Size): boolean =>
  a.left >= 0 && a.top >= 0 && a.left + a.width <= width && a.top + a.height <= height;

/** Targets of all sizes at all places of a window, and partly out of it. */
function* targets({ width, height }: Size): Generator<Box> {
  for (const w of [1, 60, 0.45 * width, 0.9 * width, width])
    for (const h of [1, 44, 0.3 * height, 0.6 * height, 0.95 * height, 3 * height])
      for (const left of [0, 0.3 * width, width - w])
        for (const top of [-2 * height, -0.2 * height, 0, 0.5 * height, height - h, height + 200])
          yield { left, top, width: w, height: h };
}

describe.each([
  ['wide', WIDE],
  ['phone', PHONE],
  ['low', { width: 740, height: 360 }],
])('in a %s window, wherever the target is', (_, window) => {
  test('the panel is in the window and never over what the ring is round', () => {
    for (const target of targets(window)) {
      const { panel, ring } = place(target, PANEL, window);
      const box = { ...panel, ...PANEL };
      expect(inside(box, window), JSON.stringify({ target, box })).toBe(true);
      if (ring) {
        expect(inside(ring, window), JSON.stringify({ target, ring })).toBe(true);
        expect(meet(box, ring), JSON.stringify({ target, box, ring })).toBe(false);
      }
    }
  });

  test('the panel is over the target only where nowhere else is room', () => {
    for (const target of targets(window)) {
      const covers = meet({ ...place(target, PANEL, window).panel, ...PANEL }, target);
      expect(covers && beside(target, PANEL, window) !== null, JSON.stringify(target)).toBe(false);
    }
  });

  test('after scrolling, a target that has room with the panel is seen whole', () => {
    for (const covered of [0, 120]) {
      for (const target of targets(window)) {
        const by = scrollFor(target, PANEL, window, covered);
        const there = { ...target, top: target.top - by };
        if (target.height + GAP + PANEL.height + covered + 2 * EDGE > window.height) continue;
        expect(there.top, JSON.stringify(target)).toBeGreaterThanOrEqual(covered);
        const { panel, ring } = place(there, PANEL, window);
        expect(meet({ ...panel, ...PANEL }, there)).toBe(false);
        expect(ring?.height).toBeGreaterThanOrEqual(there.height);
      }
    }
  });
});

test('a target that is in sight with room for the panel is not moved', () => {
  expect(scrollFor({ left: 10, top: 100, width: 340, height: 200 }, PANEL, PHONE, 0)).toBe(0);
});

test('one that stays under what sticks to the head of the window is', () => {
  expect(scrollFor({ left: 10, top: 100, width: 340, height: 200 }, PANEL, PHONE, 140)).toBeLessThan(0);
});

test('where there is no room below what sticks to the head of the window, the panel lies over that', () => {
  const target = { left: 10, top: 900, width: 340, height: 480 };
  const by = scrollFor(target, PANEL, PHONE, 100);
  const there = { ...target, top: target.top - by };
  const { panel } = place(there, PANEL, PHONE);
  expect(panel.top).toBe(EDGE);
  expect(there.top).toBeGreaterThanOrEqual(100);
  expect(there.top + there.height).toBeLessThanOrEqual(PHONE.height);
  expect(meet({ ...panel, ...PANEL }, there)).toBe(false);
});

test('one that is too large begins at the head, and the ring ends above the panel', () => {
  const target = { left: 10, top: 900, width: 340, height: 1200 };
  const by = scrollFor(target, PANEL, PHONE, 0);
  const { panel, ring } = place({ ...target, top: target.top - by }, PANEL, PHONE);
  expect(target.top - by).toBe(EDGE);
  expect(panel.top).toBe(740 - EDGE - 210);
  expect((ring?.top ?? 0) + (ring?.height ?? 0)).toBeLessThan(panel.top);
  expect(ring?.height).toBeGreaterThan(400);
});

test('of one that has been scrolled far up, the rest is left free at the foot', () => {
  const { panel, ring } = place({ left: 10, top: -300, width: 340, height: 900 }, PANEL, PHONE);
  const box = { ...panel, ...PANEL };
  expect(ring).not.toBeNull();
  expect(ring && meet(box, ring)).toBe(false);
});

test('without a target there is no ring, and the panel is in sight', () => {
  const { panel, ring } = place(null, PANEL, PHONE);
  expect(ring).toBeNull();
  expect(inside({ ...panel, ...PANEL }, PHONE)).toBe(true);
});
