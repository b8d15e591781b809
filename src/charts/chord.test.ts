import { describe, expect, test } from 'vitest';
import { chord, MOST_ARCS, type ChordInput } from './chord.ts';
import { communities } from './communities.ts';
import { expectGolden } from './golden.ts';
import { AFFINITY, CODES, COUNT, PAPERS, PLACES, RATIO, STUDENTS, tie } from './matrix-fixture.ts';
import { textWidth } from './measure.ts';
import { orderPlaces } from './order-places.ts';
import { restOf } from './tie-rest.ts';

const SOME = ['DEU', 'FRA', 'GBR', 'USA', 'CHN', 'BRA'];
const input = (more: Partial<ChordInput> = {}): ChordInput => ({
  places: PLACES,
  blocks: orderPlaces(SOME, PAPERS, 'region', PLACES),
  layer: 'papers',
  ties: PAPERS,
  scale: COUNT('Papers', 'papers'),
  unit: 'papers',
  sumUnit: 'links',
  reads: 'pair',
  rest: restOf(PAPERS, SOME, false),
  focus: null,
  empty: 'No ties.',
  ...more,
});
const directed: Partial<ChordInput> = {
  layer: 'students',
  ties: STUDENTS,
  scale: COUNT('Students', 'students'),
  unit: 'students',
  sumUnit: 'students',
  reads: 'from-to',
  blocks: orderPlaces(SOME, STUDENTS, 'region', PLACES),
  rest: restOf(STUDENTS, SOME, true),
};
const ratio: Partial<ChordInput> = { ties: AFFINITY, scale: RATIO };
const draw = (more: Partial<ChordInput> = {}, width = 704): string =>
  chord(input(more), { width, id: 'c', title: '', desc: '' });
const ribbons = (svg: string) =>
  [
    ...svg.matchAll(
      /<path class="(ribbon[^"]*)" data-o="(\w+)" data-d="(\w+)" data-v="([^"]+)"[^>]*><title>([^<]+)/g,
    ),
  ].map(([, look = '', o, d, value, words]) => ({ look, ends: `${o} ${d}`, value, words }));

describe('golden', () => {
  test('papers by region', async () => {
    await expectGolden('chord-papers', (frame) => chord(input(), frame));
  });
  test('students directed', async () => {
    await expectGolden('chord-students', (frame) => chord(input(directed), frame));
  });
  test('affinity by cluster', async () => {
    await expectGolden('chord-affinity', (frame) =>
      chord(
        input({ ...ratio, blocks: orderPlaces(CODES, PAPERS, communities(false), PLACES), rest: null }),
        frame,
      ),
    );
  });
  test('one country in focus', async () => {
    await expectGolden('chord-focus', (frame) => chord(input({ focus: 'FRA' }), frame));
  });
});

describe('ribbons', () => {
  test('are those among the places, each with its ends, value and sentence', () => {
    const all = ribbons(draw());
    const inside = PAPERS.filter(
      ({ origin, destination }) => SOME.includes(origin) && SOME.includes(destination),
    );
    expect(all).toHaveLength(inside.length);
    expect(all.find(({ ends }) => ends === 'CHN USA')).toMatchObject({
      value: '73000',
      words: 'China and United States: 73,000\u00a0papers',
    });
  });
  test('of a pair that is written from both ends are one', () => {
    const both = [...PAPERS, ...PAPERS.map((of) => tie(of.destination, of.origin, of.count))];
    expect(ribbons(draw({ ties: both }))).toHaveLength(ribbons(draw()).length);
  });
  test('directed, both ways are two, and each ends in a point short of its arc', () => {
    const svg = draw(directed);
    expect(ribbons(svg).filter(({ ends }) => ends === 'GBR USA' || ends === 'USA GBR')).toHaveLength(2);
    expect(svg).toContain('Arrows are as wide as their students and point to where they go.');
    // Start, arc of the source, then three straight corners of the head.
    const d = svg.match(/data-o="CHN" data-d="USA"[^>]* d="([^"]+)"/)?.[1] ?? '';
    expect(d.match(/L/g)).toHaveLength(2);
    expect(draw().match(/data-o="CHN" data-d="USA"[^>]* d="([^"]+)"/)?.[1]).not.toContain('L');
  });
  test('the largest stand out, above the others', () => {
    const many = Array.from({ length: 15 }, (_, i) =>
      tie(SOME[i % 5] ?? '', SOME[5 - Math.floor(i / 5)] ?? '', i + 1),
    );
    const all = ribbons(draw({ ties: many, reads: 'from-to', rest: null }, 328));
    const main = all.filter(({ look }) => look.includes('main'));
    expect(main.length).toBe(6);
    expect(all.slice(-6)).toEqual(main);
    expect(Math.min(...main.map(({ value }) => Number(value)))).toBeGreaterThan(
      Math.max(...all.slice(0, -6).map(({ value }) => Number(value))),
    );
  });
  test('of the country in focus stand out, whatever their size', () => {
    const svg = draw({ focus: 'BRA' });
    for (const { look, ends } of ribbons(svg)) expect(look.includes('main')).toBe(ends.includes('BRA'));
    expect(svg).toContain('class="chart chord layer-papers focused"');
    expect(draw({ focus: 'XXX' })).not.toContain('focused');
  });
});

