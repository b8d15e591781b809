import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import {
  body,
  cutAfter as cutWhen,
  endless,
  file,
  json,
  redirect,
  serverWith,
  silence,
  stallAfter,
  status,
  type Answer,
} from '../testing/http-server.ts';
import { told } from '../testing/quiet.ts';
import { waitAsked } from './downloader-request.ts';
import { Downloader, type Ask } from './downloader.ts';

const CONTENT = 'origin,destination,year,value\nDEU,ITA,2019,3599\n'.repeat(2000);
const OTHER = CONTENT.toUpperCase();
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const RECORDED = { bytes: CONTENT.length, sha256: SHA256 };
const TAG = { etag: '"first"' };
const DATE = { 'last-modified': 'Wed, 01 Jan 2025 00:00:00 GMT' };

/** What has been written of the file that is coming. */
let received = 0;
const cutAfter = (bytes: number, content: string | Uint8Array, headers = {}): Answer => {
  const cut = cutWhen(bytes, content, headers, () => received);
  return (response, request) => {
    received = 0;
    cut(response, request);
  };
};

/** A downloader that never really waits, and how long it would have. */
function hurried(options: ConstructorParameters<typeof Downloader>[0] = {}) {
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const onProgress = (_ask: Ask, bytes: number) => (received = bytes);
  return { waits, downloader: new Downloader({ wait, patience: 5000, onProgress, ...options }) };
}

/** Downloads from a server with this script, to a folder that holds an older edition. */
async function download(
  answers: Answer | readonly Answer[],
  { ask = {}, ...options }: ConstructorParameters<typeof Downloader>[0] & { ask?: Partial<Ask> } = {},
) {
  const server = await serverWith({ '/data.csv': answers });
  const folder = await folderWith({ 'data.csv': 'older edition' });
  const target = join(folder, 'data.csv');
  const { waits, downloader } = hurried(options);
  const asked = {
    url: `${server.host}/data.csv`,
    what: 'made-up, data.csv',
    maxBytes: 1_000_000,
    ...ask,
  };
  const again = (more: Partial<Ask> = {}) => downloader.file({ ...asked, ...more }, target);
  return { server, folder, target, waits, again, done: again(), ranges: () => server.rangesOf('/data.csv') };
}

const content = (path: string) => readFile(path, 'utf8');

/** What is left when a download failed: the older edition, and parts where some were kept. */
async function left(folder: string): Promise<{ target: string; parts: number }> {
  const names = await filesIn(folder);
  const parts = names.filter((name) => name.startsWith('.partial/') && name.endsWith('/body'));
  expect(names.filter((name) => !name.startsWith('.partial/'))).toEqual(['data.csv']);
  return { target: await content(join(folder, 'data.csv')), parts: parts.length };
}
const NOTHING = { target: 'older edition', parts: 0 };

