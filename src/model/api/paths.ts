import type { LayerId } from '../layer.ts';

/** Addresses below `/api/v1/`. They are a public contract: none is ever changed. */
export const apiPath = {
  index: 'index.json',
  openapi: 'openapi.json',
  countries: 'countries.json',
  country: (iso3: string): string => `countries/${iso3}.json`,
  pair: (a: string, b: string): string => `pairs/${[a, b].sort().join('-')}.json`,
  layers: 'layers.json',
  layer: (layer: LayerId, source: string, year: number): string =>
    `layers/${layer}/${sourceInPath(source)}/${year}.json`,
  indicators: 'indicators.json',
  indicator: (id: string): string => `indicators/${id}.csv`,
  /** Where W3C's CSV on the Web looks for what describes a file. */
  metadata: (id: string): string => `indicators/${id}.csv-metadata.json`,
  sources: 'sources.json',
  releases: 'releases.json',
} as const;

/** A source as a part of a path: its id, with _ for the slash before a base. */
export const sourceInPath = (source: string): string => source.replaceAll('/', '_');

/** From `/api/v1/` to the root of the site, and to the release. */
export const TO_SITE = '../../';
export const TO_RELEASE = `${TO_SITE}release/`;

/** An address below `/api/v1/`, or from there, as a file of the API writes it that lies at `file`. */
export const fromFile = (file: string, address: string): string => {
  const up = '../'.repeat(file.split('/').length - 1);
  return up + address;
};
