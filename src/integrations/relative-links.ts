import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { prefixOf, reroot, rerootCss } from './relativise.ts';

/** Rewrites the pages and stylesheets of a finished build so that the folder works under any base path. */
export default function relativeLinks({ site }: { site?: string | undefined } = {}): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const count = await rewriteFolder(fileURLToPath(dir), site);
        logger.info(`${count} files now link relatively`);
      },
    },
  };
}

/** Returns how many files changed. */
export async function rewriteFolder(folder: string, site?: string): Promise<number> {
  let changed = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const kind = /\.(html|css)$/.exec(name)?.[1];
    if (!kind) continue;
    const file = join(folder, name);
    const path = '/' + relative(folder, file).split(sep).join('/');
    const before = await readFile(file, 'utf8');
    const prefix = path === '/404.html' ? rootOf(site) : prefixOf(path);
    const after = kind === 'html' ? reroot(before, prefix) : rerootCss(before, prefix);
    if (after === before) continue;
    await writeFile(file, after);
    changed++;
  }
  return changed;
}

/** A host serves 404.html at any depth, so its links must start at the root of the site, as far as we know it. */
const rootOf = (site: string | undefined): string =>
  site ? new URL(site).pathname.replace(/\/*$/, '/') : '/';
