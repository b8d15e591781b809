import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRelease } from '../src/build/atlas.ts';
import { embedHead, embedMarkup, FIGURE_ID } from '../src/components/embed/embed-markup.ts';
import { embedSearch, listedPath, type EmbedIndex } from '../src/embed/address.ts';
import { listedStates } from '../src/embed/listed.ts';
import { draw, rowsOf, settleView } from '../src/views/figure.ts';
import { ALL_VIEWS } from '../src/views/index.ts';
import { templateOf } from './lib/embeds/template.ts';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { replaceWhole } from './lib/whole.ts';

/** Draws the embeds of listed states into the built site: a folder each, with its page. A state without rows has none. */
await run(async () => {
  const { engine, atlas, manifest } = await openRelease();
  const views: Record<string, Record<string, string>> = {};
  let [pages, empty] = [0, 0];
  for (const view of ALL_VIEWS) {
    const path = `/embed/${view.id}/`;
    const page = templateOf(await readFile(join(PATHS.dist, path, 'index.html'), 'utf8'), path);
    const slugs: Record<string, string> = (views[view.id] = {});
    for (const { slug, asked } of listedStates(view, atlas)) {
      const { state } = settleView(view, asked, atlas);
      const rows = await rowsOf(view, state, atlas, engine);
      const drawn = draw(view, state, rows, atlas, FIGURE_ID);
      if (!drawn.words.table.rows.length) {
        empty++;
        continue;
      }
      const setting = { sources: atlas.sources, release: manifest.version, frozen: false };
      const at = `/${listedPath(view.id, slug)}`;
      await mkdir(join(PATHS.dist, at), { recursive: true });
      await writeFile(
        join(PATHS.dist, at, 'index.html'),
        page({ head: embedHead(drawn), figure: embedMarkup(drawn, setting) }, at),
      );
      slugs[slug] = embedSearch(view, state, atlas);
      pages++;
    }
  }
  const index: EmbedIndex = { release: manifest.version, views };
  await replaceWhole(join(PATHS.dist, 'embed/states.json'), (name) => writeFile(name, JSON.stringify(index)));
  step(`embeds  ${pages} pages; ${empty} listed states have no rows`);
});
