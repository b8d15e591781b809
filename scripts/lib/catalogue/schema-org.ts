import { citation } from '../../../src/cite/citation.ts';
import type { Citable } from '../../../src/cite/citable.ts';
import { citableRelease, citableTable } from '../../../src/cite/works.ts';
import type { Field, TableFile } from '../../../src/model/release.ts';
import {
  address,
  CREATOR,
  filesOf,
  licencesOf,
  PLACES,
  sourcesOf,
  yearsOf,
  type Catalogue,
  type DataFile,
  type Standpoint,
} from './catalogue.ts';
import { measuresOf, releaseDescription, tableDescription } from './words.ts';

/** The whole release as a schema.org `Dataset` in JSON-LD, for the page of the catalogue. */
export function releaseDataset(catalogue: Catalogue, at: Standpoint): object {
  const { release } = catalogue;
  return {
    '@context': 'https://schema.org/',
    ...dataset(catalogue, at, {
      page: PLACES.catalogue,
      name: release.title,
      description: releaseDescription(catalogue),
      cited: citableRelease(release, at.site),
    }),
    variableMeasured: release.resources.flatMap((resource) =>
      measuresOf(resource).map((field) => variable(field, `${resource.name}.${field.name}`)),
    ),
    distribution: release.resources.flatMap((resource) => downloads(resource, at)),
    hasPart: release.resources.map((resource) => ({
      '@type': 'Dataset',
      '@id': datasetId(at, PLACES.table(resource.name)),
      name: nameOf(resource),
      description: tableDescription(catalogue, resource),
      url: address(at, PLACES.table(resource.name)),
      license: licencesOf(catalogue, resource.name).map((licence) => licence.url),
      creator: organisation(at),
    })),
  };
}

/** One table, likewise, for its own page. */
export function tableDataset(catalogue: Catalogue, resource: TableFile, at: Standpoint): object {
  const { release } = catalogue;
  const sources = sourcesOf(catalogue, resource.name);
  return {
    '@context': 'https://schema.org/',
    ...dataset(
      catalogue,
      at,
      {
        page: PLACES.table(resource.name),
        name: nameOf(resource),
        description: tableDescription(catalogue, resource),
        cited: citableTable(release, resource, sources, at.site),
      },
      resource.name,
    ),
    variableMeasured: measuresOf(resource).map((field) => variable(field, field.name)),
    distribution: downloads(resource, at),
    isPartOf: {
      '@type': 'Dataset',
      '@id': datasetId(at, PLACES.catalogue),
      name: release.title,
      description: releaseDescription(catalogue),
      url: address(at, PLACES.catalogue),
      license: licencesOf(catalogue).map((licence) => licence.url),
      creator: organisation(at),
    },
  };
}

/** What the release and a table have in common. */
function dataset(
  catalogue: Catalogue,
  at: Standpoint,
  own: { page: string; name: string; description: string; cited: Citable },
  table?: string,
): object {
  const { version, keywords } = catalogue.release;
  const sources = sourcesOf(catalogue, table);
  const years = yearsOf(catalogue, table);
  return {
    '@type': 'Dataset',
    '@id': datasetId(at, own.page),
    name: own.name,
    description: own.description,
    url: address(at, own.page),
    // No DOI: the release has none.
    identifier: own.cited.key,
    version,
    datePublished: version,
    dateModified: version,
    inLanguage: 'en',
    keywords,
    isAccessibleForFree: true,
    license: licencesOf(catalogue, table).map((licence) => licence.url),
    creator: organisation(at),
    publisher: organisation(at),
    creditText: citation(own.cited).credit,
    // `citation` is what a work cites, not how it is cited.
    ...(sources.length
      ? {
          citation: [...new Set(sources.map((source) => source.citation))],
          isBasedOn: sources.map((source) => ({
            '@type': 'CreativeWork',
            name: source.title,
            ...(source.landing_page ? { url: source.landing_page } : {}),
            license: source.licence.url,
            publisher: { '@type': 'Organization', name: source.publisher },
          })),
        }
      : {}),
    // An interval of ISO 8601.
    ...(years ? { temporalCoverage: years.join('/') } : {}),
    spatialCoverage: {
      '@type': 'Place',
      name: 'World',
      // South, west, north, east.
      geo: { '@type': 'GeoShape', box: '-90 -180 90 180' },
    },
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': address(at, `${PLACES.catalogue}#catalogue`),
      name: `${CREATOR}: data`,
      url: address(at, PLACES.catalogue),
    },
  };
}

const nameOf = (resource: TableFile): string => `${resource.title} (${CREATOR})`;

const datasetId = (at: Standpoint, page: string): string => address(at, `${page}#dataset`);

const organisation = (at: Standpoint): object => ({
  '@type': 'Organization',
  '@id': address(at, `${PLACES.root}#crosscurrents`),
  name: CREATOR,
  url: address(at, PLACES.root),
});

const variable = ({ description, unit }: Field, name: string): object => ({
  '@type': 'PropertyValue',
  name,
  description,
  ...(unit ? { unitText: unit } : {}),
});

function downloads(resource: TableFile, at: Standpoint): object[] {
  const { parquet, csv } = filesOf(resource);
  const download = (file: DataFile, encodingFormat: string, kind: string): object => ({
    '@type': 'DataDownload',
    name: `${resource.title} as ${kind}`,
    contentUrl: address(at, PLACES.file(file.path)),
    encodingFormat,
    contentSize: `${file.bytes} B`,
    sha256: file.sha256,
  });
  return [
    download(parquet, resource.mediatype, 'Parquet'),
    download(csv, 'application/gzip', 'CSV, compressed by gzip'),
  ];
}
