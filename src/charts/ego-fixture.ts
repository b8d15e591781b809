import type { Place, Places } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';

/** Places with their regions and made-up links with Portugal, for tests of charts that tell regions apart. */
const ROWS: readonly (readonly [iso3: string, name: string, region: string | null, links: number])[] = [
  ['ESP', 'Spain', 'Europe', 6210],
  ['GBR', 'United Kingdom', 'Europe', 4807],
  ['DEU', 'Germany', 'Europe', 3551],
  ['ITA', 'Italy', 'Europe', 3489],
  ['FRA', 'France', 'Europe', 2940],
  ['NLD', 'Netherlands', 'Europe', 1980],
  ['BIH', 'Bosnia and Herzegovina', 'Europe', 212],
  ['BRA', 'Brazil', 'Americas', 5120],
  ['USA', 'United States', 'Americas', 4960],
  ['TCA', 'Turks and Caicos Islands', 'Americas', 12],
  ['CHN', 'China', 'Asia', 1703],
  ['IND', 'India', 'Asia', 998],
  ['ARE', 'United Arab Emirates', 'Asia', 240],
  ['AGO', 'Angola', 'Africa', 310],
  ['CAF', 'Central African Republic', 'Africa', 8],
  ['AUS', 'Australia', 'Oceania', 871],
  ['EUE', 'EU <institutions>', null, 30],
];

export const REGION_PLACES: Places = new Map(
  [...ROWS, ['PRT', 'Portugal', 'Europe', 0] as const].map(([iso3, short_name, region]): [string, Place] => [
    iso3,
    { iso3, short_name, in_text: short_name, region, anchor_lon: 0, anchor_lat: 0 },
  ]),
);

export const tie = (
  origin: string,
  destination: string,
  count: number,
  more: Partial<ShownTie> = {},
): ShownTie => ({
  origin,
  destination,
  count,
  value: count,
  low: null,
  high: null,
  flag: null,
  ...more,
});

/** Portugal's ties, the largest first. */
export const SPOKES: readonly ShownTie[] = ROWS.map(([iso3, , , links]) => tie('PRT', iso3, links)).sort(
  (a, b) => b.count - a.count,
);
