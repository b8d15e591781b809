import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fill, filesIn, folderWith } from '../../testing/folder.ts';
import { readTar } from '../read-tar.ts';
import { assetsOf } from './assets.ts';
import { brokenLinks } from './links.ts';
import { tarOf } from './tar.ts';
import { packed, unpacked } from './zstd.ts';

const bytes = (files: Readonly<Record<string, string>>): Map<string, Buffer> =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

test('assets are those that pages name, and those that these name', async () => {
  const folder = await folderWith({
    'a.B-1_x.js': 'import"./b.2.js";new URL("engine.3.wasm",import.meta.url);const z="no.4.js"',
    'b.2.js': 'import"./a.B-1_x.js"',
    'engine.3.wasm': 'c.5.css',
    's.6.css': '@font-face{src:url(f.7.woff2)}',
    'f.7.woff2': '',
    'c.5.css': '',
    'lab.8.js': '',
  });
  const found = await assetsOf(folder, [
    '<script src="../_astro/a.B-1_x.js"></script>',
    '<link href="../_astro/s.6.css">',
  ]);
  // What a module of WebAssembly holds is no text.
  expect([...found.keys()].sort()).toEqual(['a.B-1_x.js', 'b.2.js', 'engine.3.wasm', 'f.7.woff2', 's.6.css']);
});

test('links that lead nowhere are found, in pages and styles', () => {
  const tree = bytes({
    'ranking/index.html': '',
    'ranking/ken/index.html':
      '<a href="../?x=1"><a href="../../trend/"><a href="../../../../../explore/#a"><a href="../../../../../gone/"><a href="/data/">' +
      '<a href="#here"><a href="https://example.org/"><img srcset="x.png"><!-- <a href="never"> --><p>href="text"</p><use xlink:href="../../release/b.svg#KEN">',
    '_astro/a.css': '@font-face{src:url("f.woff2")} a{background:url(#x)} b{background:url(g.png)}',
    '_astro/f.woff2': '',
  });
  expect(brokenLinks(tree, '2026-11-22', (path) => path === 'explore/')).toEqual([
    'ranking/ken/index.html: ../../trend/',
    'ranking/ken/index.html: ../../../../../gone/',
    'ranking/ken/index.html: /data/',
    'ranking/ken/index.html: x.png',
    'ranking/ken/index.html: ../../release/b.svg#KEN',
    '_astro/a.css: g.png',
  ]);
});

test('an archive is read back, by us and by tar', async () => {
  const files = bytes({ 'a/b.txt': 'é'.repeat(300), empty: '', 'c.json': '{}' });
  const tar = tarOf(files);
  expect(tar.equals(tarOf(files))).toBe(true);
  expect([...readTar(tar)].map(({ name, data }) => [name, Buffer.from(data).toString()])).toEqual(
    [...files].map(([name, data]) => [name, data.toString()]),
  );
  const folder = await folderWith();
  await fill(folder, { 'x.tar': tar });
  execFileSync('tar', ['-xf', 'x.tar'], { cwd: folder });
  expect(await filesIn(folder)).toEqual(['a/b.txt', 'c.json', 'empty', 'x.tar']);
  expect(await readFile(join(folder, 'a/b.txt'), 'utf8')).toBe('é'.repeat(300));
  expect(() => tarOf([['x'.repeat(101), Buffer.from('')]])).toThrow(/longer than the 100 bytes/);
});

test('what is packed is the same every time', () => {
  const data = Buffer.from('Kenya '.repeat(9000));
  const small = packed(data);
  expect(small.equals(packed(data))).toBe(true);
  expect(unpacked(small).equals(data)).toBe(true);
});
