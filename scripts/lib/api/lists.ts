import { dirname, join } from 'node:path';
import type { Answer } from '../../../src/model/api.ts';
import { apiPath, TO_RELEASE, TO_SITE } from '../../../src/model/api/paths.ts';
import { frozenRoot } from '../../../src/model/frozen.ts';
import { SCHEMA_VERSION } from '../../../src/model/tables/index.ts';
import type { Paths } from '../paths.ts';
import type { SourceRecord } from '../records.ts';
import { frozenVersions, readIndex } from '../releases/archive.ts';
import type { Facts } from './facts.ts';

/** `countries.json` */
export async function countriesFile(facts: Facts): Promise<Answer<'Countries'>> {
  const rows = await facts.db.all<{ iso3: string }>('SELECT * FROM countries ORDER BY iso3');
  const withData = new Set(facts.withData);
  return {
    ...facts.head(['country-groups', 'world-bank-wdi']),
    countries: rows.map((row) => ({
      ...row,
      file: withData.has(row.iso3) ? apiPath.country(row.iso3) : null,
    })),
  };
}

interface SourceRow {
  readonly id: string;
  readonly record: string;
  readonly caveats: string;
  readonly tables: string | null;
}

/** `sources.json` */
export async function sourcesFile(
  facts: Facts,
  records: ReadonlyMap<string, SourceRecord>,
): Promise<Answer<'Sources'>> {
  const rows = await facts.db.all<SourceRow>('SELECT * FROM sources ORDER BY id');
  return {
    ...facts.head(rows.map(({ id }) => id)),
    details: rows.map(({ caveats, tables, ...row }) => ({
      ...row,
      licence_title: records.get(row.record)?.licence.title ?? '',
      licence_url: records.get(row.record)?.licence.url ?? '',
      caveats: caveats.split('\n').filter(Boolean),
      tables: tables?.split('\n') ?? [],
    })),
  };
}

/** `releases.json`: this one, and those that are frozen. */
export async function releasesFile(facts: Facts, paths: Pick<Paths, 'version'>): Promise<Answer<'Releases'>> {
  const archives = join(dirname(paths.version), 'releases');
  const frozen = await Promise.all(
    (await frozenVersions(archives)).map(async (version) => ({
      version,
      current: version === facts.release,
      frozen: true,
      schema_version: (await readIndex(version, archives)).schema_version,
      datapackage: `${TO_SITE}${frozenRoot(version)}release/datapackage.json`,
    })),
  );
  const current = {
    version: facts.release,
    current: true,
    frozen: false,
    schema_version: SCHEMA_VERSION,
    datapackage: `${TO_RELEASE}datapackage.json`,
  };
  const all = frozen.some(({ version }) => version === facts.release) ? frozen : [current, ...frozen];
  return { ...facts.head([]), releases: all.sort((a, b) => (a.version > b.version ? -1 : 1)) };
}
