import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, missing, tieRows } from '../../../tests/support/rows-fixture.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import type { CountRow, TieRows } from './rows.ts';
import { select } from './select.ts';
import { TIE_FIELDS } from './state.ts';
import {
  coverageOf,
  emptyWords,
  largestWords,
  remainderNote,
  tiesNotes,
  tiesTable,
  tiesTakeaway,
} from './words.ts';

const of = (asked: Asked, counts: readonly CountRow[], more: Partial<TieRows> = {}) => {
  const { state } = settle(TIE_FIELDS, asked, { top: 60 }, ATLAS);
  const selection = select(tieRows(counts, more), state, ATLAS);
  return { state, selection };
};
const notes = (...args: Parameters<typeof of>) => {
  const { state, selection } = of(...args);
  return tiesNotes(selection, state, ATLAS);
};
const takeaway = (...args: Parameters<typeof of>) => {
  const { state, selection } = of(...args);
  return tiesTakeaway(selection, state, ATLAS);
};
const value = (origin: string, destination: string, net: number, flag: string | null = null) => ({
  origin,
  destination,
  value: net,
  low: null,
  high: null,
  flag,
});

describe('a mean over a range', () => {
  const asked = { layer: 'students', from: 2015, year: 2018 };
  const mean = (years: number, origin = 'CHN'): CountRow => ({ ...arc(origin, 'USA', 40), years });

  test.each<[string, CountRow[], RegExp]>([
    [
      'some',
      [mean(4), mean(3, 'IND'), mean(1, 'DEU')],
      /Of the 3 ties here, 2 have a number in fewer than all 4 years\.$/,
    ],
    ['one', [mean(4), mean(3, 'IND')], /Of the 2 ties here, 1 has a number in fewer than all 4 years\.$/],
    ['all', [mean(2), mean(3, 'IND')], /Each of the 2 ties here has a number in fewer than all 4 years\.$/],
    ['the only one', [mean(2)], /The one tie here has a number in fewer than all 4 years\.$/],
    ['none', [mean(4)], /are counted in every year\.$/],
  ])('says how many ties lack a year: %s', (_, counts, words) => {
    expect(notes(asked, counts).find((note) => note.startsWith('Each value is the mean'))).toMatch(words);
  });

  test('is quoted with its years, and listed with them', () => {
    expect(takeaway(asked, [mean(3)])).toMatch(/in 2015–2018 \(mean of 3 of the 4 years\), the most/);
    expect(takeaway(asked, [mean(4)])).toMatch(/in 2015–2018, the most/);
    const { selection } = of(asked, [mean(3)]);
    const { columns, rows } = tiesTable('', selection.ties, selection, ATLAS);
    expect(columns.map(({ label }) => label)).toContain('Years with a number');
    expect(rows[0]).toMatchObject({ years: 3 });
  });

  test('lacks hosts of other years only where a tie lacks a year', () => {
    const line = (years: number) =>
      coverageOf(of(asked, [mean(years)], { missing: missing(['FRA', 90_000]) }).selection, ATLAS);
    expect(line(3)).toContain('Other years from 2015 on lack other hosts');
    expect(line(4)).not.toContain('Other years');
  });

  test('of one year or of a sum there is none', () => {
    const { selection } = of({ layer: 'papers' }, [arc('CHN', 'USA', 4)]);
    expect(tiesTable('', selection.ties, selection, ATLAS).columns.map(({ key }) => key)).not.toContain(
      'years',
    );
  });
});

describe('a balance of two hosts', () => {
  const counts = [arc('CHN', 'USA', 90), arc('DEU', 'FRA', 40)];
  const leaning = (flags: readonly (string | null)[], by: 'net_flow' | 'count' = 'net_flow') =>
    notes({ layer: 'students', by }, counts, {
      values: [value('CHN', 'USA', 50, flags[0]), value('DEU', 'FRA', 4, flags[1])],
    }).filter((note) => note.includes('only part of its students'));

  test('leans where either reported in part only, which is said', () => {
    expect(leaning([null, 'bu'])).toEqual([
      'In 1 of the 2 balances here at least one of the two hosts reported only part of its students (low reliability): the balance leans to the other.',
    ]);
    expect(leaning(['u', 'u'])[0]).toMatch(/^Here at least one of the two hosts/);
  });

  test('not where both reported whole, nor of counts, nor of moves, which nobody reports', () => {
    expect(leaning([null, 'b'])).toEqual([]);
    expect(leaning(['u', 'u'], 'count')).toEqual([]);
    const moves = { values: [value('CHN', 'USA', 50, 'u')] };
    expect(notes({ layer: 'scholars', by: 'net_flow' }, counts, moves).join(' ')).not.toContain('leans');
  });
});

