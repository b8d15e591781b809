import { expect, test } from 'vitest';
import { readLexicon } from './decisions.ts';
import { Dossiers } from './dossiers.ts';
import type { Fp7Organisation } from './fp7-organisations.ts';
import type { H2020Organisation } from './h2020-organisations.ts';
import { matchFp7 } from './match-fp7.ts';
import { RorIndex, type RorRecord } from './match-ror.ts';

const lexicon = await readLexicon();
const record = (id: string, name: string): RorRecord => ({
  id,
  names: [name],
  acronyms: ['ABC'],
  types: ['education'],
  country: 'DE',
  city: 'Bonn',
  website: '',
});
const before = (
  id: string,
  name: string,
  country = 'DE',
  more: Partial<Fp7Organisation> = {},
): Fp7Organisation => ({
  id,
  country,
  names: [name],
  acronyms: [],
  cities: [],
  websites: [],
  ...more,
});
const now = (
  pic: string,
  name: string,
  found: RorRecord | null = null,
  country = 'DE',
): H2020Organisation => ({
  pic,
  name,
  country,
  kind: 'higher education',
  found: found && { match: found, method: 'name' },
});

function matches(
  fp7: readonly Fp7Organisation[],
  h2020: readonly H2020Organisation[],
  records: RorRecord[] = [],
) {
  const tools = {
    lexicon,
    index: new RorIndex(records, lexicon, new Map()),
    dossiers: new Dossiers(fp7, lexicon),
  };
  return matchFp7(fp7, h2020, tools).map(({ id, pic, method }) => `${id} ${pic} ${method}`);
}

test('the participant code decides, whatever the names', () => {
  expect(matches([before('111', 'Old name')], [now('111', 'New name'), now('222', 'Old name')])).toEqual([
    '111 111 code',
  ]);
});

test('then the name, within the country', () => {
  const h2020 = [now('111', 'UNIVERSITAET ALFA GMBH')];
  expect(matches([before('k', 'Universität Alfa')], h2020)).toEqual(['k 111 name']);
  expect(matches([before('k', 'Universität Alfa', 'AT')], h2020)).toEqual([]);
  expect(matches([before('k', 'Universität Alfa', '')], h2020)).toEqual([]);
});

test('a name that two participant codes have decides nothing', () => {
  expect(matches([before('k', 'Alfa')], [now('111', 'Alfa'), now('222', 'ALFA')])).toEqual([]);
});

test('names that lead to different organisations decide nothing', () => {
  const two = before('k', '', 'DE', { names: ['Alfa', 'Beta'] });
  expect(matches([two], [now('111', 'Alfa'), now('222', 'Beta')])).toEqual([]);
});

test('then the record that both match, where one participant code only has it', () => {
  const bonn = record('r', 'University of Bonn');
  const fp7 = [before('k', 'Universität Bonn')];
  expect(matches(fp7, [now('111', 'Uni am Rhein', bonn)], [bonn])).toEqual(['k 111 registry']);
  expect(matches(fp7, [now('111', 'Uni am Rhein', bonn), now('222', 'Uni links', bonn)], [bonn])).toEqual([]);
});

test('an acronym is not enough, for a firm may have it', () => {
  const bonn = record('r', 'Alfa Beta College');
  const firm = before('k', 'Alfa Beta Consulting', 'DE', { acronyms: ['ABC'], cities: ['Bonn'] });
  expect(matches([firm], [now('111', 'Uni', bonn)], [bonn])).toEqual([]);
});
