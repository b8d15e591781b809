import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { oneOf, random, randomState } from '../../tests/support/random.ts';
import * as rows from '../../tests/support/rows-fixture.ts';
import type { Query } from '../engine/engine.ts';
import { draw, settleView } from './figure.ts';
import { ALL_VIEWS } from './index.ts';
import { FIELDS, type Asked, type State } from './params.ts';
import type { Rows, View } from './view.ts';

const ROWS: Readonly<Record<string, readonly [asked: Asked, rows: Rows]>> = {
  'flow-map': [{ layer: 'students', year: 2018 }, rows.FLOW_MAP],
  ranking: [{ layer: 'papers', country: 'DEU', year: 2022 }, rows.RANKING],
  trend: [{ layer: 'scholars', country: 'DEU', direction: 'in' }, rows.TREND],
  balance: [{ layer: 'students', country: 'DEU' }, rows.BALANCE],
  choropleth: [{ measure: 'balance', year: 2022 }, rows.CHOROPLETH],
  matrix: [{ layer: 'students', year: 2018 }, rows.FLOW_MAP],
  chord: [{ layer: 'students', year: 2018 }, rows.FLOW_MAP],
  ego: [{ layer: 'students', country: 'USA', year: 2018 }, rows.EGO],
  scatter: [{ x: 'international_rate', y: 'effective_partners' }, rows.SCATTER],
  pair: [{ country: 'CHN', partner: 'USA' }, rows.PAIR],
  'pair-indicator': [{ indicator: 'affinity', country: 'DEU', partner: 'FRA' }, rows.PAIR_INDICATOR],
  'country-indicator': [
    { indicator: 'effective_partners', layer: 'papers', country: 'DEU', partner: 'CHN' },
    rows.COUNTRY_INDICATOR,
  ],
  gravity: [{}, rows.GRAVITY],
  'index-comparison': [{}, rows.INDEX_COMPARISON],
  'layer-links': [{}, rows.LAYER_LINKS],
  'layer-gaps': [{ layer: 'papers' }, rows.LAYER_GAPS],
  agreement: [{}, rows.AGREEMENT],
  reporting: [{}, rows.REPORTING],
  'table-coverage': [{ table: 'flows' }, rows.TABLE_COVERAGE],
};

/** Every state that is listed, and a hundred more. */
function statesOf(view: View): State[] {
  const next = random(view.id.length);
  const listed = view.listed(ATLAS).map((asked) => settleView(view, asked, ATLAS).state);
  const more = Array.from({ length: 100 }, () => {
    // Source and year of a flow seldom fit a measure; settling finds those that do.
    const asked = view.fields.includes('measure')
      ? { measure: oneOf(ATLAS.totals, next).measure }
      : { indicator: oneOf([...ATLAS.indicators.keys()], next), ...randomState(ATLAS, next) };
    return settleView(view, asked, ATLAS).state;
  });
  return [...listed, ...more];
}

const queriesOf = (view: View): [name: string, query: Query][] =>
  statesOf(view).flatMap((state) =>
    Object.entries(view.queries(state, ATLAS)).flatMap(([name, query]): [string, Query][] =>
      query ? [[name, query]] : [],
    ),
  );

test('every folder is a view under its own name, and the other way round', async () => {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true });
  // What views of ties share is no view.
  const folders = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'ties')
    .map(({ name }) => name);
  expect(ALL_VIEWS.map(({ id }) => id).sort()).toEqual(folders.sort());
  for (const view of ALL_VIEWS) {
    const module = (await import(join(import.meta.dirname, view.id, 'index.ts'))) as Record<string, unknown>;
    expect(Object.values(module)).toContain(view);
  }
});