describe('a net flow as a sentence', () => {
  const net = (layer: string, by: number) =>
    takeaway({ layer, by: 'net_flow', year: 2018 }, [arc('CHN', 'USA', 90)], {
      values: [value('CHN', 'USA', by)],
    });
  test('says of whom there are more, and where', () => {
    expect(net('scholars', 669)).toBe(
      'In 2018, 669 more scholars moved from China to the United States than the other way, the largest net flow here (MPIDR, Scopus base).',
    );
    expect(net('students', 1)).toBe(
      'In 2018, 1 more student from China studied in the United States than from the United States in China, the largest net flow here (UNESCO UIS, via 360info).',
    );
  });
});

test('rates are many, and a share is one', () => {
  const population = [
    { country: 'CHN', value: 1e6 },
    { country: 'USA', value: 1e6 },
  ];
  const counts = [arc('CHN', 'USA', 90)];
  expect(takeaway({ layer: 'papers', by: 'per_million', min: 1 }, counts, { population })).toMatch(
    /^Papers per million inhabitants of both countries in 2022 are most numerous between/,
  );
  expect(takeaway({ layer: 'papers', by: 'share' }, counts)).toMatch(
    /^The largest share of all links here in 2022 is that between China and the United States/,
  );
});

describe('nothing', () => {
  const empty = (...args: Parameters<typeof of>) => {
    const { state, selection } = of(...args);
    return emptyWords(selection, state, ATLAS);
  };
  test('is large enough, or has a value', () => {
    const counts = [arc('CHN', 'USA', 90), arc('DEU', 'USA', 10)];
    expect(empty({ layer: 'papers', min: 100 }, counts)).toBe('No tie here has 100\u00a0papers or more.');
    expect(empty({ layer: 'papers', by: 'affinity', min: 100 }, counts)).toBe(
      'No tie here has 100\u00a0papers or more.',
    );
    expect(empty({ layer: 'papers', by: 'affinity' }, counts)).toBe(
      'None of the 2 ties here has a value of affinity.',
    );
    expect(empty({ layer: 'papers', by: 'affinity' }, counts.slice(0, 1))).toBe(
      'The one tie here has no value of affinity.',
    );
  });

  test('is left where nothing is drawn', () => {
    const { state, selection } = of({ layer: 'papers', country: 'CHN' }, [
      arc('CHN', 'USA', 2),
      arc('CHN', 'FRA', 1),
    ]);
    const rest = (shown: number) => remainderNote(selection.ties.slice(0, shown), selection, state, ATLAS);
    expect([rest(0), rest(1), rest(2)]).toEqual([
      'Not drawn: all 2 partners, 3\u00a0links.',
      'Not drawn: the other partner, 1\u00a0link.',
      null,
    ]);
  });

  test('to compare with is said: a host that was silent, a layer that had none', () => {
    const counts = [arc('CHN', 'USA', 90)];
    expect(
      notes({ layer: 'students', country: 'USA', direction: 'in', year: 2018, against: '2008' }, counts, {
        otherMissing: missing(['USA', 600_000]),
      })[0],
    ).toBe('Not reported: the United States gave no students by origin for 2008. That is not a zero.');
    expect(notes({ layer: 'papers', year: 2020, against: 'projects' }, counts)[0]).toBe(
      'Nothing to compare with: there are no Horizon 2020 projects here in 2020.',
    );
    // A pair that has no paper has none.
    expect(notes({ layer: 'papers', year: 2020, against: '2010' }, counts)[0]).toMatch(/^Whole counting/);
  });
});

test('a tie that its ends see each in its own way is with, not to', () => {
  const { selection } = of({ layer: 'papers', by: 'ric' }, [arc('CHN', 'USA', 90)], {
    values: [value('CHN', 'USA', 2), value('USA', 'CHN', 3)],
  });
  expect(largestWords(selection.ties, selection, ATLAS)).toBe(
    'The largest: China with United States 2.00 and United States with China 3.00.',
  );
  expect(
    tiesTable('', selection.ties, selection, ATLAS)
      .columns.map(({ label }) => label)
      .slice(0, 2),
  ).toEqual(['Seen from', 'Partner']);
});
