import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { indicatorPoints } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { IndicatorPoint } from '../indicator-lines.ts';
import { indicatorOf } from '../indicator-phrases.ts';
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
      { ...indicatorOf('effective_partners', ATLAS), id: 'spread', title: 'Spread', layers: ['students'] },
    ],
    [
      'rate',
      {
        ...indicatorOf('effective_partners', ATLAS),
        id: 'rate',
        title: 'Rate',
        layers: ['papers'],
        unit: 'percent',
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

describe('counting', () => {
  const counted = (source: string) =>
    say({ indicator: 'rate', country: 'DEU' }, indicatorPoints('DEU', source, 2020, [[51.5]])).notes.join(
      ' ',
    );
  test('is said of what rests on flows, and of nothing else', () => {
    expect(counted(PAPERS)).toContain('Whole counting');
    expect(counted('ncses-publications/scopus')).not.toContain('Whole counting');
  });
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
