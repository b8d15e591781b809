import type { Release, Resource } from '../../../src/model/release.ts';
import {
  absolute,
  CREATOR,
  licencesOf,
  rightsOf,
  PLACES,
  sourcesOf,
  type Catalogue,
  type Licence,
  type Source,
} from './catalogue.ts';

/** A licence, as a data package writes it. */
interface PackageLicence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/**
 * The manifest as it is published. It keeps to both versions of the standard: `profile` is what readers of version 1 look at,
 * `$schema` those of version 2, and nothing in it means another thing to the one than to the other.
 */
interface DataPackage extends Omit<Release, 'resources'> {
  readonly $schema: 'https://datapackage.org/profiles/2.0/datapackage.json';
  readonly homepage?: string;
  /** The release's date: a clock's time would make two publishes of one snapshot differ. */
  readonly created: string;
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly licenses: readonly PackageLicence[];
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly resources: readonly (Resource & { readonly type: 'table' })[];
}

/** Completes the manifest of a release by what is known only once all its tables are. */
export function dataPackage(catalogue: Catalogue, site: string | null): DataPackage {
  const { profile, name, title, description, version, resources, ...rest } = catalogue.release;
  const homepage = absolute(site, PLACES.catalogue);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile,
    name,
    title,
    description,
    ...(homepage === null ? {} : { homepage }),
    version,
    created: `${version}T00:00:00Z`,
    contributors: [{ title: CREATOR, roles: ['creator', 'publisher'] }],
    licenses: licencesOf(catalogue).map(licence),
    sources: sourcesOf(catalogue).map(source),
    ...rest,
    resources: resources.map((resource) => ({
      ...resource,
      type: 'table',
      // A list of licences may not be empty: a table that rests on no source is ours.
      licenses: licencesOf(catalogue, resource.name).map(licence),
      rights: rightsOf(catalogue, resource.name),
      sources: sourcesOf(catalogue, resource.name).map(source),
    })),
  };
}

const licence = ({ id, title, url }: Licence): PackageLicence => ({ name: id, title, path: url });
const source = ({ publisher, title, landing_page }: Source) => ({
  title: `${publisher}: ${title}`,
  ...(landing_page ? { path: landing_page } : {}),
});