describe('a file', () => {
  test('lands whole in place of the old one, with what the server says of it', async () => {
    const { server, folder, target, done } = await download(file(CONTENT, { ...TAG, ...DATE }), {
      ask: RECORDED,
    });
    expect(await done).toEqual({ ...RECORDED, etag: '"first"', lastModified: DATE['last-modified'] });
    expect(await content(target)).toBe(CONTENT);
    expect(await readdir(folder)).toEqual(['data.csv']);
    expect(server.seen[0]?.headers).toMatchObject({
      'user-agent': expect.stringContaining('crosscurrents-atlas') as string,
      'accept-encoding': 'identity',
    });
  });

  test('of other content than recorded stops at once, and nothing is kept', async () => {
    const { folder, done, ranges } = await download(file(OTHER, TAG), { ask: RECORDED });
    expect(await complaint(done)).toMatch(
      /^made-up, data\.csv: its sha256 is [0-9a-f]{64}, not [0-9a-f]{64}\. Nothing was kept\. .*new edition.*data\/sources\//,
    );
    expect(await left(folder)).toEqual(NOTHING);
    expect(ranges()).toEqual([null]);
  });

  test('shorter than recorded stops', async () => {
    const { folder, done } = await download(file(CONTENT.slice(1), TAG), { ask: RECORDED });
    expect(await complaint(done)).toMatch(/: 95999 bytes came, 96000 are recorded\. Nothing was kept\./);
    expect(await left(folder)).toEqual(NOTHING);
  });

  test('that a server compresses all the same is counted as it is unpacked', async () => {
    const zipped: Answer = body(gzipSync(CONTENT), { ...TAG, 'content-encoding': 'gzip' });
    const { target, done } = await download(zipped, { ask: RECORDED });
    expect(await done).toMatchObject(RECORDED);
    expect(await content(target)).toBe(CONTENT);
  });

  test('is told of chunk by chunk', async () => {
    const onProgress = vi.fn();
    await (
      await download(file(CONTENT), { onProgress })
    ).done;
    expect(onProgress).toHaveBeenLastCalledWith(expect.anything(), CONTENT.length, CONTENT.length);
  });

  test('that one waits for is told of by tenths, a small one is not', async () => {
    told();
    const server = await serverWith({ '/small': file(CONTENT), '/large': file(CONTENT.repeat(100)) });
    const fetch = async (path: string) =>
      new Downloader().file(
        { url: server.host + path, what: 'made-up, data.csv', maxBytes: 1e8 },
        join(await folderWith(), 'data.csv'),
      );
    await fetch('/small');
    expect(told()).toBe('');
    await fetch('/large');
    const lines = told().trim().split('\n');
    expect(lines.at(-1)).toBe('fetching  made-up, data.csv 100 %');
    expect(lines.length).toBeLessThanOrEqual(11);
  });
});

