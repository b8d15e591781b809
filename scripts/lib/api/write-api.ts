import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { apiPath } from '../../../src/model/api/paths.ts';
import type { FlowSeries } from '../../../src/model/atlas.ts';
import type { Release, TableFile } from '../../../src/model/release.ts';
import { UserError } from '../errors.ts';
import type { Paths } from '../paths.ts';
import type { SourceRecord } from '../records.ts';
import type { Session } from '../session.ts';
import { replaceFolder } from '../whole.ts';
import { countryFiles } from './countries.ts';
import { openFacts } from './facts.ts';
import { indexFile } from './index-file.ts';
import { indicatorSources } from './indicator-sources.ts';
import { writeIndicators } from './indicators.ts';
import { layerFiles, layersFile, layerYears } from './layers.ts';
import { countriesFile, releasesFile, sourcesFile } from './lists.ts';
import { LISTED_PAIRS } from './listed-pairs.ts';
import { openApi } from './openapi.ts';
import { pairFiles, pairsWithData } from './pairs.ts';

/** Most bytes of a JSON file as it travels (gzip). */
const ANSWER_LIMIT = 60_000;

interface ApiParts {
  readonly paths: Pick<Paths, 'release' | 'version'>;
  /** The release, as its manifest has it. */
  readonly release: Release<TableFile>;
  readonly records: ReadonlyMap<string, SourceRecord>;
  readonly flows: readonly FlowSeries[];
  readonly withData: readonly string[];
  /** Folder of the release that is being made: its slices are there. */
  readonly folder: string;
  /** Address of the site's root; null where it is not known. */
  readonly site: string | null;
}

/** Where the API is written: beside the release. */
export const apiFolder = ({ release }: Pick<Paths, 'release'>): string => join(dirname(release), 'api');

/**
 * Writes the API of static files, made anew and put in place whole.
 * @returns how many files, and their bytes
 * @throws {UserError} for a file that is larger than it may be
 */
export async function writeApi(
  db: Session,
  { paths, release, records, flows, withData, folder, site }: ApiParts,
  limits: { readonly answer?: number; readonly csv?: number } = {},
): Promise<{ files: number; bytes: number }> {
  const facts = await openFacts(db, { release: release.version, records, series: flows, withData });
  const rests = await indicatorSources(db, flows);
  let files = 0;
  let bytes = 0;
  await replaceFolder(apiFolder(paths), async (temporary) => {
    const root = join(temporary, 'v1');
    const written: string[] = [];
    const put = async (path: string, content: unknown): Promise<void> => {
      const text = Buffer.from(JSON.stringify(content));
      const limit = limits.answer ?? ANSWER_LIMIT;
      // What is short as it stands is short packed.
      if (text.length > limit && gzipSync(text).length > limit)
        throw new UserError(
          `api/v1/${path} has more than ${limit} bytes (gzip). Put less into it (scripts/lib/api/).`,
        );
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      written.push(path);
      bytes += text.length;
    };

    const years = await layerYears(facts);
    const pairs = await pairsWithData(facts, LISTED_PAIRS);
    await put(apiPath.countries, await countriesFile(facts));
    await put(apiPath.layers, layersFile(facts, years));
    await put(apiPath.sources, await sourcesFile(facts, records));
    await put(apiPath.releases, await releasesFile(facts, paths));
    for (const [path, file] of await layerFiles(facts, years, folder)) await put(path, file);
    for (const [path, file] of await countryFiles(facts, rests, pairs)) await put(path, file);
    for (const [path, file] of await pairFiles(facts, rests, pairs)) await put(path, file);
    const indicators = await writeIndicators(facts, rests, root, limits.csv);
    await put(apiPath.indicators, indicators.list);
    for (const [path, file] of indicators.metadata) await put(path, file);
    written.push(...indicators.csv);
    for (const { csv } of indicators.list.indicators) bytes += csv?.bytes ?? 0;

    const all = { api: [...written, apiPath.index], release: await slicesIn(folder) };
    await put(apiPath.index, indexFile(facts, all, release));
    await put(apiPath.openapi, openApi(all, site));
    files = written.length;
  });
  return { files, bytes };
}

/** Paths of the slices of a release, from its folder. */
async function slicesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'slices'), { recursive: true });
  return entries
    .filter((name) => name.endsWith('.json'))
    .map((name) => `slices/${name.replaceAll('\\', '/')}`);
}
