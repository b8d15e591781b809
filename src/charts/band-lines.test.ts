import { describe, expect, test } from 'vitest';
import { bandLines, type BandLinesInput } from './band-lines.ts';
import type { BandPoint } from './band-series.ts';
import { expectGolden } from './golden.ts';

type Given = readonly [value: number, low: number | null, high: number | null];
const from = (
  first: number,
  values: readonly (Given | null)[],
  flags: Record<number, string> = {},
): BandPoint[] =>
  values.flatMap((of, i) => {
    if (!of) return [];
    const [value, low, high] = of;
    return [{ year: first + i, value, low, high, flag: flags[first + i] ?? null }];
  });

/** A ratio of a size that real ones have: `spread` is how far the limits lie apart, as a factor. */
const walk = (first: number, values: readonly number[], spread: number, flags: Record<number, string> = {}) =>
  from(
    first,
    values.map((v, i) => [v, v / spread ** (1 / (1 + i / 4)), v * spread ** (1 / (1 + i / 4))] as const),
    flags,
  );

const ratio: Omit<BandLinesInput, 'panels'> = {
  layer: 'papers',
  unit: 'Relative intensity of collaboration (logarithmic scale)',
  band: '95% interval',
  scale: { log: true, years: false, neutral: 1 },
  neutralWords: 'as expected',
  format: (value) => value.toFixed(2),
  empty: 'Nothing can be reckoned.',
};
const frame = { width: 704, id: 'b', title: '', desc: '' };

test('both ways of a pair, far from what was expected', async () => {
  await expectGolden('band-lines', (at) =>
    bandLines(
      {
        ...ratio,
        panels: [
          {
            title: 'OpenAlex',
            series: [
              {
                label: 'seen from the United States',
                points: walk(
                  2008,
                  [1.22, 1.36, 1.3, 1.62, 1.9, 2.1, 2.31, 2.52, 2.6, 2.44, 2.14, 1.95],
                  1.2,
                  {
                    2019: 'p',
                  },
                ),
              },
              {
                label: 'seen from China',
                points: walk(
                  2008,
                  [1.18, 1.3, 1.21, 1.5, 1.77, 1.98, 2.2, 2.38, 2.41, 2.28, 2.01, 1.86],
                  1.2,
                  {
                    2019: 'p',
                  },
                ),
              },
            ],
          },
        ],
      },
      at,
    ),
  );
});

/** Few moves each way: years without any, and two bases that do not agree. */
const few: BandLinesInput = {
  ...ratio,
  layer: 'scholars',
  panels: [
    {
      title: 'MPIDR, Scopus base',
      series: [
        {
          label: 'New Zealand to France',
          points: from(
            2010,
            [[0, 0, 2.4], [0, 0, 2.1], [0.6, 0.07, 2.2], [0.4, 0.05, 1.5], [0, 0, 1.4], [0.52, 0.2, 1.2], [0.8, 0.41, 1.4]], // prettier-ignore
          ),
        },
        {
          label: 'France to New Zealand',
          points: from(2010, [[0.3, 0.01, 1.7], null, [0.9, 0.2, 2.6], [1.2, 0.4, 2.8], [0.7, 0.2, 1.8], [0.6, 0.25, 1.2]]), // prettier-ignore
        },
      ],
    },
    {
      title: 'MPIDR, OpenAlex base',
      series: [
        { label: 'New Zealand to France', points: walk(2010, [0.2, 0.31, 0.28, 0.35, 0.42, 0.4, 0.46], 2.4) },
        {
          label: 'France to New Zealand',
          points: walk(2010, [0.5, 0.44, 0.6, 0.51, 0.38, 0.47, 0.4], 2.4, { 2013: 'b' }),
        },
      ],
    },
  ],
};

test('zeros, gaps and a break, a panel a source', async () => {
  await expectGolden('band-lines-sources', (at) => bandLines(few, at));
});

test('two countries beside each other, from zero, one with a band', async () => {
  await expectGolden('band-lines-countries', (at) =>
    bandLines(
      {
        ...ratio,
        unit: 'Effective number of partners',
        scale: { log: false, years: false, neutral: null },
        neutralWords: null,
        format: (value) => value.toFixed(1),
        panels: [
          {
            title: 'OpenAlex',
            series: [
              {
                label: 'Germany',
                points: from(
                  2015,
                  [15.1, 16.2, 17.6, 18.4, 19, 20.2, 21].map((v) => [v, null, null]),
                ),
              },
              { label: 'China', points: walk(2015, [9.3, 8.6, 8.9, 9.7, 11.2, 12.9, 14.3], 1.15) },
            ],
          },
        ],
      },
      at,
    ),
  );
});

describe('what is drawn', () => {
  const svg = bandLines(few, frame);
  const of = (some: Partial<BandLinesInput>) => bandLines({ ...few, ...some }, frame);
  const one = (points: BandPoint[]) => of({ panels: [{ title: 'x', series: [{ label: 'x', points }] }] });

  test('two sources are two panels under their names; one needs none', () => {
    expect(svg.match(/class="panel"/g)).toHaveLength(2);
    expect(svg).toContain('MPIDR, Scopus base');
    expect(of({ panels: few.panels.slice(0, 1) })).not.toContain('panel-title');
  });

  test('the same value stands at the same height in both panels', () => {
    const heights = [...svg.matchAll(/neutral-rule[^>]*>\s*<line[^>]*y1="([\d.]+)"/g)].map(([, y]) => y);
    expect(heights).toHaveLength(2);
    expect(new Set(heights).size).toBe(1);
  });

  test('a source without values has no panel', () => {
    const empty = { title: 'Nothing', series: [{ label: 'x', points: [] }] };
    expect(of({ panels: [...few.panels.slice(0, 1), empty] })).not.toContain('Nothing');
  });

  test('a line without values keeps the dash of the other', () => {
    const svg = of({ panels: [{ title: 'x', series: [{ label: 'a', points: [] }, few.panels[0]?.series[1] ?? never()] }] }); // prettier-ignore
    expect(svg).toContain('series-1 line');
    expect(svg).not.toContain('series-0');
  });

  test('no line leads from a zero', () => {
    const svg = one(from(2010, [[0, 0, 2], [1, 0.5, 2], [0, 0, 2]])); // prettier-ignore
    expect(svg).not.toMatch(/series-0 line/);
    expect(svg.match(/<circle/g)).toHaveLength(3);
  });

  test('the key names what occurs and no more', () => {
    expect(svg).toContain('Band: 95% interval · 0 stands apart');
    expect(svg).toContain('Dotted upright: break in series');
    const plain = one(from(2010, [[1, null, null], [2, null, null]])); // prettier-ignore
    expect(plain).not.toMatch(/Band:|stands apart|Dotted/);
  });

  test('a label quotes the last year that is not provisional', () => {
    const svg = one(from(2010, [[1.5, 1, 2], [1.75, 1, 2], [1.25, 1, 2]], { 2012: 'p' })); // prettier-ignore
    expect(svg).toContain('1.75 in\u00a02011');
    expect(svg).not.toContain('1.25');
  });

  test('one year is a dot with a bar', () => {
    const svg = one(from(2010, [[1.5, 1.2, 2]]));
    expect(svg).toContain('band-lone');
    expect(svg).not.toContain('NaN');
  });

  test('nothing at all is said in words', () => {
    expect(of({ panels: [] })).toContain('Nothing can be reckoned.');
  });
});

const never = (): never => {
  throw new Error('The fixture has lost a series.');
};
