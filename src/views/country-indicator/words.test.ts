import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { indicatorPoints } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { IndicatorPoint } from '../indicator-lines.ts';
import { indicatorOf } from '../indicator-phrases.ts';
import type { LayerId } from '../../model/layer.ts';
import type { Asked } from '../params.ts';
import type { Atlas } from '../view.ts';
import { countryIndicatorView } from './index.ts';

const PAPERS = 'openalex-copublications';
const ATLAS_MORE: Atlas = {
  ...ATLAS,
  indicators: new Map([
    ...ATLAS.indicators,
    [
      'spread',
      {
        ...indicatorOf('effective_partners', ATLAS),
        id: 'spread',
        title: 'Spread',
        layers: ['students'],
        limits: 'bounds',
        counting: {},
      },
    ],
    [
      'rate',
      {
        ...indicatorOf('effective_partners', ATLAS),
        id: 'rate',
        title: 'Rate',
        layers: ['papers'],
        unit: 'percent',
        counting: { papers: 'Fractional counting: said here.' },
      },
    ],
    [
      'fall',
      {
        ...indicatorOf('effective_partners', ATLAS),
        id: 'fall',
        title: 'Fall',
        layers: ['scholars'],
        unit: 'share',
        digits: 2,
        limits: 'interval',
        needsSecond: true,
      },
    ],
    [
      'renewed',
      {
        ...indicatorOf('effective_partners', ATLAS),
        id: 'renewed',
        title: 'Renewed',
        layers: ['projects'],
        unit: 'share',
        pooled: ['projects'],
      },
    ],
  ]),
};
const say = (asked: Asked, points: readonly IndicatorPoint[]) =>
  countryIndicatorView.words(
    { points },
    settleView(
      countryIndicatorView,
      { indicator: 'effective_partners', layer: 'papers', ...asked },
      ATLAS_MORE,
    ).state,
    ATLAS_MORE,
  );

describe('two countries', () => {
  const both = (flag?: string) =>
    say({ country: 'DEU', partner: 'CHN' }, [
      ...indicatorPoints('CHN', PAPERS, 2017, [[9.3], flag ? [9, 8.8, 9.6, flag] : [9, 8.8, 9.6]]),
      ...indicatorPoints('DEU', PAPERS, 2017, [[19.1], [20.3]]),
    ]);

  test('stand side by side in one year, with limits where there are any', () => {
    expect(both()).toMatchObject({
      title: 'Effective number of partners in papers: Germany and China, 2017–2018',
      takeaway:
        'Effective number of partners in papers, 2018: 20.3\u00a0partners for Germany and 9.0 (95% interval 8.8 to 9.6) for China (OpenAlex).',
    });
  });

  test('of which the other is provisional in that year: the first alone is quoted', () => {
    expect(both('p').takeaway).toBe(
      'Effective number of partners in papers, 2018: 20.3\u00a0partners for Germany (OpenAlex).',
    );
  });
});

test('two countries in two sources: what the other source says names its country', () => {
  const of = (source: string, deu: number, chn: number) => [
    ...indicatorPoints('CHN', source, 2018, [[chn, chn - 1, chn + 1]]),
    ...indicatorPoints('DEU', source, 2018, [[deu, deu - 1, deu + 1]]),
  ];
  expect(
    say({ country: 'DEU', partner: 'CHN' }, [...of('ncses-publications/scopus', 5, 6), ...of(PAPERS, 20, 9)])
      .takeaway,
  ).toMatch(/ for China \(OpenAlex\); 5\.0\u00a0partners for Germany by NCSES, Scopus \(4\.0 to 6\.0\)\.$/);
});

test('one country: its limits stand with the source', () => {
  expect(say({ country: 'CHN' }, indicatorPoints('CHN', PAPERS, 2015, [[8.4, 8, 9.1]]))).toMatchObject({
    title: 'Effective number of partners in papers: China, 2015',
    takeaway:
      'Effective number of partners in papers, 2015: 8.4\u00a0partners for China (95% interval 8.0 to 9.1; OpenAlex).',
  });
});

test('a country without values is named, and the other still shown', () => {
  const words = say({ country: 'TUV', partner: 'DEU' }, indicatorPoints('DEU', PAPERS, 2015, [[18.2]]));
  expect(words.coverage).toBe('No value for Tuvalu: not reported, or not defined.');
  expect(words.takeaway).toContain('for Germany');
});

