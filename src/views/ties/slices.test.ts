import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { slicePath, type CountrySlice, type LayerSlice } from '../../model/slice.ts';
import type { Asked } from '../params.ts';
import { settle } from '../settle.ts';
import { paths, rowsFrom } from './slices.ts';
import { TIE_FIELDS } from './state.ts';

const COUNTRY: CountrySlice = {
  iso3: 'IND',
  totals: [],
  ties: (['students', 'scholars'] as const).map((layer) => ({
    layer,
    source: layer === 'students' ? 'uis-student-flows' : 'scholarly-migration/scopus',
    direction: 'out',
    from: 2014,
    // Of 2014 to 2018; 0 is no row.
    partners: { USA: [9, 10, 0, 21, 0], GBR: [0, 3, 3, 3, 3] },
    yearFlags: { 2017: 'u' },
  })),
};
const countsOf = (asked: Asked) => {
  const { state } = settle(TIE_FIELDS, { country: 'IND', direction: 'out', ...asked }, { top: 60 }, ATLAS);
  const layer: LayerSlice = {
    layer: state.layer,
    source: state.source,
    year: state.year,
    strongest: [],
    pairs: 0,
    links: 0,
    notReported: [],
    coverage: {},
  };
  const slices = (paths(state, ATLAS) ?? []).map((path) =>
    path === slicePath.country('IND') ? COUNTRY : layer,
  );
  return rowsFrom(slices, state, ATLAS).counts;
};

test('a mean over a range is of the years that have a number, and says how many these are', () => {
  expect(countsOf({ layer: 'students', from: 2015, year: 2018 })).toEqual([
    { origin: 'IND', destination: 'USA', years: 2, count: 16, flag: 'u' },
    { origin: 'IND', destination: 'GBR', years: 4, count: 3, flag: 'u' },
  ]);
});

test('a sum over a range is of all its years, and one year is itself', () => {
  expect(countsOf({ layer: 'scholars', from: 2015, year: 2018 })).toEqual([
    { origin: 'IND', destination: 'USA', count: 31, flag: 'u' },
    { origin: 'IND', destination: 'GBR', count: 12, flag: 'u' },
  ]);
  expect(countsOf({ layer: 'students', year: 2015 })).toEqual([
    { origin: 'IND', destination: 'USA', count: 10, flag: null },
    { origin: 'IND', destination: 'GBR', count: 3, flag: null },
  ]);
});
