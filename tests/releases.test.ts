import { cp, mkdtemp, readFile, rm, truncate, utimes, writeFile, mkdir, readdir } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { UserError } from '../scripts/lib/errors.ts';
import { pathsBelow } from '../scripts/lib/paths.ts';
import { frozenVersions, readIndex } from '../scripts/lib/releases/archive.ts';
import { writeArchive } from '../scripts/lib/releases/freeze.ts';
import { makeRelease, type MakeRelease } from '../scripts/lib/releases/make-release.ts';
import { refuseNoAddress } from '../scripts/lib/releases/ready.ts';
import { refuseOtherTables, unpackAll } from '../scripts/lib/releases/unpack.ts';
import { serveFolder } from '../scripts/lib/serve-folder.ts';
import { filesIn } from '../scripts/testing/folder.ts';
import { frozenPiece } from '../src/build/releases.ts';
import type { Release } from '../src/model/release.ts';
import { commit, git, smallRepository } from './support/frozen-fixture.ts';
import { visit } from './support/visit.ts';

const A = { version: '2026-11-22', value: 1200, says: 'code of A' };
const B = { version: '2027-05-01', value: 1350, says: 'code of B' };
const NOTES = 'What this release brings, in a sentence that is long enough to say something.\n';

let folder: string;
let root: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'releases-'));
  root = join(folder, 'repository');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const archives = (): string => join(root, 'data/releases');
const release = (more: Partial<MakeRelease> = {}) =>
  makeRelease({ root, paths: pathsBelow(root), archives: archives(), check: async () => undefined, ...more });
async function write(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}
async function notes(version: string, text = NOTES): Promise<void> {
  await write(`data/releases/notes/${version}.md`, text);
  await commit(root, `notes on ${version}`);
}

