import { describe, expect, test } from 'vitest';
import { ego, type EgoInput } from './ego.ts';
import { REGION_PLACES, SPOKES, tie } from './ego-fixture.ts';
import { expectGolden } from './golden.ts';
import { textFaults } from './text-boxes.ts';

const PAPERS: EgoInput = {
  layer: 'papers',
  places: REGION_PLACES,
  focus: 'PRT',
  reads: 'pair',
  unit: 'papers',
  scale: { title: 'Papers', unit: 'papers', kind: 'size', neutral: null, digits: 0 },
  spokes: SPOKES.map((spoke, i) => (i === 2 ? { ...spoke, flag: 'p' } : spoke)),
  chords: [
    tie('ESP', 'GBR', 14210),
    tie('GBR', 'USA', 33000),
    tie('CHN', 'USA', 61200),
    tie('AUS', 'CHN', 9120),
  ],
  rest: { partners: 178, value: 12400, unit: 'links' },
  empty: 'Portugal has no partners.',
};
const STUDENTS: EgoInput = {
  ...PAPERS,
  layer: 'students',
  reads: 'from-to',
  unit: 'students',
  scale: { ...PAPERS.scale, title: 'Students', unit: 'students' },
  spokes: SPOKES.flatMap((spoke, i) => [
    spoke,
    ...(i % 2
      ? [tie(spoke.destination, 'PRT', Math.round(spoke.count / 3), { flag: i === 1 ? 'u' : null })]
      : []),
  ]),
  rest: { partners: 1, value: 1, unit: 'students' },
};
const AFFINITY: EgoInput = {
  ...PAPERS,
  scale: { title: 'Affinity', unit: '', kind: 'ratio', neutral: 1, digits: 2 },
  spokes: SPOKES.map((spoke, i) => ({ ...spoke, value: 0.3 * 1.2 ** i, low: 0.2, high: 9 })),
};
const draw = (input: Partial<EgoInput>, width = 704) =>
  ego({ ...PAPERS, ...input }, { width, id: 'e', title: 't', desc: 'd' });
const paths = (svg: string, kind: string): string[] =>
  [...svg.matchAll(new RegExp(`<path class="${kind}[^>]*>`, 'g'))].map(([all]) => all);

test('links of a country, with those of its partners and the remainder', async () => {
  await expectGolden('ego', (frame) => ego(PAPERS, frame));
});

test('moves are half-arrows, one a direction', async () => {
  await expectGolden('ego-directed', (frame) => ego(STUDENTS, frame));
});

test('a ratio colours the width of the count', async () => {
  await expectGolden('ego-ratio', (frame) => ego(AFFINITY, frame));
});

test.each([328, 480, 704, 1100])('at %i px no word covers another or stands outside', (width) => {
  for (const input of [PAPERS, STUDENTS, AFFINITY, { ...PAPERS, spokes: SPOKES.slice(0, 1), rest: null }])
    expect(textFaults(draw(input, width))).toEqual([]);
});

test('every partner is named and can be found by its code', () => {
  for (const width of [328, 704]) {
    const svg = draw({}, width);
    for (const { destination } of SPOKES) expect(svg).toContain(`class="partner" data-c="${destination}"`);
    expect(svg).toContain('data-o="PRT" data-d="ESP" data-v="6210"');
    expect(svg).toContain('EU &lt;institutions&gt;');
  }
});

test('a spoke is as wide as what it counts, whatever its ratio', () => {
  const width = (svg: string, code: string) =>
    Number(new RegExp(`data-d="${code}"[^>]*stroke-width="([\\d.]+)"`).exec(svg)?.[1]);
  const svg = draw(AFFINITY);
  expect(width(svg, 'ESP')).toBe(9);
  expect(width(svg, 'BRA')).toBeCloseTo((9 * 5120) / 6210, 0);
});

describe('a value below the neutral one', () => {
  test('has a dashed line, one above a whole one', () => {
    const broken = paths(draw(AFFINITY), 'spoke line t. broken').length;
    // Two of the looks in the key are broken too.
    expect(broken - 2).toBe(AFFINITY.spokes.filter(({ value }) => value < 0.8).length);
  });
  test('is hollow as an arrow', () => {
    expect(
      draw({ ...STUDENTS, scale: AFFINITY.scale, spokes: [tie('PRT', 'ESP', 9, { value: 0.1 })] }),
    ).toContain('class="spoke half t1 broken"');
  });
});

test('a ratio is said with its limits, beside the count', () => {
  expect(draw(AFFINITY)).toContain('Portugal and Spain: affinity 0.30 (0.20–9.00), 6,210');
});

describe('ties among partners', () => {
  test('are drawn once, the stronger of two ways, and only among those shown', () => {
    const svg = draw({ chords: [tie('ESP', 'GBR', 10), tie('GBR', 'ESP', 30), tie('ESP', 'JPN', 99)] });
    const chords = paths(svg, 'chord').filter((path) => path.includes('data-o'));
    expect(chords).toHaveLength(1);
    expect(chords[0]).toContain('data-o="GBR" data-d="ESP" data-v="30"');
    expect(svg).toContain('The strongest tie among partners, 30');
  });
  test('are told by their number and the least of them', () => {
    expect(draw({})).toContain('The 4 strongest ties among partners, 9,120\u00a0papers or more');
    expect(draw({ chords: [] })).not.toContain('among partners');
  });
});

test('the remainder is drawn and said in links; none is none', () => {
  expect(draw({})).toContain('178 other partners: 12,400\u00a0links');
  expect(draw({})).toContain('class="rest-dot"');
  expect(draw(STUDENTS)).toContain('1 other partner: 1\u00a0student<');
  expect(draw({ rest: null })).not.toContain('rest-');
});

test('letters of flags stand by the name even where numbers have no room', () => {
  expect(draw({}, 328)).toMatch(/United States<tspan[^>]*>p</);
  expect(draw({}, 328)).toContain('p provisional');
});

test('no ties are said in words', () => {
  expect(draw({ spokes: [] })).toContain('Portugal has no partners.');
  expect(draw({ spokes: [tie('PRT', 'ESP', 0)] })).toContain('Portugal has no partners.');
});
