import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import { changes, paired } from './change.ts';
import type { CountRow, TieRows } from './rows.ts';
import { select } from './select.ts';
import { TIE_FIELDS } from './state.ts';

const stateOf = (asked: Asked) => settle(TIE_FIELDS, asked, { top: 60 }, ATLAS).state;
const of = (asked: Asked, counts: readonly CountRow[], more: Partial<TieRows> = {}) =>
  select(tieRows(counts, more), stateOf(asked), ATLAS);
const names = (ties: readonly { origin: string; destination: string; value: number }[]): string[] =>
  ties.map(({ origin, destination, value }) => `${origin}-${destination} ${value}`);
const value = (
  origin: string,
  destination: string,
  of: number,
  limits: readonly [number, number] | null = null,
) => ({
  origin,
  destination,
  value: of,
  low: limits?.[0] ?? null,
  high: limits?.[1] ?? null,
  flag: null,
});

const PAPERS = [arc('CHN', 'USA', 100), arc('DEU', 'FRA', 60), arc('CHN', 'IND', 30), arc('DEU', 'USA', 10)];
const MOVES = [arc('CHN', 'USA', 90), arc('USA', 'CHN', 40), arc('DEU', 'FRA', 8), arc('FRA', 'DEU', 12)];

describe('places', () => {
  test('within a group, both ends are members', () => {
    const { ties, all } = of({ layer: 'papers', among: 'm49-142' }, PAPERS);
    expect(names(ties)).toEqual(['CHN-IND 30']);
    expect(all).toEqual({ ties: 1, sum: 30 });
  });

  test('with the rest of the world, one end is', () => {
    expect(names(of({ layer: 'papers', among: 'm49-142', ends: 'one' }, PAPERS).ties)).toEqual([
      'CHN-USA 100',
    ]);
  });

  test('membership is that of the year', () => {
    const counts = [arc('DEU', 'GBR', 50), arc('DEU', 'FRA', 60)];
    expect(of({ layer: 'papers', among: 'union', year: 2019 }, counts).ties).toHaveLength(2);
    expect(names(of({ layer: 'papers', among: 'union', year: 2020 }, counts).ties)).toEqual(['DEU-FRA 60']);
  });

  test('of a country, the partner is what is asked for', () => {
    const own = [arc('DEU', 'FRA', 60), arc('DEU', 'USA', 10)];
    expect(names(of({ layer: 'papers', country: 'DEU', among: 'FRA.GBR' }, own).ties)).toEqual([
      'DEU-FRA 60',
    ]);
  });

  test('all that the filters let through is what a remainder is reckoned from, whatever is large enough', () => {
    const { ties, all } = of({ layer: 'papers', min: 50, among: 'CHN.DEU.FRA.USA' }, PAPERS);
    expect(names(ties)).toEqual(['CHN-USA 100', 'DEU-FRA 60']);
    expect(all).toEqual({ ties: 3, sum: 170 });
  });

  test('where nothing is filtered, all is what the query says: its rows may be the largest only', () => {
    expect(of({ layer: 'papers' }, PAPERS, { all: [{ ties: 15_000, sum: 3e6 }] }).all).toEqual({
      ties: 15_000,
      sum: 3e6,
    });
  });
});

test('one direction of a country', () => {
  const rows = [arc('USA', 'CHN', 40), arc('CHN', 'USA', 90)];
  expect(names(of({ layer: 'scholars', country: 'USA', direction: 'in' }, rows).ties)).toEqual([
    'CHN-USA 90',
  ]);
  expect(names(of({ layer: 'scholars', country: 'USA', direction: 'out' }, rows).ties)).toEqual([
    'USA-CHN 40',
  ]);
});

describe('measures', () => {
  test('a share is of all that is let through', () => {
    expect(names(of({ layer: 'papers', by: 'share' }, PAPERS).ties)).toEqual([
      'CHN-USA 50',
      'DEU-FRA 30',
      'CHN-IND 15',
      'DEU-USA 5',
    ]);
  });

  test('a rate is over the partner of one country, the origin of a flow, both countries of a pair', () => {
    const population = [
      { country: 'DEU', value: 80e6 },
      { country: 'FRA', value: 60e6 },
    ];
    const rate = (asked: Asked, counts: CountRow[]) =>
      of({ by: 'per_million', min: 1, ...asked }, counts, { population }).ties[0]?.value;
    expect(rate({ layer: 'papers', country: 'DEU' }, [arc('DEU', 'FRA', 60)])).toBe(1);
    expect(rate({ layer: 'papers' }, [arc('DEU', 'FRA', 70)])).toBe(0.5);
    expect(rate({ layer: 'scholars' }, [arc('DEU', 'FRA', 40)])).toBe(0.5);
    expect(rate({ layer: 'scholars', country: 'FRA', direction: 'in' }, [arc('DEU', 'FRA', 40)])).toBe(0.5);
    // Without inhabitants there is no rate, and no zero.
    expect(rate({ layer: 'scholars' }, [arc('CHN', 'FRA', 40)])).toBeUndefined();
  });

  test('an indicator that both ends share is drawn once; the weightiest is the largest by count', () => {
    const values = [
      value('DEU', 'FRA', 1.2, [1.1, 1.3]),
      value('FRA', 'DEU', 1.2, [1.1, 1.3]),
      value('CHN', 'USA', 0.9),
    ];
    const { ties, directed } = of({ layer: 'papers', by: 'affinity' }, PAPERS, { values });
    expect(names(ties)).toEqual(['CHN-USA 0.9', 'DEU-FRA 1.2']);
    expect(ties[1]).toMatchObject({ low: 1.1, high: 1.3, count: 60 });
    expect(directed).toBe(false);
  });

  test('one that each end sees in its own way is drawn from both, and of a country from its side', () => {
    const values = [value('CHN', 'USA', 2.01), value('USA', 'CHN', 2.14)];
    const world = of({ layer: 'papers', by: 'ric' }, PAPERS, { values });
    expect(names(world.ties).sort()).toEqual(['CHN-USA 2.01', 'USA-CHN 2.14']);
    expect(world.directed).toBe(true);
    const own = of({ layer: 'papers', by: 'ric', country: 'USA' }, [arc('USA', 'CHN', 100)], { values });
    expect(names(own.ties)).toEqual(['USA-CHN 2.14']);
    expect(own.directed).toBe(false);
  });

  test('a net flow goes to the one who gains, from whichever end it is seen', () => {
    const values = [
      value('CHN', 'USA', 50),
      value('USA', 'CHN', -50),
      value('DEU', 'FRA', -4),
      value('FRA', 'DEU', 4),
    ];
    expect(names(of({ layer: 'scholars', by: 'net_flow' }, MOVES, { values }).ties)).toEqual([
      'CHN-USA 50',
      'FRA-DEU 4',
    ]);
    const own = (country: string) =>
      names(of({ layer: 'scholars', by: 'net_flow', country }, MOVES.slice(0, 2), { values }).ties);
    expect(own('USA')).toEqual(['CHN-USA 50']);
    expect(own('CHN')).toEqual(['CHN-USA 50']);
  });

  test('small ties are no ratio, unless asked for', () => {
    const values = [value('DEU', 'USA', 9)];
    expect(of({ layer: 'papers', by: 'affinity' }, PAPERS, { values }).ties).toEqual([]);
    expect(names(of({ layer: 'papers', by: 'affinity', min: 10 }, PAPERS, { values }).ties)).toEqual([
      'DEU-USA 9',
    ]);
  });
});

