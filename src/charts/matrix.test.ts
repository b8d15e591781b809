import { describe, expect, test } from 'vitest';
import { communities } from './communities.ts';
import { expectGolden } from './golden.ts';
import {
  AFFINITY,
  CODES,
  PAPERS,
  PAPER_SIDE,
  PLACES,
  RATIO,
  STUDENTS,
  STUDENT_SIDE,
  tie,
} from './matrix-fixture.ts';
import { matrix, mostPlaces, type MatrixInput, type MatrixSide } from './matrix.ts';
import { textWidth } from './measure.ts';
import { orderPlaces } from './order-places.ts';
import { restOf } from './tie-rest.ts';

const input = (more: Partial<MatrixInput> = {}): MatrixInput => ({
  places: PLACES,
  blocks: orderPlaces(CODES, PAPERS, 'region', PLACES),
  side: PAPER_SIDE,
  lower: null,
  rest: null,
  sumUnit: 'links',
  outOf: null,
  empty: 'No ties.',
  ...more,
});
const draw = (more: Partial<MatrixInput> = {}, width = 704): string =>
  matrix(input(more), { width, id: 'm', title: '', desc: '' });
const side = (more: Partial<MatrixSide>): MatrixSide => ({ ...PAPER_SIDE, ...more });
/** The cell of a tie, as class, value and sentence; those of one value each, in their order. */
const cells = (svg: string, origin: string, destination: string) =>
  [
    ...svg.matchAll(
      new RegExp(
        `<path class="(\\w+)" data-o="${origin}" data-d="${destination}"([^>]*)><title>([^<]*)`,
        'g',
      ),
    ),
  ].map(([, look, rest = '', words]) => ({
    look,
    value: rest.match(/data-v="([^"]+)"/)?.[1] ?? null,
    words,
  }));

describe('golden', () => {
  test('papers by region, with what lies outside', async () => {
    const shown = CODES.filter((iso3) => iso3 !== 'CIV');
    await expectGolden('matrix-papers', (frame) =>
      matrix(
        input({
          blocks: orderPlaces(shown, PAPERS, 'region', PLACES),
          rest: restOf(PAPERS, shown, false),
          outOf: 8,
        }),
        frame,
      ),
    );
  });
  test('students directed, with hosts that did not report', async () => {
    await expectGolden('matrix-students', (frame) =>
      matrix(
        input({
          side: STUDENT_SIDE,
          blocks: orderPlaces(CODES, STUDENTS, 'size', PLACES),
          rest: restOf(STUDENTS, CODES, true),
          sumUnit: 'students',
        }),
        frame,
      ),
    );
  });
  test('affinity by cluster', async () => {
    await expectGolden('matrix-affinity', (frame) =>
      matrix(
        input({
          side: side({ ties: AFFINITY, scale: RATIO, caption: 'Affinity, 2022' }),
          blocks: orderPlaces(CODES, PAPERS, communities(false), PLACES),
        }),
        frame,
      ),
    );
  });
  test('two layers, one above and one below the diagonal', async () => {
    await expectGolden('matrix-halves', (frame) => matrix(input({ lower: STUDENT_SIDE }), frame));
  });
});

