import type { Citable } from '../../../src/cite/citable.ts';
import { CITATION_FILES, CITATION_TEXT } from '../../../src/cite/files.ts';
import { citableRelease, citableSite, citableSource, citableTable } from '../../../src/cite/works.ts';
import { sourcesOf, type Catalogue, type Standpoint } from './catalogue.ts';
import { croissant } from './croissant.ts';
import { dataPackage } from './datapackage.ts';
import { dcat } from './dcat.ts';
import { releaseDataset, tableDataset } from './schema-org.ts';
import { zenodoDeposit } from './zenodo.ts';

/**
 * The texts of the catalogue, by their path in the release folder. Those of schema.org are for the pages too: they lie
 * as deep below the site's root as the page that takes them in, so a relative reference is right in both places.
 *
 *     datapackage.json · croissant.json · dcat.jsonld · zenodo.json
 *     schema-org.jsonld                       for data/
 *     schema-org/<table>.jsonld               for data/<table>/
 *     citations/release.{txt,bib,ris,json}    and site.*, <table>.*, sources/<id>.*
 */
export function catalogueFiles(
  catalogue: Catalogue,
  site: string | null,
  contact: string | null = null,
): ReadonlyMap<string, string> {
  const { release } = catalogue;
  const shallow: Standpoint = { site, root: '../' };
  const deep: Standpoint = { site, root: '../../' };
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  const cite = (name: string, item: Citable): [string, string][] =>
    [CITATION_TEXT, ...CITATION_FILES].map(({ extension, write }) => [
      `citations/${name}.${extension}`,
      write([item]),
    ]);
  return new Map([
    ['datapackage.json', json(dataPackage(catalogue, site))],
    ['croissant.json', json(croissant(catalogue, shallow))],
    ['dcat.jsonld', json(dcat(catalogue, shallow, contact))],
    ['zenodo.json', json(zenodoDeposit(catalogue, site))],
    ['schema-org.jsonld', json(releaseDataset(catalogue, shallow))],
    ...release.resources.map((resource): [string, string] => [
      `schema-org/${resource.name}.jsonld`,
      json(tableDataset(catalogue, resource, deep)),
    ]),
    ...cite('site', citableSite(release, site)),
    ...cite('release', citableRelease(release, site)),
    ...release.resources.flatMap((resource) =>
      cite(resource.name, citableTable(release, resource, sourcesOf(catalogue, resource.name), site)),
    ),
    ...sourcesOf(catalogue).flatMap((source) => cite(`sources/${source.id}`, citableSource(source))),
  ]);
}