describe.each(ALL_VIEWS)('$id', (view) => {
  test('takes parameters of the vocabulary, says what it is, and is drawn at two widths', () => {
    expect(Object.keys(FIELDS)).toEqual(expect.arrayContaining([...view.fields]));
    expect(view.fields).toHaveLength(new Set(view.fields).size);
    expect(view.title).toMatch(/^[A-Z].*[^.]$/);
    expect(view.description).toMatch(/^[A-Z].*\.$/);
    expect(view.widths[0]).toBeLessThan(view.widths[1]);
  });

  test('lists states that make sense as they are, several unless it has but one, each once', () => {
    const listed = view
      .listed(ATLAS)
      .filter(
        ({ country, partner, among, against }) =>
          [country, partner].every((iso3) => iso3 == null || ATLAS.withData.has(String(iso3))) &&
          (among == null || ATLAS.groups.has(String(among))) &&
          !(/^[A-Z]{3}$/.test(String(against)) && !ATLAS.withData.has(String(against))),
      );
    expect(listed.length).toBeGreaterThan(view.fields.length ? 1 : 0);
    const settled = listed.map((asked) => settleView(view, asked, ATLAS));
    for (const [i, { problems }] of settled.entries())
      expect({ ...listed[i], problems }).toEqual({ ...listed[i], problems: [] });
    const keys = settled.map(({ state }) => JSON.stringify(state));
    expect(keys).toHaveLength(new Set(keys).size);
  });

  test('names its source in every query that reads observations', () => {
    for (const [name, { sql, params }] of queriesOf(view)) {
      if (!/\b(flows|ties|totals|pair_indicators|country_indicators|coverage|unreported_hosts)\b/.test(sql))
        continue;
      // Where each source is drawn by itself, each row names its own.
      if (/SELECT [^()]*\bsource,[^()]*\b(pair|country)_indicators\b[^]*ORDER BY [^()]*\bsource\b/.test(sql))
        continue;
      const named = [...sql.matchAll(/\$(source\d*)\b/g)].map(([, key = '']) => params[key]);
      expect(named, `${name}: ${sql}`).not.toEqual([]);
      for (const source of named) expect([...ATLAS.sources.keys()]).toContain(source);
      expect(sql, name).toMatch(/\bsource (=|IN \()\s?\$source/);
    }
  });

  test('gives every parameter that its SQL names, and no other', () => {
    for (const [name, { sql, params }] of queriesOf(view)) {
      const named = [...sql.matchAll(/\$([a-z]\w*)/g)].map(([, key]) => key);
      expect([...new Set(named)].sort(), name).toEqual(Object.keys(params).sort());
    }
  });

  test('needs exactly what its SQL reads', () => {
    for (const [name, { sql, needs }] of queriesOf(view)) {
      const read = [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)].map(([, table]) => table);
      expect([...needs].sort(), name).toEqual([...new Set(read)].sort());
    }
  });

  test('orders its rows, so that both engines give them in one order', () => {
    for (const [name, { sql }] of queriesOf(view))
      if (!/^\s*SELECT count\(\*\)/.test(sql)) expect(sql, name).toMatch(/ORDER BY/);
  });

  test('writes nothing a reader typed into its SQL', () => {
    const texts = new Set(queriesOf(view).map(([name, { sql }]) => `${name} ${sql}`));
    // Texts differ by kind of state, never by country, year, source or number.
    expect(texts.size).toBeLessThan(40);
    for (const sql of texts) expect(sql).not.toMatch(/CHN|USA|DEU|20[012]\d|openalex|uis-/);
  });

  test('says whether a state is in slices, and asks only for files of the release', () => {
    for (const state of statesOf(view))
      for (const path of view.slices.paths(state, ATLAS) ?? [])
        expect(path).toMatch(/^slices\/[\w/-]+\.json$/);
  });

  test('draws and words every state without rows', () => {
    for (const state of statesOf(view)) {
      const none = Object.fromEntries(Object.keys(view.queries(state, ATLAS)).map((name) => [name, []]));
      const drawn = draw(view, state, none, ATLAS, 'none');
      expect(drawn.words.takeaway).toBeNull();
      expect(drawn.words.table.rows).toEqual([]);
      for (const text of [drawn.words.title, drawn.words.alt, drawn.narrow, drawn.wide])
        expect(text).not.toMatch(/undefined|NaN|null|Infinity/);
    }
  });

  test('draws fixed rows as it did', async () => {
    const [asked, fixed] = ROWS[view.id] ?? [{}, {}];
    const { state, problems } = settleView(view, asked, ATLAS);
    expect(problems).toEqual([]);
    const drawn = draw(view, state, fixed, ATLAS, `view-${view.id}`);
    for (const [kind, markup] of [
      ['narrow', drawn.narrow],
      ['wide', drawn.wide],
    ] as const) {
      expect(markup).not.toMatch(/<style|\sstyle=|\son\w+=|NaN|undefined|Infinity/);
      // A line an element: a change shows as the elements that changed.
      await expect(`${markup?.replaceAll('><', '>\n<') ?? ''}\n`).toMatchFileSnapshot(
        `../../tests/golden/view-${view.id}-${kind}.svg`,
      );
    }
  });

  test('says what it said of fixed rows', async () => {
    const [asked, fixed] = ROWS[view.id] ?? [{}, {}];
    const { state } = settleView(view, asked, ATLAS);
    await expect(`${JSON.stringify(view.words(fixed, state, ATLAS), null, 2)}\n`).toMatchFileSnapshot(
      `../../tests/golden/view-${view.id}-words.json`,
    );
  });
});
