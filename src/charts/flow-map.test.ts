import { describe, expect, test } from 'vitest';
import type { TieScale } from '../model/tie.ts';
import { EUROPE, WORLD, type Camera } from './camera.ts';
import { flowMap, type FlowArc, type FlowMapInput } from './flow-map.ts';
import { BASEMAP, frameOf, PLACES } from './map-fixture.ts';

const arc = (
  origin: string,
  destination: string,
  value: number,
  flag: string | null = null,
  more: Partial<FlowArc> = {},
): FlowArc => ({ origin, destination, value, flag, ...more });
const input = (more: Partial<FlowMapInput> = {}): FlowMapInput => ({
  places: PLACES,
  basemap: BASEMAP,
  layer: 'papers',
  directed: false,
  focus: null,
  missing: [],
  unit: 'papers',
  arcs: [
    arc('IND', 'USA', 20211, 'p'),
    arc('CHN', 'USA', 73485),
    arc('BEL', 'NLD', 9000),
    arc('NZL', 'USA', 3000),
    arc('CHL', 'NZL', 500),
    arc('CIV', 'FJI', 1),
    arc('DEU', 'GBR', 0),
  ],
  ...more,
});
const draw = (more: Partial<FlowMapInput> = {}, width = 704): string => flowMap(input(more), frameOf(width));
/** The arcs as drawn: what each attribute says. */
const drawn = (svg: string) =>
  [
    ...svg.matchAll(/<path class="(arc[^"]*)" data-o="(\w+)" data-d="(\w+)" data-v="([^"]+)"(.*?)<\/path>/g),
  ].map(([, classes = '', o = '', d = '', v = '', rest = '']) => ({
    classes: classes.split(' '),
    ends: o + d,
    value: Number(v),
    width: Number(rest.match(/stroke-width="([\d.]+)"/)?.[1]),
    title: rest.match(/<title>(.*)<\/title>/)?.[1] ?? '',
  }));
const words = (svg: string) => [...svg.matchAll(/>([^<]+)<\/text>/g)].map((m) => m[1]);

const AFFINITY: TieScale = { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 };
const CHANGE: TieScale = {
  title: 'Change in students',
  unit: 'students',
  kind: 'signed',
  neutral: 0,
  digits: 0,
};
const NET: TieScale = { title: 'Net moves', unit: 'moves', kind: 'signed', neutral: null, digits: 0 };
const RATIOS = [
  arc('DEU', 'USA', 1.1, null, { count: 40000, low: 1.05, high: 1.15 }),
  arc('CHN', 'DEU', 0.4, null, { count: 15000, low: 0.38, high: 0.42 }),
  arc('DEU', 'IND', 0.7, 'p', { count: 4000 }),
  arc('DEU', 'NLD', 1.6, null, { count: 9000, low: 1.58, high: 1.66 }),
  arc('BEL', 'DEU', 2.4, null, { count: 5000 }),
];
const students = { layer: 'students', unit: 'students', directed: true } as const;

describe('golden', () => {
  test('undirected, world', async () => {
    await expect(draw()).toMatchFileSnapshot('../../tests/golden/flow-map-world.svg');
  });

  test('directed, one country, narrow, with hosts that did not report', async () => {
    const arcs = [
      arc('CHN', 'NZL', 900),
      arc('NZL', 'USA', 400),
      arc('USA', 'NZL', 300),
      arc('IND', 'NZL', 60),
    ];
    const svg = draw({ ...students, arcs, focus: 'NZL', missing: ['CHN', 'SGP'] }, 328);
    await expect(svg).toMatchFileSnapshot('../../tests/golden/flow-map-country.svg');
  });

  test('a ratio of one country, with what is left out', async () => {
    const svg = draw({ arcs: RATIOS, scale: AFFINITY, focus: 'DEU', all: { ties: 198, sum: null } });
    await expect(svg).toMatchFileSnapshot('../../tests/golden/flow-map-ratio.svg');
  });

  test('two countries on a turned globe, narrow', async () => {
    const arcs = [
      arc('CHN', 'USA', 900),
      arc('CHN', 'NZL', 400, 'e'),
      arc('IND', 'USA', 800),
      arc('IND', 'NZL', 300),
    ];
    const camera = { meridian: 200, window: null };
    const svg = draw({ ...students, arcs, focus: 'CHN', against: 'IND', camera }, 328);
    await expect(svg).toMatchFileSnapshot('../../tests/golden/flow-map-two.svg');
  });
});

