import { LAYER_IDS } from '../layer.ts';

/** A parameter in a path. */
interface PathParameter {
  readonly description: string;
  readonly pattern?: string;
  readonly values?: readonly string[];
  readonly example: string;
}

/** A path of the API: what the OpenAPI document, the index and the documentation say of it. */
export interface Endpoint {
  /** For code that is generated: stable, like the path. */
  readonly id: string;
  /** With parameters in braces. */
  readonly path: string;
  /** `api`: below /api/v1/. `release`: a slice, below /release/. */
  readonly under: 'api' | 'release';
  readonly title: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, PathParameter>>;
  /** Name of the schema: of the file, or of a row of a CSV file. */
  readonly schema: string;
  readonly media: 'application/json' | 'text/csv';
}

const ISO3: PathParameter = {
  description: 'ISO 3166-1 alpha-3 code, as countries.json lists it.',
  pattern: '^[A-Z]{3}$',
  example: 'DEU',
};
const LAYER: PathParameter = { description: 'Id of the layer.', values: LAYER_IDS, example: 'papers' };
const YEAR: PathParameter = {
  description: 'A year that layers.json lists for the layer and source.',
  pattern: '^[0-9]{4}$',
  example: '2022',
};
const SOURCE: PathParameter = {
  description: 'Id of the source.',
  pattern: '^[a-z0-9-]+$',
  example: 'openalex-copublications',
};
const RECORD: PathParameter = {
  description: 'Id of the source, before the slash.',
  pattern: '^[a-z0-9-]+$',
  example: 'scholarly-migration',
};
const BASE: PathParameter = {
  description: 'Its base, after the slash.',
  pattern: '^[a-z0-9-]+$',
  example: 'scopus',
};

const list = (id: string, path: string, schema: string, title: string, description: string): Endpoint => ({
  id,
  path,
  under: 'api',
  title,
  description,
  parameters: {},
  schema,
  media: 'application/json',
});

const INDICATOR: PathParameter = {
  description: 'Id of an indicator that has a file, as indicators.json lists it.',
  pattern: '^[a-z0-9_]+$',
  example: 'balance',
};

/** A slice: the file that the site itself answers from. */
const slice = (
  id: string,
  path: string,
  schema: string,
  title: string,
  description: string,
  parameters: Endpoint['parameters'] = {},
): Endpoint => ({
  id,
  path,
  under: 'release',
  title,
  description,
  parameters,
  schema,
  media: 'application/json',
});

const PACKED = 'Packed, and the very file that this site answers from.';

