import { describe, expect, test } from 'vitest';
import type { Markup } from '../charts/svg.ts';
import type { SourceLabel } from '../model/atlas.ts';
import type { DrawnFigure } from '../views/figure.ts';
import type { Words } from '../views/view.ts';
import { figureMarkup, footMarkup, tableMarkup, type FigureSetting } from './figure-markup.ts';

const HOSTILE = `"><script>alert('1')</script><img src=x onerror=alert(1)>&amp;`;
const ESCAPED = `&quot;&gt;&lt;script&gt;alert('1')&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;`;

const source = (more: Partial<SourceLabel> = {}): SourceLabel => ({
  id: 'a/b',
  short: 'A',
  tag: 'B',
  title: 'The record of A',
  publisher: 'Publisher',
  licence: 'CC BY 4.0',
  share_alike: false,
  landing_page: 'https://example.org/?x=1&y=2',
  citation: 'Publisher (2024). A record.',
  retrieved: '2024-01-31',
  ...more,
});
const words = (more: Partial<Words> = {}): Words => ({
  title: 'Papers of Germany, 2022',
  takeaway: 'Germany shared 5 papers.',
  alt: 'Bars.',
  coverage: 'No data from France.',
  notes: ['Whole counting.', 'Another rule.'],
  sources: ['a/b'],
  table: {
    caption: 'Papers of Germany, 2022',
    columns: [
      { key: 'name', label: 'Partner' },
      { key: 'value', label: 'Papers', numeric: true },
      { key: 'year', label: 'Year', numeric: true },
    ],
    rows: [
      { name: 'France', value: 12_345, year: 2022 },
      { name: 'Spain', value: null, year: 2021 },
    ],
  },
  ...more,
});
const drawn = (more: Partial<Words> = {}, drawings: Partial<DrawnFigure> = {}): DrawnFigure => ({
  view: 'ranking',
  state: {},
  words: words(more),
  narrow: '<svg class="n"/>' as Markup,
  wide: '<svg class="w"/>' as Markup,
  ...drawings,
});
const setting = (more: Partial<FigureSetting> = {}): FigureSetting => ({
  id: 'fig',
  level: 2,
  sources: new Map([['a/b', source()]]),
  root: '../../',
  ...more,
});

