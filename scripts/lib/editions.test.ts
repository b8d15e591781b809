import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { fill, folderWith } from '../testing/folder.ts';
import { withEdition, type Edition } from './editions.ts';

const execute = promisify(execFile);
const HAS_GIT = await execute('git', ['--version']).then(
  () => true,
  () => false,
);

/** Table → content of its file, while the edition is in use. */
const contents = async (edition: Edition): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      [...edition].map(async ([name, file]) => [name, await readFile(file, 'latin1')] as const),
    ),
  );

/** A file that is no text. */
const BYTES = 'F1 \u0000\r\n\u00ff';

const leftOver = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('edition-')).sort();

describe('a folder', () => {
  test('with a snapshot: its Parquet files are the tables, and nothing else is', async () => {
    const folder = await folderWith({ 'flows.parquet': 'F', 'totals.parquet': 'T', 'README.md': 'read me' });
    expect(await withEdition(folder, contents)).toEqual({ flows: 'F', totals: 'T' });
  });

  test('with a release: its manifest names the files', async () => {
    const folder = await folderWith({
      'datapackage.json': JSON.stringify({ resources: [{ name: 'flows', path: 'flows.0a1b.parquet' }] }),
      'flows.0a1b.parquet': 'F',
      'old.parquet': 'not of this release',
    });
    expect(await withEdition(folder, contents)).toEqual({ flows: 'F' });
  });

  test('with a manifest that is none stops', async () => {
    for (const text of ['{ "resources": [', '{}', '']) {
      const folder = await folderWith({ 'datapackage.json': text });
      expect(await complaint(withEdition(folder, contents))).toMatch(
        /datapackage\.json is no manifest of a release: /,
      );
    }
  });

  test('with neither stops, and stays as it is', async () => {
    const folder = await folderWith({ 'flows.csv': 'a' });
    expect(await complaint(withEdition(folder, contents))).toBe(
      `${folder} holds neither a datapackage.json nor Parquet files: it is no edition of the data.`,
    );
    expect(await readdir(folder)).toEqual(['flows.csv']);
  });
});

describe.skipIf(!HAS_GIT)('a revision', () => {
  let repository: string;
  const git = (...args: string[]) =>
    execute('git', ['-C', repository, ...args], {
      env: {
        ...process.env,
        // Whatever the settings of the machine: a name for commits, no signing, no hooks.
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        ...Object.fromEntries(
          ['AUTHOR', 'COMMITTER'].flatMap((who) => [
            [`GIT_${who}_NAME`, 'Test'],
            [`GIT_${who}_EMAIL`, 'test@example.org'],
          ]),
        ),
      },
    });
  const commit = async (message: string, files: Readonly<Record<string, string | Uint8Array>>) => {
    await fill(repository, files);
    await git('add', '--all');
    await git('commit', '--quiet', '--message', message);
  };

  beforeAll(async () => {
    repository = await folderWith();
    await git('init', '--quiet');
    await commit('without data', { 'README.md': 'read me' });
    await git('tag', 'empty');
    await commit('first', {
      'data/snapshot/flows.parquet': Buffer.from(BYTES, 'latin1'),
      'data/snapshot/notes.txt': 'not a table',
      'data/snapshot/sub/deep.parquet': 'deeper',
    });
    await git('tag', 'v1');
    await commit('second', { 'data/snapshot/flows.parquet': 'F2', 'data/snapshot/totals.parquet': 'T2' });
    await fill(repository, { 'data/snapshot/flows.parquet': 'not committed' });
    await commit('notes alone', { 'data/snapshot/flows.parquet': 'F3' });
  });

  test.each([
    ['HEAD', { flows: 'F3', totals: 'T2' }],
    ['HEAD~1', { flows: 'F2', totals: 'T2' }],
    ['v1', { flows: BYTES }],
  ])('%s is its committed snapshot', async (name, tables) => {
    expect(await withEdition(name, contents, repository)).toEqual(tables);
  });

  test('by its hash, shortened', async () => {
    const { stdout } = await git('rev-parse', '--short', 'v1');
    expect(await withEdition(stdout.trim(), contents, repository)).toEqual({ flows: BYTES });
  });

  test('what is not committed is not in it', async () => {
    await fill(repository, { 'data/snapshot/flows.parquet': 'changed since' });
    expect(await withEdition('HEAD', contents, repository)).toMatchObject({ flows: 'F3' });
  });

  test('its files are gone afterwards, and also when its use fails', async () => {
    const before = await leftOver();
    const folder = await withEdition(
      'v1',
      async (edition) => dirname(edition.get('flows') ?? ''),
      repository,
    );
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    const failing = withEdition('v1', () => Promise.reject(new Error('in use')), repository);
    // Not put in other words: it is no matter of the name.
    await expect(failing).rejects.toThrow(/^in use$/);
    expect(await leftOver()).toEqual(before);
  });

  test.each([
    ['no-such-revision'],
    [''],
    ['HEAD:README.md'],
    ['--help'],
    ['-x'],
    ['--output=/tmp/edition-of-an-option'],
    ['empty'],
  ])('%j is none with a snapshot: said, and nothing is left', async (name) => {
    const before = await leftOver();
    expect(await complaint(withEdition(name, contents, repository))).toBe(
      `${name} is neither a folder nor a revision of the repository with a data/snapshot. Name a folder with a release or a snapshot, or a commit such as HEAD~1.`,
    );
    expect(await leftOver()).toEqual(before);
  });

  test('a snapshot without tables is none', async () => {
    await git('checkout', '--quiet', '--force', '-b', 'bare', 'empty');
    await commit('a note', { 'data/snapshot/notes.txt': 'to come' });
    expect(await complaint(withEdition('bare', contents, repository))).toMatch(
      /^bare is neither a folder nor a revision/,
    );
  });

  test('outside a repository there is none', async () => {
    expect(await complaint(withEdition('HEAD', contents, await folderWith()))).toMatch(/^HEAD is neither/);
  });
});

test('without git a folder will do, and a revision stops with what to do', async () => {
  vi.stubEnv('PATH', '/nowhere');
  try {
    expect(await complaint(withEdition('HEAD', contents))).toMatch(
      /^HEAD is no folder, and there is no git to look for a revision of that name\. Install git, or name a folder/,
    );
    const folder = await folderWith({ 'flows.parquet': 'F' });
    expect(await withEdition(folder, contents)).toEqual({ flows: 'F' });
  } finally {
    vi.unstubAllEnvs();
  }
});
