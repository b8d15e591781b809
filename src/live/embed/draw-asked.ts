import { WIDE_FROM } from '../../charts/widths.ts';
import { embedMarkup, FIGURE_ID, headWords } from '../../components/embed/embed-markup.ts';
import { makeSortable } from '../../components/sort-table.ts';
import { embedSearch } from '../../embed/address.ts';
import type { AtlasFile } from '../../model/atlas.ts';
import type { Group } from '../../model/group.ts';
import type { IndicatorLabel } from '../../model/indicator.ts';
import { draw, type DrawnFigure } from '../../views/figure.ts';
import type { State } from '../../views/params.ts';
import { openAtlas, type Atlas } from '../../views/view.ts';
import { Answers } from '../answers.ts';
import { lazyEngine } from '../engine.ts';
import { fetchJson, FileError } from '../fetch-json.ts';
import { progressWords } from '../progress-words.ts';
import { stateAsked } from './asked.ts';
import { loaded } from './loaded.ts';
import { loadView } from './views.ts';

/**
 * Draws the state that a query asks for into an embed's page, from slices where they hold it, else from the database. The standard state
 * stands there already. The page's attributes say where its release is, so that a frozen page asks its own.
 * @param main the page's own, as src/layouts/Embed.astro writes it
 * @param search query of an address, which may hold anything
 * @param progress told in words what the page waits for
 * @returns what had to be left out of what was asked, in words for readers
 */
export async function drawAsked(
  main: HTMLElement,
  search: string,
  progress: (words: string) => void,
): Promise<readonly string[]> {
  const { embed = '', manifestUrl = '', siteUrl = '', release = '', frozen } = main.dataset;
  const folder = manifestUrl.slice(0, manifestUrl.lastIndexOf('/') + 1);
  const [view, atlas] = await Promise.all([code(loadView(embed)), fetchAtlas(folder)]);
  const { state, problems } = stateAsked(search, view, atlas);
  const written = embedSearch(view, state, atlas);
  if (written) {
    const engine = lazyEngine(manifestUrl, (now) => progress(progressWords(now)));
    const [rows, turned] = await Promise.all([
      new Answers(atlas, folder, engine).rows(view, state as State, new AbortController().signal),
      turnedAtlas(state.map ?? null, atlas),
      loaded(),
    ]);
    const setting = { sources: atlas.sources, release, frozen: frozen === 'true' };
    keepDrawn(main, (widths) => {
      const drawn = draw(view, state as State, rows, turned, FIGURE_ID, widths);
      write(main, drawn, embedMarkup(drawn, setting, { root: siteUrl }));
    });
  }
  main.dataset['state'] = written;
  return problems;
}

async function fetchAtlas(folder: string): Promise<Atlas> {
  const [file, indicators, groups] = await Promise.all(
    ['atlas.json', 'indicators.json', 'groups.json'].map((name) => fetchJson(folder + name)),
  );
  return openAtlas(file as AtlasFile, folder, {
    indicators: indicators as IndicatorLabel[],
    groups: groups as Group[],
  });
}

/** A map that is turned has a base map of its own, made in the page. */
async function turnedAtlas(map: string | null, atlas: Atlas): Promise<Atlas> {
  if (map === null) return atlas;
  const { basemapAt } = await code(import('./turned-map.ts'));
  return { ...atlas, basemap: { ...atlas.basemap, ...(await basemapAt(map, atlas.basemap)) } };
}

/** Draws for the width that the page has, and again where another drawing of the two fits. */
function keepDrawn(main: HTMLElement, drawFor: (widths: 'narrow' | 'wide') => void): void {
  let shown: string | null = null;
  const follow = (): void => {
    const fit = main.clientWidth >= WIDE_FROM ? 'wide' : 'narrow';
    if (fit !== shown) drawFor((shown = fit));
  };
  follow();
  new ResizeObserver(follow).observe(main);
}

function write(main: HTMLElement, drawn: DrawnFigure, markup: string): void {
  const fresh = document.createElement('template');
  fresh.innerHTML = markup;
  const table = fresh.content.querySelector('details');
  if (table) table.open = main.querySelector('details')?.open ?? false;
  makeSortable(fresh.content);
  for (const part of ['figure', 'footer']) {
    const [old, after] = [main.querySelector(part), fresh.content.querySelector(part)];
    if (old && after) old.replaceWith(after);
  }
  const { title, description } = headWords(drawn);
  document.title = title;
  document.querySelector('meta[name="description"]')?.setAttribute('content', description);
}

/** Code that did not come is, for a reader, the same as data that did not. */
const code = <T>(load: Promise<T>): Promise<T> =>
  load.catch((cause: unknown) => {
    throw new FileError('The figure could not be fetched: no connection, or it was blocked.', { cause });
  });
