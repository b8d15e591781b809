import { join } from 'node:path';
import type { Country } from '../../src/model/country.ts';
import { readCsv } from '../lib/csv.ts';
import { UserError } from '../lib/errors.ts';
import { PATHS } from '../lib/paths.ts';
import { editionOf, recordIn } from '../lib/record-files.ts';
import { readRecords, type SourceRecord } from '../lib/records.ts';

const LANGUAGES = { en: 'en', fr: 'fr', es: 'es', ru: 'ru', ar: 'ar', zh: 'cn' } as const;
const M49_COLUMNS = [
  'Country or Area',
  'M49 Code',
  'ISO-alpha2 Code',
  'ISO-alpha3 Code',
  'Region Name',
  'Sub-region Name',
] as const;
const CURATED = ['iso3', 'iso2', 'm49', 'short_name', 'article', 'anchor_lon', 'anchor_lat', 'note'] as const;
/** Names and regions of the places that M49 lacks. */
const OUTSIDE = [
  'iso3',
  'region',
  'subregion',
  'name_en',
  'name_fr',
  'name_es',
  'name_ru',
  'name_ar',
  'name_zh',
] as const;

export interface RegisterRow extends Country {
  /** Short name as it stands in a running sentence: "the United States". */
  readonly in_text: string;
}

/**
 * The register of countries: UN M49 in six languages, the World Bank's income groups and capitals, and our own
 * data/countries/places.csv for short names, anchors and the places that M49 lacks. About 250 rows, sorted by code.
 * @param records those of the repository, unless given
 */
export async function buildRegister(
  rawFolder: string = PATHS.raw,
  countriesFolder: string = PATHS.countries,
  records?: ReadonlyMap<string, SourceRecord>,
): Promise<RegisterRow[]> {
  const bankRecord = recordIn(records ?? (await readRecords()), 'world-bank-wdi');
  const names = new Map<string, Partial<Record<keyof typeof LANGUAGES, string>>>();
  const m49 = new Map<string, Record<(typeof M49_COLUMNS)[number], string>>();
  for (const [language, suffix] of Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, string][])
    for (const row of await readCsv(join(rawFolder, `country-groups/UNSD-M49-${suffix}.csv`), M49_COLUMNS)) {
      const iso3 = row['ISO-alpha3 Code'];
      // Sark has no ISO code; M49 lists it under the Channel Islands.
      if (!iso3) continue;
      names.set(iso3, { ...names.get(iso3), [language]: row['Country or Area'].trim() });
      if (language === 'en') m49.set(iso3, row);
    }

  const bank = new Map(
    (
      await readCsv(join(rawFolder, editionOf(bankRecord, 'wb_country_metadata', '.csv')), [
        'iso3c',
        'region',
        'income',
        'longitude',
        'latitude',
      ])
    )
      .filter((row) => row.region !== 'Aggregates')
      .map((row) => [row.iso3c, row]),
  );
  const outside = new Map(
    (await readCsv(join(countriesFolder, 'outside-m49.csv'), OUTSIDE)).map((row) => [row.iso3, row]),
  );
  const curated = new Map(
    (await readCsv(join(countriesFolder, 'places.csv'), CURATED)).map((row) => [row.iso3, row]),
  );

  const rows = [...new Set([...m49.keys(), ...curated.keys()])].sort().map((iso3): RegisterRow => {
    const un = m49.get(iso3);
    const own = curated.get(iso3);
    const wb = bank.get(iso3);
    const beside = outside.get(iso3);
    const short = own?.short_name || names.get(iso3)?.en;
    const lon = own?.anchor_lon || wb?.longitude;
    const lat = own?.anchor_lat || wb?.latitude;
    const name = (language: keyof typeof LANGUAGES): string => {
      const found = names.get(iso3)?.[language] ?? beside?.[`name_${language}`];
      if (!found) throw new UserError(`The register has no ${language} name for ${iso3}: UN M49 lacks it.`);
      return found;
    };
    if (!short || !lon || !lat)
      throw new UserError(
        `The register has no ${short ? 'anchor' : 'name'} for ${iso3}: add it to data/countries/places.csv.`,
      );
    return {
      iso3,
      iso2: un?.['ISO-alpha2 Code'] || own?.iso2 || missing(iso3),
      // The file carries a row for Taiwan that M49 itself does not have, with an unofficial code.
      m49: iso3 === 'TWN' ? null : (un?.['M49 Code'] ?? null),
      name_en: name('en'),
      name_fr: name('fr'),
      name_es: name('es'),
      name_ru: name('ru'),
      name_ar: name('ar'),
      name_zh: name('zh'),
      short_name: short,
      in_text: own?.article ? `${own.article} ${short}` : short,
      region: un?.['Region Name'] || beside?.region || null,
      subregion: un?.['Sub-region Name'] || beside?.subregion || null,
      income_group: wb && wb.income !== 'Not classified' ? wb.income : null,
      anchor_lon: Number(lon),
      anchor_lat: Number(lat),
      note: own?.note || null,
    };
  });
  for (const key of ['iso2', 'short_name'] as const) {
    const twice = rows.find((row, i) => rows.findIndex((r) => r[key] === row[key]) !== i);
    if (twice) throw new UserError(`The register has ${key} ${twice[key]} twice.`);
  }
  return rows;
}

function missing(iso3: string): never {
  throw new UserError(`The register has no alpha-2 code for ${iso3}: add it to data/countries/places.csv.`);
}
