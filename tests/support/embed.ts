import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from '../../scripts/lib/serve-folder.ts';
import { pages, type PageOptions } from './pages.ts';
import type { Visit } from './visit.ts';

interface EmbedOptions extends PageOptions {
  /** Of the window, in CSS pixels; 700 if left out. */
  readonly width?: number;
}

interface Embeds {
  readonly server: () => TestServer;
  /** Opens a page below `embed/`. Closed after the test, which then fails on errors, and on requests to other hosts. */
  openEmbed(path: string, options?: EmbedOptions): Promise<Visit>;
  /** The same, and waits until what the address asks for stands. */
  openState(path: string, options?: EmbedOptions): Promise<Visit>;
}

/** A browser and a server for the tests of a file. */
export function embeds(): Embeds {
  const { server, open } = pages(({ network }) =>
    expect([...network.foreign, ...network.errors, ...network.violations]).toEqual([]),
  );
  const openEmbed: Embeds['openEmbed'] = (path, { width = 700, ...options } = {}) =>
    open(`embed/${path}`, { viewport: { width, height: 900 }, ...options });
  return {
    server,
    openEmbed,
    openState: async (path, options) => {
      const one = await openEmbed(path, options);
      await stands(one.page);
      return one;
    },
  };
}

/** Waits until the state that the address of an embed asks for stands, or the reason why it does not. */
export const stands = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.documentElement.dataset['asked'] !== 'waiting');

/** What stands above the figure of an embed, line by line. */
export const lines = (page: Page): Promise<string[]> =>
  page.locator('.figure-status:visible').allInnerTexts();

/** What an embed shows of its state. */
export const shown = (page: Page) =>
  page.evaluate(() => {
    const inner = (selector: string) => document.querySelector(selector)?.innerHTML ?? '';
    return {
      title: document.title,
      headline: inner('h1'),
      takeaway: inner('.takeaway'),
      picture: inner('.picture'),
      notes: inner('.figure-foot'),
      rows: [...document.querySelectorAll('.data-table tbody')].map((body) => body.innerHTML).join(),
      foot: inner('.embed-foot'),
      layer: document.querySelector('figure')?.className ?? '',
    };
  });

export interface Weighed {
  /** Path below the site's root, without query. */
  readonly path: string;
  /** Bytes as a host with brotli sends them. */
  readonly bytes: number;
}

/** Weighs what a page fetches from now on. The function gives all that has come. */
export function weigh(page: Page, root: string): () => Promise<readonly Weighed[]> {
  const coming: Promise<Weighed>[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).href.slice(root.length).replace(/\?.*$/, '');
    const body = response.body().catch(() => Buffer.alloc(0));
    coming.push(
      body.then((bytes) => ({
        path,
        bytes: path.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length,
      })),
    );
  });
  return () => Promise.all(coming);
}

export const total = (files: readonly Weighed[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);
