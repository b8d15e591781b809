import { describe, expect, test } from 'vitest';
import { creditLines } from '../../files/credits.ts';
import { fileName } from './file-name.ts';
import { rightsLine } from '../../files/rights.ts';
import { layerOf, sourceLabel, taken } from './taken-fixture.ts';

describe('the name of a file', () => {
  const name = (more: Parameters<typeof taken>[0]): string => fileName(taken(more), 'csv');

  test('says layer, country, direction and year', () => {
    expect(name({ direction: 'out' })).toBe('crosscurrents-students-IND-out-2018.csv');
    expect(name({})).toBe('crosscurrents-students-IND-2018.csv');
  });

  test('of undirected layers says no direction, of the world no country', () => {
    const series = { layer: layerOf('papers'), source: 'x', years: [2010, 2019] as const };
    expect(name({ series, scope: [], directed: false, direction: 'out' })).toBe(
      'crosscurrents-papers-world-2010-2019.csv',
    );
  });

  test('says measure, figure, several countries and a comparison', () => {
    const against = { layer: layerOf('students'), source: 'other/base', years: [2018, 2018] as const };
    expect(name({ measure: 'observed_over_expected', figure: 'ranking', scope: ['IND', 'NAM'] })).toBe(
      'crosscurrents-students-observed-over-expected-IND-NAM-2018-ranking.csv',
    );
    expect(name({ against, scope: ['A', 'B', 'C', 'D', 'E'] })).toBe(
      'crosscurrents-students-5-places-2018-against-other-base.csv',
    );
    expect(name({ against: { ...against, source: 'uis', years: [2008, 2008] } })).toBe(
      'crosscurrents-students-IND-2018-against-2008.csv',
    );
  });

  test('holds nothing that a system refuses', () => {
    expect(name({ scope: ['../..', 'a b/c:d*é', '-'] })).toMatch(/^[A-Za-z0-9-]+\.csv$/);
  });
});

test('the line of rights says one licence as it is, of several that each holds', () => {
  const by = (licence: string, share_alike = false) => sourceLabel('x', { licence, share_alike });
  expect(rightsLine([by('A'), by('A')])).toBe('Licence: A.');
  expect(rightsLine([by('A', true)])).toBe(
    'Licence: A, share-alike: what is made from it carries the same licence.',
  );
  expect(rightsLine([by('A'), by('B', true)])).toBe(
    'Each value is under the licence of its source: A; B. The figure as a whole is share-alike: B.',
  );
  expect(rightsLine([])).toBe('');
});

test('the credits say coverage, notes, source, licence, release, day and address, in this order', () => {
  expect(creditLines(taken())).toEqual([
    'No 2018 data from China.',
    'The other 190 partners: 12,400 students.',
    'Source: The uis record, Publisher of uis (CC BY-SA 3.0 IGO), read 2024-07-09.',
    'Licence: CC BY-SA 3.0 IGO, share-alike: what is made from it carries the same licence.',
    'Crosscurrents, an open atlas of academic collaboration, release 2026-11-22; taken on 2026-12-01.',
    'https://example.org/explore/?layer=students&country=IND&year=2018',
  ]);
});
