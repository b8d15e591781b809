import { describe, expect, test } from 'vitest';
import { figureMarkup } from '../../../src/components/figure-markup.ts';
import type { Markup } from '../../../src/charts/svg.ts';
import type { DrawnFigure } from '../../../src/views/figure.ts';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { INSIGHTS, readFigure } from './read-figure.ts';

const [one, other] = [...ATLAS.sources.keys()] as [string, string];
const drawing = (width: string): Markup =>
  `<svg viewBox="0 0 10 10" class="chart"><title>T &amp; U</title><desc>What is drawn: a &lt; b.</desc><g class="${width}"><path d="M0 0"/></g></svg>` as Markup;
const DRAWN: DrawnFigure = {
  view: INSIGHTS,
  state: { layer: 'papers' },
  words: {
    title: 'Ties of Côte d’Ivoire & others',
    takeaway: 'A “finding” of 5 < 6.',
    alt: 'What is drawn: a < b.',
    coverage: 'No data from China.',
    notes: ['Whole counting, and a gravity model.', 'A second note.'],
    sources: [one, other],
    table: {
      caption: 'The table',
      columns: [
        { key: 'c0', label: 'Place', numeric: false },
        { key: 'c1', label: 'Value', numeric: true },
      ],
      rows: [
        { c0: 'China', c1: '1,234' },
        { c0: 'India', c1: null },
      ],
    },
    method: 'observed_over_expected',
  },
  wide: drawing('wide'),
  narrow: drawing('narrow'),
};

const pageOf = (drawn: DrawnFigure, id = 'figure-a'): string =>
  `<main><figure class="figure" id="figure-z"><h3 class="figure-title">Another</h3></figure>` +
  `<figure class="figure layer-papers" id="${id}"><div data-figure-body>${figureMarkup(drawn, { id, level: 3, sources: ATLAS.sources, root: '/' })}</div><div class="figure-actions"><a href="/x">SQL</a></div></figure></main>`;

describe('a figure of a built page', () => {
  test('is read as it was drawn', () => {
    expect(readFigure(pageOf(DRAWN), 'figure-a', ATLAS.sources)).toEqual(DRAWN);
  });

  test('without takeaway, coverage, notes and method is read as without them', () => {
    const { title, alt, table } = DRAWN.words;
    const bare = {
      ...DRAWN,
      words: { title, alt, table, takeaway: null, coverage: null, notes: [], sources: [one] },
    };
    expect(readFigure(pageOf(bare), 'figure-a', ATLAS.sources)).toEqual(bare);
  });

  test('that is not there is refused, and so is a source that the release has not', () => {
    expect(() => readFigure(pageOf(DRAWN), 'figure-b', ATLAS.sources)).toThrow('figure-b');
    expect(() => readFigure(pageOf(DRAWN), 'figure-a', new Map())).toThrow('no source');
  });
});