describe('a connection that is cut in mid-body', () => {
  test('is taken up where it broke', async () => {
    const { server, target, folder, done, ranges } = await download([
      cutAfter(1000, CONTENT, TAG),
      cutAfter(500, CONTENT, TAG),
      file(CONTENT, TAG),
    ]);
    expect(await done).toMatchObject(RECORDED);
    expect(await content(target)).toBe(CONTENT);
    expect(ranges()).toEqual([null, 'bytes=1000-', 'bytes=1500-']);
    expect(server.seen.map(({ headers }) => headers['if-range'])).toEqual([undefined, '"first"', '"first"']);
    expect(await filesIn(folder)).toEqual(['data.csv']);
  });

  test.each([
    ['a date', DATE, {}, 'bytes=1000-', DATE['last-modified']],
    ['a weak tag beside a date', { etag: 'W/"1"', ...DATE }, {}, 'bytes=1000-', DATE['last-modified']],
    ['the recorded checksum alone', {}, RECORDED, 'bytes=1000-', undefined],
    ['a weak tag, which is not enough', { etag: 'W/"1"' }, {}, null, undefined],
    ['nothing, which is not enough', {}, {}, null, undefined],
  ])('is taken up by %s', async (_what, headers, ask, range, ifRange) => {
    const answers = [cutAfter(1000, CONTENT, headers), file(CONTENT, headers)];
    const { server, done, ranges } = await download(answers, { ask });
    expect(await done).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, range]);
    expect(server.seen[1]?.headers['if-range']).toBe(ifRange);
  });

  const partOf =
    (text: string, from: number, headers = {}): Answer =>
    (response) =>
      response
        .writeHead(206, { 'content-range': `bytes ${from}-${text.length - 1}/${text.length}`, ...headers })
        .end(text.slice(from));
  test.each<[string, Answer[]]>([
    ['a server that knows no ranges', [body(CONTENT, TAG)]],
    ['a server that has another edition now', [file(CONTENT, { etag: '"second"' })]],
    [
      'a server that minds no If-Range, and has another edition now',
      [partOf(OTHER, 1000, { etag: '"second"' }), file(CONTENT, TAG)],
    ],
    ['a server that sends another part', [partOf(CONTENT, 900, TAG), file(CONTENT, TAG)]],
    ['a server that refuses the range', [status(416), file(CONTENT, TAG)]],
    [
      'a server that compresses the part',
      [partOf(CONTENT, 1000, { ...TAG, 'content-encoding': 'br' }), file(CONTENT, TAG)],
    ],
  ])('is started over by %s', async (_what, answers) => {
    const { target, done, ranges } = await download([cutAfter(1000, OTHER, TAG), ...answers]);
    expect(await done).toMatchObject(RECORDED);
    expect(await content(target)).toBe(CONTENT);
    expect(ranges()).toEqual([null, 'bytes=1000-', null].slice(0, answers.length + 1));
  });

  test('is taken up from a server that sends no more than so much at a time, and less about itself', async () => {
    const piece: Answer = (response, { headers }) => {
      const from = Number(/\d+/.exec(headers.range ?? '')?.[0]);
      const to = Math.min(from + 40_000, CONTENT.length);
      response.writeHead(206, { 'content-range': `bytes ${from}-${to - 1}/${CONTENT.length}` });
      response.end(CONTENT.slice(from, to));
    };
    const { target, done, ranges } = await download([cutAfter(1000, CONTENT, { ...TAG, ...DATE }), piece]);
    expect(await done).toEqual({ ...RECORDED, etag: '"first"', lastModified: DATE['last-modified'] });
    expect(await content(target)).toBe(CONTENT);
    expect(ranges()).toEqual([null, 'bytes=1000-', 'bytes=41000-', 'bytes=81000-']);
  });

  test('is started over where the pieces do not make the recorded file', async () => {
    const answers = [cutAfter(1000, OTHER), file(CONTENT)];
    const { target, done, ranges } = await download(answers, { ask: RECORDED });
    expect(await done).toMatchObject(RECORDED);
    expect(await content(target)).toBe(CONTENT);
    expect(ranges()).toEqual([null, 'bytes=1000-', null]);
  });

  test('is started over where what came was compressed', async () => {
    const zipped = gzipSync(OTHER.slice(0, 5000), { level: 0 });
    const headers = { ...TAG, 'content-encoding': 'gzip' };
    received = 0;
    const cut = cutWhen(3000, zipped, headers, () => (received > 0 ? Infinity : 0));
    const answers = [cut, file(CONTENT, TAG)];
    const { done, ranges } = await download(answers, { ask: RECORDED });
    expect(await done).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, null]);
  });

  test('without a mark of its end is seen by the recorded size', async () => {
    const unmarked: Answer = (response) => {
      response.socket?.end(`HTTP/1.0 200 OK\r\n\r\n${CONTENT.slice(0, 1000)}`);
    };
    const { done, ranges } = await download([unmarked, file(CONTENT)], { ask: RECORDED });
    expect(await done).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, 'bytes=1000-']);
  });

  test('again and again is given up, unless much came each time', async () => {
    const large = CONTENT.repeat(60);
    const always = (bytes: number) =>
      download(cutAfter(bytes, large, TAG), { attempts: 3, ask: { maxBytes: 1e8 } });
    const much = await always(1_200_000);
    expect(await much.done).toMatchObject({ bytes: large.length });
    const little = await always(1000);
    expect(await complaint(little.done)).toMatch(
      /^made-up, data\.csv: the connection to http:\S+ broke off \(.+\); given up after 3 attempts\. The first 3000 bytes are kept in .*\.partial, and the next run goes on from there\. Try again later\.$/,
    );
    expect(await left(little.folder)).toEqual({ target: 'older edition', parts: 1 });
    expect(little.ranges()).toEqual([null, 'bytes=1000-', 'bytes=2000-']);
  });

  test('and given up where going on is not safe leaves nothing', async () => {
    const { folder, done } = await download(cutAfter(1000, CONTENT), { attempts: 2 });
    expect(await complaint(done)).toMatch(/ broke off .* Nothing was kept\. Try again later\.$/);
    expect(await left(folder)).toEqual(NOTHING);
  });
});

