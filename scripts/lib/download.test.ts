import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import { fileOf } from '../testing/record.ts';
import { bring, isThere } from './download.ts';

const CONTENT = 'migrationfrom,migrationto\n'.repeat(5000);

/** What the server does with a request, by its path. */
const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/good.csv': (r) => r.end(CONTENT),
  '/other.csv': (r) => r.end(CONTENT.toUpperCase()),
  '/short.csv': (r) => r.end(CONTENT.slice(0, 1000)),
  '/404.csv': (r) => r.writeHead(404).end('Not found'),
  '/500.csv': (r) => r.writeHead(500).end('Sorry'),
  '/endless.csv': (r) => {
    const more = () => {
      while (r.write(CONTENT)) sent += CONTENT.length;
      if (!r.destroyed) r.once('drain', more);
    };
    r.on('close', () => closed());
    more();
  },
  '/cut.csv': (r) => {
    r.writeHead(200, { 'content-length': CONTENT.length });
    r.write(CONTENT.slice(0, 1000), () => r.destroy());
  },
  '/silent.csv': () => undefined,
  '/stalls.csv': (r) => void r.write(CONTENT.slice(0, 1000)),
  '/slow.csv': (r) => {
    const part = CONTENT.length / 5;
    for (let i = 0; i < 5; i++)
      setTimeout(() => {
        r.write(CONTENT.slice(i * part, (i + 1) * part));
        if (i === 4) r.end();
      }, 40 * i);
  },
};
let sent = 0;
let closed: () => void = () => undefined;

let server: Server;
let host = '';
beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? '']?.(response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Brings CONTENT, as recorded, from one of the server's paths to a folder that holds an older edition of it. */
async function fetched(path: string, patience?: number) {
  const folder = await folderWith({ 'made-up/moves.csv': 'older edition' });
  const file = fileOf('made-up/moves.csv', CONTENT, `${host}${path}`);
  return { folder, file, done: bring(file, join(folder, file.path), null, patience) };
}

test('a file that is as recorded lands whole', async () => {
  const { folder, file, done } = await fetched('/good.csv');
  await done;
  expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
  expect(await readFile(join(folder, file.path), 'utf8')).toBe(CONTENT);
  expect(await isThere(join(folder, file.path), file)).toBe(true);
});

describe('what goes wrong names the file, says what to do, and leaves what was there before', () => {
  test.each([
    [
      'other content',
      '/other.csv',
      /^made-up\/moves\.csv: its sha256 is [0-9a-f]{64}, not [0-9a-f]{64}\. Nothing was kept\. .*record it in data\/sources\//,
    ],
    ['a body that ends early', '/short.csv', /^made-up\/moves\.csv: 1000 bytes came, 130000 are recorded\./],
    [
      'a connection that is cut',
      '/cut.csv',
      /^made-up\/moves\.csv: the connection to http:.*cut\.csv broke off after \d+ of 130000 bytes \(.+\)\. Nothing was kept\. Try again, or use --mirror FOLDER\./,
    ],
    [
      'a page that is not there',
      '/404.csv',
      /^made-up\/moves\.csv: http:.*404\.csv answered 404 Not Found\. .*--mirror/,
    ],
    ['a server in trouble', '/500.csv', /answered 500 Internal Server Error\. .*--mirror/],
  ])('%s', async (_what, path, message) => {
    const { folder, file, done } = await fetched(path);
    expect(await complaint(done)).toMatch(message);
    expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
    expect(await readFile(join(folder, file.path), 'utf8')).toBe('older edition');
  });

  test('a body that never ends is left as soon as it is longer than recorded', async () => {
    const left = new Promise<void>((resolve) => (closed = resolve));
    const { folder, done } = await fetched('/endless.csv');
    expect(await complaint(done)).toMatch(/it is longer than the 130000 bytes recorded\. Nothing was kept/);
    await left;
    expect(sent).toBeLessThan(50_000_000);
    expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
  });

  test('a server that does not answer is given up', async () => {
    const { folder, done } = await fetched('/silent.csv', 80);
    expect(await complaint(done)).toMatch(
      /^made-up\/moves\.csv: http:.*silent\.csv sent nothing for 0\.08 s, after 0 of 130000 bytes\. Nothing was kept\. Try again/,
    );
    expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
  });

  test('a server that falls silent half-way is given up', async () => {
    const { folder, done } = await fetched('/stalls.csv', 80);
    expect(await complaint(done)).toMatch(/sent nothing for 0\.08 s, after 1000 of 130000 bytes/);
    expect(await filesIn(folder)).toEqual(['made-up/moves.csv']);
  });

  test('a host that is not there', async () => {
    const folder = await folderWith();
    const file = fileOf('made-up/moves.csv', CONTENT, 'http://127.0.0.1:1/moves.csv');
    expect(await complaint(bring(file, join(folder, file.path), null))).toMatch(
      /^made-up\/moves\.csv: http:\/\/127\.0\.0\.1:1\/moves\.csv cannot be reached \(.+\)\. Nothing was kept\. Try again/,
    );
    expect(await filesIn(folder)).toEqual([]);
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

test('a server that is slow but keeps sending is waited for', async () => {
  const { done } = await fetched('/slow.csv', 120);
  await expect(done).resolves.toBeUndefined();
});

describe('a mirror folder', () => {
  const file = fileOf('made-up/moves.csv', CONTENT);
  const from = async (mirror: Record<string, string>) => {
    const folder = await folderWith();
    const source = await folderWith(mirror);
    return { folder, done: bring(file, join(folder, file.path), source) };
  };

  test('gives the file, checked like any other', async () => {
    const { folder, done } = await from({ 'made-up/moves.csv': CONTENT });
    await done;
    expect(await readFile(join(folder, file.path), 'utf8')).toBe(CONTENT);
  });

  test.each([
    ['that lacks the file', {}, /^made-up\/moves\.csv: not in the mirror folder .*Leave out --mirror/],
    [
      'whose copy is cut short',
      { 'made-up/moves.csv': CONTENT.slice(1) },
      /129999 bytes came, 130000 are recorded/,
    ],
    [
      'whose copy was changed',
      { 'made-up/moves.csv': `M${CONTENT.slice(1)}` },
      /its sha256 is .*Nothing was kept/,
    ],
    ['whose copy is longer', { 'made-up/moves.csv': `${CONTENT}1` }, /longer than the 130000 bytes recorded/],
  ])('%s stops, and leaves nothing', async (_what, mirror, message) => {
    const { folder, done } = await from(mirror);
    expect(await complaint(done)).toMatch(message);
    expect(await filesIn(folder)).toEqual([]);
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
