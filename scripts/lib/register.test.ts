import { expect, test } from 'vitest';
import { complaint, place } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { readSpecialPlaces, Register, type Match } from './register.ts';

const NAMIBIA = place('NAM', 'NA', 'Namibia');
const register = (special: Record<string, Match> = {}) =>
  new Register(
    [NAMIBIA, { ...place('GRC', 'GR', 'Greece'), short_name: 'Hellas' }],
    new Map(Object.entries(special)),
  );

test('a value is looked up as the kind of code that its column holds', () => {
  expect(register().match('any', 'iso2', 'NA')).toEqual({ iso3: 'NAM', flag: null });
  expect(register().match('any', 'iso3', 'NA')).toBeNull();
  expect(register().match('any', 'iso3', 'NAM')).toEqual({ iso3: 'NAM', flag: null });
  expect(register().match('any', 'name', 'Greece')).toEqual({ iso3: 'GRC', flag: null });
  expect(register().match('any', 'name', 'Hellas')).toEqual({ iso3: 'GRC', flag: null });
});

test('the spelling of a source goes before the register, and holds for that source only', () => {
  const r = register({ 'cordis\nNA': { excluded: 'for once' } });
  expect(r.match('cordis', 'iso2', 'NA')).toEqual({ excluded: 'for once' });
  expect(r.match('other', 'iso2', 'NA')).toEqual({ iso3: 'NAM', flag: null });
});

test('the bases of a source share its lines, and a line of their own goes first', () => {
  const r = register({
    'migration\nEL': { iso3: 'GRC', flag: null },
    'migration/scopus\nEL': { iso3: 'NAM', flag: 'd' },
  });
  expect(r.match('migration/openalex', 'iso2', 'EL')).toEqual({ iso3: 'GRC', flag: null });
  expect(r.match('migration/scopus', 'iso2', 'EL')).toEqual({ iso3: 'NAM', flag: 'd' });
});

test('a spelling that leads to no country of the register stops', () => {
  expect(() => register({ 'cordis\nEL': { iso3: 'GRX', flag: null } })).toThrow(
    'data/countries/spellings.csv gives cordis, EL the code GRX, which the register does not hold.',
  );
});

const lists = (spellings: string, excluded = '') =>
  folderWith({
    'spellings.csv': `source,value,iso3,flag,reason\n${spellings}`,
    'excluded.csv': `source,value,reason\n${excluded}`,
  });

test('spellings and exclusions are read from their files; NA is a text like any other', async () => {
  const folder = await lists('cordis,NA,NAM,,Namibia\n', 'uis,Other countries,"Residual, no country"\n');
  expect(await readSpecialPlaces(folder)).toEqual(
    new Map<string, Match>([
      ['cordis\nNA', { iso3: 'NAM', flag: null }],
      ['uis\nOther countries', { excluded: 'Residual, no country' }],
    ]),
  );
});

test('a value that is listed twice stops, also where one list maps it and the other leaves it out', async () => {
  const folder = await lists('cordis,EL,GRC,,Greece\n', 'cordis,EL,no country\n');
  expect(await complaint(readSpecialPlaces(folder))).toBe('data/countries/: cordis has EL twice.');
});
