import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbedIndex } from '../src/embed/address.ts';
import { jobsOf } from './lib/embeds/jobs.ts';
import { openDrawn } from './lib/embeds/open-drawn.ts';
import { ownFigures } from './lib/embeds/own-figures.ts';
import { lettersIn } from './lib/embeds/picture/letters.ts';
import { inThreads } from './lib/embeds/threads.ts';
import { run } from './lib/errors.ts';
import { siteRoot } from './lib/hosts/site-root.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { replaceFolder, replaceWhole } from './lib/whole.ts';

/**
 * Draws the embeds of listed states, and of figures that pieces declare as their own, into the built site: a folder each, with its page and
 * its pictures. A state without rows has none. The folder of a view is put in place whole, once all are drawn.
 */
await run(async () => {
  const started = performance.now();
  const { atlas, version } = await openDrawn();
  const folder = await mkdtemp(join(PATHS.dist, '.embeds-'));
  try {
    const letters = join(folder, '.letters');
    await lettersIn(letters);
    // A site that is built in part has embeds in part.
    const own = (await ownFigures()).filter(({ page }) => existsSync(join(PATHS.dist, page)));
    const made = await inThreads(jobsOf(atlas, own), {
      folder,
      letters,
      site: siteRoot(),
    });
    await rm(letters, { recursive: true });
    for (const view of await readdir(folder))
      await putInPlace(join(folder, view), join(PATHS.dist, 'embed', view));

    const views: Record<string, Record<string, string>> = {};
    const all = made.flatMap((one) => one.made).sort((a, b) => (a.slug < b.slug ? -1 : 1));
    for (const { view, slug, search } of all) (views[view] ??= {})[slug] = search;
    const index: EmbedIndex = { release: version, views };
    await replaceWhole(join(PATHS.dist, 'embed/states.json'), (name) =>
      writeFile(name, JSON.stringify(index)),
    );
    const empty = made.reduce((sum, one) => sum + one.empty, 0);
    step(
      `embeds  ${all.length} pages with pictures in ${((performance.now() - started) / 1000).toFixed(0)} s; ${empty} listed states have no rows`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Puts the drawn states of a view beside the files that its folder holds already, in place of those drawn before. */
async function putInPlace(drawn: string, folder: string): Promise<void> {
  await replaceFolder(folder, async (temporary) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isFile()) await cp(join(folder, entry.name), join(temporary, entry.name));
    for (const slug of await readdir(drawn)) await rename(join(drawn, slug), join(temporary, slug));
  });
}