describe('a later run', () => {
  /** Everything comes but the end. */
  const unended =
    (headers = {}): Answer =>
    (response) =>
      response.writeHead(200, headers).write(CONTENT);

  test('goes on where one was given up', async () => {
    const { done, again, folder, ranges } = await download(
      [cutAfter(1000, CONTENT, TAG), file(CONTENT, TAG)],
      { attempts: 1 },
    );
    expect(await complaint(done)).toMatch(/The first 1000 bytes are kept/);
    expect(await again()).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, 'bytes=1000-']);
    expect(await filesIn(folder)).toEqual(['data.csv']);
  });

  test('puts in place what was complete, and asks for nothing', async () => {
    const { done, again, target, ranges } = await download(unended(TAG), {
      attempts: 1,
      patience: 200,
      ask: RECORDED,
    });
    expect(await complaint(done)).toMatch(/sent nothing for 0\.2 s.*The first 96000 bytes are kept/);
    expect(await again()).toEqual({ ...RECORDED, etag: '"first"', lastModified: null });
    expect(await content(target)).toBe(CONTENT);
    expect(ranges()).toEqual([null]);
  });

  test('asks again where it cannot know whether it was complete', async () => {
    const { done, again, ranges } = await download([unended(TAG), file(CONTENT, TAG)], {
      attempts: 1,
      patience: 200,
    });
    await complaint(done);
    expect(await again()).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, 'bytes=96000-', null]);
  });

  test.each([
    ['another address', (host: string) => ({ url: `${host}/data.csv?edition=2` })],
    ['another recorded edition', () => RECORDED],
  ])('does not go on with a part of %s', async (_what, other) => {
    const answers = [cutAfter(1000, OTHER, TAG), file(CONTENT, TAG)];
    const { server, done, again, folder, ranges } = await download(answers, { attempts: 1 });
    await complaint(done);
    expect(await again(other(server.host))).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, null]);
    expect(await filesIn(folder)).toEqual(['data.csv']);
  });

  test('goes on from another address where the checksum is the same', async () => {
    const answers = [cutAfter(1000, CONTENT, TAG), file(CONTENT, { etag: '"of another host"' })];
    const { server, done, again, ranges } = await download(answers, { attempts: 1, ask: RECORDED });
    await complaint(done);
    expect(await again({ url: `${server.host}/data.csv?mirror` })).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, 'bytes=1000-']);
    expect(server.seen[1]?.headers['if-range']).toBeUndefined();
  });
});

describe('a process', () => {
  /** Starts a download in a process of its own. */
  function start(ask: Ask, target: string) {
    const module = JSON.stringify(new URL('downloader.ts', import.meta.url).href);
    const code = `const { Downloader } = await import(${module});
      await new Downloader().file(${JSON.stringify(ask)}, ${JSON.stringify(target)});`;
    return spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'ignore' });
  }

  test(
    'that is killed leaves nothing under the final name, and the next goes on where it stopped',
    { timeout: 30_000 },
    async () => {
      const server = await serverWith({
        '/data.csv': [stallAfter(40_000, CONTENT, TAG), body(CONTENT, TAG), file(CONTENT, TAG)],
      });
      const folder = await folderWith();
      const target = join(folder, 'data.csv');
      const ask = { url: `${server.host}/data.csv`, what: 'made-up, data.csv', maxBytes: 1e6 };
      const parts = async () => (await filesIn(folder)).filter((name) => name.endsWith('/body'));

      const child = start(ask, target);
      await vi.waitFor(
        async () => {
          const [part = ''] = await parts();
          expect((await stat(join(folder, part))).size).toBe(40_000);
        },
        { timeout: 20_000, interval: 20 },
      );
      expect((await filesIn(folder)).filter((name) => !name.startsWith('.partial/'))).toEqual([]);

      // As long as it runs, another that wants the same leaves its part alone.
      await hurried().downloader.file(ask, target);
      expect(await parts()).toHaveLength(1);
      await rm(target);

      child.kill('SIGKILL');
      await once(child, 'exit');
      const after = start(ask, target);
      expect(await once(after, 'exit')).toEqual([0, null]);
      expect(server.rangesOf('/data.csv')).toEqual([null, null, 'bytes=40000-']);
      expect(server.seen[2]?.headers['if-range']).toBe('"first"');
      expect(await content(target)).toBe(CONTENT);
      expect(await filesIn(folder)).toEqual(['data.csv']);
    },
  );
});

