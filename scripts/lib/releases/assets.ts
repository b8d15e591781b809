import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of a build's `_astro/` that pages need: those that a page names, and those that one of these names in turn: styles their
 * fonts, scripts their parts, workers and modules of WebAssembly. Names carry a hash, so a name in a text is the file.
 * @param folder the build's `_astro/`
 */
export async function assetsOf(
  folder: string,
  pages: Iterable<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const all = new Set(await readdir(folder));
  const found = new Map<string, Buffer>();
  const waiting = new Set<string>();
  const scan = (text: string): void => {
    for (const [name] of text.matchAll(/[\w.~@[\]-]+\.[a-z0-9]+/g))
      if (all.has(name) && !found.has(name)) waiting.add(name);
  };
  for (const page of pages) scan(page);
  for (const name of waiting) {
    const bytes = await readFile(join(folder, name));
    found.set(name, bytes);
    if (/\.(?:js|css)$/.test(name)) scan(bytes.toString());
  }
  return found;
}
