import type { Place, Places } from '../model/country.ts';
import type { Basemap, Frame } from './chart.ts';

/** A handful of places for tests of maps: far and near, big and tiny, on both sides of the map's edge. */
const ROWS: readonly (readonly [string, string, number, number])[] = [
  ['USA', 'United States', -77.03, 38.9],
  ['CHN', 'China', 116.29, 40.05],
  ['DEU', 'Germany', 13.41, 52.52],
  ['GBR', 'United Kingdom', -0.13, 51.5],
  ['BEL', 'Belgium', 4.37, 50.84],
  ['NLD', 'Netherlands', 4.89, 52.38],
  ['IND', 'India', 77.23, 28.64],
  ['NZL', 'New Zealand', 174.78, -41.28],
  ['CHL', 'Chile', -70.65, -33.48],
  ['FJI', 'Fiji', 178.4, -18.12],
  ['SGP', 'Singapore', 103.85, 1.29],
  ['CIV', `Côte d'Ivoire <&">`, -4.03, 5.33],
];

export const PLACES: Places = new Map(
  ROWS.map(([iso3, short_name, anchor_lon, anchor_lat]): [string, Place] => [
    iso3,
    { iso3, short_name, in_text: short_name, region: null, anchor_lon, anchor_lat },
  ]),
);

export const BASEMAP: Basemap = {
  href: '/basemap.svg',
  areas: new Set(ROWS.map(([iso3]) => iso3).filter((iso3) => iso3 !== 'SGP')),
};

export const frameOf = (width: number): Frame => ({
  width,
  id: 'fig',
  title: 'Papers between countries, 2022',
  desc: 'A map with lines.',
});
