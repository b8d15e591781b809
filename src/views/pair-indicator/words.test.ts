import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { indicatorPoints, PAIR_INDICATOR } from '../../../tests/support/rows-fixture.ts';
import type { IndicatorLabel } from '../../model/indicator.ts';
import { draw, settleView } from '../figure.ts';
import type { IndicatorPoint } from '../indicator-lines.ts';
import { indicatorOf } from '../indicator-phrases.ts';
import type { Asked } from '../params.ts';
import type { Atlas } from '../view.ts';
import { pairIndicatorView } from './index.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const PAPERS = 'openalex-copublications';

/** The atlas with indicators of kinds that the views must word, whatever real ones there are. */
const atlasWith = (...labels: readonly Partial<IndicatorLabel>[]): Atlas => ({
  ...ATLAS,
  indicators: new Map([
    ...ATLAS.indicators,
    ...labels.map((more): [string, IndicatorLabel] => {
      const label: IndicatorLabel = { ...indicatorOf('affinity', ATLAS), ...more };
      return [label.id, label];
    }),
  ]),
});
const ATLAS_MORE = atlasWith(
  { id: 'ric', title: 'Relative intensity of collaboration', digits: 2, symmetric: false },
  {
    id: 'preference',
    title: 'Preference ratio',
    layers: ['scholars', 'students'],
    digits: 2,
    symmetric: false,
  },
  { id: 'distance', title: 'Distance', layers: ['papers'], unit: 'km', neutral: null, digits: 0 },
  {
    id: 'tilt',
    title: 'Asymmetry',
    layers: ['scholars'],
    unit: 'index',
    neutral: 0,
    digits: 2,
    symmetric: false,
  },
  {
    id: 'net',
    title: 'Net flow between two countries',
    layers: ['scholars'],
    unit: 'people',
    neutral: 0,
    digits: 0,
    symmetric: false,
  },
  { id: 'turn', title: 'Year of the largest break', unit: 'year', neutral: null, digits: 0 },
);

const say = (asked: Asked, points: readonly IndicatorPoint[], atlas = ATLAS_MORE) =>
  pairIndicatorView.words({ points }, settleView(pairIndicatorView, asked, atlas).state, atlas);
const chart = (asked: Asked, points: readonly IndicatorPoint[]) =>
  draw(
    pairIndicatorView,
    settleView(pairIndicatorView, asked, ATLAS_MORE).state,
    { points },
    ATLAS_MORE,
    'a-figure',
  ).wide;
const of = (
  source: string,
  values: Parameters<typeof indicatorPoints>[3],
  line: 'out' | 'in' = 'out',
  first = 2018,
) => indicatorPoints(line, source, first, values);

