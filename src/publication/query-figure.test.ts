import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../tests/support/atlas-fixture.ts';
import { draw } from '../views/figure.ts';
import { barsOfQuery, dotsOfQuery, figures, linesOfQuery, type LineRow } from './query-figure.ts';

const SPEC = {
  layer: 'papers',
  sql: 'SELECT 1',
  needs: ['flows'],
  sources: ['openalex-copublications'],
} as const;

describe('lines', () => {
  const view = linesOfQuery({
    ...SPEC,
    id: 'share',
    title: (rows) => `Shares until ${Math.max(...rows.map(({ year }) => year))}`,
    takeaway: (rows) => `${rows.length} values.`,
    axis: 'Share (%)',
    measure: { unit: '%', digits: 1 },
    notes: ['A remark.'],
  });
  const line = (
    series: string,
    year: number,
    value: number | null,
    more: Partial<LineRow> = {},
  ): LineRow => ({
    series,
    year,
    value,
    ...more,
  });
  const rows = [line('A', 2000, 10), line('A', 2001, 12.5), line('B', 2000, null), line('B', 2001, 3)];

  test('have a title and a takeaway out of the rows, and say each line', () => {
    const words = view.words({ rows }, {}, ATLAS);
    expect(words.title).toBe('Shares until 2001');
    expect(words.takeaway).toBe('4 values.');
    expect(words.alt).toBe(
      'Lines through time. A: 10.0% in 2000, 12.5% in 2001; B: 3.0% in 2001, 3.0% in 2001.',
    );
    expect(words.notes).toEqual(['A remark.']);
    expect(words.sources).toEqual(SPEC.sources);
  });
  test('have a table with what the rows have: limits and flags only where there are any', () => {
    const keys = (of: readonly LineRow[]) =>
      view.words({ rows: of }, {}, ATLAS).table.columns.map(({ key }) => key);
    expect(keys(rows)).toEqual(['series', 'year', 'value']);
    expect(keys([line('A', 2000, 1, { panel: 'P', low: 0, high: 2, flag: 'p' })])).toEqual([
      'panel',
      'series',
      'year',
      'value',
      'low',
      'high',
      'flag',
    ]);
  });
  test('are drawn at both widths, a panel each part', () => {
    const two = [
      ...rows.map((row) => ({ ...row, panel: 'One' })),
      ...rows.map((row) => ({ ...row, panel: 'Two' })),
    ];
    const { narrow, wide } = draw(view, {}, { rows: two }, ATLAS, 'f');
    for (const svg of [narrow, wide]) {
      expect(svg).toContain('One');
      expect(svg).toContain('Two');
      expect(svg).toContain('12.5%');
    }
  });
  test('without rows say so', () => {
    expect(draw(view, {}, { rows: [] }, ATLAS, 'f').wide).toContain('no rows');
  });
});

test('bars take the names of places, and mark them', () => {
  const view = barsOfQuery({
    ...SPEC,
    id: 'bars',
    title: () => 'Bars',
    column: 'Country',
    measure: { unit: 'papers', digits: 0 },
  });
  const rows = [
    { name: '', iso3: 'USA', value: 1200 },
    { name: 'Others', value: 30 },
  ];
  const { words, wide } = draw(view, {}, { rows }, ATLAS, 'f');
  expect(words.alt).toMatch(/^Bars: United States 1,200.papers and Others 30.papers\.$/);
  expect(words.table.rows[0]).toMatchObject({ name: 'United States', value: 1200 });
  expect(wide).toContain('data-c="USA"');
});

test('dots stand by two measures', () => {
  const axis = (title: string) => ({ title, unit: '', digits: 1, neutral: null, log: false });
  const view = dotsOfQuery({ ...SPEC, id: 'dots', title: () => 'Dots', x: axis('First'), y: axis('Second') });
  const rows = [
    { iso3: 'USA', x: 1, y: 2 },
    { iso3: 'IND', x: 3, y: 4 },
  ];
  const { words, wide } = draw(view, {}, { rows }, ATLAS, 'f');
  expect(words.table.columns.map(({ label }) => label)).toEqual(['Country', 'First', 'Second']);
  expect(wide?.match(/data-c="/g)?.length).toBeGreaterThanOrEqual(2);
});

test('figures of a piece are found by their ids', () => {
  const one = barsOfQuery({
    ...SPEC,
    id: 'one',
    title: () => '',
    column: '',
    measure: { unit: '', digits: 0 },
  });
  expect(Object.keys(figures(one))).toEqual(['one']);
});
