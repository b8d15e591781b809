import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PICTURES, type EmbedIndex } from '../../../src/embed/address.ts';
import { UserError } from '../errors.ts';
import { INSIGHTS } from '../embeds/read-figure.ts';
import { assetsOf } from './assets.ts';
import { frozenPage, frozenPicture } from './frozen-page.ts';
import type { Tree } from './tree.ts';

/** Files of the release that embeds and citations need. Its CSV files and its descriptions for catalogues can be made again from these. */
const OF_RELEASE = [
  /^(?:atlas|indicators|groups|datapackage)\.json$/,
  /^SHA256SUMS$/,
  /^basemap\.\w+\.(?:svg|topo\.json)$/,
  /^[\w-]+\.\w+\.parquet$/,
  /^slices\/.+\.json$/,
  /^citations\/.+\.(?:txt|bib|ris|json)$/,
];

/**
 * What a built site gives to a frozen release: its embeds, rewritten to stand alone, and the files that they need. PNG pictures are
 * left out: no two share a byte, so they would weigh many times what all the rest does packed, and the SVG beside them shows the same.
 * @param dist the built site
 * @param site its address, where the build knew it
 * @throws {UserError} where the build is not whole
 */
export async function heldTree(
  dist: string,
  { version, site = null }: { readonly version: string; readonly site?: string | null },
): Promise<Tree> {
  const read = (path: string): Promise<Buffer> =>
    readFile(join(dist, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new UserError(`The built site lacks ${path} (${dist}). Build it: npm run build.`);
    });
  const index = JSON.parse((await read('embed/states.json')).toString()) as EmbedIndex;
  if (index.release !== version)
    throw new UserError(
      `The built embeds are of release ${index.release}, not of ${version}. Make them: npm run data:publish && npm run build.`,
    );

  const tree = new Map<string, Buffer>([['states.json', await read('embed/states.json')]]);
  for (const path of await releaseFiles(dist)) tree.set(path, await read(path));
  const pages: string[] = [];
  for (const [view, slugs] of Object.entries(index.views))
    // Figures of pieces are of no view, so there is no page that draws others like them.
    for (const path of [
      ...(view === INSIGHTS ? [] : ['']),
      ...Object.keys(slugs).map((slug) => `${slug}/`),
    ].map((rest) => `${view}/${rest}`)) {
      pages.push(path);
      tree.set(`${path}index.html`, await read(`embed/${path}index.html`));
      const picture = `${path}${PICTURES.svg}`;
      if (existsSync(join(dist, 'embed', picture)))
        tree.set(
          picture,
          Buffer.from(frozenPicture((await read(`embed/${picture}`)).toString(), path, version)),
        );
    }
  for (const [name, bytes] of await assetsOf(
    join(dist, '_astro'),
    pages.map((path) => textOf(tree, `${path}index.html`)),
  ))
    tree.set(`_astro/${name}`, bytes);
  for (const path of pages) {
    const file = `${path}index.html`;
    tree.set(file, Buffer.from(frozenPage(textOf(tree, file), path, { version, tree, site })));
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const textOf = (tree: Tree, path: string): string => tree.get(path)?.toString() ?? '';

/** Paths from the root of the site. */
async function releaseFiles(dist: string): Promise<string[]> {
  const entries = await readdir(join(dist, 'release'), { recursive: true });
  return entries
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => OF_RELEASE.some((kind) => kind.test(name)))
    .map((name) => `release/${name}`);
}
