import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { FIGURE_ID } from '../../../src/components/embed/embed-markup.ts';
import { prefixOf } from '../../../src/integrations/relativise.ts';
import { ALL_VIEWS } from '../../../src/views/index.ts';
import { PATHS } from '../paths.ts';
import type { Job } from './jobs.ts';
import { openDrawn } from './open-drawn.ts';
import { lettersIn } from './picture/letters.ts';
import { pictureMaker } from './picture/picture.ts';
import { rasteriser } from './picture/raster.ts';
import { INSIGHTS, readFigure } from './read-figure.ts';
import { templateOf } from './template.ts';
import { writeEmbed, type EmbedWriter } from './write-embed.ts';
import type { Made, ThreadData } from './threads.ts';

/** A thread that draws embeds: does each job that it is sent, and answers with what it made. */

const { folder, letters, site } = workerData as ThreadData;
const release = await openDrawn();
const { atlas } = release;
const writer: Omit<EmbedWriter, 'page'> = {
  setting: { sources: atlas.sources, release: release.version, frozen: false },
  picture: await pictureMaker(release.basemap),
  raster: rasteriser(await lettersIn(letters)),
  site,
};
const pages = new Map<string, EmbedWriter['page']>();

/** The form of a view's embeds. Figures of pieces have that of any view, without its name. */
async function pageOf(view: string): Promise<EmbedWriter['page']> {
  const known = pages.get(view);
  if (known) return known;
  const like = view === INSIGHTS ? (ALL_VIEWS[0]?.id ?? '') : view;
  const path = `/embed/${like}/`;
  const html = await readFile(join(PATHS.dist, path, 'index.html'), 'utf8');
  const page = templateOf(html.replace(`data-embed="${like}"`, `data-embed="${view}"`), path);
  pages.set(view, page);
  return page;
}

async function work({ states, own }: Job): Promise<Made> {
  const made: { view: string; slug: string; search: string }[] = [];
  let empty = 0;
  for (const { view: id, slug, state, search } of states) {
    const view = ALL_VIEWS.find((one) => one.id === id);
    if (!view) throw new Error(`There is no view ${id}.`);
    const drawn = await release.draw(view, state, FIGURE_ID);
    if (!drawn.words.table.rows.length) {
      empty += 1;
      continue;
    }
    await writeEmbed({ ...writer, page: await pageOf(id) }, drawn, slug, folder);
    made.push({ view: id, slug, search });
  }
  for (const { slug, page, id } of own) {
    const html = await readFile(join(PATHS.dist, page, 'index.html'), 'utf8');
    const drawn = readFigure(html.replaceAll(`="${prefixOf(`/${page}`)}`, '="/'), id, atlas.sources);
    await writeEmbed({ ...writer, page: await pageOf(INSIGHTS) }, drawn, slug, folder, `/${page}#${id}`);
    made.push({ view: INSIGHTS, slug, search: slug });
  }
  return { made, empty };
}

parentPort?.on('message', (job: Job | null) => {
  if (job === null) void release.close().then(() => parentPort?.close());
  else void work(job).then((made) => parentPort?.postMessage(made), fail);
});

/** Ends the thread with the error itself, which the main one is told. */
function fail(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
