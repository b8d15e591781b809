import { readFileSync } from 'node:fs';
import { interpolateRgb, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { random } from '../../tests/support/random.ts';
import { countryScatter, type CountryDot, type CountryScatterInput } from './country-scatter.ts';
import { REGION_LOOKS, regionLook, shapePath, ELSEWHERE } from './country-scatter-shapes.ts';
import { REGION_PLACES } from './ego-fixture.ts';
import { expectGolden } from './golden.ts';
import { textFaults } from './text-boxes.ts';

const value = (v: number, more: Partial<CountryDot['x']> = {}) => ({
  value: v,
  low: null,
  high: null,
  flag: null,
  ...more,
});
const next = random(11);
const DOTS: readonly CountryDot[] = [...REGION_PLACES.keys()].map((iso3, i) => ({
  iso3,
  x: i === 4 ? null : value(3 * 2 ** (i * 0.8), { flag: i === 3 ? 'p' : null }),
  y: i === 5 ? null : value(i === 6 ? 0 : 0.2 + next() * 2, i === 0 ? { low: 0.4, high: 3.1 } : {}),
  size: 1000 * next() ** 3,
}));
const INPUT: CountryScatterInput = {
  layer: null,
  places: REGION_PLACES,
  x: { title: 'Works per million inhabitants', unit: 'works', digits: 0, neutral: null, log: null },
  y: {
    title: 'Balance',
    unit: 'per researcher',
    digits: 2,
    neutral: { value: 1, words: 'as many come as go' },
    log: null,
  },
  size: { title: 'Links', unit: 'links', digits: 0 },
  dots: DOTS,
  byRegion: true,
  focus: ['ESP', 'BRA'],
  limits: '95% limits of chance',
  empty: 'No country has both.',
};
const draw = (input: Partial<CountryScatterInput> = {}, width = 704) =>
  countryScatter({ ...INPUT, ...input }, { width, id: 's', title: 't', desc: 'd' });
const dots = (svg: string): Record<string, string>[] =>
  [...svg.matchAll(/<(?:circle|path) (class="country-dot[^>]*data-c[^>]*)>/g)].map(([, all = '']) =>
    Object.fromEntries([...all.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', v = '']) => [key, v])),
  );

test('regions by shape, size by area, some without a value', async () => {
  await expectGolden('country-scatter', (frame) => countryScatter(INPUT, frame));
});

test.each([328, 704, 1100])('at %i px no word covers another or stands outside', (width) => {
  for (const input of [
    {},
    { size: null, byRegion: false, layer: 'papers' as const },
    { dots: DOTS.slice(0, 1) },
  ])
    expect(textFaults(draw(input, width))).toEqual([]);
});

test('a script finds the plot area and every dot within it', () => {
  const svg = draw();
  const [, x0, x1, y0, y1] =
    /class="plot-area"[^>]*data-x0="([\d.]+)" data-x1="([\d.]+)" data-y0="([\d.]+)" data-y1="([\d.]+)"/.exec(
      svg,
    ) ?? [];
  expect(dots(svg)).toHaveLength(DOTS.length - 2);
  for (const dot of dots(svg)) {
    expect(Number(dot['cx'])).toBeGreaterThanOrEqual(Number(x0));
    expect(Number(dot['cx'])).toBeLessThanOrEqual(Number(x1));
    expect(Number(dot['cy'])).toBeGreaterThanOrEqual(Number(y0));
    expect(Number(dot['cy'])).toBeLessThanOrEqual(Number(y1));
    expect(REGION_PLACES.has(dot['data-c'] ?? '')).toBe(true);
  }
  expect(svg).not.toContain('transform="translate(0,');
});

describe('what has no place is said', () => {
  test('countries without a value, and those of them that stand out', () => {
    expect(draw()).toContain('2 countries lack one of the two or both<');
    const lacking = DOTS[4]?.iso3 ?? '';
    expect(draw({ focus: [lacking] })).toContain(
      `2 countries lack one of the two or both, among them ${REGION_PLACES.get(lacking)?.short_name ?? ''}`,
    );
  });
  test('zeros on a logarithmic axis', () => {
    const svg = draw({ y: { ...INPUT.y, log: true } });
    expect(svg).toContain('1 country with a zero stands apart at the edge');
    expect(svg).toContain('class="zero-edge"');
    expect(svg).toContain('Balance (per researcher, logarithmic)');
    expect(draw()).not.toContain('zero');
  });
  test('all of them', () => {
    expect(draw({ dots: [] })).toContain('No country has both.');
    expect(draw({ dots: DOTS.slice(4, 5) })).toContain('1 country lacks one of the two or both');
  });
});

describe('countries that stand out', () => {
  test('are named first and have their limits', () => {
    const svg = draw();
    expect(svg).toMatch(/class="dot-label chosen" data-c="ESP"/);
    expect(svg.match(/class="limit" data-c/g)).toHaveLength(1);
    expect(svg).toContain('95% limits of chance');
    expect(draw({ focus: ['BRA'] })).not.toContain('95% limits of chance');
  });
  test('are drawn over the others', () => {
    expect(
      dots(draw())
        .slice(-2)
        .map((dot) => dot['data-c'])
        .sort(),
    ).toEqual(['BRA', 'ESP']);
  });
});

test('a provisional value is hollow, and said to be', () => {
  expect(dots(draw()).filter((dot) => dot['class']?.includes('open'))).toHaveLength(1);
  expect(draw()).toContain('Hollow: provisional or partly reported');
});

test('a dot says both values with what is known of them', () => {
  expect(draw()).toMatch(
    /<title>Spain: works per million inhabitants 3\u00a0works; balance [\d.]+\u00a0per researcher \(0\.40 to 3\.10\); links/,
  );
});

test('shapes of one area have that area, and every region its own', () => {
  const looks = [...REGION_LOOKS, ELSEWHERE];
  expect(new Set(looks.map(({ shape }) => shape)).size).toBe(looks.length);
  expect(regionLook(null)).toBe(ELSEWHERE);
  for (const { shape } of looks.filter((look) => look.shape !== 'circle')) {
    const corners = [...shapePath(shape, [50, 50], 1000).matchAll(/([\d.]+) ([\d.]+)/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    );
    const area = corners.reduce((sum, [x, y], i) => {
      const [nx, ny] = corners[(i + 1) % corners.length] ?? [0, 0];
      return sum + (x * ny - nx * y) / 2;
    }, 0);
    expect(Math.abs(area) / 1000, shape).toBeCloseTo(1, 1);
  }
});

test('hues of regions stand out from paper, light and dark', () => {
  const css = readFileSync(new URL('../styles/charts-network.css', import.meta.url), 'utf8');
  const opacity = Number(/\.country-dot \{[^}]*fill-opacity: ([\d.]+)/.exec(css)?.[1]);
  const hues = [...css.matchAll(/--r-\w+: light-dark\((#\w{6}), (#\w{6})\)/g)];
  expect(hues).toHaveLength(REGION_LOOKS.length);
  for (const [, light = '', dark = ''] of hues)
    for (const [hue, paper] of [
      [light, '#faf7f0'],
      [dark, '#17191c'],
    ] as const)
      expect(contrast(interpolateRgb(paper, hue)(opacity), paper)).toBeGreaterThan(3);
});

/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const { r, g, b: blue } = rgb(colour);
    const [x = 0, y = 0, z = 0] = [r, g, blue].map((v) => {
      const c = v / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
