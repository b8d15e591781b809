import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { readBuiltSite } from '../scripts/lib/hosts/built-site.ts';
import { coverOf } from '../scripts/lib/hosts/cover.ts';
import { headersFile, HEADERS_LIMITS } from '../scripts/lib/hosts/headers-file.ts';
import { headersOf, hostRules, type HostRules } from '../scripts/lib/hosts/rules.ts';
import { basePath, siteRoot } from '../scripts/lib/hosts/site-root.ts';
import { writeHostFiles } from '../scripts/lib/hosts/write.ts';
import { serveFolder, type TestServer } from '../scripts/lib/serve-folder.ts';
import {
  cloudflarePattern,
  fromHeadersFile,
  fromHtaccess,
  fromNginx,
  netlifyPattern,
  readHeadersFile,
  type Resolved,
} from './support/host-syntax.ts';
import { DIST } from './support/site.ts';

/** A small site with one of each kind of file. */
const FILES = [
  'index.html',
  '404.html',
  'favicon.svg',
  'about/index.html',
  'data/index.html',
  'data/releases/index.html',
  'data/releases/2026-11-22/index.html',
  '_astro/page.Bb9G3H_t.css',
  '_astro/duckdb-eh.Bbw6HAmJ.wasm',
  'api/v1/countries/ken.json',
  'embed/states.json',
  'embed/figure.js',
  'embed/ranking/index.html',
  'embed/ranking/ken/index.html',
  'embed/ranking/ken/figure.svg',
  'embed/ranking/ken/figure.png',
  'embed/trend/index.html',
  'embed/v/2026-11-22/ranking/ken/index.html',
  'embed/v/2026-11-22/_astro/a.0123.js',
  'embed/v/2026-11-22/release/flows.0123456789.parquet',
  'embed/v/2027-02-01/ranking/ken/index.html',
  'release/flows.0123456789.parquet',
  'release/trend.abcdef0123.parquet',
  'release/flows.9876543210.csv.gz',
  'release/basemap.0123456789.svg',
  'release/basemap.0123456789.topo.json',
  'release/atlas.json',
  'release/names.json',
  'release/dcat.jsonld',
  'release/SHA256SUMS',
  'release/citations/flows.bib',
  'release/citations/flows.ris',
  'release/slices/world.json',
];
const MISSING = [
  'about/nothing/',
  'embed/gone/ken/',
  'embed/v/2030-01-01/ranking/ken/',
  'embed/ranking/xxx/',
];

async function smallSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hosts-'));
  for (const file of FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `<!doctype html><title>${file}</title>${file}`);
  }
  return folder;
}