test('two runs at once on one target do not write into one another', async () => {
  const waiting: (() => void)[] = [];
  const halves: Answer = (response) => {
    response.writeHead(200, { ...TAG, 'content-length': CONTENT.length }).write(CONTENT.slice(0, 50_000));
    waiting.push(() => response.end(CONTENT.slice(50_000)));
  };
  received = 0;
  const { folder, target, done, again, ranges } = await download(halves);
  const halfWay = () => vi.waitFor(() => expect(received).toBe(50_000), { interval: 5 });
  await halfWay();
  received = 0;
  const second = again();
  await halfWay();
  waiting.forEach((finish) => finish());
  expect(await Promise.all([done, second])).toMatchObject([RECORDED, RECORDED]);
  expect(await content(target)).toBe(CONTENT);
  expect(ranges()).toEqual([null, null]);
  expect(await filesIn(folder)).toEqual(['data.csv']);
});

describe('a server in trouble', () => {
  test('three times is asked a fourth, each time later, and each wait is told', async () => {
    told();
    const { done, waits } = await download([status(500), status(502), status(503), file(CONTENT)]);
    expect(await done).toMatchObject(RECORDED);
    expect(waits).toHaveLength(3);
    waits.forEach((wait, i) => {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** i);
      expect(wait).toBeLessThanOrEqual(1000 * 2 ** i);
    });
    expect(told()).toMatch(
      /^waiting {3}made-up, data\.csv: http:\S+ answered 500 Internal Server Error; attempt 2 of 6 in 1 s\n/,
    );
  });

  test('for ever is given up, and never waited for longer than the longest delay', async () => {
    const { folder, done, waits, ranges } = await download(status(500), { attempts: 5, longestDelay: 1500 });
    expect(await complaint(done)).toMatch(
      /^made-up, data\.csv: http:\S+ answered 500 Internal Server Error; given up after 5 attempts\. Nothing was kept\. Try again later\.$/,
    );
    expect(ranges()).toHaveLength(5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(1500);
    expect(await left(folder)).toEqual(NOTHING);
  });

  test.each([
    ['seconds', () => '7', 7000],
    ['a date', () => new Date(Date.now() + 20_000).toUTCString(), 15_000],
  ])('that asks in %s to be left alone is', async (_what, retryAfter, least) => {
    const { done, waits } = await download([status(429, { 'retry-after': retryAfter() }), file(CONTENT)]);
    await done;
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(least);
    expect(waits[0]).toBeLessThanOrEqual(least + 6000);
  });

  test('that asks for longer than we wait is not asked again, and the message says when to', async () => {
    const { done, waits, ranges } = await download(status(503, { 'retry-after': '86400' }));
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(await complaint(done)).toMatch(
      new RegExp(
        `answered 503 .* asks to be left alone until ${tomorrow} \\d\\d:\\d\\d UTC\\. .*Try again then\\.`,
      ),
    );
    expect([waits, ranges()]).toEqual([[], [null]]);
  });

  test('a Retry-After of neither kind, or of the past, asks for nothing', () => {
    expect([waitAsked('soon'), waitAsked(null), waitAsked(''), waitAsked('-5')]) //
      .toEqual([null, null, null, null]);
    expect(waitAsked('Wed, 01 Jan 2020 00:00:00 GMT')).toBe(0);
    expect(waitAsked('Wed, 01 Jan 2020 00:00:07 GMT', Date.UTC(2020, 0, 1))).toBe(7000);
  });

  test.each([
    [400, /answered 400 Bad Request\. Nothing was kept\./],
    [403, /answered 403 Forbidden\. Nothing was kept\. .*a key/],
    [404, /answered 404 Not Found\. Nothing was kept\. .*moved it/],
    [204, /answered 204 No Content/],
  ])('%d is not asked again', async (code, message) => {
    const { done, ranges } = await download([status(code), file(CONTENT)]);
    expect(await complaint(done)).toMatch(message);
    expect(ranges()).toEqual([null]);
  });

  test('408 is asked again', async () => {
    await expect((await download([status(408), file(CONTENT)])).done).resolves.toMatchObject(RECORDED);
  });

  test('says why it refuses, where it says so in words', async () => {
    const why: Answer = (response) =>
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error": "no such\\n filter"}');
    expect(await complaint((await download(why)).done)).toContain(
      'answered 400 Bad Request ({"error": "no such\\n filter"}). ',
    );
  });

  test('is not shown with the keys that its address holds', async () => {
    const server = await serverWith({});
    const { downloader } = hurried();
    const url = `${server.host}/works?api_key=abc123&filter=x`;
    const message = await complaint(downloader.text({ url, what: 'made-up, works', maxBytes: 10 }));
    expect(message).toContain('/works?api_key=***&filter=x answered 404');
  });
});

