import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../../testing/folder.ts';
import { writeSitemap } from './sitemap.ts';

const ROOT = 'https://example.org/atlas/';
const page = (path: string, more = '') =>
  `<!doctype html><html><head><link rel="canonical" href="${ROOT}${path}">${more}</head><body></body></html>`;

test('holds each page that is the first of its kind, and robots.txt names it once', async () => {
  const folder = await folderWith({
    'index.html': page(''),
    '404.html': page('404/'),
    'about/index.html': page('about/'),
    'countries/ken/index.html': page('countries/ken/'),
    'hidden/index.html': page('hidden/', '<meta name="robots" content="noindex">'),
    'old/index.html': '<!doctype html><html><head><title>Moved</title></head></html>',
    'embed/ranking/ken/index.html': page('embed/ranking/ken/'),
    'release/atlas.json': '{}',
    'robots.txt': 'User-agent: *\nAllow: /\n',
  });
  expect(await writeSitemap(folder, ROOT)).toBe(3);
  expect(await writeSitemap(folder, ROOT), 'written again').toBe(3);
  expect(await readFile(join(folder, 'sitemap.xml'), 'utf8')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      ['', 'about/', 'countries/ken/'].map((path) => `  <url><loc>${ROOT}${path}</loc></url>\n`).join('') +
      '</urlset>\n',
  );
  expect(await readFile(join(folder, 'robots.txt'), 'utf8')).toBe(
    `User-agent: *\nAllow: /\nSitemap: ${ROOT}sitemap.xml\n`,
  );
});
