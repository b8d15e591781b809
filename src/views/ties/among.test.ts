import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { arc, tieRows } from '../../../tests/support/rows-fixture.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import { amongState, placesShown } from './among.ts';
import { select } from './select.ts';
import { TIE_FIELDS } from './state.ts';

const COUNTS = [arc('CHN', 'USA', 100), arc('DEU', 'FRA', 60), arc('NAM', 'DEU', 3), arc('NAM', 'USA', 2)];
const shown = (asked: Asked, most: number) => {
  const { state } = settle(TIE_FIELDS, { layer: 'papers', ...asked }, { top: 60 }, ATLAS);
  return placesShown(select(tieRows(COUNTS), amongState(state, ATLAS), ATLAS), state, most);
};

describe('places of a figure', () => {
  test('of the world are the largest', () => {
    expect(shown({}, 2)).toEqual({ places: ['USA', 'CHN'], outOf: 5, centre: null });
  });

  test('round a country are its partners, and nobody else for the sake of being many', () => {
    expect(shown({ country: 'NAM' }, 5)).toEqual({ places: ['NAM', 'DEU', 'USA'], outOf: 3, centre: 'NAM' });
    expect(shown({ country: 'NAM' }, 2)).toEqual({ places: ['NAM', 'DEU'], outOf: 3, centre: 'NAM' });
  });

  test('that are chosen are all of them, partners or not', () => {
    expect(shown({ country: 'CHN', among: 'CHN.DEU.FRA.USA' }, 9)).toMatchObject({
      places: ['CHN', 'USA', 'DEU', 'FRA'],
      outOf: 4,
    });
  });

  test('where the country has nothing are those of the world', () => {
    expect(shown({ country: 'TUV' }, 2)).toMatchObject({ places: ['USA', 'CHN'], centre: null });
  });
});