/** Names of the elements that are open at each end; throws where they do not nest. */
function expectNested(markup: string): void {
  const open: string[] = [];
  for (const [tag, close, name = ''] of markup.matchAll(/<(\/?)([a-z0-9]+)(?:[^>"]|"[^"]*")*>/g)) {
    if (tag.endsWith('/>')) continue;
    if (close) expect(open.pop(), markup).toBe(name);
    else open.push(name);
  }
  expect(open).toEqual([]);
}

describe('a figure', () => {
  test('has headline, takeaway, both drawings, coverage, notes, sources and table, in this order', () => {
    const markup = figureMarkup(drawn({ method: 'net_rate' }), setting());
    const parts = [
      '<h2 class="figure-title" id="fig-headline">Papers of Germany, 2022</h2>',
      '<p class="takeaway">Germany shared 5 papers.</p>',
      '<div class="picture-wide"><svg class="w"/></div>',
      '<div class="picture-narrow"><svg class="n"/></div>',
      '<p class="coverage">No data from France.</p>',
      '<p><a class="term" href="../../methods/glossary/#whole-counting">Whole counting</a>.</p><p>Another rule.</p>',
      '<p class="sources">Source: ',
      '<p class="method no-print"><a href="../../methods/net-rate/#formula">How it is reckoned</a></p>',
      '<details class="figure-table"><summary>Data table</summary>',
    ];
    expect(parts.map((part) => markup.indexOf(part))).toEqual(
      parts.map((part) => markup.indexOf(part)).sort((a, b) => a - b),
    );
    for (const part of parts) expect(markup).toContain(part);
    expectNested(markup);
  });

  test('leaves out what it has not', () => {
    const markup = figureMarkup(
      drawn({ takeaway: null, coverage: null, notes: [], sources: [] }, { wide: null }),
      setting({ level: 3 }),
    );
    expect(markup).toContain('<h3 class="figure-title"');
    for (const none of [
      'takeaway',
      'reckoned',
      'coverage',
      'class="sources"',
      'picture-wide',
      'null',
      'undefined',
    ])
      expect(markup).not.toContain(none);
    expect(markup).toContain('picture-narrow');
    expectNested(markup);
  });

  test('links each source to its record, from wherever the page is, and prints its address', () => {
    const two = new Map([
      ['a/b', source()],
      ['c', source({ id: 'c', title: 'The record of C', licence: 'CC BY-SA 3.0 IGO' })],
    ]);
    const markup = figureMarkup(drawn({ sources: ['a/b', 'c'] }), setting({ sources: two }));
    expect(markup).toContain(
      'Sources: <a href="../../sources/#a" data-print="https://example.org/?x=1&amp;y=2">The record of A</a>, Publisher (CC BY 4.0); ' +
        '<a href="../../sources/#c"',
    );
    expect(markup).toContain('(CC BY-SA 3.0 IGO).</p>');
  });

  test('leads to the method of what it shows, from wherever the page is', () => {
    const markup = figureMarkup(drawn({ method: 'effective_partners' }), setting({ root: '../' }));
    expect(markup).toContain('href="../methods/effective-partners/#formula"');
    expect(markup.split('How it is reckoned').length - 1).toBe(1);
  });

  test('links a term of its coverage line, and not again in its notes', () => {
    const markup = figureMarkup(
      drawn({ coverage: 'No links of France.', notes: ['These are links.'] }),
      setting({ root: '../' }),
    );
    expect(markup).toContain(
      '<p class="coverage">No <a class="term" href="../methods/glossary/#link">links</a> of France.</p><p>These are links.</p>',
    );
  });

  test('links a term of its notes once, to the glossary, from wherever the page is', () => {
    const markup = figureMarkup(
      drawn({ title: 'Links', takeaway: 'Two links.', notes: ['These are links.', 'Links & not papers.'] }),
      setting({ root: '../' }),
    );
    expect(markup.split('class="term"').length - 1).toBe(1);
    expect(markup).toContain(
      '<p>These are <a class="term" href="../methods/glossary/#link">links</a>.</p><p>Links &amp; not papers.</p>',
    );
  });

  test('is refused where a source has no label: no number stands without its source', () => {
    expect(() => figureMarkup(drawn({ sources: ['nowhere'] }), setting())).toThrow(
      'names the source nowhere',
    );
  });

  test('writes no name as code, wherever it stands', () => {
    const markup = figureMarkup(
      drawn({
        title: HOSTILE,
        takeaway: HOSTILE,
        coverage: HOSTILE,
        method: HOSTILE,
        notes: [HOSTILE],
        table: { caption: HOSTILE, columns: [{ key: 'x', label: HOSTILE }], rows: [{ x: HOSTILE }] },
      }),
      setting({
        id: HOSTILE,
        root: HOSTILE,
        sources: new Map([
          ['a/b', source({ title: HOSTILE, publisher: HOSTILE, licence: HOSTILE, landing_page: HOSTILE })],
        ]),
      }),
    );
    expect(markup).not.toMatch(/<script|<img/);
    expect(markup.split(ESCAPED).length - 1).toBeGreaterThanOrEqual(13);
    expectNested(markup);
  });
});

describe('a table', () => {
  const markup = tableMarkup(words().table, 'fig-table');

  test('is named by its caption, and so is the part that scrolls and takes the focus', () => {
    expect(markup).toContain('<caption id="fig-table-caption">Papers of Germany, 2022</caption>');
    expect(markup).toMatch(
      /^<div class="table-scroll" tabindex="0" role="group" aria-labelledby="fig-table-caption">/,
    );
  });

  test('has a heading for each column, and its first column heads the rows', () => {
    expect(markup).toContain(
      '<thead><tr><th scope="col">Partner</th><th scope="col" class="numeric">Papers</th><th scope="col" class="numeric">Year</th></tr></thead>',
    );
    expect(markup).toContain(
      '<tr><th scope="row">France</th><td class="numeric">12,345</td><td class="numeric">2022</td></tr>',
    );
    expectNested(markup);
  });

  test('shows what is not there as that, not as zero', () => {
    expect(markup).toContain('<td class="numeric empty">–</td>');
    expect(tableMarkup({ ...words().table, rows: [{ name: 'Spain', value: 0, year: 2021 }] }, 't')).toContain(
      '<td class="numeric">0</td>',
    );
  });

  test('without rows is still a table', () => {
    const empty = tableMarkup({ ...words().table, rows: [] }, 't');
    expect(empty).toContain('</thead><tbody></tbody></table>');
    expectNested(empty);
  });
});

test('the foot stands by itself too: who is missing, what to know, where from and how', () => {
  const foot = footMarkup(words({ method: 'affinity' }), setting());
  expect(figureMarkup(drawn({ method: 'affinity' }), setting())).toContain(foot);
  expect(foot).toMatch(
    /^<p class="coverage">No data from France\.<\/p><p>.*Another rule\.<\/p><p class="sources">Source: /,
  );
  expect(foot).toContain('href="../../methods/affinity/#formula"');
});
