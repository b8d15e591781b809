import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frozenRoot } from '../../../src/model/frozen.ts';
import { UserError } from '../errors.ts';
import { sha256 } from '../manifest.ts';
import type { Paths } from '../paths.ts';
import { step } from '../progress.ts';
import { frozenVersions, inArchives, readIndex } from './archive.ts';
import { changesSince } from './changes.ts';
import { archiveOf, newBytes, writeArchive, type Archive } from './freeze.ts';
import { heldTree } from './held.ts';
import { holdToLimits, LIMITS, type Limits } from './limits.ts';
import { brokenLinks } from './links.ts';
import { piecesOn } from './pieces.ts';
import { heldTogether, notesOn, refuseUncommitted, versionToFreeze } from './ready.ts';

export interface MakeRelease {
  /** The repository. */
  readonly root: string;
  readonly paths: Paths;
  /** Folder of the archives. */
  readonly archives: string;
  /** Holds the data against their checks; throws where one fails. */
  readonly check: () => Promise<void>;
  /** Address that the site was built for, with a slash; null where the build did not know it. */
  readonly site?: string | null;
  readonly dryRun?: boolean;
  readonly limits?: Limits;
}

/**
 * Freezes what is published and built. Everything is checked before anything is written.
 * @returns the archive, written or, in a dry run, not
 * @throws {UserError} that says what does not hold, and what to do
 */
export async function makeRelease({
  root,
  paths,
  archives,
  check,
  site = null,
  dryRun = false,
  limits = LIMITS,
}: MakeRelease): Promise<Archive> {
  const version = await versionToFreeze(paths.version, archives);
  const notes = await notesOn(version, archives);
  await refuseUncommitted(root);
  const manifest = await heldTogether(paths, root, version);
  await check();

  const tree = await heldTree(paths.dist, { version, site });
  const broken = brokenLinks(tree, version, (path) => isServed(join(paths.dist, path)));
  if (broken.length)
    throw new UserError(
      [
        `${broken.length} links of the frozen embeds lead nowhere. Nothing was written.`,
        ...broken.slice(0, 12).map((line) => `  ${line}`),
      ].join('\n'),
    );
  const [before = null] = await frozenVersions(archives);
  const changes =
    before === null
      ? []
      : await changesSince(await readIndex(before, archives), paths.release, manifest, archives);
  const archive = await archiveOf(
    tree,
    { notes, before, changes, pieces: await piecesOn(version, paths.dist) },
    archives,
    await committedTables(paths),
  );
  const bytes = newBytes(archive);
  const files = (await filesBelow(paths.dist, frozenRoot(version))) + tree.size;
  for (const [name, size] of largestOf(archive)) step(`${count(size).padStart(12)}  ${name}`);
  step(
    `release  ${version}: ${count(tree.size)} files, ${count(bytes)} bytes that the repository does not have; ` +
      `${before === null ? 'the first that is frozen' : `${changes.length} tables changed since ${before}`}; the site has ${count(files)} files with it`,
  );
  holdToLimits({ bytes, parts: archive.parts, files, own: tree.size }, limits);
  if (dryRun) step('dry run  nothing was written');
  else {
    await writeArchive(archive, archives);
    step(`frozen   ${inArchives(archives).release(version)}`);
  }
  return archive;
}

const count = (n: number): string => n.toLocaleString('en');

const largestOf = ({ parts }: Archive): [string, number][] =>
  [...parts].sort(([, a], [, b]) => b - a).slice(0, 8);

/** sha256 of the tables that the repository holds already: git keeps equal files once. */
async function committedTables({ snapshot, models }: Paths): Promise<ReadonlySet<string>> {
  const digests = new Set<string>();
  for (const folder of [snapshot, models])
    for (const name of existsSync(folder) ? await readdir(folder) : [])
      if (name.endsWith('.parquet')) digests.add(sha256(await readFile(join(folder, name))));
  return digests;
}

const isServed = (path: string): boolean =>
  existsSync(path) && (statSync(path).isFile() || existsSync(join(path, 'index.html')));

/** How many files a folder has, those below one of its folders left out. */
async function filesBelow(folder: string, without: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(
    (entry) => entry.isFile() && !`${entry.parentPath}/`.startsWith(join(folder, without)),
  ).length;
}