test('what the rules say, by kind of page and file', () => {
  const rules = hostRules(['2026-11-22']);
  const of = (path: string) => headersOf(rules, path);
  const csp = 'Content-Security-Policy';
  for (const path of ['', 'about/', 'explore/', 'data/releases/', 'embedding/'])
    expect(of(path)[csp], path).toBe("frame-ancestors 'self'");
  for (const path of ['embed/ranking/', 'embed/ranking/ken/', 'embed/v/2026-11-22/ranking/ken/', '404.html'])
    expect(of(path)[csp], path).toBeUndefined();
  const cache = (path: string) => of(path)['Cache-Control'];
  for (const path of [
    '_astro/a.js',
    'embed/v/2026-11-22/ranking/ken/',
    'release/flows.0123456789.parquet',
    'release/basemap.0123456789.topo.json',
  ])
    expect(cache(path), path).toBe('public, max-age=31536000, immutable');
  for (const path of [
    '',
    'embed/ranking/ken/',
    'embed/figure.js',
    'release/atlas.json',
    'release/flows.parquet',
  ])
    expect(cache(path), path).toBe('public, max-age=300');
  for (const path of ['release/atlas.json', 'api/v1/x.csv', 'embed/ranking/ken/figure.png', '_astro/a.woff2'])
    expect(of(path)['Access-Control-Allow-Origin'], path).toBe('*');
  expect(of('about/')['Access-Control-Allow-Origin']).toBeUndefined();
  expect(of('release/a.parquet')['Content-Type']).toBe('application/vnd.apache.parquet');
  for (const path of ['', 'embed/ranking/', 'release/atlas.json'])
    expect(of(path)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
});

describe.each(['/', '/some/folder/'])('files for hosts of a site at %s', (base) => {
  let folder: string;
  let rules: HostRules;
  let paths: readonly string[];
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  beforeAll(async () => {
    folder = await smallSite();
    await writeHostFiles(folder, base);
    const site = await readBuiltSite(folder);
    ({ paths } = site);
    rules = hostRules(site.releases);
    expect(site.releases).toEqual(['2026-11-22', '2027-02-01']);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const expectAll = (resolve: (path: string) => Resolved) => {
    for (const path of paths) expect(resolve(path), path).toEqual(headersOf(rules, path));
    expect(paths.length).toBeGreaterThanOrEqual(FILES.length);
  };
  const expectMissing = (resolve: (path: string) => Resolved) => {
    for (const path of MISSING) {
      const headers = resolve(path);
      // Others may frame the page that says why an embed is not there, and nobody keeps it.
      if (path.startsWith('embed/')) expect(headers['Content-Security-Policy'], path).toBeUndefined();
      expect(headers['Cache-Control'] ?? '', path).not.toContain('immutable');
    }
  };

  test.each([
    ['Cloudflare Pages', cloudflarePattern],
    ['Netlify', netlifyPattern],
  ])('_headers, as %s reads it', async (_host, matcher) => {
    const resolve = fromHeadersFile(readHeadersFile(await read('_headers')), matcher);
    expectAll((path) => resolve(base + path));
    expectMissing((path) => resolve(base + path));
  });

  test('_headers keeps to what the hosts read', async () => {
    const text = await read('_headers');
    const blocks = readHeadersFile(text);
    expect(blocks.length).toBeLessThanOrEqual(HEADERS_LIMITS.rules);
    for (const { pattern, headers } of blocks) {
      expect(pattern.split('*').length, pattern).toBeLessThanOrEqual(2);
      expect(pattern, pattern).toMatch(new RegExp(`^${base}[\\w*./-]*$`));
      expect(headers.length).toBeGreaterThan(0);
    }
    expect(new Set(blocks.map(({ pattern }) => pattern)).size).toBe(blocks.length);
  });

  test('.htaccess', async () => {
    const texts = new Map<string, string>();
    for (const at of ['', '_astro/', 'api/', 'embed/', 'embed/v/', 'release/'])
      texts.set(at, await read(`${at}.htaccess`));
    const resolve = fromHtaccess((at) => texts.get(at) ?? null);
    expectAll((path) => resolve(path));
    expectMissing((path) => resolve(path, false));
    expect(texts.get('')).toContain(`ErrorDocument 404 ${base}404.html\n`);
    // Nothing is laid into a frozen release: it stays the files that were kept.
    expect(existsSync(join(folder, 'embed/v/2026-11-22/.htaccess'))).toBe(false);
  });

  test('nginx.conf', async () => {
    const conf = await read('hosts/nginx.conf');
    const resolve = fromNginx(conf);
    expectAll((path) => resolve(base + path));
    expectMissing((path) => resolve(base + path, false));
    expect(conf.split('{').length).toBe(conf.split('}').length);
  });

  test('moved addresses', async () => {
    const moves = [
      ['embed/v/', 'data/releases/'],
      ['embed/v/2026-11-22/', 'data/releases/2026-11-22/'],
      ['embed/v/2027-02-01/', 'data/releases/2027-02-01/'],
    ] as const;
    const lines = (await read('_redirects')).trim().split('\n');
    expect(lines).toEqual(moves.map(([from, to]) => `${base}${from} ${base}${to} 302`));
    const [conf, htaccess] = [await read('hosts/nginx.conf'), await read('.htaccess')];
    for (const [from, to] of moves) {
      expect(conf).toContain(`location = ${base}${from} { return 302 ${base}${to}; }`);
      const found = [...htaccess.matchAll(/RedirectMatch 302 "(.+)" "(.+)"/g)].flatMap(
        ([, pattern = '', target = '']) => {
          const match = new RegExp(pattern).exec(base + from);
          return match ? [target.replace('$1', match[1] ?? '')] : [];
        },
      );
      expect(found).toEqual([base + to]);
    }
  });

  test('.nojekyll', async () => {
    expect(await read('.nojekyll')).toBe('');
  });

  test('a second run changes nothing', async () => {
    const names = ['_headers', '_redirects', '.htaccess', 'embed/.htaccess', 'hosts/nginx.conf'];
    const before = await Promise.all(names.map(read));
    await writeHostFiles(folder, base);
    expect(await Promise.all(names.map(read))).toEqual(before);
  });

  test('the local server', async () => {
    const server = await serveFolder(folder, { base, rules });
    try {
      for (const path of paths) {
        const answer = await fetch(server.url + path);
        expect(answer.status, path).toBe(200);
        for (const [name, value] of Object.entries(headersOf(rules, path)))
          expect(answer.headers.get(name), `${path}: ${name}`).toBe(value);
        if (path.startsWith('embed/'))
          expect(answer.headers.has('content-security-policy'), path).toBe(false);
        await answer.arrayBuffer();
      }
      for (const path of MISSING) {
        const answer = await fetch(server.url + path);
        expect(answer.status).toBe(404);
        expect(answer.headers.has('cache-control')).toBe(false);
      }
      const moved = await fetch(`${server.url}embed/v/`, { redirect: 'manual' });
      expect([moved.status, moved.headers.get('location')]).toEqual([302, `${base}data/releases/`]);
      const asked = await fetch(`${server.url}release/atlas.json`, { method: 'OPTIONS' });
      expect([asked.status, asked.headers.get('access-control-allow-headers')]).toEqual([204, 'Range']);
      // A packed table is a file: a browser must not unpack it.
      const packed = await fetch(`${server.url}release/flows.9876543210.csv.gz`);
      expect(packed.headers.get('content-encoding')).toBe('identity');
    } finally {
      await server.close();
    }
  });
});

test('a server without rules sends not one of their headers', async () => {
  const server = await serveFolder(DIST);
  const { headers } = await fetch(`${server.url}about/`);
  expect([...headers.keys()].filter((name) => /policy|access-control|x-/.test(name))).toEqual([]);
  await server.close();
});

test('folders are covered without two patterns for one address', () => {
  const a = { A: '1' };
  const b = { B: '2' };
  const matter = [
    { folder: 'x/y/', headers: a },
    { folder: 'x/', names: /^h/, headers: {} },
    { folder: '', headers: b },
  ];
  const paths = ['x/y/1.js', 'x/h.txt', 'x/k.txt', 'x/1.css', 'x/2.css', 'z/3.css', ''];
  expect(Object.fromEntries(coverOf(matter, paths))).toEqual({
    '': b,
    'x/*.css': b,
    'x/k.txt': b,
    'x/y/*': a,
    'z/*': b,
  });
});

test('a site that needs more rules than a host reads is refused, with what to do', () => {
  const paths = Array.from({ length: 120 }, (_, i) => `page-${i}/`);
  expect(() => headersFile(hostRules([]), { paths: [...paths, 'embed/a/'], releases: [] }, '/')).toThrow(
    /1\d\d rules.*100 rules of 2000 signs/,
  );
});

test('SITE_URL gives the root and the base path, and what is none is refused', () => {
  expect(siteRoot('')).toBeNull();
  expect(basePath(null)).toBe('/');
  expect(siteRoot('https://example.org/atlas')).toBe('https://example.org/atlas/');
  expect(basePath('https://example.org/atlas/')).toBe('/atlas/');
  for (const wrong of ['example.org', 'ftp://example.org/', 'https://example.org/?a=b'])
    expect(() => siteRoot(wrong), wrong).toThrow(/SITE_URL is/);
});

describe('the built site', () => {
  test('its files for hosts are of it, whole', async () => {
    const site = await readBuiltSite(DIST);
    const rules = hostRules(site.releases);
    const base = /^(\S*\/)\*$/m.exec(await readFile(join(DIST, '_headers'), 'utf8'))?.[1] ?? '/';
    expect(await readFile(join(DIST, '_headers'), 'utf8')).toBe(headersFile(rules, site, base));
    const blocks = readHeadersFile(headersFile(rules, site, base));
    console.log(`_headers: ${blocks.length} of ${HEADERS_LIMITS.rules} rules, ${site.paths.length} files`);
    for (const matcher of [cloudflarePattern, netlifyPattern]) {
      const resolve = fromHeadersFile(blocks, matcher);
      const wrong = site.paths.filter(
        (path) =>
          JSON.stringify(sorted(resolve(base + path))) !== JSON.stringify(sorted(headersOf(rules, path))),
      );
      expect(wrong).toEqual([]);
    }
    // Cloudflare Pages takes no more files, and none that is larger.
    expect(site.paths.length).toBeLessThan(20_000);
  });
  const sorted = (headers: Resolved) => Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1));
});

describe('in frames of another origin', () => {
  let browser: Browser;
  let site: TestServer;
  let other: Server;
  let frozen: string;
  let framed = '';
  const FROZEN = 'embed/v/2020-01-01/';
  beforeAll(async () => {
    frozen = await mkdtemp(join(tmpdir(), 'frozen-'));
    await mkdir(join(frozen, 'ranking/ken'), { recursive: true });
    await writeFile(join(frozen, 'ranking/ken/index.html'), '<!doctype html><h1>Kept as it was</h1>');
    const { releases } = await readBuiltSite(DIST);
    [browser, site] = await Promise.all([
      launchBrowser(),
      serveFolder(DIST, {
        base: '/some/folder/',
        mounts: { [FROZEN]: frozen },
        rules: hostRules(releases),
      }),
    ]);
    other = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><title>Another site</title><body>${framed}`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await Promise.all([browser.close(), site.close()]);
    other.close();
    await rm(frozen, { recursive: true });
  });

  /** Shows a page of the site in a frame of another, and says what came of it. */
  async function frame(path: string, attributes = '', { width = 640 } = {}) {
    framed = `<iframe width="${width}" height="600" ${attributes} src="${site.url}${path}"></iframe>`;
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    const child = page.frames()[1];
    if (!child) throw new Error('The page has no frame.');
    const shown = child.url().startsWith(site.url);
    return { page, child, errors, shown, heading: shown ? await child.locator('h1').textContent() : null };
  }

  test.each(['', 'about/', 'explore/', 'countries/ken/', 'data/', 'release/basemap.svg'])(
    '/%s refuses',
    async (path) => {
      const file = path.startsWith('release/')
        ? ((await readBuiltSite(DIST)).paths.find((one) => /^release\/basemap\.\w+\.svg$/.test(one)) ?? path)
        : path;
      const { page, shown, errors } = await frame(file);
      expect(shown).toBe(false);
      expect(errors.join()).toMatch(/frame-ancestors|violates/);
      await page.close();
    },
  );

  test.each(['embed/ranking/', 'embed/ranking/ken/'])('/%s is shown', async (path) => {
    const { page, heading, errors } = await frame(path);
    expect(heading).toMatch(/\w+/);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('a frozen embed is shown', async () => {
    const { page, heading } = await frame(`${FROZEN}ranking/ken/`);
    expect(heading).toBe('Kept as it was');
    await page.close();
  });

  test('an embed in a sandboxed frame has its scripts and its letters', async () => {
    const { page, child, errors } = await frame('embed/ranking/ken/', 'sandbox="allow-scripts"');
    expect(errors).toEqual([]);
    const letters = () => child.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded'));
    await expect.poll(letters).toBe(true);
    await page.close();
  });

  test('an embed that is not there says why, at 280 pixels, and its links leave the frame', async () => {
    framed = '';
    const root = await serveFolder(DIST, { rules: hostRules([]) });
    framed = `<iframe width="280" height="600" src="${root.url}embed/v/2030-01-01/ranking/ken/"></iframe>`;
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    const child = page.frames()[1];
    if (!child) throw new Error('The page has no frame.');
    const text = (await child.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('There is no page here');
    expect(text).toMatch(/frozen/);
    expect(await child.locator('a[href$="/data/releases/"]').count()).toBe(1);
    await expect.poll(() => child.evaluate(() => document.querySelector('base')?.target)).toBe('_blank');
    const box = await child.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(box[0]).toBeLessThanOrEqual(box[1] ?? 0);
    // What it is comes first, without a scroll.
    const heading = await child.locator('h1').boundingBox();
    expect((heading?.y ?? 999) + (heading?.height ?? 0)).toBeLessThan(300);
    await page.close();
    await root.close();
  });

  test('data and pictures may be read by it, in parts too', async () => {
    framed = '';
    const { paths } = await readBuiltSite(DIST);
    const table = paths.find((path) => /^release\/flows\.\w+\.parquet$/.test(path)) ?? '';
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const seen = await page.evaluate(
      async ([parquet, json, about]) => {
        const part = await fetch(parquet, { headers: { Range: 'bytes=0-3' } });
        const text = new TextDecoder().decode(await part.arrayBuffer());
        const index = await fetch(json);
        const refused = await fetch(about).then(
          () => 'read',
          () => 'refused',
        );
        return [part.status, text, part.headers.get('content-range') !== null, index.ok, refused];
      },
      [site.url + table, `${site.url}embed/states.json`, `${site.url}about/`] as const,
    );
    expect(seen).toEqual([206, 'PAR1', true, true, 'refused']);
    await page.close();
  });
});
