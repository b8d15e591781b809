import { expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { settleExplorer, type Wish } from './state.ts';
import { waitingWords } from './waiting-words.ts';

const said = (wish: Wish): string[] => waitingWords(settleExplorer(wish, ATLAS).state);

test('a part that needs a country, or two, says so', () => {
  expect(said({ show: ['map', 'network'] })).toEqual([expect.stringContaining('choose the country')]);
  expect(said({ show: ['network'], country: 'IND' })).toEqual([]);
  expect(said({ show: ['pair'], country: 'IND' })).toEqual([expect.stringContaining('a country and whom')]);
  expect(said({ show: ['network', 'pair'] })).toHaveLength(2);
  expect(said({ show: ['pair'], country: 'IND', partner: 'CHN' })).toEqual([]);
});

test('the pair is silent beside other parts: it comes of itself', () => {
  expect(said({})).toEqual([]);
  expect(said({ show: ['trend', 'pair'] })).toEqual([]);
});
