import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { openNative } from '../src/engine/native.ts';
import { draw, rowsOf, settleView } from '../src/views/figure.ts';
import { ALL_VIEWS } from '../src/views/index.ts';
import type { State } from '../src/views/params.ts';
import { openAtlas, type Rows, type View } from '../src/views/view.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { openEnginePage, type EnginePage } from './support/engine-page.ts';
import { between, oneOf, random, randomState } from './support/random.ts';
import { readAtlas, readMore, RELEASE } from './support/site.ts';
import { svgFaults, type Drawing } from './support/svg-faults.ts';

/** How many states beside the listed ones: of those in slices, and of those that go through the browser's engine. */
const MORE = { slices: 120, engine: 10 };

const atlas = openAtlas(await readAtlas(), '/release/', await readMore());
let browser: Browser;
let page: EnginePage;
let native: Engine;

beforeAll(async () => {
  [browser, native] = await Promise.all([launchBrowser(), openNative(RELEASE)]);
  page = await openEnginePage(browser, RELEASE);
});
afterAll(async () => {
  await page?.close();
  await browser?.close();
  await native?.close();
});

const inBrowser: Engine = {
  query: (sql, params, options) =>
    page.query(sql, params, options?.needs ? { needs: options.needs } : {}) as never,
  close: async () => undefined,
};

const slices = new Map<string, Promise<unknown>>();
const slice = (path: string): Promise<unknown> => {
  const read =
    slices.get(path) ?? readFile(join(RELEASE, path), 'utf8').then((text) => JSON.parse(text) as unknown);
  slices.set(path, read);
  return read;
};
/** The rows that slices hold, which may be some of a state's. */
async function rowsOfSlices(view: View, state: State): Promise<Partial<Rows> | null> {
  const paths = view.slices.paths(state, atlas);
  return paths && view.slices.rows(await Promise.all(paths.map(slice)), state, atlas);
}

const some = (rows: Rows, of: object): Rows =>
  Object.fromEntries(Object.entries(rows).filter(([name]) => name in of));

function drawings(view: View, state: State, rows: Rows): Drawing[] {
  const { narrow, wide, words } = draw(view, state, rows, atlas, 'a-figure');
  for (const said of [words.title, words.takeaway, words.alt, words.coverage, ...words.notes])
    expect(said ?? '').not.toMatch(/undefined|NaN|Infinity|\bnull\b/);
  for (const source of words.sources) expect(atlas.sources.has(source)).toBe(true);
  return [
    { name: 'narrow', markup: narrow ?? '', prefix: 'a-figure-n' },
    { name: 'wide', markup: wide ?? '', prefix: 'a-figure-w' },
  ];
}

function randomStates(view: View, count: number, seed: number): State[] {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const { measure, source, first_year, last_year } = oneOf(atlas.totals, next);
    const asked = view.fields.includes('measure')
      ? { measure, source, year: between(first_year, last_year, next) }
      : randomState(atlas, next);
    return settleView(view, asked, atlas).state;
  });
}

describe.each(ALL_VIEWS)('$id', (view) => {
  const listed = view.listed(atlas).map((asked) => settleView(view, asked, atlas));

  test('lists states that fit the release', () => {
    expect(listed.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test.each(listed.map(({ state }) => ({ name: JSON.stringify(state), state })))(
    'gives the same rows in every way, and draws them: $name',
    async ({ state }) => {
      const rows = await rowsOf(view, state, atlas, native);
      expect(await rowsOf(view, state, atlas, inBrowser), 'in the browser').toEqual(rows);
      const fromSlices = await rowsOfSlices(view, state);
      if (fromSlices) expect(fromSlices, 'from slices').toEqual(some(rows, fromSlices));
      expect(await page.page.evaluate(svgFaults, drawings(view, state, rows))).toEqual([]);
    },
  );

  test(`gives the same rows from slices and by SQL in ${MORE.slices} further states`, async () => {
    for (const state of randomStates(view, MORE.slices, 11)) {
      const fromSlices = await rowsOfSlices(view, state);
      if (fromSlices)
        expect(fromSlices, JSON.stringify(state)).toEqual(
          some(await rowsOf(view, state, atlas, native), fromSlices),
        );
    }
  });

  test(`gives the same rows in the browser in ${MORE.engine} further states, and draws them`, async () => {
    for (const state of randomStates(view, MORE.engine, 12)) {
      const rows = await rowsOf(view, state, atlas, native);
      expect(await rowsOf(view, state, atlas, inBrowser), JSON.stringify(state)).toEqual(rows);
      expect(await page.page.evaluate(svgFaults, drawings(view, state, rows)), JSON.stringify(state)).toEqual(
        [],
      );
    }
  });
});

test('the drawings kept for comparison are sound too', async () => {
  const folder = join(import.meta.dirname, 'golden');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
  const kept = await Promise.all(
    names.map(async (name): Promise<Drawing> => {
      const markup = await readFile(join(folder, name), 'utf8');
      return { name, markup, prefix: /aria-labelledby="(.+?)-title /.exec(markup)?.[1] ?? '' };
    }),
  );
  expect(kept.length).toBeGreaterThan(10);
  expect(await page.page.evaluate(svgFaults, kept)).toEqual([]);
});

test('all this without a request to another host or a breach of the policy', () => {
  expect(page.network).toEqual({ foreign: [], console: [], errors: [], violations: [] });
});
