import { expect, test } from 'vitest';
import { keptHeight, placeHeight, toldHeight } from './figure-height.ts';

const told = (height: unknown) => toldHeight({ type: 'crosscurrents:height', height });

test('a height is a number of pixels, kept within what a figure can be', () => {
  expect(told(612.2)).toBe(613);
  expect(told(1)).toBe(80);
  expect(told(1e9)).toBe(8000);
});

test.each([-5, 0, NaN, Infinity, '612', null, undefined, [612], { valueOf: () => 612 }])(
  '%s is no height',
  (height) => {
    expect(told(height)).toBeNull();
  },
);

test.each([null, undefined, 'crosscurrents:height', 612, [], {}, { type: 'height', height: 612 }])(
  '%s is no message of ours',
  (data) => {
    expect(toldHeight(data)).toBeNull();
  },
);

test('what is kept free: one height for all widths, or heights by width', () => {
  expect(keptHeight('690', 320)).toBe(690);
  expect(keptHeight('640:600 320:812', 320)).toBe(812);
  expect(keptHeight('320:812 640:600', 480)).toBe(706 + 24);
  expect(keptHeight('320:812 640:600', 300)).toBe(812);
  expect(keptHeight('320:812 640:600', 2000)).toBe(600);
});

test.each([null, '', 'tall', '-', ':'])('%s leaves the usual height', (written) => {
  expect(keptHeight(written, 600)).toBe(640);
});

test('what is written is kept within bounds too', () => {
  expect(keptHeight('99999999', 600)).toBe(8000);
  expect(keptHeight('0', 600)).toBe(80);
  expect(keptHeight('1:1 '.repeat(100_000), 600)).toBe(80);
});

test('a little too much stays, so that nothing moves; more goes, and what is wanted is given', () => {
  expect(placeHeight(640, 620)).toBe(640);
  expect(placeHeight(640, 500)).toBe(500);
  expect(placeHeight(640, 700)).toBe(700);
});