describe('arcs', () => {
  test('carry their codes and value, the largest lowest', () => {
    const arcs = drawn(draw());
    expect(arcs[0]).toMatchObject({ ends: 'CHNUSA', value: 73485 });
    expect(arcs.at(-1)).toMatchObject({ ends: 'CIVFJI', value: 1 });
  });

  test('say what they are without scripts', () => {
    const titles = drawn(draw()).map(({ title }) => title);
    expect(titles).toContain('China and United States: 73,485\u00a0papers');
    expect(titles).toContain('India and United States: 20,211\u00a0papers (provisional)');
  });

  test('a zero is not drawn', () => {
    expect(draw()).not.toContain('data-v="0"');
  });

  test('directed ones name from and to', () => {
    expect(draw(students)).toContain('<title>China to United States');
  });

  test('thin ones and provisional ones have a look of their own', () => {
    const looks = Object.fromEntries(drawn(draw()).map(({ ends, classes }) => [ends, classes]));
    expect(looks['CHNUSA']).toEqual(['arc', 'line']);
    expect(looks['INDUSA']).toEqual(['arc', 'line', 'soft']);
    expect(looks['BELNLD']).toEqual(['arc', 'line', 'thin']);
  });
});

describe('a ratio', () => {
  const svg = draw({ arcs: RATIOS, scale: AFFINITY, focus: 'DEU' });
  const arcs = Object.fromEntries(drawn(svg).map((a) => [a.ends, a]));

  test('is a colour over the width of the count', () => {
    expect(arcs['DEUUSA']?.width).toBeCloseTo(9, 1);
    expect(arcs['BELDEU']?.width).toBeCloseTo(9 / 8, 1);
    expect(Object.values(arcs).map(({ classes }) => classes.find((c) => /^t\d$/.test(c)))).toEqual([
      't3',
      't1',
      't4',
      't5',
      't2',
    ]);
  });

  test('below what is expected is told without colour', () => {
    const broken = Object.values(arcs).filter(({ classes }) => classes.includes('broken'));
    expect(broken.map(({ ends }) => ends)).toEqual(['CHNDEU', 'DEUIND']);
  });

  test('says its value, its limits and the count', () => {
    expect(arcs['DEUNLD']?.title).toMatch(/affinity 1\.60 \(.*1\.58–1\.66\).*9,000\u00a0papers/);
  });

  test('has a legend of classes and one of widths', () => {
    expect(words(svg)).toEqual(
      expect.arrayContaining([
        'Affinity',
        'under 0.5',
        '0.8 to 1.25: as expected',
        '2 and more',
        'Papers',
        '20,000',
      ]),
    );
  });

  test('carries all its digits', () => {
    expect(
      drawn(draw({ arcs: [arc('DEU', 'USA', 0.0412, null, { count: 5 })], scale: AFFINITY }))[0]?.value,
    ).toBe(0.0412);
  });
});

describe('a change', () => {
  const svg = draw({
    ...students,
    focus: 'IND',
    scale: CHANGE,
    arcs: [
      arc('IND', 'USA', 12345, null, { count: 17345, other: 5000 }),
      arc('IND', 'GBR', -4000, 'd', { count: 1000, other: 5000 }),
      arc('IND', 'DEU', 0, null, { count: 7, other: 7 }),
    ],
  });
  const arcs = drawn(svg);

  test('is as wide as it is large, and tells rise from fall without colour', () => {
    expect(arcs.map(({ ends, classes }) => [ends, classes.includes('broken')])).toEqual([
      ['INDUSA', false],
      ['INDGBR', true],
    ]);
    expect(words(svg)).toEqual(expect.arrayContaining(['Rise', 'Fall', 'Change in students']));
  });

  test('says both values', () => {
    expect(arcs.map(({ title }) => title)).toEqual([
      'India to United States: +12,345\u00a0students (17,345 compared with 5,000)',
      'India to United Kingdom: −4,000\u00a0students (1,000 compared with 5,000) (definition differs)',
    ]);
  });
});

