import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths of a built site's files from its root, with forward slashes, sorted. */
export async function filesOf(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export const read = (dist: string, file: string): Promise<string> => readFile(join(dist, file), 'utf8');

/** The file that a path from the root names: a folder means its index.html. */
export const fileAt = (path: string): string =>
  path === '' || path.endsWith('/') ? `${path}index.html` : path;

/** A page's own address under a made-up folder, so that a link that leaves the site's root shows. */
export const BASE = 'http://site.invalid/some/folder/';
export const addressOf = (file: string): string =>
  file === '404.html' ? 'http://site.invalid/404.html' : BASE + file.replace(/(^|\/)index\.html$/, '$1');
