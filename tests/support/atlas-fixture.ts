import { INDICATORS, labelOf } from '../../src/indicators/index.ts';
import { openAtlas, type Atlas } from '../../src/views/view.ts';
import type { AtlasFile, SourceLabel } from '../../src/model/atlas.ts';
import type { Group } from '../../src/model/group.ts';
import type { Place } from '../../src/model/country.ts';
import { LAYERS } from '../../src/model/layer.ts';

/** A small atlas for unit tests: all layers, a handful of places, made-up spans of years. It does not follow the release. */
const ROWS: readonly (readonly [iso3: string, name: string, lon: number, lat: number, inText?: string])[] = [
  ['CHN', 'China', 103, 35],
  ['DEU', 'Germany', 10.4, 51.1],
  ['FRA', 'France', 2.5, 46.5],
  ['GBR', 'United Kingdom', -1.5, 52.5, 'the United Kingdom'],
  ['IND', 'India', 79, 22],
  ['NAM', 'Namibia', 17.1, -22.6],
  ['NZL', 'New Zealand', 174.8, -41.3],
  ['SGP', 'Singapore', 103.9, 1.3],
  ['TUV', 'Tuvalu', 179.2, -8.5],
  ['USA', 'United States', -95, 39.5, 'the United States'],
  ['HMD', 'Heard Island and McDonald Islands', 73.5, -53.1],
];

const place = ([
  iso3,
  short_name,
  anchor_lon,
  anchor_lat,
  in_text = short_name,
]: (typeof ROWS)[number]): Place => ({
  iso3,
  short_name,
  in_text,
  region: null,
  anchor_lon,
  anchor_lat,
});

const source = (id: string, short: string, more: Partial<SourceLabel> = {}): SourceLabel => ({
  id,
  short,
  tag: short,
  title: `${short}, the whole record`,
  publisher: `Publisher of ${short}`,
  licence: 'CC BY 4.0',
  share_alike: false,
  landing_page: 'https://example.org/record?a=1&b=2',
  citation: 'Publisher (2024). A record.',
  retrieved: '2024-01-31',
  ...more,
});

const span = (first_year: number, last_year: number, shown_year: number) => ({
  first_year,
  last_year,
  shown_year,
});

const ATLAS_FILE: AtlasFile = {
  version: '2000-01-01',
  places: ROWS.map(place),
  layers: LAYERS,
  sources: [
    source('cordis-h2020', 'CORDIS'),
    source('ncses-publications/scopus', 'NCSES, Scopus', { tag: 'Scopus' }),
    source('openalex-copublications', 'OpenAlex'),
    source('scholarly-migration/openalex', 'MPIDR, OpenAlex base', { tag: 'OpenAlex' }),
    source('scholarly-migration/scopus', 'MPIDR, Scopus base', { tag: 'Scopus' }),
    source('uis-student-flows', 'UNESCO UIS, via 360info', { share_alike: true }),
    source('uis-student-totals', 'UNESCO UIS', { share_alike: true }),
    source('us-student-visas', 'US Department of State'),
  ],
  flows: [
    { layer: 'papers', source: 'openalex-copublications', ...span(1990, 2023, 2022) },
    { layer: 'projects', source: 'cordis-h2020', ...span(2014, 2022, 2020) },
    // The two bases have different years on purpose: what is standard for one is not for the other.
    { layer: 'scholars', source: 'scholarly-migration/openalex', ...span(2001, 2022, 2019) },
    { layer: 'scholars', source: 'scholarly-migration/scopus', ...span(1998, 2020, 2020) },
    { layer: 'students', source: 'uis-student-flows', ...span(1998, 2020, 2018) },
  ],
  totals: [
    { measure: 'balance', source: 'uis-student-totals', ...span(2000, 2022, 2022) },
    { measure: 'in_rate', source: 'scholarly-migration/openalex', ...span(2001, 2022, 2019) },
    { measure: 'in_rate', source: 'scholarly-migration/scopus', ...span(1998, 2020, 2020) },
    { measure: 'inbound_students', source: 'uis-student-totals', ...span(2000, 2024, 2022) },
    { measure: 'international_works', source: 'openalex-copublications', ...span(1990, 2023, 2022) },
    { measure: 'outbound_students', source: 'uis-student-totals', ...span(2000, 2022, 2022) },
    { measure: 'researchers', source: 'scholarly-migration/scopus', ...span(1998, 2020, 2020) },
    { measure: 'scholars_in', source: 'scholarly-migration/openalex', ...span(2001, 2022, 2019) },
    { measure: 'scholars_in', source: 'scholarly-migration/scopus', ...span(1998, 2020, 2020) },
    { measure: 'scholars_out', source: 'scholarly-migration/scopus', ...span(1998, 2020, 2020) },
  ],
  withData: ROWS.map(([iso3]) => iso3).filter((iso3) => iso3 !== 'HMD'),
  basemap: {
    path: 'basemap.0123456789.svg',
    geometry: 'basemap.0123456789.topo.json',
    areas: ROWS.map(([iso3]) => iso3).filter((iso3) => !['SGP', 'TUV', 'HMD'].includes(iso3)),
  },
};

const GROUPS: readonly Group[] = [
  { id: 'm49-142', kind: 'region', title: 'Asia', members: [['CHN'], ['IND'], ['SGP']] },
  {
    id: 'union',
    kind: 'political',
    title: 'Union',
    members: [
      ['DEU', '1958-01-01'],
      ['FRA', '1958-01-01'],
      ['GBR', '1973-01-01', '2020-01-31'],
    ],
  },
];

export const ATLAS: Atlas = openAtlas(ATLAS_FILE, '/release/', {
  indicators: INDICATORS.map(labelOf),
  groups: GROUPS,
});
