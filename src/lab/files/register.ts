import type { BrowserEngine } from '../../engine/browser.ts';
import type { RegisterRow } from './places.ts';

const NAMES = [
  'name_en',
  'name_fr',
  'name_es',
  'name_ru',
  'name_ar',
  'name_zh',
  'short_name',
  'in_text',
] as const;

type Row = { readonly iso3: string; readonly iso2: string; readonly m49: string | null } & Readonly<
  Record<(typeof NAMES)[number], string>
>;

/** The places of the atlas with all their names, from the table `countries`. Throws what the engine throws. */
export async function readRegister(engine: BrowserEngine): Promise<RegisterRow[]> {
  const rows = await engine.query<Row>(
    `SELECT iso3, iso2, m49, ${NAMES.join(', ')} FROM countries`,
    {},
    { needs: ['countries'] },
  );
  return rows.map((row) => ({
    iso3: row.iso3,
    iso2: row.iso2,
    m49: row.m49,
    names: [...new Set(NAMES.map((name) => row[name]))],
  }));
}
