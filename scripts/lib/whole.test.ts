import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, fill, folderWith } from '../testing/folder.ts';
import { replaceFiles, replaceFolder, replaceWhole } from './whole.ts';

const FAILURE = new Error('no space left');
/** The number of a process that is not there: above the limit of any system. */
const DEAD = 2 ** 30;

describe('one file', () => {
  test('is there when it is complete, with the folders above it', async () => {
    const folder = await folderWith();
    await replaceWhole(join(folder, 'a/b/c.txt'), (temporary) => writeFile(temporary, 'new'));
    expect(await filesIn(folder)).toEqual(['a/b/c.txt']);
  });

  test('that fails half-way leaves the old content and nothing beside it', async () => {
    const folder = await folderWith({ 'c.txt': 'old' });
    const failing = replaceWhole(join(folder, 'c.txt'), async (temporary) => {
      await writeFile(temporary, 'half');
      expect(await readFile(join(folder, 'c.txt'), 'utf8')).toBe('old');
      throw FAILURE;
    });
    await expect(failing).rejects.toBe(FAILURE);
    expect(await filesIn(folder)).toEqual(['c.txt']);
    expect(await readFile(join(folder, 'c.txt'), 'utf8')).toBe('old');
  });
});

describe('a folder', () => {
  test('is replaced as a whole: nothing of the old one stays', async () => {
    const folder = await folderWith({ 'release/old.txt': 'old', 'release/both.txt': 'old' });
    await replaceFolder(join(folder, 'release'), (temporary) => fill(temporary, { 'both.txt': 'new' }));
    expect(await filesIn(folder)).toEqual(['release/both.txt']);
    expect(await readFile(join(folder, 'release/both.txt'), 'utf8')).toBe('new');
  });

  test('that fails half-way leaves the old one and nothing beside it', async () => {
    const folder = await folderWith({ 'release/old.txt': 'old' });
    const failing = replaceFolder(join(folder, 'release'), async (temporary) => {
      await fill(temporary, { 'a.txt': 'half' });
      throw FAILURE;
    });
    await expect(failing).rejects.toBe(FAILURE);
    expect(await filesIn(folder)).toEqual(['release/old.txt']);
  });

  test('that cannot be put in place brings the old one back', async () => {
    const folder = await folderWith({ 'release/old.txt': 'old' });
    await expect(replaceFolder(join(folder, 'release'), (temporary) => rm(temporary, { recursive: true }))) //
      .rejects.toThrow('ENOENT');
    expect(await filesIn(folder)).toEqual(['release/old.txt']);
  });
});

describe('files that belong together', () => {
  test('are put in place when all are complete; others of the folder stay', async () => {
    const folder = await folderWith({ 'snapshot/a': 'old', 'snapshot/notes.md': 'ours' });
    await replaceFiles(join(folder, 'snapshot'), (temporary) => fill(temporary, { a: 'new', b: 'new' }));
    expect(await filesIn(folder)).toEqual(['snapshot/a', 'snapshot/b', 'snapshot/notes.md']);
    expect(await readFile(join(folder, 'snapshot/a'), 'utf8')).toBe('new');
  });

  test('that fail half-way leave all old ones', async () => {
    const folder = await folderWith({ 'snapshot/a': 'old', 'snapshot/b': 'old' });
    const failing = replaceFiles(join(folder, 'snapshot'), async (temporary) => {
      await fill(temporary, { a: 'new' });
      throw FAILURE;
    });
    await expect(failing).rejects.toBe(FAILURE);
    expect(await filesIn(folder)).toEqual(['snapshot/a', 'snapshot/b']);
    expect(await readFile(join(folder, 'snapshot/a'), 'utf8')).toBe('old');
  });
});

test('what a killed run left is swept, what another run is writing is not, nor what only looks alike', async () => {
  const folder = await folderWith({
    [`release.${DEAD}.part/a.txt`]: 'half',
    [`release.${DEAD}.old/a.txt`]: 'old',
    [`release.${process.pid}.part/a.txt`]: 'from a run of the same number',
    [`release.${process.ppid}.part/a.txt`]: 'being written',
    [`release.notes.${DEAD}.part`]: 'of another file',
    'release.part': 'ours',
  });
  await replaceFolder(join(folder, 'release'), (temporary) => fill(temporary, { 'b.txt': 'new' }));
  expect(await filesIn(folder)).toEqual(
    [
      'release.part',
      'release/b.txt',
      `release.${process.ppid}.part/a.txt`,
      `release.notes.${DEAD}.part`,
    ].sort(),
  );
});

test('a folder in the way of a file stops, and stays', async () => {
  const folder = await folderWith();
  await mkdir(join(folder, 'c.txt'));
  await expect(
    replaceWhole(join(folder, 'c.txt'), (temporary) => writeFile(temporary, 'new')),
  ).rejects.toThrow();
  expect(await filesIn(folder)).toEqual([]);
});
