import { describe, expect, test } from 'vitest';
import { textWidth } from '../../charts/measure.ts';
import { plainColour } from '../../files/colour.ts';
import { holds } from './page-fonts.ts';
import { familyStack, INITIAL, presentationOf } from '../../files/presentation.ts';
import { sheetOf, SIZES } from '../../files/sheet.ts';
import { taken } from './taken-fixture.ts';

describe('colours as browsers compute them', () => {
  test.each([
    ['rgb(250, 247, 240)', '#faf7f0', 1],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['rgba(34, 103, 176, 0.24)', '#2267b0', 0.24],
    ['rgb(34 103 176 / 24%)', '#2267b0', 0.24],
    ['color(srgb 0.133333 0.403922 0.690196)', '#2267b0', 1],
    ['color(srgb 0.133333 0.403922 0.690196 / 0.09)', '#2267b0', 0.09],
    ['color(srgb 1.2 -0.1 none)', '#ff0000', 1],
    // Values of CSS Color 4's own examples: white, and the red of sRGB.
    ['oklab(1 0 0)', '#ffffff', 1],
    ['oklab(0.627966 0.22488 0.125859)', '#ff0000', 1],
    ['oklab(0.519752 -0.140302 0.107676 / 0.5)', '#008000', 0.5],
  ])('%s', (computed, hex, opacity) => {
    expect(plainColour(computed)).toEqual({ hex, opacity });
  });

  test.each(['none', 'url("#a")', 'context-fill', 'color(display-p3 1 0 0)', 'rgb(a, b, c)', ''])(
    '%j is left to be what it is',
    (computed) => {
      expect(plainColour(computed)).toBeNull();
    },
  );
});

describe('styles as attributes', () => {
  const USUAL: Record<string, string> = {
    'stop-color': 'rgb(0, 0, 0)',
    fill: 'rgb(0, 0, 0)',
    stroke: 'none',
  };
  const style = (properties: Record<string, string>) => ({
    getPropertyValue: (name: string) => properties[name] ?? USUAL[name] ?? '',
  });
  const attributes = (properties: Record<string, string>, around = INITIAL) => {
    const rest = Object.entries(presentationOf(style(properties), around).attributes).filter(
      ([name]) => name !== 'font-family',
    );
    return Object.fromEntries(rest);
  };

  test('only what differs from the element around is written', () => {
    expect(attributes({ fill: 'rgb(0, 0, 0)', 'stroke-width': '1px' })).toEqual({});
    const outer = presentationOf(style({ fill: 'rgb(255, 0, 0)', 'font-size': '12px' }), INITIAL);
    expect(outer.attributes).toMatchObject({ fill: '#ff0000', 'font-size': '12' });
    expect(attributes({ fill: 'rgb(0, 0, 0)', 'font-size': '12px' }, outer.inherited)).toEqual({
      fill: '#000000',
    });
  });

  test('opacity of a colour and of its property are multiplied', () => {
    expect(attributes({ fill: 'rgba(255, 0, 0, 0.5)', 'fill-opacity': '0.5' })).toEqual({
      fill: '#ff0000',
      'fill-opacity': '0.25',
    });
  });

  test('lengths lose their unit, lists their commas, references the address of the page', () => {
    expect(
      attributes({
        'stroke-dasharray': '0.5px, 4px',
        'stroke-width': '2.25px',
        fill: 'url("https://example.org/explore/?a=1#map-w-missing")',
        'clip-path': 'url("#edge")',
        'paint-order': 'stroke',
      }),
    ).toEqual({
      'stroke-dasharray': '0.5 4',
      'stroke-width': '2.25',
      fill: 'url(#map-w-missing)',
      'clip-path': 'url(#edge)',
      'paint-order': 'stroke',
    });
  });

  test('our families bring others for those who do not have them', () => {
    const family = (name: string) =>
      presentationOf(style({ 'font-family': name }), INITIAL).attributes['font-family'];
    expect(family("'Inter', 'Inter stand-in', system-ui, sans-serif")).toBe(familyStack('sans'));
    expect(family("'Source Serif 4', 'Source Serif stand-in', serif")).toBe(familyStack('serif'));
    expect(family('ui-monospace, Menlo, monospace')).toBe(familyStack('mono'));
  });
});

describe('the sheet around a picture', () => {
  const address = `https://example.org/explore/?${'country=IND&'.repeat(30)}`;
  const long = taken({
    takeaway: 'A sentence that is long enough to be broken into several lines. '.repeat(3),
    address,
  });

  test.each([200, 328, 704, 1100])(
    'at a width of %i, no line leaves it and none lies on another',
    (width) => {
      const sheet = sheetOf(long, { width, height: 300 });
      expect(Number.isInteger(sheet.width) && Number.isInteger(sheet.height)).toBe(true);
      const [x, y] = sheet.picture;
      for (const line of sheet.lines) {
        expect(line.x + textWidth(line.text, SIZES[line.kind].size)).toBeLessThanOrEqual(
          sheet.width - x + 0.01,
        );
        expect(line.y < y || line.y > y + 300).toBe(true);
        expect(line.y).toBeLessThan(sheet.height - 10);
      }
      const heights = sheet.lines.map((line) => line.y);
      for (const [i, height] of heights.entries())
        if (i > 0) expect(height - (heights[i - 1] ?? 0)).toBeGreaterThanOrEqual(SIZES.credit.leading - 0.01);
      expect(sheet.width).toBeGreaterThanOrEqual(width + 2 * x);
    },
  );

  test('no word is lost, and an address that is broken can be put together again', () => {
    const { lines } = sheetOf(long, { width: 328, height: 300 });
    const credits = lines.filter(({ kind }) => kind === 'credit').map(({ text }) => text);
    expect(credits.join('')).toContain(address);
    expect(
      lines
        .filter(({ kind }) => kind === 'takeaway')
        .map(({ text }) => text)
        .join(' '),
    ).toBe(long.takeaway?.trim());
  });
});

test('a range of letters holds single ones, spans and wildcards', () => {
  const has = (range: string, letter: string) => holds(range, new Set([letter.codePointAt(0) ?? 0]));
  expect(has('U+0-FF, U+131', 'é')).toBe(true);
  expect(has('U+0-FF, U+131', 'ı')).toBe(true);
  expect(has('U+0-FF, U+131', 'ş')).toBe(false);
  expect(has('U+1??', 'ş')).toBe(true);
  expect(has('', 'ş')).toBe(true);
});
