import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isVersion } from '../../../src/model/frozen.ts';
import type { Release } from '../../../src/model/release.ts';
import { SUMS_FILE, folderSums } from '../catalogue/folder-sums.ts';
import { UserError } from '../errors.ts';
import { sha256 } from '../manifest.ts';
import type { Paths } from '../paths.ts';
import { frozenVersions, inArchives } from './archive.ts';
import { refuseFrozen } from './freeze.ts';

/**
 * The version that is to be frozen, from data/release.json.
 * @throws {UserError} where it is no date, is frozen already, or is older than a frozen one
 */
export async function versionToFreeze(path: string, archives: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version?: unknown };
  if (typeof version !== 'string' || !isVersion(version))
    throw new UserError(`${path} has no version that is a date: { "version": "YYYY-MM-DD" }.`);
  await refuseFrozen(version, archives);
  const [newest] = await frozenVersions(archives);
  if (newest !== undefined && version <= newest)
    throw new UserError(
      `Release ${version} would be older than ${newest}, which is frozen. Give it a later date in data/release.json, then npm run data:publish and npm run build.`,
    );
  return version;
}

/** Headings and blanks are no notes. */
const isParagraph = (text: string): boolean =>
  !/^#/.test(text) && text.replaceAll(/\s+/g, ' ').trim().length >= 40;

/**
 * The notes on a release.
 * @throws {UserError} where there are none, or nothing but headings
 */
export async function notesOn(version: string, archives: string): Promise<string> {
  const path = inArchives(archives).notes(version);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || !text.split(/\n\s*\n/).some(isParagraph))
    throw new UserError(
      `${path} ${text === null ? 'is missing' : 'says nothing'}. Write what this release brings, what changed and what it means for those who use it: Markdown, a paragraph of a sentence or two at least.`,
    );
  return text;
}

/**
 * What is frozen names the host that it was built for, in its pictures and citations, or none, and neither can be changed afterwards.
 * @throws {UserError} where no host is known and nobody said that this is meant
 */
export function refuseNoAddress(site: string | null, withoutAddress: boolean): void {
  if (site === null && !withoutAddress)
    throw new UserError(
      'SITE_URL is not set, so pictures and citations of the frozen release would name no host, for good. Publish, build and freeze with SITE_URL=https://…, the address of the site; where it has none yet, say so: npm run release -- --without-address.',
    );
}

/**
 * What is frozen must be what is committed.
 * @throws {UserError} where files of data/ are changed or not yet known to git
 */
export async function refuseUncommitted(root: string): Promise<void> {
  const { stdout } = await promisify(execFile)('git', [
    '-C',
    root,
    'status',
    '--porcelain',
    '--',
    'data',
  ]).catch((error: Error) => {
    throw new UserError(
      `git cannot say whether data/ is committed (${error.message.split('\n')[0] ?? ''}). Make releases in a clone of the repository.`,
    );
  });
  const lines = stdout.split('\n').filter(Boolean);
  if (lines.length)
    throw new UserError(
      `data/ has changes that are not committed:\n${lines.slice(0, 12).join('\n')}${lines.length > 12 ? `\n… and ${lines.length - 12} more` : ''}\nCommit them (git add data && git commit), or undo them, then publish and build again.`,
    );
}

/**
 * Holds snapshot, release and built site against each other.
 * @returns the manifest that they share
 * @throws {UserError} where one of them is of another version, or older than what it is made of
 */
export async function heldTogether(paths: Paths, root: string, version: string): Promise<Release> {
  const published = await manifestOf(paths.release, 'npm run data:publish');
  if (published.release.version !== version)
    throw new UserError(
      `What is published is release ${published.release.version}, and data/release.json says ${version}. Run npm run data:publish && npm run build.`,
    );
  for (const file of await readdir(paths.snapshot)) {
    if (!file.endsWith('.parquet')) continue;
    const name = file.replace(/\.parquet$/, '');
    const resource = published.release.resources.find((one) => one.name === name);
    const snapshot = `sha256:${sha256(await readFile(join(paths.snapshot, file)))}`;
    if (resource?.hash !== snapshot)
      throw new UserError(
        `The table ${name} of the snapshot is not the one that is published. Run npm run data:publish && npm run build.`,
      );
  }
  const built = await manifestOf(join(paths.dist, 'release'), 'npm run build');
  if (built.text !== published.text)
    throw new UserError(
      'The site was built of another release than the one that is published. Run npm run build.',
    );
  const sums = await readFile(join(paths.dist, 'release', SUMS_FILE), 'utf8');
  if (sums !== (await folderSums(join(paths.dist, 'release'))))
    throw new UserError(
      `Files of ${join(paths.dist, 'release')} are not those of its ${SUMS_FILE}. Run npm run data:publish && npm run build.`,
    );
  await refuseOldBuild(paths, root);
  return published.release;
}

async function manifestOf(folder: string, make: string): Promise<{ text: string; release: Release }> {
  const path = join(folder, 'datapackage.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`${path} is missing. Run ${make}.`);
  });
  return { text, release: JSON.parse(text) as Release };
}

/** A page that is frozen must be what the code of today draws: the last thing a build writes is younger than every source file. */
async function refuseOldBuild(paths: Paths, root: string): Promise<void> {
  const built = await stat(join(paths.dist, 'embed', 'states.json')).catch(() => null);
  if (!built) throw new UserError('The site has no embeds. Run npm run build.');
  for (const entry of await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !/\.test\.ts$/.test(file) && (await stat(file)).mtimeMs > built.mtimeMs)
      throw new UserError(`${file} was changed after the site was built. Run npm run build.`);
  }
}
