import type { PlaceNamesFile } from '../../src/model/atlas.ts';
import type { Session } from './session.ts';

/** Names of countries in the six languages of UN M49, each once, by code: what a search by name is made of. */
export async function namesFile(db: Session): Promise<PlaceNamesFile> {
  const rows = await db.all<Record<string, string | null> & { iso3: string; iso2: string }>(
    'SELECT iso3, iso2, name_en, name_fr, name_es, name_ru, name_ar, name_zh FROM countries ORDER BY iso3',
  );
  return Object.fromEntries(
    rows.map(({ iso3, iso2, ...names }) => [
      iso3,
      [iso2, ...new Set(Object.values(names).filter((name): name is string => name !== null))],
    ]),
  );
}
