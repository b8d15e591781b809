/** A place of the register: a country, or a territory that has its own code in the sources. */
export interface Country {
  /** ISO 3166-1 alpha-3; `XKX` for Kosovo, as the World Bank writes it. The key everywhere. */
  readonly iso3: string;
  /** ISO 3166-1 alpha-2; `XK` for Kosovo. */
  readonly iso2: string;
  /** UN M49 numeric code, three digits, or null where M49 has none. */
  readonly m49: string | null;
  /** Names in the six languages of UN M49; places M49 lacks keep the name that their sources use. */
  readonly name_en: string;
  readonly name_fr: string;
  readonly name_es: string;
  readonly name_ru: string;
  readonly name_ar: string;
  readonly name_zh: string;
  /** Short English name for labels: "United Kingdom", "Hong Kong". */
  readonly short_name: string;
  /** UN M49 region and sub-region, in English. */
  readonly region: string | null;
  readonly subregion: string | null;
  /** World Bank income group of the year of the record, or null where the Bank gives none. */
  readonly income_group: string | null;
  /** Where arcs start and end and where points stand, in degrees: the capital, unless the register says otherwise. */
  readonly anchor_lon: number;
  readonly anchor_lat: number;
  readonly note: string | null;
}

/** What charts and words need to know of a place: the register's labels and anchor. */
export type Place = Pick<Country, 'iso3' | 'short_name' | 'region' | 'anchor_lon' | 'anchor_lat'> & {
  /** Name with its article where running English text needs one: "the United States". */
  readonly in_text: string;
};

export type Places = ReadonlyMap<string, Place>;

/** The place with that code. Throws an error that names the code: a chart never shows a bare code by accident. */
export function placeOf(places: Places, iso3: string): Place {
  const place = places.get(iso3);
  if (!place) throw new Error(`No place with the code ${iso3} in the register of countries.`);
  return place;
}