test('what students hold of a country is between bounds, not in an interval of chance', () => {
  const { takeaway, notes } = say(
    { indicator: 'spread', layer: 'students', country: 'IND' },
    indicatorPoints('IND', 'uis-student-flows', 2015, [[5, 4.1, 6.2]]),
  );
  expect(takeaway).toContain('(bounds 4.1 to 6.2; UNESCO UIS, via 360info)');
  expect(notes.join(' ')).not.toContain('95%');
  expect(notes.join(' ')).toContain('not listed');
});

test('the counting is that of the indicator, whatever the source counts elsewhere', () => {
  const counted = (indicator: string) =>
    say({ indicator, country: 'DEU' }, indicatorPoints('DEU', PAPERS, 2020, [[51.5]])).notes;
  expect(counted('rate')).toContain('Fractional counting: said here.');
  expect(counted('rate').join(' ')).not.toContain('Whole counting');
  expect(counted('works_per_million').join(' ')).toContain('once for each of these countries');
  expect(counted('works_per_million').join(' ')).not.toContain('pairs');
  expect(counted('effective_partners').join(' ')).toContain('a link of each of them');
});

test('hosts that are silent are spoken of where students are shown, and nowhere else', () => {
  const of = (indicator: string, layer: LayerId) =>
    say({ indicator, layer, country: 'IND' }, indicatorPoints('IND', 'a', 2015, [[5]])).notes.join(' ');
  expect(of('spread', 'students')).toContain('Only hosts that reported count');
  expect(of('effective_partners', 'papers')).not.toContain('hosts');
});

describe('a fall', () => {
  const SCOPUS = 'scholarly-migration/scopus';
  const OPENALEX = 'scholarly-migration/openalex';
  const fall = (flag?: string) => [
    ...indicatorPoints('DEU', SCOPUS, 2010, [flag ? [0.2, 0.1, 0.3, flag] : [0.2, 0.1, 0.3]]),
    ...indicatorPoints('DEU', OPENALEX, 2010, [[0.15, 0.1, 0.2, 'u']]),
  ];
  const asked = { indicator: 'fall', layer: 'scholars', country: 'DEU' } as const;

  test('that no second source shows says so, in either source', () => {
    expect(say(asked, fall('bu')).takeaway).toBe(
      'Fall, 2010: 0.20 for Germany (95% interval 0.10 to 0.30; no second source shows it; MPIDR, Scopus base); 0.15 by MPIDR, OpenAlex base (0.10 to 0.20; no second source shows it).',
    );
    expect(say(asked, fall()).takeaway).toContain('(95% interval 0.10 to 0.30; MPIDR, Scopus base)');
    expect(say(asked, indicatorPoints('DEU', SCOPUS, 2010, [[0.2, null, null, 'u']])).takeaway).toBe(
      'Fall, 2010: 0.20 for Germany (no second source shows it; MPIDR, Scopus base).',
    );
  });

  test('has one year in each source: no band, and nothing to hold against each other', () => {
    const notes = say(asked, fall()).notes.join(' ');
    expect(notes).not.toContain('The band');
    expect(notes).not.toContain('Two sources');
    expect(notes).toContain('The upright at a value is the 95% interval');
  });

  test('of the flag u of another indicator nothing is said', () => {
    const { takeaway } = say({ country: 'DEU' }, indicatorPoints('DEU', PAPERS, 2010, [[2, 1, 3, 'u']]));
    expect(takeaway).not.toContain('second source');
  });
});

test('what is reckoned over all years together is not worded as of its last year', () => {
  const { title, takeaway, notes } = say(
    { indicator: 'renewed', layer: 'projects', country: 'DEU' },
    indicatorPoints('DEU', 'cordis-h2020', 2020, [[0.4]]),
  );
  expect(title).toBe('Renewed: Germany, over all whole years up to 2020 together');
  expect(takeaway).toBe('Renewed, over all whole years up to 2020 together: 0.4 for Germany (CORDIS).');
  expect(notes.join(' ')).toContain('not of that year alone');
});

test('a percentage has its sign', () => {
  expect(
    say(
      { indicator: 'rate', country: 'DEU' },
      indicatorPoints('DEU', 'ncses-publications/scopus', 2020, [[51.5]]),
    ).takeaway,
  ).toBe('Rate, 2020: 51.5% for Germany (NCSES, Scopus).');
});

test('nothing reported', () => {
  expect(say({ country: 'TUV' }, [])).toMatchObject({
    title: 'Effective number of partners in papers: Tuvalu',
    takeaway: null,
    coverage: 'Nothing can be reckoned for Tuvalu: not reported, or not defined.',
    sources: [],
    table: { rows: [] },
  });
});
