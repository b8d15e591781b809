import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { HOSTILE, hostileAsked, oneOf, random, randomState } from '../../tests/support/random.ts';
import type { Asked } from '../views/params.ts';
import {
  change,
  EXPLORER_FIELDS,
  figureStates,
  fromSearch,
  searchOf,
  settleExplorer,
  type ExplorerState,
} from './explorer-state.ts';

const stateOf = (asked: Asked): ExplorerState => settleExplorer(asked, ATLAS).state;
const anyState = (next: () => number): ExplorerState => randomState(ATLAS, next);
const moved = (from: Asked, to: Asked): ExplorerState => change(stateOf(from), to, ATLAS);

describe('the address', () => {
  test('of the opening state is the bare page', () => {
    expect(searchOf(stateOf({}), ATLAS)).toBe('');
    expect(fromSearch('', ATLAS)).toEqual({ state: stateOf({}), problems: [] });
  });

  test('of a layer as it opens is the layer alone', () => {
    expect(searchOf(stateOf({ layer: 'students' }), ATLAS)).toBe('?layer=students');
  });

  test('tells a year apart that is standard for one source and not for another', () => {
    for (const source of ['scholarly-migration/scopus', 'scholarly-migration/openalex'])
      for (const year of [2019, 2020]) {
        const state = stateOf({ layer: 'scholars', source, year });
        expect(fromSearch(searchOf(state, ATLAS), ATLAS).state).toEqual(state);
      }
  });

  test('300 random states come back from it', () => {
    const next = random(3);
    for (let i = 0; i < 300; i++) {
      const state = anyState(next);
      const search = searchOf(state, ATLAS);
      expect({ search, ...fromSearch(search, ATLAS) }).toEqual({ search, state, problems: [] });
    }
  });

  test('may hold anything', () => {
    for (const name of EXPLORER_FIELDS)
      for (const value of HOSTILE) {
        const { state } = fromSearch(`?${name}=${encodeURIComponent(value.toWellFormed())}`, ATLAS);
        expect(fromSearch(searchOf(state, ATLAS), ATLAS)).toEqual({ state, problems: [] });
      }
    for (const search of [
      '?%',
      '?%00',
      '?&&&=',
      '?layer',
      '?layer=&layer=students',
      '?=papers',
      `?${'a&'.repeat(9999)}`,
    ])
      expect(fromSearch(search, ATLAS).state).toEqual(stateOf({}));
    const next = random(4);
    for (let i = 0; i < 300; i++) {
      const asked = hostileAsked(ATLAS, next);
      const { state } = settleExplorer(asked, ATLAS);
      expect(fromSearch(searchOf(state, ATLAS), ATLAS)).toEqual({ state, problems: [] });
    }
  });
});

describe('a control that is moved', () => {
  test('another layer brings its own source and keeps country and year where they fit', () => {
    expect(moved({ country: 'CHN', year: 2019 }, { layer: 'scholars' })).toMatchObject({
      layer: 'scholars',
      source: 'scholarly-migration/scopus',
      year: 2019,
      country: 'CHN',
    });
  });

  test('a year that the other layer lacks gives way to the one it shows first', () => {
    expect(moved({ year: 1991 }, { layer: 'students' }).year).toBe(2018);
    expect(moved({ year: 2023 }, { layer: 'projects' }).year).toBe(2020);
  });

  test('a year that the other source lacks gives way too', () => {
    const scopus = { layer: 'scholars', source: 'scholarly-migration/scopus', year: 1998 };
    expect(moved(scopus, { source: 'scholarly-migration/openalex' })).toMatchObject({
      source: 'scholarly-migration/openalex',
      year: 2019,
    });
  });

  test('another source of the same layer keeps the year where it has it', () => {
    const scopus = { layer: 'scholars', source: 'scholarly-migration/scopus', year: 2010 };
    expect(moved(scopus, { source: 'scholarly-migration/openalex' }).year).toBe(2010);
  });

  test('a direction goes with the layer that has one', () => {
    expect(moved({ layer: 'students', country: 'CHN', direction: 'in' }, { layer: 'papers' }).direction).toBe(
      'both',
    );
    expect(
      moved({ layer: 'students', country: 'CHN', direction: 'in' }, { layer: 'scholars' }).direction,
    ).toBe('in');
  });

  test('a partner goes with the country', () => {
    expect(moved({ country: 'CHN', partner: 'USA' }, { country: null })).toMatchObject({
      country: null,
      partner: null,
    });
    expect(moved({ country: 'CHN', partner: 'USA' }, { country: 'DEU' })).toMatchObject({
      country: 'DEU',
      partner: 'USA',
    });
    expect(moved({ country: 'CHN', partner: 'USA' }, { country: 'USA' })).toMatchObject({
      country: 'USA',
      partner: null,
    });
    expect(moved({ country: 'CHN', partner: 'USA' }, { partner: null }).partner).toBeNull();
  });

  test('takes text, as controls give it', () => {
    expect(moved({}, { year: '2001', top: '25' })).toMatchObject({ year: 2001, top: 25 });
  });

  test('500 random moves end at states that the address can hold', () => {
    const next = random(5);
    let state = stateOf({});
    for (let i = 0; i < 500; i++) {
      const name = oneOf(EXPLORER_FIELDS, next);
      state = change(state, { [name]: anyState(next)[name] }, ATLAS);
      expect(fromSearch(searchOf(state, ATLAS), ATLAS)).toEqual({ state, problems: [] });
    }
  });
});

test('each figure gets what it knows', () => {
  const { map, ranking, trend, pair } = figureStates(
    stateOf({ layer: 'students', country: 'CHN', partner: 'USA', direction: 'out', top: 100 }),
  );
  expect(map).toEqual({
    layer: 'students',
    source: 'uis-student-flows',
    year: 2018,
    country: 'CHN',
    direction: 'out',
    top: 100,
  });
  expect(ranking.top).toBe(12);
  expect(trend).toEqual({ layer: 'students', country: 'CHN', partner: 'USA', direction: 'out' });
  expect(pair).toEqual({ country: 'CHN', partner: 'USA' });
  expect(figureStates(stateOf({ country: 'CHN' })).pair).toBeNull();
});
