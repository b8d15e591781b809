import type { Page } from 'playwright-core';
import type { Watched } from './repaint-watch.ts';

/** Controls that both pages have, under the same names. */
export type Control = 'year' | 'country' | 'layer' | 'top' | 'direction' | 'among';

/** A page that is measured. */
export interface Subject {
  readonly name: string;
  /** Its address below the root that serves it. */
  readonly path: string;
  readonly watched: Watched;
  /** There once the page takes filters; null for a page that takes none. */
  readonly ready: string | null;
}

/** A page that is filtered. */
export interface Filtered extends Subject {
  readonly ready: string;
  /** Controls that are sets of buttons, not menus: chosen in them with keys to the side. */
  readonly buttons: readonly Control[];
  /** Opens what hides controls. */
  prepare(page: Page): Promise<void>;
  /** The largest value that is shown, in the page; null where there is none. */
  largest(): number | null;
}

/** Does nothing on either page. */
export const FLOOR_KEY = 'F9';

const MAP: Watched = {
  picture: ['#map figcaption', '#map .arc'],
  ground: '#map use.land',
  floorKey: FLOOR_KEY,
};

export const EXPLORER: Filtered = {
  name: 'explorer',
  path: 'explore/',
  watched: MAP,
  ready: '[data-explorer][data-ready]',
  buttons: ['layer', 'direction'],
  prepare: async (page) => {
    const more = page.locator('[data-controls] details:not([open]) > summary');
    if (await more.count()) await more.click();
  },
  largest: () => {
    const values = [...document.querySelectorAll<SVGElement>('#map .arc[data-v], #map .arcs [data-v]')].map(
      (mark) => Number(mark.dataset['v']),
    );
    return values.length ? Math.max(...values) : null;
  },
};

export const MOSAIC: Filtered = {
  name: 'Mosaic',
  path: '',
  // The first picture is the ranking: there is no map.
  watched: { picture: ['#ranking rect'], ground: null, floorKey: FLOOR_KEY },
  ready: 'body[data-ready]',
  buttons: [],
  prepare: async () => undefined,
  largest: () => {
    const cell = document.querySelector('#table tbody tr td:last-child');
    return cell ? Number(cell.textContent.replaceAll(',', '')) : null;
  },
};

export const STATIC_PAGE: Subject = {
  name: 'country page',
  path: 'countries/fra/',
  watched: MAP,
  ready: null,
};

/**
 * A window that shows the controls and the whole map, or all of Mosaic's charts: what is drawn is also
 * painted.
 */
export const WINDOW = { width: 1440, height: 1400 } as const;
