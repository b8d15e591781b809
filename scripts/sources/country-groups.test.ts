import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaint, recordsWith } from '../testing/bench.ts';
import { folderWith } from '../testing/folder.ts';
import { csv, registerFiles, type MadeUpPlace } from '../testing/publishers.ts';
import { buildRegister } from './country-groups.ts';

const GERMANY: MadeUpPlace = { iso3: 'DEU', iso2: 'DE', m49: '276', name: 'Germany' };
const NAMIBIA: MadeUpPlace = { iso3: 'NAM', iso2: 'NA', m49: '516', name: 'Namibia' };
const TAIWAN: MadeUpPlace = { iso3: 'TWN', iso2: 'TW', m49: '158', name: 'Taiwan' };

const PLACES_HEADER = 'iso3,iso2,m49,short_name,article,anchor_lon,anchor_lat,note';
const OUTSIDE_HEADER = 'iso3,region,subregion,name_en,name_fr,name_es,name_ru,name_ar,name_zh';
const KOSOVO = ['XKX', 'XK', '', 'Kosovo', '', 20.926, 42.565, 'Not in UN M49.'];

async function build(
  un: readonly MadeUpPlace[],
  {
    curated = [],
    outside = [],
    files = {},
  }: {
    curated?: (string | number)[][];
    outside?: (string | number)[][];
    files?: Record<string, string>;
  } = {},
) {
  const made = registerFiles(un);
  const folder = await folderWith({
    ...made,
    'countries/places.csv': csv(PLACES_HEADER, curated),
    'countries/outside-m49.csv': csv(OUTSIDE_HEADER, outside),
    ...files,
  });
  return buildRegister(folder, join(folder, 'countries'), await recordsWith(made));
}

test('a place has its codes and six names from UN M49, its anchor and income group from the World Bank', async () => {
  expect(await build([GERMANY])).toEqual([
    {
      iso3: 'DEU',
      iso2: 'DE',
      m49: '276',
      name_en: 'Germany',
      name_fr: 'fr Germany',
      name_es: 'es Germany',
      name_ru: 'ru Germany',
      name_ar: 'ar Germany',
      name_zh: 'cn Germany',
      short_name: 'Germany',
      in_text: 'Germany',
      region: 'Europe',
      subregion: 'Western Europe',
      income_group: 'High income',
      anchor_lon: 10,
      anchor_lat: 50,
      note: null,
    },
  ]);
});

test('the alpha-2 code of Namibia is NA', async () => {
  expect((await build([NAMIBIA]))[0]).toMatchObject({ iso3: 'NAM', iso2: 'NA', m49: '516' });
});

test('Taiwan has no M49 code, whatever the file says', async () => {
  expect((await build([TAIWAN]))[0]).toMatchObject({ iso3: 'TWN', iso2: 'TW', m49: null });
});

test('Kosovo, which M49 lacks, has names and region from outside-m49.csv and codes and anchor from places.csv', async () => {
  const kosovo = {
    curated: [KOSOVO],
    outside: [
      ['XKX', 'Europe', 'Southern Europe', 'Kosovo', 'Kosovo', 'Kosovo', 'Косово', 'كوسوفو', '科索沃'],
    ],
  };
  expect((await build([GERMANY], kosovo)).map((row) => row.iso3)).toEqual(['DEU', 'XKX']);
  expect((await build([GERMANY], kosovo))[1]).toMatchObject({
    iso2: 'XK',
    m49: null,
    name_ru: 'Косово',
    region: 'Europe',
    anchor_lon: 20.926,
    note: 'Not in UN M49.',
  });
});

test('our own short name, article and anchor go before those of the UN and the Bank', async () => {
  const own = ['DEU', 'DE', '276', 'Federal Republic', 'the', 0, 52.5, ''];
  expect((await build([GERMANY], { curated: [own] }))[0]).toMatchObject({
    name_en: 'Germany',
    short_name: 'Federal Republic',
    in_text: 'the Federal Republic',
    anchor_lon: 0,
    anchor_lat: 52.5,
  });
});

test('a place without an anchor, a code or a name stops with what is missing and where to add it', async () => {
  const outside = [['XKX', 'Europe', '', 'Kosovo', 'Kosovo', 'Kosovo', 'Косово', 'كوسوفو', '科索沃']];
  const without = (column: number) => KOSOVO.map((cell, i) => (i === column ? '' : cell));
  expect(await complaint(build([], { curated: [without(5)], outside }))).toBe(
    'The register has no anchor for XKX: add it to data/countries/places.csv.',
  );
  expect(await complaint(build([], { curated: [without(1)], outside }))).toBe(
    'The register has no alpha-2 code for XKX: add it to data/countries/places.csv.',
  );
  expect(await complaint(build([], { curated: [without(3)], outside }))).toBe(
    'The register has no name for XKX: add it to data/countries/places.csv.',
  );
  expect(await complaint(build([], { curated: [KOSOVO] }))).toMatch(/no en name for XKX: UN M49 lacks it/);
});

test('an alpha-2 code or a short name that two places have stops the ingest', async () => {
  expect(await complaint(build([GERMANY, { ...NAMIBIA, iso2: 'DE' }]))).toBe(
    'The register has iso2 DE twice.',
  );
  expect(await complaint(build([GERMANY, { ...NAMIBIA, name: 'Germany' }]))).toBe(
    'The register has short_name Germany twice.',
  );
});

test('a missing file, an empty file and a renamed column stop with the file and what it has', async () => {
  const file = 'country-groups/UNSD-M49-fr.csv';
  const broken = (content: string) => complaint(build([GERMANY], { files: { [file]: content } }));
  expect(await broken('')).toMatch(/UNSD-M49-fr\.csv is empty/);
  expect(await broken('"Name","Code"\n"Allemagne","276"\n')).toMatch(
    /UNSD-M49-fr\.csv: the columns Country or Area, M49 Code, .* are not there\.\nThe file has: Name, Code\./,
  );
  const folder = await folderWith(registerFiles([GERMANY]));
  expect(await complaint(buildRegister(folder, folder, await recordsWith(registerFiles([GERMANY]))))).toMatch(
    /outside-m49\.csv is missing/,
  );
});