describe('a body that is too long', () => {
  test('and never ends is left as soon as it is', async () => {
    const watched: Parameters<typeof endless>[1] = { sent: 0, closed: () => undefined };
    const closed = new Promise<void>((resolve) => (watched.closed = resolve));
    const { folder, done, ranges } = await download(endless(CONTENT, watched));
    expect(await complaint(done)).toMatch(
      /^made-up, data\.csv: it is longer than the 1000000 bytes that we let it have\. Nothing was kept\. .*raise that limit/,
    );
    await closed;
    expect(watched.sent).toBeLessThan(50_000_000);
    expect(await left(folder)).toEqual(NOTHING);
    expect(ranges()).toEqual([null]);
  });

  test('by what it says of itself is not begun', async () => {
    const onProgress = vi.fn();
    const { folder, done } = await download(stallAfter(1000, CONTENT, TAG), {
      ask: { maxBytes: 5000 },
      onProgress,
    });
    expect(await complaint(done)).toMatch(
      /longer than the 5000 bytes that we let it have\. Nothing was kept\./,
    );
    expect(onProgress).not.toHaveBeenCalled();
    expect(await left(folder)).toEqual(NOTHING);
  });

  test('by one byte more than recorded is refused', async () => {
    const { folder, done } = await download(body(`${CONTENT}1`), { ask: RECORDED });
    expect(await complaint(done)).toMatch(
      /it is longer than the 96000 bytes recorded\. Nothing was kept\. .*new edition/,
    );
    expect(await left(folder)).toEqual(NOTHING);
  });
});

