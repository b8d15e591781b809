import { citableTable } from '../../../src/cite/works.ts';
import type { TableFile } from '../../../src/model/release.ts';
import {
  address,
  CREATOR,
  filesOf,
  licencesOf,
  rightsOf,
  OURS,
  PLACES,
  sourcesOf,
  yearsOf,
  type Catalogue,
  type DataFile,
  type Source,
  type Standpoint,
} from './catalogue.ts';
import { releaseDescription, tableDescription } from './words.ts';

/** Written out: a reader needs no other file, and no other host, to make triples of it. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  gsp: 'http://www.opengis.net/ont/geosparql#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority';
const IANA = 'http://www.iana.org/assignments/media-types';

/** Themes of the EU's vocabulary that fit all tables. */
const THEMES = {
  EDUC: 'Education, culture and sport',
  TECH: 'Science and technology',
  INTR: 'International issues',
} as const;

/**
 * The catalogue after DCAT-AP 3 in JSON-LD: one dataset a table, one distribution a file. Nodes that the profile wants
 * to be of a class have it beside their address, so that the file can be checked on its own.
 * Left out on purpose: `dcatap:availability`, a promise for years that nobody has made and, unless there is one, a mailbox.
 * @param contact where errors are reported, on the web or by `mailto:`; without it, the page about the atlas
 */
export function dcat(catalogue: Catalogue, at: Standpoint, contact: string | null = null): object {
  const { release } = catalogue;
  const node = {
    '@id': address(at, `${PLACES.catalogue}#catalogue`),
    '@type': 'dcat:Catalog',
    'dct:title': en(release.title),
    'dct:description': en(releaseDescription(catalogue)),
    'dct:publisher': us(at),
    'dct:issued': day(release.version),
    'dct:modified': day(release.version),
    'dct:language': ENGLISH,
    'dct:license': { '@id': OURS.url, '@type': 'dct:LicenseDocument' },
    'dct:rights': {
      '@type': 'dct:RightsStatement',
      'rdfs:label': en(
        'The licence is that of these descriptions. Each table, and within it each row, carries the licences of its sources.',
      ),
    },
    'dct:spatial': WORLD,
    ...temporal(yearsOf(catalogue)),
    'foaf:homepage': { '@id': address(at, PLACES.catalogue), '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': {
      '@id': `${EU}/data-theme`,
      '@type': 'skos:ConceptScheme',
      'dct:title': en('Data theme'),
    },
    'dcat:dataset': release.resources.map((resource) =>
      dataset(catalogue, resource, at, contact ?? address(at, PLACES.about)),
    ),
  };
  // Who and what several datasets refer to stands once, beside the catalogue.
  return {
    '@context': CONTEXT,
    '@graph': [
      node,
      {
        ...us(at),
        '@type': 'foaf:Agent',
        'foaf:name': CREATOR,
        'foaf:homepage': { '@id': address(at, PLACES.root), '@type': 'foaf:Document' },
      },
      ...sourcesOf(catalogue).map((source) => sourceNode(source, at)),
    ],
  };
}

function dataset(catalogue: Catalogue, resource: TableFile, at: Standpoint, contact: string): object {
  const { release } = catalogue;
  const page = PLACES.table(resource.name);
  const sources = sourcesOf(catalogue, resource.name);
  return {
    '@id': address(at, `${page}#dataset`),
    '@type': 'dcat:Dataset',
    'dct:title': en(`${resource.title} (${CREATOR})`),
    'dct:description': en(tableDescription(catalogue, resource)),
    'dct:identifier': citableTable(release, resource, sources, at.site).key,
    'dcat:version': release.version,
    'dct:issued': day(release.version),
    'dct:modified': day(release.version),
    'dct:publisher': us(at),
    'dct:creator': us(at),
    'dcat:contactPoint': {
      '@type': ['vcard:Organization', 'vcard:Kind'],
      'vcard:fn': CREATOR,
      [contact.startsWith('mailto:') ? 'vcard:hasEmail' : 'vcard:hasURL']: { '@id': contact },
    },
    'dcat:keyword': release.keywords.map(en),
    'dcat:theme': Object.entries(THEMES).map(([code, label]) => ({
      '@id': `${EU}/data-theme/${code}`,
      '@type': 'skos:Concept',
      'skos:prefLabel': en(label),
    })),
    'dct:language': ENGLISH,
    'dct:spatial': WORLD,
    ...temporal(yearsOf(catalogue, resource.name)),
    'dct:accessRights': {
      '@id': `${EU}/access-right/PUBLIC`,
      '@type': 'dct:RightsStatement',
    },
    'dcat:landingPage': { '@id': address(at, page), '@type': 'foaf:Document' },
    ...(sources.length ? { 'dct:source': sources.map((source) => ({ '@id': sourceId(source, at) })) } : {}),
    'dcat:distribution': distributions(catalogue, resource, at),
  };
}

/** Ours: two sources may have one page at their publisher. */
const sourceId = ({ id }: Source, at: Standpoint): string => address(at, `${PLACES.catalogue}#source-${id}`);

/** A source as a dataset of its publisher. */
const sourceNode = (source: Source, at: Standpoint): object => ({
  '@id': sourceId(source, at),
  '@type': 'dcat:Dataset',
  'dct:title': en(source.title),
  'dct:description': en(source.what),
  'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': source.publisher },
  ...(source.landing_page
    ? { 'dcat:landingPage': { '@id': source.landing_page, '@type': 'foaf:Document' } }
    : {}),
});

