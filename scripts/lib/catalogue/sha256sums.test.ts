import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { folderWith } from '../../testing/folder.ts';
import { folderSums } from './folder-sums.ts';
import { sha256Sums } from './sha256sums.ts';

const sum = (content: string) => createHash('sha256').update(content).digest('hex');

test('digest, two spaces, path; sorted by path; every line with its end', () => {
  expect(
    sha256Sums([
      { path: 'slices/b.json', sha256: sum('b') },
      { path: 'a.parquet', sha256: sum('a') },
      { path: 'Z.json', sha256: sum('z') },
    ]),
  ).toBe(`${sum('z')}  Z.json\n${sum('a')}  a.parquet\n${sum('b')}  slices/b.json\n`);
});

test('a name that would break a line is escaped, and the line marked', () => {
  expect(sha256Sums([{ path: 'a\\b\nc', sha256: sum('x') }])).toBe(`\\${sum('x')}  a\\\\b\\nc\n`);
});

test('every file of a folder is in it, at any depth, but for the sums themselves', async () => {
  const folder = await folderWith({ 'a.json': 'a', 'slices/x/b.json': 'b', SHA256SUMS: 'old' });
  expect(await folderSums(folder)).toBe(`${sum('a')}  a.json\n${sum('b')}  slices/x/b.json\n`);
});

const tool = spawnSync('sha256sum', ['--version']).status === 0;
test.runIf(tool)('sha256sum --check reads it, and finds a file that was changed', async () => {
  const folder = await folderWith({ 'a.json': 'a', 'slices/b.json': 'b' });
  const check = (input: string) =>
    spawnSync('sha256sum', ['--check', '--strict', '--quiet', '-'], { cwd: folder, input }).status;
  const sums = await folderSums(folder);
  expect(check(sums)).toBe(0);
  expect(check(sums.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toBe(1);
});
