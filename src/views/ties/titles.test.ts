import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import type { Group } from '../../model/group.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import type { Atlas } from '../view.ts';
import { TIE_FIELDS } from './state.ts';
import { amongTitle, changeTitle, tiesTitle, withPartners } from './titles.ts';

const LOW: Group = { id: 'low', kind: 'income', title: 'Low income', members: [['IND'], ['NAM'], ['TUV']] };
const WITH_INCOME: Atlas = { ...ATLAS, groups: new Map([...ATLAS.groups, [LOW.id, LOW]]) };
const stateOf = (asked: Asked) => settle(TIE_FIELDS, asked, { top: 60 }, WITH_INCOME).state;
const title = (asked: Asked, shown = 60) => tiesTitle(stateOf(asked), shown, WITH_INCOME);

describe('how many are shown', () => {
  test.each<[Asked, number, string]>([
    [{ layer: 'papers' }, 60, 'The 60 pairs of countries that share most papers, 2022'],
    [{ layer: 'papers' }, 1, 'The pair of countries that shares most papers, 2022'],
    [{ layer: 'papers' }, 0, 'Papers between countries, 2022'],
    [{ layer: 'students' }, 60, 'The 60 largest flows of students between countries, 2018'],
    [{ layer: 'students' }, 1, 'The largest flow of students between countries, 2018'],
    [{ layer: 'students' }, 0, 'Students between countries, 2018'],
    [{ layer: 'scholars', by: 'net_flow' }, 1, 'The largest net flow of scholars between countries, 2020'],
    [{ layer: 'scholars', by: 'net_flow' }, 0, 'Net flow: scholars between countries, 2020'],
    [
      { layer: 'papers', among: 'm49-142' },
      1,
      'The pair of countries within Asia that shares most papers, 2022',
    ],
  ])('%o, %i: %s', (asked, shown, said) => {
    expect(title(asked, shown)).toBe(said);
  });

  test('of changes too', () => {
    const change = (asked: Asked, shown: number) =>
      changeTitle(
        { against: { kind: 'year', year: 2010, broken: new Set() } },
        stateOf({ year: 2022, against: '2010', ...asked }),
        shown,
        WITH_INCOME,
      );
    expect(change({ layer: 'papers' }, 2)).toBe(
      'The 2 largest changes in papers between countries, 2022 against 2010',
    );
    expect(change({ layer: 'papers' }, 1)).toBe(
      'The largest change in papers between countries, 2022 against 2010',
    );
    expect(change({ layer: 'papers' }, 0)).toBe('Change in papers between countries, 2022 against 2010');
    expect(change({ layer: 'papers', country: 'DEU', by: 'share' }, 1)).toBe(
      'Change in papers that Germany shares with other countries, in percentage points, 2022 against 2010',
    );
  });
});

describe('of whom', () => {
  test.each<[Asked, string]>([
    [{ among: 'CHN.USA' }, 'Papers between China and the United States, 2022'],
    [
      { among: 'CHN.DEU.USA' },
      'The 60 pairs of countries among China, Germany and the United States that share most papers, 2022',
    ],
    [
      { among: 'CHN.DEU.FRA.GBR.USA', ends: 'one' },
      'The 60 pairs between 5 chosen countries and the rest of the world that share most papers, 2022',
    ],
    [
      { among: 'CHN.DEU', ends: 'one' },
      'The 60 pairs between the rest of the world and China or Germany that share most papers, 2022',
    ],
    [
      { among: 'low', ends: 'one' },
      'The 60 pairs between low-income countries and the rest of the world that share most papers, 2022',
    ],
    [
      { country: 'USA', among: 'm49-142' },
      'Papers that the United States shares with other countries (in Asia only), 2022',
    ],
    [
      { country: 'USA', among: 'low' },
      'Papers that the United States shares with other countries (low-income countries only), 2022',
    ],
    [
      { country: 'USA', among: 'CHN.DEU' },
      'Papers that the United States shares with other countries (China and Germany only), 2022',
    ],
  ])('%o: %s', (asked, said) => {
    expect(title({ layer: 'papers', ...asked })).toBe(said);
  });
});

describe('places among each other', () => {
  const places = (n: number) => Array.from({ length: n }, (_, i) => `A${i}`);
  const among = (asked: Asked, n: number, outOf: number, centre: string | null = null, others = false) =>
    amongTitle(
      stateOf({ layer: 'papers', ...asked }),
      { places: places(n), outOf, centre },
      WITH_INCOME,
      others,
    );

  test('are the largest, where more there are, with all others where these are drawn', () => {
    expect(among({}, 36, 200)).toBe('Papers between 36 countries, 2022');
    expect(among({}, 20, 200, null, true)).toBe('Papers between countries (20 largest and all others), 2022');
    expect(among({ among: 'm49-142' }, 3, 3, null, true)).toBe('Papers within Asia, 2022');
    expect(among({ among: 'm49-142' }, 2, 3)).toBe('Papers within Asia (2 largest countries), 2022');
    expect(among({ among: 'low', ends: 'one' }, 20, 50, null, true)).toBe(
      'Papers between low-income countries and the rest of the world (20 largest countries and all others), 2022',
    );
    expect(among({ by: 'affinity', among: 'm49-142' }, 2, 3, null, true)).toBe(
      'Affinity: papers within Asia (2 largest countries and all others), 2022',
    );
  });

  test('or a country and its partners: the largest, all, or some', () => {
    expect(among({}, 36, 200, 'NAM')).toBe('Papers among Namibia and its 35 largest partners, 2022');
    expect(among({}, 26, 26, 'TUV')).toBe('Papers among Tuvalu and its 25 partners, 2022');
    expect(among({ min: 20 }, 26, 26, 'NAM')).toBe('Papers among Namibia and 25 of its partners, 2022');
    expect(among({}, 20, 200, 'NAM', true)).toBe(
      'Papers among Namibia, its 19 largest partners and all others, 2022',
    );
    expect(among({ layer: 'students' }, 11, 11, 'TUV')).toBe(
      'Students among Tuvalu and its 10 listed partners, 2018',
    );
  });

  test('one is one, and none is none', () => {
    expect(among({}, 0, 0)).toBe('Papers between countries, 2022');
    expect([withPartners('Chile', 1, 'all'), withPartners('Chile', 1, 'largest')]).toEqual([
      'Chile and its partner',
      'Chile and its largest partner',
    ]);
    expect([withPartners('Chile', 1, 'some'), withPartners('Chile', 0, 'largest')]).toEqual([
      'Chile and one of its partners',
      'Chile and its partners',
    ]);
  });
});

test('two sources stand apart from the year, since their names have commas', () => {
  expect(title({ layer: 'scholars', country: 'DEU', against: 'scholarly-migration/openalex' })).toBe(
    'Scholars moving to and from Germany, 2020 (MPIDR, Scopus base against MPIDR, OpenAlex base)',
  );
});