describe('cells', () => {
  test('of a pair stand on both sides of the diagonal and say the same', () => {
    const both = cells(draw(), 'DEU', 'FRA');
    expect(both).toHaveLength(2);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({
      value: '15000',
      words: 'Germany and France: 15,000\u00a0papers (provisional)',
    });
  });
  test('of a move stand once, in the row of its origin', () => {
    const svg = draw({ side: STUDENT_SIDE });
    expect(cells(svg, 'BRA', 'USA')).toMatchObject([{ value: '16000' }]);
    expect(svg).toContain('Rows are origins, columns destinations.');
    // Rows come one after the other.
    expect(svg.indexOf('data-o="BRA" data-d="USA"')).toBeGreaterThan(
      svg.indexOf('data-o="USA" data-d="GBR"'),
    );
  });
  test('of what is seen from each end say so for each', () => {
    const ties = [tie('DEU', 'FRA', 9, { value: 2.5 }), tie('FRA', 'DEU', 9, { value: 0.3 })];
    const svg = draw({ side: side({ ties, scale: RATIO, reads: 'seen-from' }) });
    expect(cells(svg, 'DEU', 'FRA')[0]?.words).toMatch(/^Germany with France: affinity 2\.50/);
    expect(cells(svg, 'FRA', 'DEU')[0]?.words).toMatch(/^France with Germany: affinity 0\.30/);
  });
  test('every place with every other has one, and each a sentence', () => {
    const svg = draw();
    expect(svg.match(/<path class="\w+" data-o=/g)).toHaveLength(8 * 7);
    expect(svg.match(/<path class="self" data-c=/g)).toHaveLength(8);
    expect(svg).not.toContain('<title></title>');
    expect(svg).toContain("Côte d'Ivoire &lt;&amp;&quot;&gt;");
  });
  test('with places that are not shown, or with itself, have none', () => {
    const svg = draw({ side: side({ ties: [...PAPERS, tie('DEU', 'XXX', 5), tie('DEU', 'DEU', 77777)] }) });
    expect(svg).not.toContain('XXX');
    expect(svg).not.toContain('77777');
  });
});

describe('what is not there', () => {
  test('is a zero where the layer is whole', () => {
    const svg = draw();
    expect(cells(svg, 'CHN', 'BRA')).toMatchObject([
      { look: 'zero', value: '0', words: 'China and Brazil: no papers' },
    ]);
    expect(svg).toContain('>none</text>');
  });
  test('is left out, or not reported, where it is not, and neither has a value', () => {
    const svg = draw({ side: STUDENT_SIDE });
    expect(cells(svg, 'JPN', 'BRA')).toEqual([
      { look: 'absent', value: null, words: 'Japan to Brazil: outside the ten largest' },
    ]);
    expect(cells(svg, 'USA', 'CHN')).toEqual([
      { look: 'silent', value: null, words: 'United States to China: not reported' },
    ]);
    // China tells nothing of whom it hosts; others tell of students from China.
    expect(cells(svg, 'CHN', 'BRA')[0]?.look).toBe('absent');
    expect(svg).toContain('>not reported</text>');
    expect(svg).not.toContain('>none</text>');
  });
  test('a number from a host that is said not to report is shown', () => {
    const ties = [...STUDENTS, tie('USA', 'CHN', 9000)];
    expect(cells(draw({ side: { ...STUDENT_SIDE, ties } }), 'USA', 'CHN')[0]?.value).toBe('9000');
  });
  test('undirected, rows and columns of a place that did not report are hatched', () => {
    const svg = draw({ side: side({ notReported: ['BRA'], absent: 'left out' }) });
    expect([cells(svg, 'BRA', 'CHN')[0]?.look, cells(svg, 'CHN', 'BRA')[0]?.look]).toEqual([
      'silent',
      'silent',
    ]);
  });
  test('no ties at all are words, not an empty grid', () => {
    expect(draw({ side: side({ ties: [] }) })).toContain('No ties.');
    expect(draw({ blocks: [] })).toContain('No ties.');
  });
  test('zero is a value of a difference', () => {
    const ties = [tie('DEU', 'FRA', 5, { value: 0 }), tie('DEU', 'GBR', 5, { value: -30 })];
    const svg = draw({ side: side({ ties, scale: { ...RATIO, kind: 'signed', neutral: 0, digits: 0 } }) });
    expect(cells(svg, 'DEU', 'FRA')[0]?.look).toBe('d4');
  });
});