describe('a server that falls silent', () => {
  test('in mid-body is asked for the rest', async () => {
    const { done, ranges } = await download([stallAfter(1000, CONTENT, TAG), file(CONTENT, TAG)], {
      patience: 200,
    });
    expect(await done).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null, 'bytes=1000-']);
  });

  test('before it answers is given up in the end', async () => {
    const { folder, done, ranges } = await download(silence, { patience: 150, attempts: 2 });
    expect(await complaint(done)).toMatch(
      /^made-up, data\.csv: http:\S+ sent nothing for 0\.15 s; given up after 2 attempts\. Nothing was kept\./,
    );
    expect(ranges()).toHaveLength(2);
    expect(await left(folder)).toEqual(NOTHING);
  });

  test('but is only slow is waited for', async () => {
    const slow: Answer = (response) => {
      const part = CONTENT.length / 5;
      for (let i = 0; i < 5; i++)
        setTimeout(() => {
          response.write(CONTENT.slice(i * part, (i + 1) * part));
          if (i === 4) response.end();
        }, 80 * i);
    };
    const { done, ranges } = await download(slow, { patience: 250 });
    expect(await done).toMatchObject(RECORDED);
    expect(ranges()).toEqual([null]);
  });
});

test('a host that is not there is tried again, and then named', async () => {
  const port = await closedPort();
  const { folder, done, waits } = await download(silence, {
    attempts: 3,
    ask: { url: `http://127.0.0.1:${port}/data.csv` },
  });
  expect(await complaint(done)).toMatch(
    /^made-up, data\.csv: http:\S+ cannot be reached \(.*ECONNREFUSED.*\); given up after 3 attempts\. Nothing was kept\./,
  );
  expect(waits).toHaveLength(2);
  expect(await left(folder)).toEqual(NOTHING);
});