export const ENDPOINTS: readonly Endpoint[] = [
  list(
    'getIndex',
    '/index.json',
    'Index',
    'What there is',
    'The release, notes on counting, flags, every path with every file behind it, and the tables of the release. Read it first.',
  ),
  list(
    'getCountries',
    '/countries.json',
    'Countries',
    'Countries and territories',
    'Codes, names in six languages, regions, and which have a file of their own.',
  ),
  {
    id: 'getCountry',
    path: '/countries/{iso3}.json',
    under: 'api',
    title: 'One country',
    description:
      'Totals in all years, the ten largest partners in every layer with the rest summed, and the latest value of every indicator. All ties are in the slice that its links name.',
    parameters: { iso3: ISO3 },
    schema: 'Country',
    media: 'application/json',
  },
  {
    id: 'getPair',
    path: '/pairs/{pair}.json',
    under: 'api',
    title: 'Two countries',
    description:
      'Every flow between the two, in all layers, sources and years, with indicators and distances. Several hundred pairs have a file, as the index lists them, and none that ever had one is dropped; any other pair stands in the slice of all ties of either country.',
    parameters: {
      pair: {
        description: 'Both codes in the order of the alphabet, with a hyphen.',
        pattern: '^[A-Z]{3}-[A-Z]{3}$',
        example: 'DEU-FRA',
      },
    },
    schema: 'Pair',
    media: 'application/json',
  },
  list(
    'getLayers',
    '/layers.json',
    'Layers',
    'Layers',
    'What is counted, by which sources, for which years, with the address of every year.',
  ),
  {
    id: 'getLayerYear',
    path: '/layers/{layer}/{source}/{year}.json',
    under: 'api',
    title: 'A layer in one year',
    description: 'The 300 largest flows, what all others sum to, and which hosts did not report.',
    parameters: {
      layer: LAYER,
      source: {
        description: 'Id of the source, with _ for the slash before a base: scholarly-migration_scopus.',
        pattern: '^[a-z0-9-]+(_[a-z0-9-]+)?$',
        example: 'openalex-copublications',
      },
      year: YEAR,
    },
    schema: 'LayerYear',
    media: 'application/json',
  },
  list(
    'getIndicators',
    '/indicators.json',
    'Indicators',
    'Indicators',
    'What each says, its unit, its range, how it is reckoned, its licence, and where its values are.',
  ),
  {
    id: 'getIndicatorValues',
    path: '/indicators/{id}.csv',
    under: 'api',
    title: 'All values of an indicator',
    description:
      "One row a value. UTF-8, commas, a header, a dot as decimal mark; an empty cell is missing. Licence and sources stand beside it in a file of the same name and -metadata.json, after W3C's CSV on the Web, and in indicators.json.",
    parameters: { id: INDICATOR },
    schema: 'CountryIndicatorRow',
    media: 'text/csv',
  },
  {
    id: 'getIndicatorMetadata',
    path: '/indicators/{id}.csv-metadata.json',
    under: 'api',
    title: 'What a CSV file is',
    description: "Columns, licence, sources and release of the file beside it, after W3C's CSV on the Web.",
    parameters: { id: INDICATOR },
    schema: 'CsvMetadata',
    media: 'application/json',
  },
  list(
    'getSources',
    '/sources.json',
    'Sources',
    'Sources',
    'What each counts, its licence, its caveats, how to cite it.',
  ),
  list(
    'getReleases',
    '/releases.json',
    'Releases',
    'Releases',
    'The release that these files are made from, and those that are frozen.',
  ),
  slice(
    'getCountryTies',
    '/slices/countries/{iso3}.json',
    'CountryTies',
    'All ties of a country',
    `All partners in all layers, sources and years: any pair is here. ${PACKED}`,
    { iso3: ISO3 },
  ),
  slice(
    'getCountryIndicators',
    '/slices/indicators/{iso3}.json',
    'CountryIndicators',
    'All indicators of a country',
    `All years. ${PACKED}`,
    { iso3: ISO3 },
  ),
  slice(
    'getStrongest',
    '/slices/layers/{layer}/{source}/{year}.json',
    'Strongest',
    'Largest flows, packed',
    PACKED,
    { layer: LAYER, source: SOURCE, year: YEAR },
  ),
  slice(
    'getStrongestOfBase',
    '/slices/layers/{layer}/{record}/{base}/{year}.json',
    'Strongest',
    'Largest flows, packed, of a source with bases',
    PACKED,
    {
      layer: { ...LAYER, example: 'scholars' },
      record: RECORD,
      base: BASE,
      year: { ...YEAR, example: '2020' },
    },
  ),
  slice(
    'getMatrix',
    '/slices/matrices/{layer}/{source}/{year}.json',
    'Matrix',
    'Every flow of a layer and year',
    PACKED,
    { layer: LAYER, source: SOURCE, year: YEAR },
  ),
  slice(
    'getMatrixOfBase',
    '/slices/matrices/{layer}/{record}/{base}/{year}.json',
    'Matrix',
    'Every flow of a layer and year, of a source with bases',
    PACKED,
    {
      layer: { ...LAYER, example: 'scholars' },
      record: RECORD,
      base: BASE,
      year: { ...YEAR, example: '2020' },
    },
  ),
  slice('getTotals', '/slices/totals/{source}/{year}.json', 'Totals', 'Totals of every country', PACKED, {
    source: SOURCE,
    year: YEAR,
  }),
  slice(
    'getTotalsOfBase',
    '/slices/totals/{record}/{base}/{year}.json',
    'Totals',
    'Totals of every country, of a source with bases',
    PACKED,
    { record: RECORD, base: BASE, year: { ...YEAR, example: '2020' } },
  ),
  slice('getWorld', '/slices/world.json', 'World', 'Each layer through time', PACKED),
  slice('getPopulation', '/slices/population.json', 'Population', 'Inhabitants', PACKED),
];

/** What a path with its parameters is, as a pattern for whole paths. */
export const patternOf = ({ path, parameters }: Endpoint): RegExp =>
  new RegExp(
    `^${path
      .split(/\{(\w+)\}/)
      .map((part, i) => {
        if (i % 2 === 0) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
        const { pattern, values } = parameters[part] ?? {};
        return `(?:${pattern?.replace(/^\^|\$$/g, '') ?? values?.join('|') ?? '[^/]+'})`;
      })
      .join('')}$`,
  );
