import { describe, expect, test } from 'vitest';
import { familyStack } from '../../../../src/files/presentation.ts';
import { plainColour } from '../../../../src/files/colour.ts';
import type { Markup } from '../../../../src/charts/svg.ts';
import { baseShapes } from './base-shapes.ts';
import { computedColour } from './colour.ts';
import { plainDrawing } from './plain-drawing.ts';
import { specificityOf, splitList, styleRules } from './style-sheet.ts';
import { Styler } from './styler.ts';

const SHAPES = baseShapes(
  '<svg xmlns="http://www.w3.org/2000/svg"><defs><g id="land"><path id="CHN" d="M1 1"/><path id="USA" d="M2 2"/></g><path id="borders" d="M3 3"/></defs></svg>',
);
const drawn = (css: string, markup: string, classes = 'figure'): string =>
  plainDrawing(`<svg class="chart" viewBox="0 0 10 20">${markup}</svg>` as Markup, classes, {
    styler: new Styler(styleRules([css])),
    shapes: SHAPES,
  }).at(1, 2);

describe('rules', () => {
  test('the weight of a selector is that of Selectors 4', () => {
    expect(specificityOf('path')).toBe(1);
    expect(specificityOf('.a path.b')).toBe(201);
    expect(specificityOf(':is(.a,.b c) .d')).toBe(201);
    expect(specificityOf(':where(.a) .d')).toBe(100);
    expect(specificityOf('.a:not(.b,.c d)')).toBe(201);
    expect(specificityOf(':root[data-theme=dark]')).toBe(200);
  });

  test('lists in brackets are left whole', () => {
    expect(splitList('.a,:is(.b,.c) d,[x="1,2"]')).toEqual(['.a', ':is(.b,.c) d', '[x="1,2"]']);
  });

  test('a heavier selector wins, among equals the later one', () => {
    expect(drawn('.chart .a{fill:red}.a{fill:blue}', '<path class="a"/>')).toContain('fill="#ff0000"');
    expect(drawn('.a{fill:red}.b{fill:blue}', '<path class="b a"/>')).toContain('fill="#0000ff"');
    expect(drawn('.a{fill:blue}', '<path class="a" fill="red"/>')).toContain('fill="#0000ff"');
  });

  test('dark, printed and pointed at are other pages', () => {
    const css =
      '.a{fill:red}@media print{.a{fill:blue}}@media (prefers-color-scheme:dark){.a{fill:blue}}.a:hover{fill:blue}';
    expect(drawn(css, '<path class="a"/>')).toContain('<path fill="#ff0000"/>');
  });

  test('what cannot be followed is refused when it is read, not left out in silence', () => {
    expect(() => styleRules(['.a + .b{fill:red}'])).toThrow('.a+.b');
    expect(() => styleRules(['.a:first-child{fill:red}'])).toThrow('cannot follow');
    expect(() => new Styler(styleRules(['.a{filter:blur(2px)}']))).toThrow('filter');
  });
});