/** One that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe('a redirect', () => {
  const from = async (script: Parameters<typeof serverWith>[0], headers: Record<string, string> = {}) => {
    const server = await serverWith(script);
    const { downloader, waits } = hurried();
    const ask = { url: `${server.host}/old`, what: 'made-up, data', maxBytes: 1e6, headers };
    return { server, waits, done: downloader.text(ask) };
  };

  test.each([301, 302, 303, 307, 308])('%d is followed', async (code) => {
    const { done } = await from({ '/old': redirect('/new', code), '/new': body('here') });
    expect(await done).toBe('here');
  });

  test('to another host is followed without what was for the first alone', async () => {
    const other = await serverWith({ '/new': body('here') });
    const secret = { 'ocp-apim-subscription-key': 'abc', accept: 'text/csv' };
    const { server, done } = await from({ '/old': redirect(`${other.host}/new`) }, secret);
    expect(await done).toBe('here');
    expect(server.seen[0]?.headers).toMatchObject(secret);
    expect(other.seen[0]?.headers).toMatchObject({ accept: 'text/csv' });
    expect(other.seen[0]?.headers).not.toHaveProperty('ocp-apim-subscription-key');
  });

  test('that leads round in a circle stops', async () => {
    const { server, waits, done } = await from({ '/old': redirect('/new'), '/new': redirect('/old') });
    expect(await complaint(done)).toMatch(/^made-up, data: http:\S+\/old redirects more than 10 times\./);
    expect([server.seen.length, waits]).toEqual([11, []]);
  });

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/x', 'data:text/plain,x'])('to %s stops', async (to) => {
    const { done } = await from({ '/old': redirect(to) });
    expect(await complaint(done)).toContain(`redirects to ${to}, which is no http or https address. `);
  });

  test('is not needed for an address that is none', async () => {
    const { downloader } = hurried();
    const ask = { url: 'file:///etc/passwd', what: 'made-up, data', maxBytes: 1e6 };
    expect(await complaint(downloader.text(ask))).toContain(
      'file:///etc/passwd is no http or https address.',
    );
  });
});

describe('a small answer', () => {
  const answered = async (answers: Answer | readonly Answer[], more: Partial<Ask> = {}) => {
    const server = await serverWith({ '/answer': answers });
    const ask = { url: `${server.host}/answer`, what: 'made-up, answer', maxBytes: 1000, ...more };
    return { server, ask, downloader: hurried().downloader };
  };
  const text = async (...args: Parameters<typeof answered>) => {
    const { ask, downloader } = await answered(...args);
    return downloader.text(ask);
  };

  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFCôte d’Ivoire'), 'text/csv', 'Côte d’Ivoire'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFCôte', 'utf16le'), 'text/csv', 'Côte'],
    ['Latin-1 that says so', Buffer.from('Côte', 'latin1'), 'text/csv; charset=ISO-8859-1', 'Côte'],
    ['a charset in quotes', Buffer.from('Côte', 'latin1'), 'text/csv; charset="latin1"', 'Côte'],
    ['a mark that belies its header', Buffer.from('\uFEFFCôte'), 'text/csv; charset=latin1', 'Côte'],
    ['a charset that nobody knows', Buffer.from('Côte'), 'text/csv; charset=utf8mb4', 'Côte'],
  ])('%s is read', async (_what, bytes, type, expected) => {
    expect(await text(body(bytes, { 'content-type': type }))).toBe(expected);
  });

  test('that is no UTF-8 and does not say what it is stops', async () => {
    expect(await complaint(text(body(Buffer.from('Côte', 'latin1'))))).toMatch(
      /^made-up, answer: what http:\S+ answered is no UTF-8: 0xF4 at offset 1/,
    );
  });

  test('may come compressed, and is measured as it is unpacked', async () => {
    const zipped = (length: number) => body(gzipSync('x'.repeat(length)), { 'content-encoding': 'gzip' });
    expect(await text(zipped(1000))).toBe('x'.repeat(1000));
    expect(await complaint(text(zipped(1_000_000)))).toMatch(
      /longer than the 1000 bytes that we let it have/,
    );
  });

  test('that is cut comes again from its beginning', async () => {
    const { server, ask, downloader } = await answered([
      cutWhen(5, 'abcdefghij', TAG),
      file('abcdefghij', TAG),
    ]);
    expect(await downloader.text(ask)).toBe('abcdefghij');
    expect(server.rangesOf('/answer')).toEqual([null, null]);
  });

  test('is checked where its checksum is recorded', async () => {
    expect(await complaint(text(body('x'), { sha256: SHA256 }))).toMatch(/its sha256 is .*Nothing was kept/);
  });

  const Shape = z.object({ count: z.int() });
  const parsed = async (answer: Answer) => {
    const { server, ask, downloader } = await answered(answer);
    const done = downloader.json(ask, (value) => Shape.parse(value, { error: z.locales.en().localeError }));
    return { server, done };
  };

  test('as JSON has the shape that is asked for', async () => {
    const { server, done } = await parsed(json({ count: 3 }));
    expect(await done).toEqual({ count: 3 });
    expect(server.seen[0]?.headers.accept).toBe('application/json');
  });

  test('as JSON may begin with a mark, and is UTF-8 whatever its header says', async () => {
    const marked = await parsed(body('\uFEFF{"count": 3}'));
    expect(await marked.done).toEqual({ count: 3 });
    const { ask, downloader } = await answered(
      json('Côte', { 'content-type': 'application/json; charset=latin1' }),
    );
    expect(await downloader.json(ask, (value) => value)).toBe('Côte');
  });

  test.each([
    [
      'a page',
      '<!doctype html>\n<title>Sign in</title>',
      'no JSON, but "<!doctype html> <title>Sign in</title>"',
    ],
    ['nothing', '', 'no JSON, but nothing'],
    ['half of it', '{"count": ', 'no JSON, but "{"count":"'],
  ])('that is %s instead of JSON stops with its beginning', async (_what, answer, message) => {
    const stopped = await complaint((await parsed(body(answer))).done);
    expect(stopped).toMatch(/^made-up, answer: http:/);
    expect(stopped).toContain(message);
  });

  test('of another shape stops with what does not fit', async () => {
    const message = await complaint((await parsed(json({ count: 'three' }))).done);
    expect(message).toMatch(/^made-up, answer: http:\S+ answered in another shape than we know:\n/);
    expect(message).toContain('expected number, received string\n  → at count');
  });
});
