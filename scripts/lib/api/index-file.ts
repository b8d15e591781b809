import { API_VERSION, type Answer } from '../../../src/model/api.ts';
import { ENDPOINTS, patternOf, type Endpoint } from '../../../src/model/api/endpoints.ts';
import { MEASURE_WORDS } from '../../../src/model/api/measures.ts';
import { apiPath, TO_RELEASE, TO_SITE } from '../../../src/model/api/paths.ts';
import { SPEC_SCHEMA_PATH } from '../../../src/model/figure-spec.ts';
import { FLAGS, type FlagLetter } from '../../../src/model/flag.ts';
import { MEASURES } from '../../../src/model/flow.ts';
import type { Release, TableFile } from '../../../src/model/release.ts';
import type { Facts } from './facts.ts';

export const TITLE = 'Crosscurrents: data for programs';
export const DESCRIPTION =
  'Static JSON and CSV files that answer what is asked most of Crosscurrents, an open atlas of academic collaboration between countries. No key, no account, no cookies: every address is a file.';

/** What to know before adding up or comparing. */
export const NOTES: readonly string[] = [
  'Papers and projects are counted whole: one of three countries counts once for each of its three pairs. A sum over pairs therefore counts links, not papers, and is called so (sum_unit).',
  'Never add up or join two sources of one layer: they count differently, and the difference is the error bar.',
  'Zero, missing and suppressed are three things. Where complete is true, what is not listed is zero; where it is false, what is not listed is not known.',
  'No growth across a value with the flag b: the years before it count something else. Values with the flag p are of a year that was still growing.',
  'World totals come from a source that has one; a sum over countries is no world total.',
  'Country codes are ISO 3166-1 alpha-3. Territories with a code of their own are places of their own, as in the sources.',
];

/**
 * `index.json`
 * @param files paths of all files, below /api/v1/ and of slices below /release/
 */
export function indexFile(
  facts: Facts,
  files: Readonly<Record<Endpoint['under'], readonly string[]>>,
  release: Release<TableFile>,
): Answer<'Index'> {
  return {
    ...facts.head(facts.series.map(({ source }) => source)),
    title: TITLE,
    description: DESCRIPTION,
    version: API_VERSION,
    schema_version: release.schema_version,
    notes: [...NOTES],
    flags: Object.entries(FLAGS).map(([letter, flag]) => ({ letter: letter as FlagLetter, ...flag })),
    measures: MEASURES.map((id) => ({ id, ...MEASURE_WORDS[id] })),
    endpoints: ENDPOINTS.map((endpoint) => ({
      path: endpoint.path,
      title: endpoint.title,
      schema: endpoint.schema,
      media_type: endpoint.media,
      base: endpoint.under === 'api' ? './' : TO_RELEASE,
      files: filesOf(endpoint, files[endpoint.under]),
    })),
    tables: release.resources.map(({ name, title, rows, path, csv }) => ({
      name,
      title,
      rows,
      parquet: TO_RELEASE + path,
      csv: TO_RELEASE + csv.path,
    })),
    deprecated: [],
    links: {
      documentation: `${TO_SITE}data/api/`,
      openapi: apiPath.openapi,
      // Made with the pages.
      figure_schema: SPEC_SCHEMA_PATH.replace('api/v1/', ''),
      release: `${TO_RELEASE}datapackage.json`,
    },
  };
}

/** The files that a path with its parameters leads to, sorted. */
export function filesOf(endpoint: Endpoint, files: readonly string[]): string[] {
  const pattern = patternOf(endpoint);
  return files.filter((file) => pattern.test(`/${file}`)).sort();
}
