import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import type { TieRows } from '../ties/rows.ts';
import { rankingView } from './index.ts';
import { ranked } from './ranked.ts';

const rank = (asked: Asked, counts: TieRows['counts'], more: Partial<TieRows> = {}) =>
  ranked(tieRows(counts, more), settleView(rankingView, asked, ATLAS).state, ATLAS);
const rows = (ranking: ReturnType<typeof ranked>) =>
  ranking.rows.map(({ partner, tie, other }) => [
    partner ?? tie.origin + tie.destination,
    tie.value,
    ...(other === undefined ? [] : [other]),
  ]);

const BOTH = [arc('DEU', 'USA', 48), arc('USA', 'DEU', 96), arc('DEU', 'FRA', 30), arc('CHN', 'DEU', 70)];

describe('partners of a country both ways', () => {
  test('are added up before the least count is asked for', () => {
    const asked = { layer: 'scholars', country: 'DEU', min: 50 };
    expect(rows(rank(asked, BOTH))).toEqual([
      ['USA', 144],
      ['CHN', 70],
    ]);
    expect(rank(asked, BOTH).rest).toEqual({ partners: 1, value: 30, noun: 'partners' });
  });
});

describe('a second country', () => {
  const counts = [arc('USA', 'CHN', 100), arc('USA', 'FRA', 60)];
  const otherCounts = [arc('CHN', 'USA', 100), arc('CHN', 'DEU', 5)];

  test('has no value with itself, and none where every pair is listed and it has no row', () => {
    expect(rows(rank({ layer: 'papers', country: 'USA', against: 'CHN' }, counts, { otherCounts }))).toEqual([
      ['CHN', 100, null],
      ['FRA', 60, 0],
    ]);
  });
});

test('a share of a layer that has nothing is none', () => {
  const ranking = rank({ layer: 'papers', country: 'USA', against: 'projects' }, [arc('USA', 'CHN', 100)]);
  expect(rows(ranking)).toEqual([['CHN', 100, null]]);
});

describe('net flows', () => {
  const values = [arc('CHN', 'DEU', 0), arc('DEU', 'USA', 0)].map(({ origin, destination }, i) => ({
    origin,
    destination,
    value: [50, 48][i] ?? 0,
    low: null,
    high: null,
    flag: null,
  }));
  test('of a country are its gains, the largest first whatever their sign, and only they are counted', () => {
    const ranking = rank({ layer: 'scholars', country: 'DEU', by: 'net_flow', top: 1 }, BOTH, { values });
    expect(rows(ranking)).toEqual([['CHN', 50]]);
    expect(ranking.rest).toEqual({ partners: 1, value: null, noun: 'partners' });
    expect(rows(rank({ layer: 'scholars', country: 'DEU', by: 'net_flow' }, BOTH, { values }))[1]).toEqual([
      'USA',
      -48,
    ]);
  });
});

test('a pair that both ends see in their own way is one pair of those left', () => {
  const value = (origin: string, destination: string, of: number) => ({
    origin,
    destination,
    value: of,
    low: null,
    high: null,
    flag: null,
  });
  const ranking = rank(
    { layer: 'papers', by: 'ric', top: 2 },
    [arc('CHN', 'USA', 100), arc('DEU', 'FRA', 60), arc('DEU', 'USA', 40)],
    {
      values: [
        value('CHN', 'USA', 3),
        value('USA', 'CHN', 2),
        value('DEU', 'FRA', 1),
        value('FRA', 'DEU', 1),
      ],
    },
  );
  expect(rows(ranking)).toEqual([
    ['CHNUSA', 3],
    ['USACHN', 2],
  ]);
  expect(ranking.rest).toEqual({ partners: 2, value: null, noun: 'pairs' });
});

describe('two years', () => {
  const asked = { layer: 'students', country: 'DEU', year: 2015, against: '2008' };
  const atlas = {
    ...ATLAS,
    flows: ATLAS.flows.map((series) =>
      series.layer === 'students' ? { ...series, breaks: { FRA: [2011] } } : series,
    ),
  };
  const both = (
    direction: 'in' | 'out' | 'both',
    counts: TieRows['counts'],
    otherCounts: TieRows['counts'],
  ) =>
    ranked(
      tieRows(counts, { otherCounts }),
      settleView(rankingView, { ...asked, direction }, atlas).state,
      atlas,
    );

  test('across a break of who reports are not compared: of those who left, the partner', () => {
    const out = [arc('DEU', 'FRA', 90), arc('DEU', 'USA', 60)];
    expect(both('out', out, out).rows.map(({ incomparable }) => incomparable)).toEqual([
      'break in series',
      undefined,
    ]);
    const back = [arc('FRA', 'DEU', 90)];
    expect(both('in', back, back).rows[0]?.incomparable).toBeUndefined();
    // Where both ways are added up, either.
    expect(both('both', back, back).rows[0]?.incomparable).toBe('break in series');
  });

  test('a value of one year only has nothing to be compared with', () => {
    const { rows } = both('out', [arc('DEU', 'FRA', 90)], []);
    expect(rows).toMatchObject([{ other: null }]);
    expect(rows[0]).not.toHaveProperty('incomparable');
  });

  test('what is to be said of the other value stays with it', () => {
    const { rows } = both('out', [arc('DEU', 'USA', 90)], [arc('DEU', 'USA', 60, 'u')]);
    expect(rows).toMatchObject([{ tie: { flag: null }, other: 60, otherFlag: 'u' }]);
  });
});
