import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { AtlasFile } from '../../src/model/atlas.ts';
import type { Group } from '../../src/model/group.ts';
import type { IndicatorLabel } from '../../src/model/indicator.ts';
import type { Release } from '../../src/model/release.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The built site under test; the environment variable `SITE_DIST` names another than dist/. */
export const DIST = resolve(ROOT, process.env['SITE_DIST'] ?? 'dist');

/** The release that the site was built from, as it is published with it. */
export const RELEASE = join(DIST, 'release');

if (!existsSync(join(DIST, 'index.html')))
  throw new Error(`There is no built site in ${DIST}. Build it: npm run data:publish && npm run build.`);

/** One page of every type, by its path from the root of the site. */
export const PAGE_TYPES: Readonly<Record<string, string>> = {
  home: '',
  explorer: 'explore/',
  'SQL lab': 'explore/sql/',
  countries: 'countries/',
  'a country with much': 'countries/deu/',
  'a country with little': 'countries/tkl/',
  'a country with next to nothing': 'countries/ata/',
  data: 'data/',
  'a table': 'data/flows/',
  'a table of many series': 'data/country-context/',
  sources: 'sources/',
  quality: 'data/quality/',
  history: 'data/history/',
  'data for programs': 'data/api/',
  'figures on other pages': 'data/embedding/',
  releases: 'data/releases/',
  methods: 'methods/',
  'a method of pairs': 'methods/ric/',
  'a method of countries': 'methods/effective-partners/',
  glossary: 'methods/glossary/',
  'all SQL': 'methods/sql/',
  about: 'about/',
  insights: 'insights/',
  'a section': 'insights/trends/',
  'an article': 'insights/trends/students-abroad/',
  'a whitepaper': 'insights/research/has-distance-died/',
  'the ledger of claims': 'insights/claims/',
  'a claim': 'insights/claims/one-sided/',
  questions: 'insights/questions/',
  'where to start': 'insights/start/',
  standards: 'insights/standards/',
};

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(RELEASE, name), 'utf8'));
export const readAtlas = async (): Promise<AtlasFile> => (await read('atlas.json')) as AtlasFile;
/** Labels of indicators and groups of countries, as `openAtlas` takes them. */
export const readMore = async () => ({
  indicators: (await read('indicators.json')) as IndicatorLabel[],
  groups: (await read('groups.json')) as Group[],
});
export const readManifest = async (): Promise<Release> => (await read('datapackage.json')) as Release;
