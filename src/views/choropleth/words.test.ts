import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { CHOROPLETH, missing } from '../../../tests/support/rows-fixture.ts';
import { MAPPED_INDICATORS } from '../../model/slice.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { choroplethView } from './index.ts';
import { MAP_MEASURES, measureOf } from './measures.ts';
import type { ChoroplethRows } from './sql.ts';

const say = (asked: Asked, rows: Partial<ChoroplethRows> = {}) =>
  choroplethView.words({ ...CHOROPLETH, ...rows }, settleView(choroplethView, asked, ATLAS).state, ATLAS);
const value = (country: string, v: number) => ({ country, value: v, flag: null });

test.each<[string, readonly number[], string]>([
  ['balance', [0.5, 0, -0.5], '1 of the 3 countries with data hosted more students than they had abroad'],
  [
    'inbound_students',
    [900, 5],
    'the United States hosted 900 foreign students, the most of the countries that report',
  ],
  ['outbound_students', [1200, 5], '1,200 students from the United States studied abroad'],
  ['net_rate', [3, 2, -1], '2 of the 3 countries with a rate gained more scholars than they lost'],
  ['in_rate', [9, 4.25, 1], 'half of the 3 countries with a rate gained more than 4.3 scholars'],
  ['out_rate', [9, 4, 2, 1], 'half of the 4 countries with a rate lost more than 2.0 scholars'],
  ['international_works', [7, 5], 'the United States had the most internationally co-authored works: 7'],
])('%s of %o', (id, values, sentence) => {
  expect(measureOf(id).sentence(values, 'the United States')).toContain(sentence);
});

test('every measure words, and formats both signs', () => {
  for (const measure of MAP_MEASURES) {
    expect(measure.format(0)).toMatch(/^0/);
    expect(measure.format(-1.25)).toMatch(/^\u2212\d/);
    expect(measure.sentence([], '')).not.toMatch(/NaN|undefined/);
  }
});

test('hosts without a total are named, in measures of students alone', () => {
  expect(say({ measure: 'balance' }).coverage).toBe(
    'No 2022 data from the United States, nor from 1 smaller host. What is not reported is not zero.',
  );
  expect(say({ measure: 'in_rate' }).coverage).toBeNull();
  expect(say({ measure: 'balance' }, { missing: missing(['NAM', 7]) }).coverage).toBe(
    'No 2022 data from 1 smaller host.',
  );
});

test('the sentence of a map begins with its year and ends with its source', () => {
  expect(
    say({ measure: 'inbound_students' }, { values: [value('USA', 900), value('DEU', 5)] }).takeaway,
  ).toBe(
    'In 2022, the United States hosted 900 foreign students, the most of the countries that report (UNESCO UIS).',
  );
});

test('a measure that no map can show is not mapped under the name of another', () => {
  const { state, problems } = settleView(choroplethView, { measure: 'researchers' }, ATLAS);
  expect(measureOf(state.measure).id).toBe(state.measure);
  expect(problems).toEqual(['There is no measure “researchers”.']);
});

test('rates are the indicators and layers that slices and atlas.json hold', () => {
  const rates = MAP_MEASURES.filter(({ kind }) => kind !== 'count').map(({ id, layer }) => [id, layer]);
  expect(rates.sort()).toEqual([...MAPPED_INDICATORS].sort());
});

test('the balance of the map is that of students, though scholars have one too', () => {
  expect(settleView(choroplethView, { measure: 'balance' }, ATLAS).state.source).toBe('uis-student-totals');
  const asked = { measure: 'balance', source: 'scholarly-migration/scopus' };
  const { state, problems } = settleView(choroplethView, asked, ATLAS);
  expect(state.source).toBe('uis-student-totals');
  expect(problems).toHaveLength(1);
});

test('a mapped indicator leads to its method and names its counting, a count has none', () => {
  expect(say({ measure: 'in_rate' })).toMatchObject({ method: 'in_rate' });
  expect(say({ measure: 'in_rate' }).notes.join(' ')).toContain('What is counted are moves');
  expect(say({ measure: 'inbound_students' })).not.toHaveProperty('method');
});

test('nothing reported', () => {
  expect(say({ measure: 'balance' }, { values: [] })).toMatchObject({
    takeaway: null,
    alt: 'World map without values: nothing is reported.',
    table: { rows: [] },
  });
});
