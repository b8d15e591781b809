import { describe, expect, test } from 'vitest';
import { prefixOf, relativise, reroot, rerootCss } from './relativise.ts';

describe('prefixOf', () => {
  test.each([
    ['/', './'],
    ['/index.html', './'],
    ['/explore/', '../'],
    ['/countries/deu/index.html', '../../'],
    ['/embed.html', './'],
  ])('%s → %s', (path, prefix) => {
    expect(prefixOf(path)).toBe(prefix);
  });
});

describe('relativise', () => {
  const at = (html: string) => relativise(html, '/countries/deu/');

  test.each([
    ['<a href="/">Home</a>', '<a href="../../">Home</a>'],
    ['<a href="/data/#papers">', '<a href="../../data/#papers">'],
    ["<img alt='a > b' src='/map.svg'>", "<img alt='a > b' src='../../map.svg'>"],
    ['<use href="/map.svg#DEU"/>', '<use href="../../map.svg#DEU"/>'],
    ['<use xlink:href="/map.svg#DEU"/>', '<use xlink:href="../../map.svg#DEU"/>'],
    ['<img srcset="/a.png 1x, /b.png 2x">', '<img srcset="../../a.png 1x, ../../b.png 2x">'],
    ['<form action="/explore/">', '<form action="../../explore/">'],
    ['<meta property="og:image" content="/og.png">', '<meta property="og:image" content="../../og.png">'],
    ['<div data-release-url="/release/">', '<div data-release-url="../../release/">'],
    ['<script src="/theme.js"></script>', '<script src="../../theme.js"></script>'],
    ['<A HREF="/x/">', '<A HREF="../../x/">'],
  ])('%s', (before, after) => {
    expect(at(before)).toBe(after);
  });

  test.each([
    '<a href="//host/x">',
    '<a href="https://host/x">',
    '<a href="#top">',
    '<a href="../x/">',
    '<p>href="/x/"</p>',
    '<!-- <a href="/x/"> -->',
    '<script type="application/json">{"a":"<a href=\\"/x/\\">"}</script>',
    '<title><a href="/x/"></title>',
    '<path d="M0,0" data-label="/x"/>',
  ])('leaves %s', (html) => {
    expect(at(html)).toBe(html);
  });

  test('is done once: a second run changes nothing', () => {
    const once = at('<a href="/data/">');
    expect(at(once)).toBe(once);
  });
});

test('404.html links from the root it is told', () => {
  expect(reroot('<a href="/data/">', '/some/folder/')).toBe('<a href="/some/folder/data/">');
});

test('stylesheets', () => {
  expect(rerootCss('a{src:url(/_astro/a.woff2)}b{src:url("/x.svg")}c{src:url(//h/x)}', '../')).toBe(
    'a{src:url(../_astro/a.woff2)}b{src:url("../x.svg")}c{src:url(//h/x)}',
  );
});