describe('second cues', () => {
  const ratio = (ties = AFFINITY) => draw({ side: side({ ties, scale: RATIO }) });
  /** Dashes of the cells, not of the legend. */
  const dashes = (svg: string) =>
    [...(svg.split('class="marks"')[1] ?? '').matchAll(/class="below below-(d\d)" d="([^"]+)"/g)].flatMap(
      ([, colour, d = '']) => Array.from(d.matchAll(/M/g), () => colour),
    );

  test('what is below expectation has a dash in each of its cells, what is not has none', () => {
    const below = AFFINITY.filter(({ value }) => value < 0.8).length;
    expect(below).toBeGreaterThan(0);
    expect(dashes(ratio())).toHaveLength(2 * below);
    expect(dashes(ratio(AFFINITY.map((of) => ({ ...of, value: 1 + of.value }))))).toEqual([]);
    expect(dashes(draw())).toEqual([]);
  });
  test('the legend says what is as expected', () => {
    expect(ratio()).toContain('>as expected</text>');
    expect(draw()).not.toContain('as expected');
  });
  test('a flag is a corner, told in the key', () => {
    const svg = draw();
    expect(
      svg
        .split('class="marks"')[1]
        ?.match(/class="tick" d="([^"]+)"/)?.[1]
        ?.match(/M/g),
    ).toHaveLength(2);
    expect(svg).toContain('>provisional</text>');
  });
  test('a flag that all have is a sentence, and no corner', () => {
    const svg = draw({ side: side({ ties: PAPERS.map((of) => ({ ...of, flag: 'p' })) }) });
    expect(svg).not.toContain('class="tick"');
    expect(svg).toContain('All values: provisional.');
  });
});

describe('halves', () => {
  const svg = draw({ lower: STUDENT_SIDE });

  test('each has its pairs once, in its own hue', () => {
    expect(cells(svg, 'DEU', 'FRA').map(({ value }) => value)).toEqual(['15000', '6000']);
    expect(cells(svg, 'CHN', 'JPN').map(({ value }) => value)).toEqual(['9000', '79000']);
    expect(svg).toMatch(/<g class="layer-students"><path class="\w+" data-o/);
    expect(svg).toContain('Above the diagonal: Papers, 2022');
    expect(svg).toContain('Below the diagonal: Students, 2018');
  });
  test('counts of both directions are added, and that is said', () => {
    expect(cells(svg, 'GBR', 'USA').map(({ words }) => words)).toContain(
      'United Kingdom and United States: 29,000\u00a0students',
    );
    expect(svg).toContain('Students, 2018: both directions together.');
  });
  test('flags of both directions stand, once', () => {
    const ties = [
      tie('GBR', 'USA', 1, { flag: 'e' }),
      tie('USA', 'GBR', 2, { flag: 'eu' }),
      tie('DEU', 'FRA', 1),
    ];
    expect(draw({ lower: { ...STUDENT_SIDE, ties } })).toContain(
      ': 3\u00a0students (estimated, low reliability)',
    );
  });
  test('ratios are not added: one direction is shown, and that is said', () => {
    const ties = [tie('GBR', 'USA', 1, { value: 0.5 }), tie('USA', 'GBR', 2, { value: 3 })];
    const lower = { ...STUDENT_SIDE, ties, scale: RATIO };
    const both = draw({ lower });
    // The United States stand first in this order.
    expect(cells(both, 'USA', 'GBR').map(({ value }) => value)).toEqual(['3']);
    expect(cells(both, 'GBR', 'USA').map(({ value }) => value)).toEqual(['38000']);
    expect(both).toContain('from the place that stands first to the other');
  });
});

