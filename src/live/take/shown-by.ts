import type { BrowserEngine } from '../../engine/browser.ts';
import type { AtlasFile } from '../../model/atlas.ts';
import type { Group } from '../../model/group.ts';
import type { IndicatorLabel } from '../../model/indicator.ts';
import { settleView } from '../../views/figure.ts';
import type { Asked, State } from '../../views/params.ts';
import { openAtlas, type Atlas, type View } from '../../views/view.ts';
import { loadView } from '../embed/views.ts';
import { lazyEngine } from '../engine.ts';
import { fetchJson } from '../fetch-json.ts';

/** What the figures of a page share. */
export interface Site {
  readonly atlas: Atlas;
  /** Version of the release. */
  readonly release: string;
  /** Address of the release's folder, with a slash. */
  readonly folder: string;
  /** Brings the database. */
  readonly engine: () => Promise<BrowserEngine>;
}

let opened: Promise<Site> | null = null;

/** The atlas, fetched once for all figures of a page; what failed is asked for again. */
export function siteOf(root: string): Promise<Site> {
  opened ??= open(`${root}release/`);
  opened.catch(() => (opened = null));
  return opened;
}

async function open(folder: string): Promise<Site> {
  const [file, indicators, groups] = (await Promise.all(
    ['atlas.json', 'indicators.json', 'groups.json'].map((name) => fetchJson(folder + name)),
  )) as [AtlasFile, IndicatorLabel[], Group[]];
  return {
    atlas: openAtlas(file, folder, { indicators, groups }),
    release: file.version,
    folder,
    engine: lazyEngine(`${folder}datapackage.json`, () => undefined),
  };
}

/** Address of the root of the site as seen from the page of a figure, with a slash. */
export const rootOf = ({ dataset }: HTMLElement): string => dataset['rootUrl'] ?? './';

/** A state of a view, as a figure of a page shows it. */
export interface Shown {
  readonly view: View;
  readonly state: State;
}

/** What a figure says of what it shows, which changes where a reader may choose; the same words, the same state. */
export const sayingOf = ({ dataset }: HTMLElement): string => dataset['state'] ?? dataset['search'] ?? '';

/** The state of a figure; null of one that is of no view of the atlas. */
export async function shownBy(figure: HTMLElement, atlas: Atlas): Promise<Shown | null> {
  const { view: id, search = '', state } = figure.dataset;
  if (id === undefined) return null;
  const view = await loadView(id);
  // A figure that a reader has moved says its state as src/live/live-figure.ts writes it.
  const asked = (
    state === undefined ? Object.fromEntries(new URLSearchParams(search)) : JSON.parse(state)
  ) as Asked;
  return { view, state: settleView(view, asked, atlas).state as State };
}