describe('two years', () => {
  const asked = { layer: 'papers', year: 2022, against: '2010' };
  const before = [arc('CHN', 'USA', 70), arc('GBR', 'USA', 20)];

  test('a pair that one of them lacks had none, where every pair is listed', () => {
    const selection = of(asked, PAPERS, { otherCounts: before });
    expect(
      paired(selection).map(({ origin, destination, value: now, other }) => [
        origin + destination,
        now,
        other,
      ]),
    ).toEqual([
      ['CHNUSA', 100, 70],
      ['DEUFRA', 60, 0],
      ['CHNIND', 30, 0],
      ['DEUUSA', 10, 0],
      ['GBRUSA', 0, 20],
    ]);
    expect(names(changes(selection))).toEqual([
      'DEU-FRA 60',
      'CHN-USA 30',
      'CHN-IND 30',
      'GBR-USA -20',
      'DEU-USA 10',
    ]);
  });

  test('students are listed for the ten largest only: an absent one is unknown and no change', () => {
    const selection = of({ layer: 'students', year: 2018, against: '2010' }, PAPERS, { otherCounts: before });
    expect(names(changes(selection))).toEqual(['CHN-USA 30']);
  });

  test('an indicator that one of them lacks is unknown', () => {
    const selection = of({ ...asked, by: 'affinity' }, PAPERS, {
      values: [value('CHN', 'USA', 1.5), value('DEU', 'FRA', 2)],
      otherCounts: before,
      otherValues: [value('CHN', 'USA', 1.2)],
    });
    expect(paired(selection).map(({ other }) => other)).toEqual([1.2, null]);
  });
});

describe('what must not pass for a change', () => {
  test('who left a group: both years are of the members of the year that is shown', () => {
    const counts = [arc('DEU', 'GBR', 50), arc('DEU', 'FRA', 60)];
    const selection = of({ layer: 'papers', among: 'union', year: 2021, against: '2018' }, counts, {
      otherCounts: [arc('DEU', 'GBR', 40), arc('DEU', 'FRA', 55)],
    });
    expect(names(changes(selection))).toEqual(['DEU-FRA 5']);
  });

  test('what was too small to be shown: it is looked up whatever its size', () => {
    const selection = of(
      { layer: 'papers', year: 2022, against: '2012', min: 20 },
      [arc('NAM', 'USA', 42), arc('NAM', 'DEU', 9)],
      {
        otherCounts: [arc('NAM', 'USA', 15), arc('NAM', 'DEU', 30), arc('NAM', 'FRA', 5)],
      },
    );
    expect(names(changes(selection))).toEqual(['NAM-USA 27', 'NAM-DEU -21']);
  });

  test('a flag of either year stands at the change', () => {
    const selection = of({ layer: 'papers', year: 2022, against: '2012' }, [arc('CHN', 'USA', 42)], {
      otherCounts: [arc('CHN', 'USA', 15, 'e')],
    });
    expect(changes(selection)[0]?.flag).toBe('e');
  });
});

test('a range of papers is a yearly mean where it is a rate', () => {
  const population = [
    { country: 'DEU', value: 80e6 },
    { country: 'FRA', value: 60e6 },
  ];
  const asked = { layer: 'papers', by: 'per_million', min: 1, year: 2022 };
  const rate = (more: Asked) =>
    of({ ...asked, ...more }, [arc('DEU', 'FRA', 700)], { population }).ties[0]?.value;
  expect(rate({})).toBe(5);
  expect(rate({ from: 2018 })).toBe(1);
});

test('two layers keep their own units and years', () => {
  const { side, other } = of({ layer: 'papers', year: 2023, against: 'students' }, PAPERS, {
    otherCounts: MOVES,
  });
  expect([side.layer, side.year, other?.side.layer, other?.side.year]).toEqual([
    'papers',
    2023,
    'students',
    2020,
  ]);
  expect(other?.directed).toBe(true);
  expect(other?.ties[0]).toMatchObject({ origin: 'CHN', destination: 'USA', value: 90 });
});
