import { citableRelease } from '../../../src/cite/works.ts';
import { rightsWords } from '../../../src/model/rights.ts';
import { absolute, licencesOf, PLACES, sourcesOf, type Catalogue, type Licence } from './catalogue.ts';
import { releaseDescription } from './words.ts';

/** A deposit of Zenodo's REST API, as far as a release fills it: https://developers.zenodo.org/#deposit-metadata */
interface ZenodoDeposit {
  readonly metadata: {
    readonly upload_type: 'dataset';
    readonly title: string;
    readonly creators: readonly { readonly name: string }[];
    /** HTML, like the notes. */
    readonly description: string;
    readonly publication_date: string;
    readonly version: string;
    /** ISO 639-3. */
    readonly language: 'eng';
    readonly access_right: 'open';
    readonly license: string;
    readonly keywords: readonly string[];
    readonly notes: string;
    readonly related_identifiers: readonly {
      readonly identifier: string;
      readonly relation: 'isDerivedFrom' | 'isDocumentedBy';
      readonly resource_type?: 'dataset';
    }[];
    readonly references: readonly string[];
  };
}

/** Zenodo's word for files under several open licences: it has room for one, and none of them is that of the whole. */
export const SEVERAL = 'other-open';

/** Ids of Zenodo's list of licences, by ours. */
const LISTED: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'cc-by-4.0',
  'CC-BY-SA-4.0': 'cc-by-sa-4.0',
  'CC0-1.0': 'cc-zero',
  MIT: 'mit',
  'OGL-Canada-2.0': 'ogl-canada-2.0',
  'etalab-2.0': 'etalab-2.0',
};

/**
 * What Zenodo asks of a deposit, so that a release folder can be deposited as it is. There is no DOI in it: Zenodo gives one.
 * What is sources' own is said three times, each for another reader: by licence in the notes, by address in the related identifiers, and by
 * their own citations in the references.
 */
export function zenodoDeposit(catalogue: Catalogue, site: string | null): ZenodoDeposit {
  const { release } = catalogue;
  const { title, authors, version, issued } = citableRelease(release, site);
  const sources = sourcesOf(catalogue);
  const licences = licencesOf(catalogue);
  const page = absolute(site, PLACES.catalogue);
  return {
    metadata: {
      upload_type: 'dataset',
      title,
      creators: authors.map((name) => ({ name })),
      description: paragraphs(releaseDescription(catalogue), HOLDS),
      publication_date: issued ?? release.version,
      version: version ?? release.version,
      language: 'eng',
      access_right: 'open',
      license: zenodoLicence(licences),
      keywords: release.keywords,
      notes: notes(catalogue, licences),
      related_identifiers: [
        ...(page === null ? [] : [{ identifier: page, relation: 'isDocumentedBy' as const }]),
        ...[...new Set(sources.flatMap(({ landing_page }) => landing_page ?? []))].map((identifier) => ({
          identifier,
          relation: 'isDerivedFrom' as const,
          resource_type: 'dataset' as const,
        })),
      ],
      references: [...new Set(sources.map(({ citation }) => citation))],
    },
  };
}

const HOLDS =
  'datapackage.json describes every table and column, citations/ says how to cite the release, its tables and its sources, and SHA256SUMS has the sum of every file.';

/** One licence by Zenodo's id; several, or one that Zenodo does not list, as open and said in the notes. */
export function zenodoLicence(licences: readonly Pick<Licence, 'id'>[]): string {
  const [only, ...more] = licences;
  return (only && !more.length && LISTED[only.id]) || SEVERAL;
}

/** What the licences come to, and then each source with its own. */
function notes(catalogue: Catalogue, licences: readonly Licence[]): string {
  const items = sourcesOf(catalogue).map(
    ({ title, publisher, licence }) =>
      `<li>${html(title)} (${html(publisher)}): <a href="${html(licence.url)}">${html(licence.title)}</a></li>`,
  );
  return `${paragraphs(rightsWords(licences, { each: 'row', whole: 'release' }))}<ul>${items.join('')}</ul>`;
}

const paragraphs = (...words: readonly string[]): string =>
  words.map((one) => `<p>${html(one)}</p>`).join('');

const html = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
