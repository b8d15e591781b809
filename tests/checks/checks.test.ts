import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { violations } from './inline.ts';
import { brokenLinks } from './links.ts';
import { pageSizes } from './sizes.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'checks-'));
});
afterEach(() => rm(dist, { recursive: true }));

async function site(files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dist, name)), { recursive: true });
    await writeFile(join(dist, name), content);
  }
}
const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;

describe('links', () => {
  test('a whole site has none broken', async () => {
    await site({
      'index.html':
        '<a href="./a/#x">a</a><use href="./map.svg#DEU"/><a href="https://example.org/gone">x</a>',
      'a/index.html': '<h2 id="x">x</h2><a href="../">home</a><img srcset="../p.png 1x, ../p.png 2x">',
      'map.svg': '<svg><symbol id="DEU"/></svg>',
      'p.png': '',
      '_astro/a.css': 'a{src:url(../p.png)}',
      '_astro/a.js': 'import("./b.js");new URL("b.js",import.meta.url)',
      '_astro/b.js': '',
      '404.html': '<a href="/a/">a</a>',
    });
    expect(await brokenLinks(dist)).toEqual([]);
  });

  test.each([
    ['<a href="./b/">', 'no such file'],
    ['<a href="./a">', 'lacks its trailing slash'],
    ['<a href="./a/#y">', 'no such fragment'],
    ['<use href="./map.svg#FRA"/>', 'no such fragment'],
    ['<a href="../">', 'leaves the root of the site'],
    ['<a href="/a/">', 'leaves the root of the site'],
    ['<img srcset="./q.png 2x">', 'no such file'],
    ['<div data-release-url="./release/atlas.json">', 'no such file'],
  ])('%s: %s', async (html, reason) => {
    await site({ 'index.html': html, 'a/index.html': '<h2 id="x">', 'map.svg': '<svg/>' });
    expect(await brokenLinks(dist)).toMatchObject([{ file: 'index.html', reason }]);
  });

  test('a frozen page outlives a figure of the site, but not the page where that was', async () => {
    await site({
      'a/index.html': '',
      'embed/v/1/x/index.html': '<a href="../../../../a/#old">a</a><a href="../../../../b/#old">b</a>',
    });
    expect(await brokenLinks(dist)).toMatchObject([{ url: '../../../../b/#old', reason: 'no such file' }]);
  });

  test('imports of scripts', async () => {
    await site({ '_astro/a.js': 'import{a}from"./gone.js";const t="from ./nowhere"' });
    expect(await brokenLinks(dist)).toMatchObject([{ url: './gone.js' }]);
  });
});

describe('inline', () => {
  test('a clean page', async () => {
    await site({
      'index.html': `${policy}<script src="./a.js"></script><script type="application/json">{"a":"<p style='x'>"}</script><p>style="x" onclick</p><a href="https://example.org/">x</a>`,
    });
    expect(await violations(dist)).toEqual([]);
  });

  test.each([
    ['<script>run()</script>', 'inline script: run()'],
    ['<style>a{}</style>', 'style element: a{}'],
    ['<p style="color:red">', 'style attribute on p: color:red'],
    ['<p onclick="x()">', 'onclick handler on p'],
    ['<a href="javascript:x()">', 'javascript: address on a'],
    ['<img src="https://example.org/x.png">', 'img loads from another host: https://example.org/x.png'],
    ['<script src="//example.org/x.js"></script>', 'script loads from another host: //example.org/x.js'],
    ['<a href="/data/">', 'a starts at the root: /data/'],
  ])('%s', async (html, what) => {
    await site({ 'index.html': policy + html });
    expect(await violations(dist)).toEqual([{ file: 'index.html', what }]);
  });

  test('a page without a policy, and a stylesheet from the root', async () => {
    await site({ 'index.html': '<p>', 'a.css': 'a{src:url(/x.woff2)}' });
    expect(await violations(dist)).toEqual([
      { file: 'a.css', what: 'url() starts at the root: /x.woff2' },
      { file: 'index.html', what: 'no content security policy' },
    ]);
  });
});

test('sizes of a page', async () => {
  const svg = `<svg class="chart">${'x'.repeat(1000)}</svg>`;
  await site({
    'a/index.html': `<link rel="stylesheet" href="../a.css"><link rel="preload" as="font" href="../f.woff2"><script src="../a.js"></script><figure class="figure" id="f1">${svg}${svg}</figure><use href="../map.svg#X"/>`,
    'a.css': 'c'.repeat(100),
    'a.js': 'import"./b.js";import("./lazy.js")',
    'b.js': 'import"./a.js"',
    'lazy.js': 'z'.repeat(5000),
    'f.woff2': 'f'.repeat(70),
    'map.svg': 'm'.repeat(80),
  });
  const sizes = await pageSizes(dist, 'a/');
  expect(sizes.css.raw).toBe(100);
  expect(sizes.scripts.raw).toBe(48);
  expect(sizes.fonts.raw).toBe(70);
  expect(sizes.shared.raw).toBe(80);
  expect(sizes.figures.get('f1')?.raw).toBe(2 * svg.length);
  expect(sizes.html.raw).toBe(sizes.whole.raw - 2 * svg.length);
});
