import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync, gzipSync, constants } from 'node:zlib';
import { tagsOf, type Tag } from './html.ts';
import { fileAt } from './files.ts';

export interface Bytes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface PageSizes {
  /** The HTML without the drawings of its figures. */
  readonly html: Bytes;
  /** The HTML as it is sent. */
  readonly whole: Bytes;
  readonly css: Bytes;
  /** Scripts that run before a reader does anything, with what they import at once. */
  readonly scripts: Bytes;
  /** Fonts the page asks for ahead of time. */
  readonly fonts: Bytes;
  /** Files that drawings share by `<use>`: the base map. */
  readonly shared: Bytes;
  /** By id of the figure: its drawings, both widths together. */
  readonly figures: ReadonlyMap<string, Bytes>;
}

/** What a page costs. `page` is its path from the root: "", "countries/deu/". */
export async function pageSizes(dist: string, page: string): Promise<PageSizes> {
  const file = fileAt(page);
  const html = await readFile(join(dist, file), 'utf8');
  const tags = tagsOf(html);
  const files = (urls: (string | undefined)[]) =>
    [...new Set(urls.flatMap((url) => (url ? [resolve(file, url)] : [])))].map((path) => join(dist, path));
  const attribute = (name: string, test: (tag: Tag) => boolean, key: string) =>
    files(tags.filter((tag) => tag.name === name && test(tag)).map(({ attributes }) => attributes.get(key)));
  const rel = (value: string) => (tag: Tag) => tag.attributes.get('rel') === value;
  const asFont = (tag: Tag) => rel('preload')(tag) && tag.attributes.get('as') === 'font';
  const uses = files(
    tags
      .filter(({ name }) => name === 'use')
      .map(({ attributes }) => attributes.get('href')?.split('#')[0])
      .filter((href) => href !== ''),
  );
  const figures = [...html.matchAll(/<figure\b[^>]*\bid="([^"]+)"[\s\S]*?<\/figure>/g)];
  return {
    html: bytes(html.replace(/<svg\b[\s\S]*?<\/svg>/g, '')),
    whole: bytes(html),
    css: await sum(attribute('link', rel('stylesheet'), 'href')),
    scripts: await sum(await withImports(attribute('script', () => true, 'src'))),
    fonts: await sum(attribute('link', asFont, 'href')),
    shared: await sum(uses),
    figures: new Map(
      figures.map(([figure, id]) => [
        id ?? '',
        bytes((figure.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []).join('')),
      ]),
    ),
  };
}

export const bytes = (content: string | Uint8Array): Bytes => {
  const buffer = Buffer.from(content as string);
  return {
    raw: buffer.length,
    gzip: gzipSync(buffer, { level: 9 }).length,
    brotli: brotliCompressSync(buffer, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
};

/** Each file is compressed by itself, as hosts do. */
async function sum(paths: readonly string[]): Promise<Bytes> {
  const all = await Promise.all(paths.map(async (path) => bytes(await readFile(path))));
  const total = (key: keyof Bytes) => all.reduce((n, one) => n + one[key], 0);
  return { raw: total('raw'), gzip: total('gzip'), brotli: total('brotli') };
}

/** Scripts and, once each, what they import statically. */
async function withImports(paths: readonly string[]): Promise<string[]> {
  const all = new Set<string>();
  const queue = [...paths];
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (all.has(path)) continue;
    all.add(path);
    const code = await readFile(path, 'utf8');
    for (const [, , name] of code.matchAll(/(?:\bfrom\s*|\bimport\s*)(["'`])(\.{1,2}\/[^"'`]+)\1/g))
      if (name) queue.push(join(dirname(path), name));
  }
  return [...all];
}

const resolve = (file: string, url: string): string =>
  posix.join(posix.dirname(file), url.split(/[?#]/)[0] ?? '');