describe('all others', () => {
  test('are an arc and ribbons of their own, said in words', () => {
    const svg = draw();
    const { withShown, among, places } = restOf(PAPERS, SOME, false);
    expect(svg).toContain(
      `All others: ${places} places, ${withShown.toLocaleString('en-GB')}\u00a0links with those shown`,
    );
    expect(among).toBe(0);
    expect(svg).toContain('<title>France: 300\u00a0links with places not shown</title>');
    expect(svg).toMatch(/class="label others"/);
  });
  test('directed, say which way', () => {
    const svg = draw(directed);
    expect(svg).toContain('<title>China: 79,000\u00a0students to places not shown</title>');
    expect(svg).toContain('<title>United States: 17,000\u00a0students from places not shown</title>');
  });
  test('are nowhere where the places are the whole', () => {
    expect(draw({ rest: null })).not.toMatch(/others|not shown/i);
  });
});

describe('arcs', () => {
  test('say what they sum up', () => {
    expect(draw()).toMatch(
      /<g class="ring" data-c="BRA" data-v="11604"><title>Brazil: 11,604\u00a0links, 4\u00a0links of them with places not shown/,
    );
    expect(draw(directed)).toContain(
      '<title>United States: 18,000\u00a0students out, 384,000\u00a0students in</title>',
    );
  });
  test('have a sample in the legend whose length is to scale', () => {
    const svg = draw({ rest: null });
    const [, length, words = ''] =
      svg.match(/<rect class="ring-out"[^>]* width="([\d.]+)"[^>]*\/><\/g><text[^>]*>arc of ([\d,]+)/) ?? [];
    const d = svg.match(
      /data-c="USA" data-v="(\d+)"><title>[^<]*<\/title><path class="ring-out" d="M([-\d.]+),([-\d.]+)A([\d.]+)[^0-9][^A]*?([-\d.]+),([-\d.]+)L/,
    );
    const [total, x0, y0, r, x1, y1] = (d ?? []).slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    // The outer edge of the ring lies 9 pixels outside of the radius at which lengths are measured.
    const angle = 2 * Math.asin(Math.hypot(x1 - x0, y1 - y0) / (2 * r));
    expect(Number(length) / Number(words.replaceAll(',', ''))).toBeCloseTo((angle * (r - 9)) / total, 5);
  });
});

