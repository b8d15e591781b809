import { readFileSync } from 'node:fs';
import { rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { LAYER_IDS } from '../model/layer.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokensOf = (start: string): ReadonlyMap<string, string> => {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
};

/** WCAG 2.2 relative luminance and contrast. */
const luminance = (colour: string): number => {
  const { r, g, b } = rgb(colour);
  const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => {
    const c = v / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe.each([
  ['light', ':root {'],
  ['dark by preference', ":root:not([data-theme='light']) {"],
  ['dark by choice', ":root[data-theme='dark'] {"],
])('%s', (_, start) => {
  const tokens = tokensOf(start);
  const between = (a: string, b: string) => contrast(tokens.get(a) ?? '', tokens.get(b) ?? '');

  test.each(LAYER_IDS)('%s: lines stand out, words can be read', (id) => {
    for (const ground of ['land', 'sea', 'paper']) expect(between(`layer-${id}`, ground)).toBeGreaterThan(3);
    for (const ground of ['sea', 'paper', 'land'])
      expect(between(`layer-${id}-ink`, ground)).toBeGreaterThan(4.5);
  });

  test.each(LAYER_IDS)('%s: the ramp goes one way, in steps that can be told apart', (id) => {
    for (let i = 1; i < 6; i++) expect(between(`${id}-${i}`, `${id}-${i + 1}`)).toBeGreaterThan(1.25);
    expect(between(`${id}-1`, `${id}-6`)).toBeGreaterThan(5);
  });

  test('ink and muted ink can be read on paper and sea', () => {
    for (const ink of ['ink', 'ink-muted']) {
      for (const ground of ['paper', 'paper-raised', 'sea'])
        expect(between(ink, ground)).toBeGreaterThan(4.5);
    }
    expect(between('focus', 'paper')).toBeGreaterThan(3);
  });
});

test('both ways to dark are the same', () => {
  expect(tokensOf(":root[data-theme='dark'] {")).toEqual(tokensOf(":root:not([data-theme='light']) {"));
});