describe('a release is refused, and nothing written,', () => {
  const refused = async (message: RegExp, more: Partial<MakeRelease> = {}): Promise<void> => {
    const before = await filesIn(archives());
    await expect(release(more)).rejects.toThrow(message);
    await expect(release(more)).rejects.toBeInstanceOf(UserError);
    expect(await filesIn(archives())).toEqual(before);
  };
  beforeEach(async () => {
    await rm(root, { recursive: true, force: true });
    await smallRepository(root, A);
    await notes(A.version);
  });

  test('without a version that is a date', async () => {
    await write('data/release.json', '{"version":"2026-13-01"}');
    await refused(/no version that is a date/);
  });
  test.each([
    ['missing', null, /is missing\. Write what/],
    ['empty', '\n', /says nothing/],
    ['a heading alone', '# Release of November, with many words in its title\n', /says nothing/],
  ])('with notes that are %s', async (_case, text, message) => {
    if (text === null) await rm(join(archives(), 'notes'), { recursive: true });
    else await notes(A.version, text);
    await refused(message);
  });
  test('without an address, unless that is meant', () => {
    expect(() => refuseNoAddress(null, false)).toThrow(/SITE_URL is not set[\s\S]*--without-address/);
    expect(() => refuseNoAddress(null, true)).not.toThrow();
    expect(() => refuseNoAddress('https://atlas.test/', false)).not.toThrow();
  });
  test('with changes in data/ that are not committed', async () => {
    await write('data/errata.csv', 'release,place\n');
    await refused(/not committed:\n\?\? data\/errata\.csv[\s\S]*git add data/);
  });
  test('of a snapshot that is not published', async () => {
    await write('data/snapshot/flows.parquet', 'another');
    await commit(root, 'another snapshot');
    await refused(/flows of the snapshot is not the one that is published/);
  });
  test('of a version that is not published', async () => {
    await write('data/release.json', JSON.stringify({ version: B.version }));
    await notes(B.version);
    await refused(/What is published is release 2026-11-22.*says 2027-05-01/);
  });
  test('of a site that was built of another release', async () => {
    await write('dist/release/datapackage.json', '{}');
    await refused(/built of another release/);
  });
  test('with a file that is not the one of its sum', async () => {
    await write('dist/release/slices/countries/KEN.json', '{"uganda":9}');
    await refused(/are not those of its SHA256SUMS/);
  });
  test('built before the code changed', async () => {
    const later = Date.now() / 1000 + 60;
    await utimes(join(root, 'src/page.ts'), later, later);
    await refused(/page\.ts was changed after the site was built/);
  });
  test('with a check that fails', async () => {
    await refused(/2 checks fail/, { check: () => Promise.reject(new UserError('2 checks fail')) });
  });
  test('with a page that is missing', async () => {
    await rm(join(root, 'dist/embed/trend/ken'), { recursive: true });
    await refused(/lacks embed\/trend\/ken\/index\.html/);
  });
  test('with a link that leads nowhere', async () => {
    await rm(join(root, 'dist/sources'), { recursive: true });
    await refused(/lead nowhere[\s\S]*ranking\/index\.html: .*sources\/#openalex/);
  });
  test('that is too large, with what is largest', async () => {
    await refused(/more than the 2,000 that one may[\s\S]*parts, in bytes:\n +[\d,]+ {2}\S/, {
      limits: { bytes: 2000, files: 1000 },
    });
  });
  test('of too many files', async () => {
    await refused(/the site would have \d+ files .*more than the 30/, { limits: { bytes: 1e6, files: 30 } });
  });
  test('in a dry run of one that would do', async () => {
    const before = await filesIn(archives());
    const { index } = await release({ dryRun: true });
    expect(index.version).toBe(A.version);
    expect(await filesIn(archives())).toEqual(before);
  });
});

describe('a frozen release', () => {
  let browser: Browser;
  /** Bytes of A's files as they were served when A was made. */
  const kept = new Map<string, Buffer>();
  let clone: string;
  let fresh: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    await rm(root, { recursive: true, force: true });
    await smallRepository(root, A);
    await notes(A.version);
    await release();
    await commit(root, 'data: release A');
    await unpackAll(join(root, 'dist'), archives());
    const served = join(root, 'dist/embed/v', A.version);
    for (const path of await filesIn(served)) kept.set(path, await readFile(join(served, path)));

    // Another release: other data, other code, another look.
    await smallRepository(root, B);
    await notes(B.version);
    await release();
    await commit(root, 'data: release B');
    await rm(join(root, 'dist'), { recursive: true });

    clone = join(folder, 'clone');
    await promisify(execFile)('git', ['clone', '--quiet', root, clone]);
    fresh = join(folder, 'fresh');
    await unpackAll(fresh, join(clone, 'data/releases'));
  });
  afterAll(() => browser?.close());

  test('has the same bytes after another was made and the build is gone', async () => {
    expect([...kept.keys()]).toEqual(
      expect.arrayContaining([
        'ranking/index.html',
        'ranking/ken/index.html',
        'ranking/ken/figure.svg',
        'release/slices/countries/KEN.json',
        'release/SHA256SUMS',
        'states.json',
      ]),
    );
    const served = join(fresh, 'embed/v', A.version);
    expect(await filesIn(served)).toEqual([...kept.keys()].sort());
    for (const [path, bytes] of kept)
      expect((await readFile(join(served, path))).equals(bytes), path).toBe(true);
    const other = join(fresh, 'embed/v', B.version, 'ranking/ken/index.html');
    expect(await readFile(other, 'utf8')).toContain('1350');
  });

  test('holds what its pages need and nothing else', () => {
    const names = [...kept.keys()];
    expect(names.filter((name) => /lab\.|\.png$|\.csv|names\.json/.test(name))).toEqual([]);
    const assets = names
      .filter((name) => name.startsWith('_astro/'))
      .map((name) => name.replace(/\.\w+\./, '.'));
    expect(assets.sort()).toEqual(
      ['embed.css', 'engine.wasm', 'font.woff2', 'part.js', 'start.js', 'worker.js'].map(
        (n) => `_astro/${n}`,
      ),
    );
  });

  test.each([true, false])(
    'shows its figure and asks only for its own files (scripts: %s)',
    async (scripts) => {
      const server = await serveFolder(fresh, { base: '/some/atlas/' });
      const own = `/some/atlas/embed/v/${A.version}/`;
      const { page, network, close } = await visit(browser, server, `embed/v/${A.version}/ranking/ken/`, {
        javaScriptEnabled: scripts,
      });
      try {
        expect(await page.locator('h1').textContent()).toBe('Partners of Kenya in papers, 2020');
        expect(await page.locator('footer').textContent()).toContain('Release 2026-11-22, kept as it was');
        expect(await page.locator('footer a').getAttribute('href')).toMatch(
          /^\.\.\/\.\.\/\.\.\/\.\.\/\.\.\/explore\/\?/,
        );
        if (scripts)
          await expect
            .poll(() => page.locator('#live').textContent())
            .toMatch(
              /^code of A 1200 2026-11-22 true \/some\/atlas\/embed\/v\/2026-11-22\/_astro\/engine\.\w+\.wasm$/,
            );
        await page.waitForLoadState('networkidle');
        expect(server.requests.filter(({ url }) => !url.startsWith(own))).toEqual([]);
        expect(server.requests.filter(({ status }) => status >= 400)).toEqual([]);
        expect(server.requests.length).toBeGreaterThan(scripts ? 6 : 2);
        expect([...network.foreign, ...network.errors, ...network.violations]).toEqual([]);
      } finally {
        await close();
        await server.close();
      }
    },
  );

  test('knows its tables, and what changed since the one before', async () => {
    const [b, a] = [await readIndex(B.version, archives()), await readIndex(A.version, archives())];
    expect([a.before, b.before]).toEqual([null, A.version]);
    expect(a.changes).toEqual([]);
    expect(b.changes.map(({ table, revised }) => [table, revised])).toEqual([['flows', 1]]);
    expect(b.changes[0]?.sources).toEqual([
      { source: 'openalex-copublications', added: 0, removed: 0, revised: 1 },
    ]);
    expect(b.changes[0]?.largest[0]).toContain('value 1,200 → 1,350');
    expect([b.notes, b.citation.text, b.views]).toEqual([
      NOTES,
      'Crosscurrents (2027-05-01).',
      { insights: 1, ranking: 1, trend: 1 },
    ]);
  });

  test('keeps what was written about it, and its pictures name their own address', async () => {
    const piece = await frozenPiece<{ words: { title: string } }>(A.version, 'newsroom/a', archives());
    expect(piece.facts['uganda']).toMatchObject({ value: 1200, words: '1200' });
    expect(JSON.stringify(piece.figures['rows'])).toContain(
      `/embed/v/${A.version}/release/basemap.0a1b2c3d4e.svg#KEN`,
    );
    expect(String(kept.get('trend/ken/figure.svg'))).toContain(
      `1200 papers, /embed/v/${A.version}/trend/ken/<`,
    );
  });

  test('shares with the next what did not change', async () => {
    const blobs = await readdir(join(archives(), 'blobs'));
    const [a, b] = [await readIndex(A.version, archives()), await readIndex(B.version, archives())];
    const shared = Object.entries(a.files).filter(
      ([path, [, , where]]) => where === 'blob' && path in b.files,
    );
    expect(shared.map(([path]) => path.replace(/\.\w+\./, '.'))).toEqual([
      '_astro/engine.wasm',
      '_astro/font.woff2',
    ]);
    // Font and engine once, a table each.
    expect(blobs).toHaveLength(4);
  });

  test('is never written again, nor made older than another', async () => {
    await expect(release()).rejects.toThrow(/2027-05-01 is frozen already .*new date/);
    const [index, text] = [await readIndex(A.version, archives()), 'another'];
    const archive = { index, text, pack: Buffer.from(''), blobs: new Map(), pieces: null, parts: new Map() };
    await expect(writeArchive(archive, archives())).rejects.toThrow(/2026-11-22 is frozen already/);
    await smallRepository(root, { ...A, version: '2027-01-01' });
    await notes('2027-01-01');
    await expect(release()).rejects.toThrow(/2027-01-01 would be older than 2027-05-01/);
    await git(root, 'reset', '--quiet', '--hard', 'HEAD~2');
  });

  test('stops a build of other tables under its version', async () => {
    const { tables, files } = await readIndex(A.version, archives());
    const manifest = (hash: string) =>
      ({
        version: A.version,
        resources: tables.map(({ name }) => ({ name, hash })),
      }) as unknown as Release;
    const own = `sha256:${files[tables[0]?.path ?? '']?.[1] ?? ''}`;
    await expect(refuseOtherTables(manifest(own), archives())).resolves.toBeUndefined();
    await expect(refuseOtherTables(manifest('sha256:00'), archives())).rejects.toThrow(
      /2026-11-22 is frozen with other tables \(flows\): give the new one a new date/,
    );
    await expect(
      refuseOtherTables({ ...manifest('sha256:00'), version: '2028-01-01' }, archives()),
    ).resolves.toBeUndefined();
  });

  test('of an unknown version is refused with those that there are', async () => {
    await expect(readIndex('2025-01-01', archives())).rejects.toThrow(
      /no frozen release 2025-01-01 .*There is: 2027-05-01, 2026-11-22/,
    );
    expect(await frozenVersions(join(folder, 'none'))).toEqual([]);
  });

  describe('that is damaged is not unpacked:', () => {
    let copy: string;
    beforeEach(async () => {
      copy = join(folder, 'copy');
      await rm(copy, { recursive: true, force: true });
      await cp(join(clone, 'data/releases'), copy, { recursive: true });
    });
    const pack = () => join(copy, A.version, 'pack.tar.zst');
    const refused = async (message: RegExp): Promise<void> => {
      const into = join(folder, 'into');
      await rm(into, { recursive: true, force: true });
      const done = unpackAll(into, copy);
      await expect(done).rejects.toThrow(message);
      await expect(done).rejects.toBeInstanceOf(UserError);
      expect((await filesIn(into)).filter((name) => name.includes(A.version))).toEqual([]);
    };

    test('a pack that was cut short', async () => {
      await truncate(pack(), 500);
      await refused(/pack of release 2026-11-22 .*has 500 bytes, and had \d+.*git checkout/);
    });
    test('a pack that was changed', async () => {
      const bytes = await readFile(pack());
      bytes[400] = (bytes[400] ?? 0) ^ 1;
      await writeFile(pack(), bytes);
      await refused(/pack of release 2026-11-22 .*its sha256 is another/);
    });
    test('a pack that is gone', async () => {
      await rm(pack());
      await refused(/pack of release 2026-11-22 .*ENOENT/);
    });
    test('a blob that was changed', async () => {
      const { tables, files } = await readIndex(A.version, copy);
      await writeFile(join(copy, 'blobs', files[tables[0]?.path ?? '']?.[1] ?? ''), 'another');
      await refused(/needs for release\/flows\.\w+\.parquet, is damaged \(its sha256 is another\)/);
    });
    test('a blob that is gone', async () => {
      const { tables, files } = await readIndex(A.version, copy);
      await rm(join(copy, 'blobs', files[tables[0]?.path ?? '']?.[1] ?? ''));
      await refused(/needs .* for release\/flows\.\w+\.parquet, and it is not there/);
    });
    test('a compressed blob that was cut short', async () => {
      for (const name of await readdir(join(copy, 'blobs')))
        if (name.endsWith('.zst')) await truncate(join(copy, 'blobs', name), 20);
      await refused(/is damaged/);
    });
    test('an index that leads out of its folder', async () => {
      const path = join(copy, A.version, 'index.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('"ranking/index.html"', '"../../x.html"'));
      await refused(/names \.\.\/\.\.\/x\.html, which is no path below its root/);
    });
    test('an index of another format', async () => {
      const path = join(copy, A.version, 'index.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('"format": 1', '"format": 2'));
      await refused(/of format 2 .*reads format 1/);
    });
    test('notes that were changed since', async () => {
      await writeFile(join(copy, 'notes', `${A.version}.md`), `${NOTES}And more.`);
      await refused(/notes\/2026-11-22\.md is not what it was .*data\/errata\.csv/);
    });
  });

  test('has the same archive whenever it is made', async () => {
    const again = join(folder, 'again');
    await smallRepository(again, A);
    await mkdir(join(again, 'data/releases/notes'), { recursive: true });
    await writeFile(join(again, `data/releases/notes/${A.version}.md`), NOTES);
    await commit(again, 'notes');
    await makeRelease({
      root: again,
      paths: pathsBelow(again),
      archives: join(again, 'data/releases'),
      check: async () => undefined,
    });
    for (const name of ['pack.tar.zst', 'index.json']) {
      const [one, other] = [archives(), join(again, 'data/releases')].map((at) => join(at, A.version, name));
      expect((await readFile(one ?? '')).equals(await readFile(other ?? '')), name).toBe(true);
    }
  });
});