describe('ratios', () => {
  test('colour ribbons that stay as wide as their counts', () => {
    const svg = draw(ratio);
    const colours = ribbons(svg).map(({ look }) => look.match(/d\d/)?.[0]);
    expect(new Set(colours).size).toBeGreaterThan(3);
    const shape = (of: string) => [...of.matchAll(/data-o[^>]* d="([^"]+)"/g)].map(([, d]) => d).sort();
    expect(shape(draw({ ...ratio, focus: 'FRA' }))).toEqual(shape(draw({ focus: 'FRA' })));
  });
  test('below expectation are striped', () => {
    expect(draw(ratio)).toMatch(/class="stripes" fill="url\(#c-below\)"/);
    expect(draw({ ...ratio, ties: AFFINITY.map((of) => ({ ...of, value: of.value + 1 })) })).not.toContain(
      'stripes',
    );
  });
  test('that differ by end take that of the country in focus, and say whose eyes they are', () => {
    const ties = [tie('DEU', 'FRA', 9, { value: 3 }), tie('FRA', 'DEU', 9, { value: 0.3 })];
    const from = (focus: string) => ribbons(draw({ ties, scale: RATIO, reads: 'seen-from', focus }))[0];
    expect(from('FRA')).toMatchObject({ ends: 'FRA DEU', value: '0.3' });
    expect(from('DEU')).toMatchObject({ ends: 'DEU FRA', value: '3' });
    expect(draw({ ties, scale: RATIO, reads: 'seen-from', focus: 'FRA' })).toContain(
      'Colours are as seen from France.',
    );
  });
});

test('no ties are words', () => {
  expect(draw({ ties: [] })).toContain('No ties.');
});

describe('names', () => {
  /** A circle of places with long names and very different sizes. */
  const many = (n: number, width: number, how: 'size' | 'region') => {
    const codes = Array.from(
      { length: n },
      (_, i) => `A${String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))}`,
    );
    const names = ['United Arab Emirates', 'Chad', 'Democratic Republic of the Congo', 'Switzerland'];
    const places = new Map(
      codes.map((iso3, i) => [
        iso3,
        {
          iso3,
          short_name: `${names[i % 4]} ${i}`,
          in_text: '',
          region: ['Asia', 'Europe'][i % 2] ?? null,
          anchor_lon: 0,
          anchor_lat: 0,
        },
      ]),
    );
    const ties = codes.slice(1).map((iso3, i) => tie('AAA', iso3, Math.ceil(1e6 / (i + 1) ** 2)));
    return chord(input({ places, ties, blocks: orderPlaces(codes, ties, how, places), rest: null }), {
      width,
      id: 'c',
      title: '',
      desc: '',
    });
  };
  const boxes = (svg: string, width: number) => {
    const size = width < 480 ? 10.5 : 11.5;
    return [...svg.matchAll(/text-anchor="(start|end)">((?:<tspan[^>]*>[^<]*<\/tspan>)+)/g)].map(
      ([, anchor, lines = '']) =>
        [...lines.matchAll(/x="([-\d.]+)" y="([-\d.]+)">([^<]*)/g)].map(([, x, y, words = '']) => {
          const long = textWidth(words.trim(), size);
          const x0 = anchor === 'start' ? Number(x) : Number(x) - long;
          return { x0, x1: x0 + long, y0: Number(y) - size * 0.75, y1: Number(y) + size * 0.2 };
        }),
    );
  };

  test.each([
    [6, 328, 'size'],
    [MOST_ARCS, 328, 'region'],
    [MOST_ARCS, 704, 'region'],
    [MOST_ARCS, 1100, 'size'],
  ] as const)('of %i places at %i pixels cover nothing and stay inside', (n, width, how) => {
    const labels = boxes(many(n, width, how), width);
    expect(labels.length).toBeGreaterThanOrEqual(4);
    labels.forEach((label, i) => {
      for (const a of label) {
        expect(Math.max(-a.x0, a.x1)).toBeLessThanOrEqual(width / 2 + 0.5);
        for (const b of labels.slice(i + 1).flat())
          expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
      }
    });
  });
  test('without room are listed, the smallest of the places', () => {
    const svg = many(MOST_ARCS, 328, 'region');
    const list =
      svg.replace(/<\/text><text[^>]*>/g, ' ').match(/Without a name for want of room: ([^<]+)\./)?.[1] ?? '';
    expect(boxes(svg, 328).length + list.split(/, | and /).length).toBe(MOST_ARCS);
    expect(list).toContain('Switzerland 23');
    expect(list).not.toContain('United Arab Emirates 0');
  });
});