describe('a net flow', () => {
  const moves = { layer: 'scholars', unit: 'moves', directed: true, scale: NET } as const;

  test('of the world points to who gains, in one hue', () => {
    const svg = draw({ ...moves, arcs: [arc('IND', 'USA', 120, null, { count: 300, low: 80, high: 160 })] });
    expect(words(svg)).toContain('Arrows point to the country that gains');
    expect(drawn(svg)[0]?.classes).toEqual(['arc']);
    expect(drawn(svg)[0]?.title).toBe(
      'India to United States: net 120\u00a0moves (95%: 80–160), of 300\u00a0moves this way',
    );
  });

  test('of a country tells its gains from its losses', () => {
    const arcs = [arc('IND', 'GBR', 90, null, { count: 200 }), arc('GBR', 'USA', -120, null, { count: 300 })];
    const svg = draw({ ...moves, focus: 'GBR', arcs });
    expect(words(svg)).toEqual(expect.arrayContaining(['United Kingdom gains', 'United Kingdom loses']));
    expect(drawn(svg).map(({ ends, classes }) => [ends, classes.includes('broken')])).toEqual([
      ['GBRUSA', true],
      ['INDGBR', false],
    ]);
  });
});

describe('two countries', () => {
  const svg = draw({
    focus: 'DEU',
    against: 'GBR',
    arcs: [arc('DEU', 'USA', 400), arc('GBR', 'USA', 300), arc('DEU', 'GBR', 200), arc('GBR', 'IND', 90)],
  });

  test('the ties of the second have a tone and a line of their own', () => {
    const second = drawn(svg).filter(
      ({ classes }) => classes.includes('second') && classes.includes('broken'),
    );
    expect(second.map(({ ends }) => ends)).toEqual(['GBRUSA', 'GBRIND']);
  });

  test('both are ringed, shaded, and named in the legend', () => {
    expect(svg.match(/class="ring[^"]*" data-c="\w+"/g)).toEqual([
      'class="ring" data-c="DEU"',
      'class="ring second" data-c="GBR"',
    ]);
    expect(svg).toMatch(/#DEU" class="focus".*#GBR" class="focus second"/);
    const legend = svg.slice(svg.indexOf('class="legend"'));
    expect(words(legend).slice(0, 2)).toEqual(['Germany', 'United Kingdom']);
  });
});

test('a share below one per cent is no hairline by that', () => {
  const scale: TieScale = { title: 'Share', unit: 'per cent', kind: 'size', neutral: null, digits: 1 };
  const arcs = [arc('NZL', 'USA', 0.4, null, { count: 40 }), arc('NZL', 'CHN', 0.2, null, { count: 20 })];
  const svg = draw({ arcs, scale });
  expect(drawn(svg).map(({ width }) => width)).toEqual([9, 4.5]);
  expect(words(svg)).toEqual(expect.arrayContaining(['Share', '0.2\u00a0per cent']));
});

test('names are escaped', () => {
  expect(draw()).not.toContain('<&">');
  expect(draw()).toContain("Côte d'Ivoire &lt;&amp;&quot;&gt;");
});

test('no inline style, no colour of its own, ids under the frame', () => {
  const svg = draw({ missing: ['CHN'], scope: ['DEU'], all: { ties: 90, sum: 1e6 } });
  expect(svg).not.toMatch(/style=|#[0-9a-f]{6}|NaN|undefined|Infinity/);
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^fig-/);
});

test('who did not report: hatched where there is an area, a mark where there is none, named in the legend', () => {
  const svg = draw({ missing: ['CHN', 'SGP'] });
  expect(svg).toMatch(/<use href="\/basemap.svg#CHN" class="missing"/);
  expect(svg).toMatch(/<circle class="missing point"[^>]* data-c="SGP"/);
  expect(svg).toContain('Did not report: China, Singapore');
});

test('the chosen places are outlined, those without an area marked', () => {
  const svg = draw({ scope: ['DEU', 'SGP'] });
  expect(svg).toMatch(/<use href="\/basemap.svg#DEU" class="scope" data-c="DEU" stroke-width="[\d.]+"/);
  expect(svg).toMatch(/<circle class="scope point" data-c="SGP"/);
});