describe('values', () => {
  test('colours are reckoned as browsers reckon them', () => {
    const hex = (written: string) => plainColour(computedColour(written));
    expect(hex('#2267b0')).toEqual({ hex: '#2267b0', opacity: 1 });
    expect(hex('color-mix(in srgb, #2267b0 24%, transparent)')).toEqual({ hex: '#2267b0', opacity: 0.24 });
    // Of each channel, 0.75 of the one and 0.25 of the other.
    expect(hex('color-mix(in srgb, #b5762f 75%, #7a4310)')).toEqual({ hex: '#a66927', opacity: 1 });
    expect(hex('light-dark(#8a6a00, #d9b64a)')).toEqual({ hex: '#8a6a00', opacity: 1 });
    expect(computedColour('none')).toBe('none');
  });

  test('variables come from ancestors, may be of each other, and are put in before colours are mixed', () => {
    const css =
      ':root{--ink:#000;--paper:#fff}.figure{--layer:var(--ink)}.chart{--seq:color-mix(in srgb,var(--layer) 50%,var(--paper))}.a{fill:var(--seq)}.b{fill:var(--none,#123456)}';
    const svg = drawn(css, '<path class="a"/><path class="b"/>');
    expect(svg).toMatch(/<path fill="#(7f7f7f|808080)"\/>/);
    expect(svg).toContain('<path fill="#123456"/>');
  });

  test('currentColor is that of the element', () => {
    expect(drawn('.chart{color:#00f}', '<g fill="currentColor"><path/></g>')).toContain(
      '<g fill="#0000ff"><path/></g>',
    );
  });

  test('weights between hundreds are made whole, as other programs take them for regular', () => {
    expect(drawn('.a{font-weight:550}.b{font-weight:600}', '<text class="a">x</text>')).toContain(
      'font-weight="600"',
    );
  });

  test('only what differs from around is said', () => {
    const svg = drawn('.g{fill:red;opacity:.5}', '<g class="g"><path/><path fill="blue"/></g>');
    expect(svg).toContain('<g fill="#ff0000" opacity=".5"><path/><path fill="#0000ff"/></g>');
  });
});

describe('a drawing', () => {
  test('stands where it is put, as large as its view box, and holds its words first', () => {
    expect(drawn('', '<title id="t">T</title><desc>D</desc><path d="M0 0"/>')).toMatch(
      /^<svg x="1" y="2" width="10" height="20" viewBox="0 0 10 20"[^>]*><title id="t">T<\/title><desc>D<\/desc><path d="M0 0"\/><\/svg>$/,
    );
  });

  test('says its family itself, as nothing stands around it in the file', () => {
    const css = '.figure{font-family:var(--s)}:root{--s:Inter,sans-serif}';
    expect(drawn(css, '<text>x</text>')).toContain(`font-family="${familyStack('sans')}"`);
  });

  test('leaves out what is hidden and what only a page can use', () => {
    const svg = drawn(
      '.gone{display:none}.unseen{visibility:hidden}.shown{visibility:visible}',
      '<path class="gone" d="1"/><path class="unseen" d="2"/><g class="unseen"><path class="shown" d="3"/></g>' +
        '<a href="https://example.org" tabindex="0"><text onclick="x" data-o="CHN" data-x="1" aria-label="y">a &amp; b</text></a><style>x</style>',
    );
    expect(svg).not.toMatch(/d="[12]"|href|tabindex|onclick|data-x|aria|class|style/);
    expect(svg).toContain('d="3"');
    expect(svg).toContain('<text data-o="CHN">a &amp; b</text>');
  });

  test('brings each shape of the base map once, and none that is not used', () => {
    const use = (name: string) => `<use href="/release/basemap.x.svg#${name}"/>`;
    const svg = drawn('', use('land') + use('CHN') + use('CHN') + use('NONE') + '<use href="#own"/>');
    expect(svg.match(/<path id="shape-CHN" d="M1 1"\/>/g)).toHaveLength(1);
    expect(svg).toContain('<g id="shape-land"><path id="shape-CHN" d="M1 1"/><path d="M2 2"/></g>');
    expect(svg).not.toMatch(/borders|NONE|basemap/);
    expect(svg.match(/<use href="#shape-CHN"\/>/g)).toHaveLength(2);
    expect(svg).toContain('<use href="#own"/>');
  });

  test('looks the same when its kinds of elements were seen before, and other ones inside of other ancestors', () => {
    const css = '.x .a{fill:red}.y .a{fill:blue}';
    const svg = drawn(
      css,
      '<g class="x"><path class="a"/></g><g class="y"><path class="a"/></g><path class="a"/>',
    );
    expect(svg).toContain('<g><path fill="#ff0000"/></g><g><path fill="#0000ff"/></g><path/>');
  });
});