describe('the takeaway', () => {
  test('has number, interval, year and source', () => {
    expect(say({}, of(PAPERS, [[1.2, 1.1, 1.3], [1.31, 1.29, 1.33]])).takeaway).toBe(
      'In 2019 Germany and France shared 1.310 times as many links as their sizes let one expect (95% interval 1.290 to 1.330; OpenAlex).',
    ); // prettier-ignore
  });

  test('does not quote a provisional year', () => {
    expect(say({}, of(PAPERS, [[1.2, 1.1, 1.3], [1.31, 1.29, 1.33, 'p']])).takeaway).toMatch(/^In 2018 .* 1\.200 /); // prettier-ignore
  });

  test('says of zero that there was nothing, and how much there might be', () => {
    expect(say({ country: 'NAM', partner: 'TUV' }, of(PAPERS, [[0, 0, 198.605]])).takeaway).toBe(
      'In 2018 Namibia and Tuvalu shared no links, 0 times what their sizes let one expect (95% interval 0 to 198.61; OpenAlex).',
    );
    expect(
      say({ indicator: 'preference', country: 'IND', partner: 'NAM' }, of(SCOPUS, [[0, 0, 3.3]])).takeaway,
    ).toMatch(/^In 2018 no scholars went from India to Namibia, 0 times what/);
  });

  test('has the two bases side by side, the default first, of the same year only', () => {
    const asked = { indicator: 'preference', country: 'CHN', partner: 'USA' };
    const both = [...of(OPENALEX, [[2, 1.9, 2.1]]), ...of(SCOPUS, [[2.2, 2.1, 2.3]])];
    expect(say(asked, both).takeaway).toBe(
      'In 2018 scholars who went from China to the United States were 2.20 times as many as the totals of both let one expect (95% interval 2.10 to 2.30; MPIDR, Scopus base); 2.00 by MPIDR, OpenAlex base (1.90 to 2.10).',
    );
    const apart = [...of(OPENALEX, [[2, 1.9, 2.1]], 'out', 2001), ...of(SCOPUS, [[2.2, 2.1, 2.3]])];
    expect(say(asked, apart).takeaway).toMatch(/MPIDR, Scopus base\)\.$/);
  });

  test('is of the other way where only that is reported', () => {
    expect(
      say(
        { indicator: 'preference', layer: 'students', country: 'CHN', partner: 'USA' },
        of('uis-student-flows', [[1.5, 1.4, 1.6]], 'in'),
      ).takeaway,
    ).toMatch(/^In 2018 students who went from the United States to China were 1\.50 times/);
  });

  test('of an indicator without a sentence of its own has its name, its unit and its way', () => {
    expect(say({ indicator: 'distance' }, of(PAPERS, [[812.4]])).takeaway).toBe(
      'Distance between Germany and France was 812\u00a0km in 2018 (OpenAlex).',
    );
    expect(say({ indicator: 'tilt' }, of(SCOPUS, [[-0.25, -0.4, -0.1]])).takeaway).toBe(
      'Asymmetry from Germany to France was \u22120.25 in 2018 (95% interval \u22120.40 to \u22120.10; MPIDR, Scopus base).',
    );
    expect(say({ indicator: 'net' }, of(SCOPUS, [[-1]])).takeaway).toBe(
      'Net flow from Germany to France was \u22121\u00a0people in 2018 (MPIDR, Scopus base).',
    );
    expect(say({ indicator: 'turn' }, of(PAPERS, [[2004]])).takeaway).toContain('was 2004 in 2018');
  });

  test('has no range where the limits are one, and a least value where no upper limit is known', () => {
    const aged = (low: number, high: number | null) => {
      const years = [
        [26, 26, 26],
        [27, low, high],
      ] as const;
      const points = [...of(PAPERS, years, 'in'), ...of(PAPERS, years)];
      const { takeaway, alt, notes } = say({ indicator: 'tie_age' }, points);
      return { takeaway, beside: [alt, ...notes].join(' ') };
    };
    expect(aged(27, 27).takeaway).toBe(
      'Age of a tie between Germany and France in papers was 27\u00a0years in 2019 (OpenAlex).',
    );
    expect(aged(27, 27).beside).not.toMatch(/27 to 27|interval|The band/);
    expect(aged(27, null).takeaway).toContain('(at least 27; OpenAlex)');
  });

  test('is not seen from one end where a layer without a direction has one line', () => {
    const points = [...of(PAPERS, [[9]], 'in'), ...of(PAPERS, [[9]])];
    expect(say({ indicator: 'active_years' }, points).takeaway).not.toContain('seen from');
    const moves = points.map((point) => ({ ...point, source: SCOPUS }));
    expect(say({ indicator: 'active_years', layer: 'scholars' }, moves).takeaway).toContain(
      'from Germany to France',
    );
    expect(
      say({ indicator: 'ric' }, [...of(PAPERS, [[2]], 'in'), ...of(PAPERS, [[1]])]).takeaway,
    ).not.toContain('between');
  });

  test('of projects in one fit is of all their years', () => {
    const asked = { indicator: 'observed_over_expected' };
    const fit = of('cordis-h2020', [[1.3, 1.2, 1.4]], 'out', 2020);
    const { takeaway, title, notes, method } = say({ ...asked, layer: 'projects' }, fit);
    expect(takeaway).toMatch(
      /^Over all whole years up to 2020 together Germany and France shared 1\.30 times/,
    );
    expect(title).toMatch(/over all whole years up to 2020 together$/);
    expect(notes.join(' ')).toContain('the last of them, 2020, and is not of that year alone');
    expect(method).toBe('observed_over_expected');
    expect(say(asked, of(PAPERS, [[1.3, 1.2, 1.4]])).takeaway).toMatch(/^In 2018 /);
  });

  test('is none where there is nothing', () => {
    expect(say({}, []).takeaway).toBeNull();
  });
});