test('each mark has a sentence of its own', () => {
  const svg = draw({ missing: ['CHN', 'SGP'], scope: ['DEU'], focus: 'USA' });
  for (const [mark] of svg.matchAll(/<(?:use|circle|path)[^>]*data-[cod]="[^>]*>(?!<title>)/g))
    expect.fail(`no title: ${mark}`);
});

describe('the camera', () => {
  const near = [arc('BEL', 'NLD', 50), arc('DEU', 'GBR', 80), arc('DEU', 'USA', 10)];
  const boxOf = (svg: string) =>
    svg
      .match(/class="window"[^>]* viewBox="([^"]+)"/)?.[1]
      ?.split(' ')
      .map(Number);
  const seen = (camera: Camera, more: Partial<FlowMapInput> = {}) => draw({ camera, ...more });

  test('left open, shows Europe where nearly all is there, and counts what leaves it', () => {
    const svg = draw({ arcs: near });
    expect(svg).toContain('1 line leads off this map');
    expect(boxOf(svg)?.[0]).toBeCloseTo((EUROPE.x * 704) / EUROPE.width, 1);
    expect(draw({ arcs: near, camera: { meridian: 11, window: WORLD } })).not.toContain('off this map');
    expect(boxOf(seen({ meridian: 150, window: null }, { arcs: near }))).toEqual([0, 0, 704, 310]);
  });

  test('nearer, lines keep their width, more places are named and what passes through recedes', () => {
    const window = { x: 380, y: 30, width: 250, height: 110 };
    const svg = seen(
      { meridian: 11, window },
      { arcs: [...near, arc('NZL', 'USA', 90), arc('CHL', 'IND', 5)] },
    );
    expect(drawn(svg)[0]?.width).toBe(9);
    const passing = drawn(svg).filter(({ classes }) => classes.includes('passing'));
    expect(passing.map(({ ends }) => ends)).toEqual(['NZLUSA', 'CHLIND']);
    expect(svg.match(/class="label"/g)).toHaveLength(4);
  });

  test('turned, puts every place and arc where the meridian says', () => {
    const svg = seen({ meridian: 175, window: null });
    const x = (iso3: string) => Number(svg.match(new RegExp(`data-c="${iso3}" cx="([\\d.]+)"`))?.[1]);
    expect(x('NZL')).toBeCloseTo(704 / 2, -1);
    expect(x('CHN')).toBeLessThan(x('NZL'));
    expect(x('USA')).toBeGreaterThan(x('NZL'));
    // From New Zealand to the United States, no longer over the edge: one piece.
    expect(svg.match(/data-o="NZL" data-d="USA"[^>]* d="([^"]+)"/)?.[1]?.match(/m/g)).toHaveLength(1);
  });

  test('arcs end on the edge of the map wherever it is in the window', () => {
    const clipped = (x: number) =>
      seen({ meridian: 11, window: { x, y: 50, width: 200, height: 100 } }).includes('<clipPath');
    expect([0, 100, 400, 560, 700].map(clipped)).toEqual([true, true, false, false, true]);
  });

  test('a turned base map stands in the page under names of its own', () => {
    const svg = draw({ basemap: { ...BASEMAP, href: '', prefix: 'turned-' }, focus: 'DEU' });
    expect(svg).toContain('href="#turned-land"');
    expect(svg).toContain('href="#turned-DEU"');
  });
});

test('a fixed scale makes lines of two figures comparable', () => {
  const few = [arc('NZL', 'USA', 3000)];
  const width = (maxValue?: number) =>
    drawn(draw({ arcs: few, ...(maxValue ? { maxValue } : {}) }))[0]?.width;
  expect(width(30000)).toBeCloseTo(0.9, 1);
  expect(width()).toBeCloseTo(9, 1);
});

test('no flows at all still give a map', () => {
  for (const scale of [undefined, AFFINITY, CHANGE, NET])
    expect(draw({ arcs: [], ...(scale ? { scale } : {}), all: { ties: 0, sum: 0 } }, 328)).toContain('#land');
});

test('an unknown code is an error that names it', () => {
  expect(() => draw({ arcs: [arc('QQQ', 'USA', 1)] })).toThrow('QQQ');
});
