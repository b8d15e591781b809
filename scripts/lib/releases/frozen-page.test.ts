import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { drawn } from '../../../tests/support/frozen-fixture.ts';
import { embedMarkup } from '../../../src/components/embed/embed-markup.ts';
import { relativise } from '../../../src/integrations/relativise.ts';
import { frozenPage, frozenPicture } from './frozen-page.ts';

const VERSION = '2026-11-22';
const TREE = new Set([
  'ranking/index.html',
  'ranking/ken/index.html',
  'ranking/ken/figure.svg',
  '_astro/a.1.css',
  'release/datapackage.json',
  'release/basemap.0a1b2c3d4e.svg',
]);
const setting = { version: VERSION, tree: TREE, site: null };
const said = (frozen: boolean): string =>
  `<main data-frozen="${frozen}">${embedMarkup(drawn('ranking', 7), { sources: ATLAS.sources, release: VERSION, frozen })}</main>`;
/** A page of an embed with one link. */
const page = (link: string): string => relativise(`${link}${said(false)}`, '/embed/ranking/ken/');
const linkOf = (html: string): string => /^<[^>]*>/.exec(html)?.[0] ?? '';

test('says what an embed says that is drawn as a frozen one, and nothing else changes', () => {
  // Links aside: those to the release's own files are as far as they were, those to the site are two folders farther.
  const links = (html: string): string => html.replaceAll(/="(?:\.\.\/)+/g, '="/');
  const frozen = frozenPage(page(''), 'ranking/ken/', setting);
  expect(links(frozen)).toBe(links(relativise(said(true), '/embed/ranking/ken/')));
  expect(frozen).toContain('Release 2026-11-22, kept as it was');
});

describe('a link', () => {
  test.each([
    ['<link href="/_astro/a.1.css">', '<link href="../../_astro/a.1.css">'],
    [
      '<b data-manifest-url="/release/datapackage.json">',
      '<b data-manifest-url="../../release/datapackage.json">',
    ],
    ['<a href="/embed/ranking/?country=KEN">', '<a href="../../ranking/?country=KEN">'],
    ['<a href="/embed/ranking/ken/figure.svg">', '<a href="../../ranking/ken/figure.svg">'],
    ['<a href="/explore/?v=2#x">', '<a href="../../../../../explore/?v=2#x">'],
    ['<b data-site-url="/">', '<b data-site-url="../../../../../">'],
    ['<a href="https://example.org/release/x">', '<a href="https://example.org/release/x">'],
  ])('%s', (before, after) => {
    expect(linkOf(frozenPage(page(before), 'ranking/ken/', setting))).toBe(after);
  });

  test('of a page one folder up', () => {
    const html = relativise(`<link href="/_astro/a.1.css">${said(false)}`, '/embed/ranking/');
    expect(linkOf(frozenPage(html, 'ranking/', setting))).toBe('<link href="../_astro/a.1.css">');
  });

  test.each(['/_astro/b.1.css', '/release/flows.1.csv.gz', '/embed/ranking/ken/oembed.json'])(
    'to %s, which is not kept, stops it',
    (path) => {
      expect(() => frozenPage(page(`<a href="${path}">`), 'ranking/ken/', setting)).toThrow(
        /ranking\/ken\/ needs .*which a frozen release does not hold/,
      );
    },
  );
});

test.each([
  ['of another release', (html: string) => html.replace('release: 2026', 'release: 2025')],
  ['that says it twice', (html: string) => html + html],
  ['that is frozen already', (html: string) => frozenPage(html, 'ranking/ken/', setting)],
])('a page %s stops it', (_case, spoil) => {
  expect(() => frozenPage(spoil(page('')), 'ranking/ken/', setting)).toThrow(
    /does not say once that it is the newest/,
  );
});

test('whole addresses of embeds become those of the release, and there is no oEmbed', () => {
  const site = 'https://example.org/atlas/';
  const html = page(
    `<b title="${site}embed/ranking/ ${site}data/ https://other.org/embed/a/"><link rel="alternate" type="application/json+oembed" href="${site}embed/ranking/ken/oembed.json" title="x">`,
  );
  const frozen = frozenPage(html, 'ranking/ken/', { ...setting, site });
  expect(linkOf(frozen)).toBe(
    `<b title="${site}embed/v/2026-11-22/ranking/ ${site}data/ https://other.org/embed/a/">`,
  );
  expect(frozen).not.toContain('oembed');
});

test('a picture names its own address', () => {
  const svg = (root: string): string =>
    `<svg><text>${root}ranking/ken/</text><text>${root}trend/</text></svg>`;
  expect(frozenPicture(svg('https://example.org/embed/'), 'ranking/ken/', VERSION)).toBe(
    '<svg><text>https://example.org/embed/v/2026-11-22/ranking/ken/</text><text>https://example.org/embed/trend/</text></svg>',
  );
  expect(frozenPicture(svg('/embed/'), 'ranking/ken/', VERSION)).toContain(
    '>/embed/v/2026-11-22/ranking/ken/<',
  );
});