describe('what lies outside', () => {
  const shown = ['DEU', 'FRA', 'GBR'];
  const rest = restOf(PAPERS, shown, false);
  const some = (more: Partial<MatrixInput> = {}, width = 704) =>
    draw({ blocks: orderPlaces(shown, PAPERS, 'size', PLACES), rest, ...more }, width);

  test('is said and drawn beside the rows', () => {
    const outside = PAPERS.filter(
      ({ origin, destination }) => shown.includes(origin) !== shown.includes(destination),
    ).reduce((sum, { count }) => sum + count, 0);
    expect(some()).toContain(
      `Outside of this matrix: ${outside.toLocaleString('en-GB')}\u00a0links between its places and 5 others`,
    );
    const bar = some().match(/<g data-c="FRA" data-v="31800"><title>([^<]+)/)?.[1];
    expect(bar).toBe('France: 29,000\u00a0links in this matrix, 2,800\u00a0links with other places');
  });
  test('how many places are shown is said where not all are', () => {
    expect(some({ outOf: 8 })).toContain('3 of 8 places are shown.');
    expect(some({ outOf: 3 })).not.toContain('places are shown');
  });
  test('nothing outside is no remark', () => {
    expect(draw({ rest: restOf(PAPERS, CODES, false) })).not.toContain('Outside of this matrix');
  });
});

describe('names', () => {
  /** A matrix of so many places with long names, all tied to the first. */
  const many = (n: number, width: number) => {
    const codes = Array.from(
      { length: n },
      (_, i) => `A${String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))}`,
    );
    const places = new Map(
      codes.map((iso3, i) => [
        iso3,
        {
          iso3,
          short_name: `Democratic Republic ${i}`,
          in_text: '',
          region: i % 3 ? 'Asia' : 'Europe',
          anchor_lon: 0,
          anchor_lat: 0,
        },
      ]),
    );
    const ties = codes.slice(1).map((iso3, i) => tie('AAA', iso3, i + 1));
    return matrix(
      input({ places, blocks: orderPlaces(codes, ties, 'region', places), side: side({ ties }), rest: null }),
      { width, id: 'm', title: '', desc: '' },
    );
  };
  const labels = (svg: string) =>
    [
      ...svg.matchAll(
        /<text class="(label|code)" data-c="\w+" (?:x="([\d.]+)" y="([\d.]+)"|transform="translate\(([\d.]+) ([\d.]+)\) rotate\(-90\)") text-anchor="(\w+)">(?:<title>[^<]*<\/title>)?([^<]+)/g,
      ),
    ].map(([, , x, y, cx, cy, anchor, words = '']) => ({
      x: Number(x ?? cx),
      y: Number(y ?? cy),
      turned: cx !== undefined,
      anchor,
      words,
    }));
  const boxes = (svg: string, size: number) =>
    labels(svg).map(({ x, y, turned, anchor, words }) => {
      const long = textWidth(words, size);
      if (turned) return { x0: x - size * 0.75, x1: x + size * 0.2, y0: y - long, y1: y };
      const x0 = anchor === 'end' ? x - long : x;
      return { x0, x1: x0 + long, y0: y - size * 0.75, y1: y + size * 0.2 };
    });

  test.each([
    [4, 328, 10.5],
    [12, 328, 10.5],
    [mostPlaces(328), 328, 10.5],
    [20, 704, 11],
    [mostPlaces(704), 704, 11],
    [mostPlaces(1100), 1100, 11],
  ])('of %i places at %i pixels cover nothing and stay inside', (n, width, size) => {
    const all = boxes(many(n, width), size);
    expect(all.length).toBeGreaterThanOrEqual(2 * n);
    all.forEach((a, i) => {
      expect(a.x0).toBeGreaterThanOrEqual(-0.5);
      expect(a.x1).toBeLessThanOrEqual(width + 0.5);
      for (const b of all.slice(i + 1))
        expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false);
    });
  });
  test('that are shortened say themselves whole', () => {
    expect(many(25, 328)).toMatch(/data-c="AAB"[^>]*><title>Democratic Republic 1<\/title>AAB</);
  });
  test('cells stay inside too', () => {
    for (const [n, width] of [
      [25, 328],
      [60, 704],
      [60, 1100],
    ] as const) {
      const right = [...many(n, width).matchAll(/data-o[^>]* d="M([\d.]+) [\d.]+h([\d.]+)/g)].map(
        ([, x, w]) => Number(x) + Number(w),
      );
      expect(Math.max(...right)).toBeLessThanOrEqual(width);
    }
  });
});
