import { bibtex } from '../../../src/cite/bibtex.ts';
import { citableRelease } from '../../../src/cite/works.ts';
import type { Field, TableFile } from '../../../src/model/release.ts';
import {
  address,
  CREATOR,
  filesOf,
  licencesOf,
  PLACES,
  type Catalogue,
  type DataFile,
  type Standpoint,
} from './catalogue.ts';

/** The context that goes with Croissant 1.0, as its reference implementation writes it. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  equivalentProperty: 'cr:equivalentProperty',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  samplingRate: 'cr:samplingRate',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

const DATA_TYPES: Readonly<Record<Field['type'], string>> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
};

/** The release as Croissant 1.0 (http://mlcommons.org/croissant/1.0): files; columns, key and references of each table. */
export function croissant(catalogue: Catalogue, at: Standpoint): object {
  const { release } = catalogue;
  const organisation = {
    '@type': 'sc:Organization',
    name: CREATOR,
    ...(at.site === null ? {} : { url: address(at, PLACES.root) }),
  };
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: release.title,
    description: release.description,
    url: address(at, PLACES.catalogue),
    license: licencesOf(catalogue).map((licence) => licence.url),
    creator: organisation,
    publisher: organisation,
    // A date, which is not of the form MAJOR.MINOR.PATCH that Croissant recommends: one release has one version, everywhere.
    version: release.version,
    datePublished: release.version,
    dateModified: release.version,
    inLanguage: 'en',
    keywords: release.keywords,
    citeAs: bibtex(citableRelease(release, at.site)),
    // New data come as a new release with files of other names; those of a release never change.
    isLiveDataset: false,
    distribution: release.resources.flatMap((resource) => fileObjects(resource, at)),
    recordSet: release.resources.map((resource) => recordSet(release.resources, resource)),
  };
}

const parquetId = (table: string): string => `${table}.parquet`;

function fileObjects(resource: TableFile, at: Standpoint): object[] {
  const { parquet, csv } = filesOf(resource);
  return [
    // Not the registered application/vnd.apache.parquet: the reference implementation reads a file under this name only.
    fileObject(parquetId(resource.name), parquet, 'application/x-parquet', at),
    {
      ...fileObject(`${resource.name}.csv.gz`, csv, 'application/gzip', at),
      sameAs: address(at, PLACES.file(parquet.path)),
    },
  ];
}

const fileObject = (id: string, file: DataFile, encodingFormat: string, at: Standpoint): object => ({
  '@type': 'cr:FileObject',
  '@id': id,
  name: file.path,
  contentUrl: address(at, PLACES.file(file.path)),
  contentSize: `${file.bytes} B`,
  encodingFormat,
  sha256: file.sha256,
});

function recordSet(resources: readonly TableFile[], { name, description, schema }: TableFile): object {
  const id = (table: string, field: string): string => `${table}/${field}`;
  // A field refers to a field: keys of several columns have no such reference.
  const references = new Map(
    (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const [[from], [to]] = [fields, reference.fields];
      return fields.length === 1 && reference.fields.length === 1 && from && to
        ? [[from, id(reference.resource, to)] as const]
        : [];
    }),
  );
  const known = new Set(resources.map((resource) => resource.name));
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description,
    key: schema.primaryKey.map((field) => ({ '@id': id(name, field) })),
    field: schema.fields.map((field) => {
      const target = references.get(field.name);
      return {
        '@type': 'cr:Field',
        '@id': id(name, field.name),
        name: field.name,
        description: field.unit ? `${field.description} Unit: ${field.unit}.` : field.description,
        dataType: DATA_TYPES[field.type],
        source: { fileObject: { '@id': parquetId(name) }, extract: { column: field.name } },
        // The specification's prose has the `@id` here; its example data sets and its own reader have it in `field`.
        ...(target && known.has(target.split('/')[0] ?? '')
          ? { references: { field: { '@id': target } } }
          : {}),
      };
    }),
  };
}
