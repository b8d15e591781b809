import { expect, test } from 'vitest';
import { complaint } from '../../testing/bench.ts';
import { curatedBy, readAliases, readLexicon, type Alias } from './decisions.ts';
import { curatedKey, type RorRecord } from './match-ror.ts';

const lexicon = await readLexicon();
const alias = (name: string, ror_id: string, country = 'DE'): Alias => ({
  country,
  name,
  ror_id,
  ror_name: '',
  reason: 'A reason',
});
const record = (id: string, country = 'DE'): RorRecord => ({
  id,
  country,
  names: [id],
  acronyms: [],
  types: [],
  city: '',
  website: '',
});

test('decisions are kept by country and name', () => {
  const { curated, idle } = curatedBy([alias('Alfa GmbH', 'a'), alias('Beta', '')], lexicon, [record('a')]);
  expect(curated.get(curatedKey(lexicon, 'DE', 'ALFA'))).toBe('a');
  expect(curated.get(curatedKey(lexicon, 'DE', 'beta'))).toBe('');
  expect(curated.get(curatedKey(lexicon, 'AT', 'beta'))).toBeUndefined();
  expect(idle).toBe(0);
});

test('a record that is not there any more is counted', () => {
  expect(curatedBy([alias('Alfa', 'gone'), alias('Beta', '')], lexicon, []).idle).toBe(1);
});

test('one name cannot be decided twice, nor a record be of another country', async () => {
  const of = (...aliases: Alias[]) =>
    complaint(Promise.resolve().then(() => curatedBy(aliases, lexicon, [record('a', 'FR')])));
  expect(await of(alias('Alfa', ''), alias('ALFA GmbH', ''))).toMatch(/ALFA GmbH \(DE\) is decided twice/);
  expect(await of(alias('Alfa', 'a'))).toMatch(/Alfa \(DE\) is said to be a, which the registry has in FR/);
});

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** The last two digits of an id check the others (ISO/IEC 7064, as for ROR ids). */
function isRorId(id: string): boolean {
  const [, body = '', check = ''] =
    /^https:\/\/ror\.org\/(0[a-hj-km-np-tv-z0-9]{6})([0-9]{2})$/.exec(id) ?? [];
  const number = [...body].reduce((n, letter) => n * 32 + LETTERS.indexOf(letter), 0);
  return body !== '' && 98 - ((number * 100) % 97) === Number(check);
}

test('our own decisions: true ids, a reason each, no name twice', async () => {
  const aliases = await readAliases();
  expect(aliases.length).toBeGreaterThan(300);
  expect(aliases.filter(({ ror_id }) => ror_id && !isRorId(ror_id))).toEqual([]);
  expect(
    aliases.filter(({ country, name, reason }) => !/^[A-Z]{2}$/.test(country) || !name || !reason),
  ).toEqual([]);
  expect(aliases.filter(({ ror_id, ror_name }) => Boolean(ror_id) !== Boolean(ror_name))).toEqual([]);
  expect(() => curatedBy(aliases, lexicon, [])).not.toThrow();
});

test('the check of ids sees a wrong letter', () => {
  expect(isRorId('https://ror.org/02feahw73')).toBe(true);
  expect(isRorId('https://ror.org/02feahw74')).toBe(false);
  expect(isRorId('https://ror.org/02faehw73')).toBe(false);
});