function distributions(catalogue: Catalogue, resource: TableFile, at: Standpoint): object[] {
  const { parquet, csv } = filesOf(resource);
  const page = PLACES.table(resource.name);
  const common = (id: string, kind: string, file: DataFile): object => ({
    '@id': address(at, `${page}#${id}`),
    '@type': 'dcat:Distribution',
    'dct:title': en(`${resource.title} as ${kind}`),
    'dct:description': en(`All ${resource.rows.toLocaleString('en')} rows of the table as ${kind}.`),
    'dcat:accessURL': { '@id': address(at, page) },
    'dcat:downloadURL': { '@id': address(at, PLACES.file(file.path)) },
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256', '@type': 'spdx:ChecksumAlgorithm' },
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
    'dct:issued': day(catalogue.release.version),
    'dct:modified': day(catalogue.release.version),
    ...terms(catalogue, resource, at),
  });
  return [
    {
      ...common('parquet', 'Parquet', parquet),
      'dct:format': { '@id': `${EU}/file-type/PARQUET`, '@type': 'dct:MediaTypeOrExtent' },
      'dcat:mediaType': mediaType(resource.mediatype),
    },
    {
      ...common('csv', 'CSV, compressed by gzip', csv),
      'dct:format': { '@id': `${EU}/file-type/CSV`, '@type': 'dct:MediaTypeOrExtent' },
      'dcat:mediaType': mediaType('text/csv'),
      'dcat:compressFormat': mediaType('application/gzip'),
    },
  ];
}

/** The profile allows one licence a distribution. Where rows carry several, it is a document of ours that names them all. */
function terms(catalogue: Catalogue, resource: TableFile, at: Standpoint): object {
  const licences = licencesOf(catalogue, resource.name);
  const [only] = licences;
  if (licences.length === 1 && only)
    return {
      'dct:license': { '@id': only.url, '@type': 'dct:LicenseDocument', 'dct:title': en(only.title) },
    };
  const words = rightsOf(catalogue, resource.name);
  return {
    'dct:license': {
      '@id': address(at, `${PLACES.table(resource.name)}#licence`),
      '@type': 'dct:LicenseDocument',
      'dct:title': en(words),
      'rdfs:seeAlso': licences.map((licence) => ({ '@id': licence.url })),
    },
    'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': en(words) },
  };
}

const en = (text: string) => ({ '@value': text, '@language': 'en' });
const day = (date: string) => ({ '@value': date, '@type': 'xsd:date' });
const mediaType = (name: string) => ({ '@id': `${IANA}/${name}`, '@type': 'dct:MediaType' });

const us = (at: Standpoint) => ({ '@id': address(at, `${PLACES.root}#crosscurrents`) });

const ENGLISH = { '@id': `${EU}/language/ENG`, '@type': 'dct:LinguisticSystem' } as const;

/** The EU's list of places has no world; GeoNames, which the profile names next, has the Earth. */
const WORLD = {
  '@id': 'http://sws.geonames.org/6295630/',
  '@type': 'dct:Location',
  'dcat:bbox': {
    '@value': 'POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))',
    '@type': 'gsp:wktLiteral',
  },
} as const;

const temporal = (years: readonly [number, number] | null): object =>
  years
    ? {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': { '@value': String(years[0]), '@type': 'xsd:gYear' },
          'dcat:endDate': { '@value': String(years[1]), '@type': 'xsd:gYear' },
        },
      }
    : {};
