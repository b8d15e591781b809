import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { HOSTILE, hostileAsked, oneOf, random, randomState } from '../../../tests/support/random.ts';
import type { Asked } from '../../views/params.ts';
import { fromSearch, searchOf } from './address.ts';
import { figureStates } from './figure-states.ts';
import { change, EXPLORER_FIELDS, settleExplorer, type ExplorerState } from './state.ts';

const stateOf = (asked: Asked): ExplorerState => settleExplorer(asked, ATLAS).state;
const anyState = (next: () => number): ExplorerState => stateOf(randomState(ATLAS, next));
const moved = (from: Asked, to: Asked): ExplorerState => change(stateOf(from), to, ATLAS);

describe('the address', () => {
  test('of the opening state is the bare page', () => {
    expect(searchOf(stateOf({}), ATLAS)).toBe('');
    expect(fromSearch('', ATLAS)).toEqual({ state: stateOf({}), problems: [] });
  });

  test('of a layer as it opens is the layer alone', () => {
    expect(searchOf(stateOf({ layer: 'students' }), ATLAS)).toBe('?v=2&layer=students');
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

describe('the version of an address', () => {
  test('an old one shows what it showed', () => {
    const { state, problems } = fromSearch('?layer=students&country=IND&direction=out&year=2015', ATLAS);
    expect(problems).toEqual([]);
    expect(state).toMatchObject({
      layer: 'students',
      country: 'IND',
      direction: 'out',
      year: 2015,
      by: 'count',
    });
    expect(searchOf(state, ATLAS)).toBe('?v=2&layer=students&year=2015&country=IND&direction=out');
  });

  test('what an old one could not say is not read from it', () => {
    expect(fromSearch('?country=IND&by=affinity&show=matrix&mark=CHN', ATLAS).state).toEqual(
      stateOf({ country: 'IND' }),
    );
  });

  test.each(['0', '-1', 'x', '1e3', ''])('“%s” never was one', (v) => {
    expect(fromSearch(`?v=${v}&country=IND`, ATLAS)).toMatchObject({
      state: { country: 'IND' },
      problems: [/* one line */ expect.stringContaining('version')],
    });
  });

  test('one of tomorrow is read as far as it is understood', () => {
    expect(fromSearch('?v=3&country=IND&colour=red', ATLAS)).toMatchObject({
      state: { country: 'IND' },
      problems: [expect.stringContaining('newer version')],
    });
  });
});

describe('parts and marks', () => {
  test('stand in the address by name', () => {
    const state = settleExplorer({ show: ['map', 'matrix'], marked: ['IND', 'CHN'] }, ATLAS).state;
    expect(searchOf(state, ATLAS)).toBe('?v=2&show=map,matrix&mark=CHN,IND');
    expect(fromSearch('?v=2&show=matrix,map,matrix&mark=CHN,IND,XXX,IND', ATLAS).state).toEqual(state);
  });

  test('unknown ones are named or dropped, and never leave a blank page', () => {
    expect(fromSearch('?v=2&show=globe', ATLAS)).toMatchObject({
      state: { show: ['map', 'ranking', 'trend', 'pair'] },
      problems: [expect.stringContaining('a part that the explorer does not have')],
    });
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

describe('each figure gets what it knows', () => {
  const states = (asked: Asked) => figureStates(stateOf(asked), ATLAS);

  test('of a pair', () => {
    const { map, ranking, trend, pair, network } = states({
      layer: 'students',
      country: 'CHN',
      partner: 'USA',
      direction: 'out',
      top: 100,
    });
    expect(map).toMatchObject({ layer: 'students', year: 2018, country: 'CHN', direction: 'out', top: 100 });
    expect(ranking.top).toBe(12);
    expect(trend).toEqual({ layer: 'students', country: 'CHN', partner: 'USA', direction: 'out' });
    expect(pair).toEqual({ country: 'CHN', partner: 'USA' });
    expect(network).toMatchObject({ country: 'CHN', top: 60 });
    expect(states({ country: 'CHN' }).pair).toBeNull();
    expect(states({}).network).toBeNull();
  });

  test('another layer has a map and a trend of its own, in a year that it has', () => {
    const { map, twin, trendTwin, ranking } = states({ country: 'DEU', year: 2022, against: 'students' });
    expect(map).toMatchObject({ layer: 'papers', against: null, year: 2022 });
    expect(twin).toMatchObject({
      layer: 'students',
      source: 'uis-student-flows',
      year: 2020,
      country: 'DEU',
    });
    expect(trendTwin).toMatchObject({ layer: 'students', country: 'DEU' });
    expect(ranking.against).toBe('students');
  });

  test('another year or country is in the same map', () => {
    expect(states({ country: 'DEU', against: '2010' })).toMatchObject({
      twin: null,
      map: { against: '2010' },
    });
    expect(states({ country: 'DEU', against: 'FRA' })).toMatchObject({
      twin: null,
      map: { against: 'FRA' },
      trendTwin: { country: 'FRA' },
    });
  });
});
