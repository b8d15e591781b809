import { stringify } from 'yaml';
import { citableRelease } from '../../../src/cite/works.ts';
import type { Release } from '../../../src/model/release.ts';
import type { Licence, Source } from './catalogue.ts';

/**
 * The text of CITATION.cff (Citation File Format 1.2.0), for the root of the repository: made from the release's version and
 * the records of data/sources/.
 *
 * It has no `license` of its own. A list there means that a reader may choose ("When there are multiple licenses, it is assumed
 * their relationship is OR, not AND", schema of 1.2.0), and nobody may choose CC0 for rows that are share-alike. So
 * each source has its licence beside its name, and the abstract says that rows carry it.
 */
export function citationCff(
  release: Pick<Release, 'title' | 'description' | 'keywords' | 'version'>,
  sources: readonly Source[],
): string {
  const { title, authors, version, issued } = citableRelease(release, null);
  const content = {
    'cff-version': '1.2.0',
    type: 'dataset',
    message:
      'If you use these data, please cite the release, and the sources of the rows that you use: they are the references.',
    title,
    abstract: `${release.description} Each row names its source and carries that source's licence.`,
    authors: authors.map((name) => ({ name })),
    version,
    'date-released': issued,
    keywords: release.keywords,
    references: sources.map(reference),
  };
  return stringify(content, { lineWidth: 0, singleQuote: true, compat: 'yaml-1.1' });
}

function reference({ title, publisher, licence, landing_page, retrieved, citation }: Source): object {
  return {
    type: 'data',
    title,
    // Required by the format, which has no place for a work whose authors are not known by name: the publisher stands for them.
    authors: [{ name: publisher }],
    ...(landing_page ? { url: landing_page } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(retrieved) ? { 'date-accessed': retrieved } : {}),
    ...licenceOf(licence),
    notes: citation,
  };
}

/** Ids of licences that the format's own list has, of 2021; of any other the address is given. */
const LISTED = [
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'etalab-2.0',
  'MIT',
  'OGDL-Taiwan-1.0',
  'OGL-Canada-2.0',
  'PDDL-1.0',
];

const licenceOf = ({ id, url }: Licence): object =>
  LISTED.includes(id) ? { license: id } : { 'license-url': url };