describe('the lines', () => {
  const names = (asked: Asked, points: readonly IndicatorPoint[]) => [
    ...new Set(say(asked, points).table.rows.map(({ line }) => line)),
  ];
  const bothWays = (source: string) => [...of(source, [[1, 0.9, 1.1]], 'in'), ...of(source, [[2, 1.9, 2.1]])];

  test('are one where both ways are the same', () => {
    expect(names({ country: 'CHN', partner: 'USA' }, of(PAPERS, [[1]]))).toEqual(['China and United States']);
  });

  test('are one a way; without a direction, as each country sees it', () => {
    expect(names({ indicator: 'preference', country: 'CHN', partner: 'USA' }, bothWays(SCOPUS))).toEqual([
      'China to United States',
      'United States to China',
    ]);
    expect(names({ indicator: 'ric', country: 'CHN', partner: 'USA' }, bothWays(PAPERS))).toEqual([
      'seen from China',
      'seen from the United States',
    ]);
  });

  test('are one where both ways have the same values and links no direction', () => {
    const same = [...of(PAPERS, [[1.2, 1, 1.4]], 'in'), ...of(PAPERS, [[1.2, 1, 1.4]])];
    expect(names({ indicator: 'ric', country: 'CHN', partner: 'USA' }, same)).toEqual([
      'China and United States',
    ]);
    const moves = same.map((point) => ({ ...point, source: SCOPUS }));
    expect(names({ indicator: 'preference', country: 'CHN', partner: 'USA' }, moves)).toHaveLength(2);
  });

  test('are one where the other way is the same with its sign turned', () => {
    const asked = { indicator: 'tilt', country: 'CHN', partner: 'USA' };
    expect(names(asked, of(SCOPUS, [[0.3]]))).toEqual(['China to United States']);
    const sqlOf = (more: Asked) =>
      pairIndicatorView.queries(
        settleView(pairIndicatorView, { ...asked, ...more }, ATLAS_MORE).state,
        ATLAS_MORE,
      ).points?.sql ?? '';
    expect(sqlOf({}).match(/SELECT/g)).toHaveLength(1);
    expect(sqlOf({ indicator: 'ric' }).match(/SELECT/g)).toHaveLength(2);
  });

  test('of two sources are never one: a panel each, named in the table, and the reader is told why', () => {
    const asked = { indicator: 'preference', country: 'CHN', partner: 'USA' };
    const rows = [OPENALEX, SCOPUS].flatMap((source) =>
      of(source, [
        [2, 1.9, 2.1],
        [2.2, 2.1, 2.3],
      ]),
    );
    const { table, sources, notes } = say(asked, rows);
    expect(sources).toEqual([SCOPUS, OPENALEX]);
    expect(table.rows.map(({ source }) => source)).toEqual([
      'MPIDR, Scopus base',
      'MPIDR, Scopus base',
      'MPIDR, OpenAlex base',
      'MPIDR, OpenAlex base',
    ]);
    expect(notes).toContain('Two sources of one thing: how far they lie apart is the error bar.');
    expect(chart(asked, rows)?.match(/class="panel"/g)).toHaveLength(2);
  });

  test('stand on a logarithmic scale with the words at one, where the indicator is a ratio to what was expected', () => {
    const ratio = chart({}, PAIR_INDICATOR.points);
    expect(ratio).toContain('as expected');
    expect(ratio).toContain('logarithmic scale');
    const tilt = chart({ indicator: 'tilt' }, of(SCOPUS, [[-0.25, -0.4, -0.1]]));
    expect(tilt).toContain('even');
    expect(tilt).not.toContain('logarithmic');
    expect(chart({ indicator: 'distance' }, of(PAPERS, [[812]]))).not.toContain('neutral');
  });
});

describe('what is said beside', () => {
  test('the layer is named where an indicator has several', () => {
    expect(say({ layer: 'projects' }, []).title).toBe(
      'Probabilistic affinity between Germany and France in Horizon 2020 projects',
    );
    expect(say({ indicator: 'distance' }, of(PAPERS, [[1]])).title).toBe(
      'Distance between Germany and France, 2018',
    );
  });

  test('a gap is explained, an unbroken line needs no words', () => {
    expect(say({}, of(PAPERS, [[1], null, [1]])).coverage).toContain('A gap in a line');
    expect(say({}, of(PAPERS, [[1], [1]])).coverage).toBeNull();
  });

  test('a way without any value is named', () => {
    expect(
      say({ indicator: 'preference', country: 'CHN', partner: 'USA' }, of(SCOPUS, [[1]])).coverage,
    ).toContain('No value for United States to China');
  });

  test('the band is explained where there is one; the counting always', () => {
    const [bare, banded] = [say({}, of(PAPERS, [[1]])), say({}, of(PAPERS, [[1, 0.9, 1.1]]))];
    expect(banded.notes.join(' ')).toContain('95% interval');
    expect(bare.notes.join(' ')).not.toContain('interval');
    expect(bare.table.columns.map(({ key }) => key)).not.toContain('low');
    for (const { notes } of [bare, banded]) expect(notes.join(' ')).toContain('Whole counting');
  });

  test('nothing reported is said as that', () => {
    expect(say({ country: 'TUV', partner: 'NAM' }, [])).toMatchObject({
      takeaway: null,
      sources: [],
      coverage: 'Nothing can be reckoned for Tuvalu and Namibia: one of them has no papers in the source.',
      table: { rows: [] },
    });
    expect(say({ indicator: 'preference', layer: 'students' }, []).coverage).toContain(
      'not among the ten largest partners',
    );
  });
});
