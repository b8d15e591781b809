import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { cutAfter, file as served, serverWith, status, type Answer } from '../testing/http-server.ts';
import { fileOf } from '../testing/record.ts';
import { bring, isThere } from './download.ts';
import { Downloader } from './downloader.ts';

const CONTENT = 'migrationfrom,migrationto\n'.repeat(5000);
const hurried = new Downloader({ wait: () => Promise.resolve(), attempts: 2 });

/** Brings CONTENT, as recorded, from a server with this script to a folder that holds an older edition of it. */
async function fetched(answers: Answer | readonly Answer[]) {
  const server = await serverWith({ '/moves.csv': answers });
  const folder = await folderWith({ 'made-up/moves.csv': 'older edition' });
  const file = fileOf('made-up/moves.csv', CONTENT, `${server.host}/moves.csv`);
  const again = () => bring(file, join(folder, file.path), null, hurried);
  return { server, folder, file, again, done: again() };
}

test('a file that is as recorded lands whole', async () => {
  const { folder, file, done } = await fetched(served(CONTENT));
  await done;
  expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
  expect(await readFile(join(folder, file.path), 'utf8')).toBe(CONTENT);
  expect(await isThere(join(folder, file.path), file)).toBe(true);
});

describe('what goes wrong names the file, says what to do, and leaves what was there before', () => {
  test.each([
    [
      'other content',
      served(CONTENT.toUpperCase()),
      /^made-up\/moves\.csv: its sha256 is [0-9a-f]{64}, not [0-9a-f]{64}\. Nothing was kept\. .*record it in data\/sources\/.* Or use --mirror FOLDER\.$/,
    ],
    [
      'a body that ends early',
      served(CONTENT.slice(0, 1000)),
      /^made-up\/moves\.csv: 1000 bytes came, 130000 are recorded\. Nothing was kept\./,
    ],
    [
      'a body that is too long',
      served(`${CONTENT}1`),
      /^made-up\/moves\.csv: it is longer than the 130000 bytes recorded\. Nothing was kept\./,
    ],
    [
      'a page that is not there',
      status(404),
      /^made-up\/moves\.csv: http:.*moves\.csv answered 404 Not Found\. Nothing was kept\. .* Or use --mirror FOLDER\.$/,
    ],
    [
      'a server in trouble',
      status(500),
      /answered 500 Internal Server Error; given up after 2 attempts\. .*--mirror/,
    ],
  ])('%s', async (_what, answer, message) => {
    const { folder, file, done } = await fetched(answer);
    expect(await complaint(done)).toMatch(message);
    expect(await filesIn(folder)).toEqual([file.path]);
    expect(await readFile(join(folder, file.path), 'utf8')).toBe('older edition');
  });

  test('a file without a URL', async () => {
    const folder = await folderWith();
    const file = { ...fileOf('made-up/moves.csv', CONTENT), rebuilt_from: 'twelve yearbooks' };
    expect(await complaint(bring(file, join(folder, file.path), null))).toBe(
      'made-up/moves.csv has no URL: it was rebuilt from twelve yearbooks. Bring it from a folder that holds it: --mirror FOLDER.',
    );
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe('a download that was cut', () => {
  let received = 0;
  const cut = () => cutAfter(1000, CONTENT, {}, () => received);
  const counting = new Downloader({ attempts: 1, onProgress: (_ask, bytes) => (received = bytes) });
  const brokenOff = async () => {
    received = 0;
    const server = await serverWith({ '/moves.csv': [cut(), served(CONTENT)] });
    const folder = await folderWith();
    const file = fileOf('made-up/moves.csv', CONTENT, `${server.host}/moves.csv`);
    const target = join(folder, file.path);
    expect(await complaint(bring(file, target, null, counting))).toMatch(
      /^made-up\/moves\.csv: .* The first 1000 bytes are kept in .*made-up\/\.partial, and the next run goes on from there\. .*--mirror FOLDER\.$/,
    );
    expect((await filesIn(folder)).filter((name) => !name.includes('/.partial/'))).toEqual([]);
    return { server, folder, file, target };
  };

  test('goes on where it was cut', async () => {
    const { server, folder, file, target } = await brokenOff();
    await bring(file, target, null, hurried);
    expect(server.rangesOf('/moves.csv')).toEqual([null, 'bytes=1000-']);
    expect(await filesIn(folder)).toEqual([file.path]);
  });

  test('leaves no part when the file comes from a mirror instead', async () => {
    const { folder, file, target } = await brokenOff();
    await bring(file, target, await folderWith({ [file.path]: CONTENT }));
    expect(await filesIn(folder)).toEqual([file.path]);
  });
});

describe('a mirror folder', () => {
  const file = fileOf('made-up/moves.csv', CONTENT, 'http://127.0.0.1/never-asked');
  const from = async (mirror: Record<string, string>, wanted = file) => {
    const folder = await folderWith();
    const source = await folderWith(mirror);
    return { folder, done: bring(wanted, join(folder, wanted.path), source) };
  };

  test('gives the file, checked like any other', async () => {
    const { folder, done } = await from({ 'made-up/moves.csv': CONTENT });
    await done;
    expect(await filesIn(folder)).toEqual([file.path]);
    expect(await readFile(join(folder, file.path), 'utf8')).toBe(CONTENT);
  });

  test.each([
    ['that lacks the file', {}, /^made-up\/moves\.csv: not in the mirror folder .*Leave out --mirror/],
    [
      'whose copy is cut short',
      { 'made-up/moves.csv': CONTENT.slice(1) },
      /^made-up\/moves\.csv: it has 129999 bytes, 130000 are recorded\. Nothing was kept\./,
    ],
    [
      'whose copy was changed',
      { 'made-up/moves.csv': `M${CONTENT.slice(1)}` },
      /its sha256 is .*Nothing was kept/,
    ],
    [
      'whose copy is longer',
      { 'made-up/moves.csv': `${CONTENT}1` },
      /it has 130001 bytes, 130000 are recorded/,
    ],
  ])('%s stops, and leaves nothing', async (_what, mirror, message) => {
    const { folder, done } = await from(mirror);
    expect(await complaint(done)).toMatch(message);
    expect(await filesIn(folder)).toEqual([]);
  });

  test('that lacks a file without a URL does not send its reader to one', async () => {
    const { done } = await from({}, { ...fileOf('made-up/moves.csv', CONTENT), rebuilt_from: 'yearbooks' });
    expect(await complaint(done)).toMatch(
      /not in the mirror folder \S+\. It has no URL: it was rebuilt from yearbooks\. Bring it from a folder that holds it: --mirror FOLDER\.$/,
    );
  });
});

test('a file counts as there only with the size and the checksum of its record', async () => {
  const folder = await folderWith({
    good: CONTENT,
    short: CONTENT.slice(1),
    changed: `M${CONTENT.slice(1)}`,
  });
  const file = fileOf('made-up/moves.csv', CONTENT);
  const there = (name: string) => isThere(join(folder, name), file);
  expect([await there('good'), await there('short'), await there('changed'), await there('none')]) //
    .toEqual([true, false, false, false]);
});
