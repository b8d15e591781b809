import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rewriteFolder } from './relative-links.ts';

let dist: string;
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'dist-'));
  await mkdir(join(dist, 'countries/deu'), { recursive: true });
  await mkdir(join(dist, '_astro'));
  await writeFile(join(dist, 'index.html'), '<a href="/data/">');
  await writeFile(join(dist, 'countries/deu/index.html'), '<a href="/data/">');
  await writeFile(join(dist, '404.html'), '<a href="/data/">');
  await writeFile(join(dist, '_astro/a.css'), 'a{src:url(/_astro/a.woff2)}');
});
afterEach(() => rm(dist, { recursive: true }));

const read = (name: string) => readFile(join(dist, name), 'utf8');

test('each page by its depth; 404.html from the root', async () => {
  expect(await rewriteFolder(dist)).toBe(3);
  expect(await read('index.html')).toBe('<a href="./data/">');
  expect(await read('countries/deu/index.html')).toBe('<a href="../../data/">');
  expect(await read('_astro/a.css')).toBe('a{src:url(../_astro/a.woff2)}');
  expect(await read('404.html')).toBe('<a href="/data/">');
});

test('404.html takes the folder of the site URL', async () => {
  await rewriteFolder(dist, 'https://example.org/some/folder');
  expect(await read('404.html')).toBe('<a href="/some/folder/data/">');
});
