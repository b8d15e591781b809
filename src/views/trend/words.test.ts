import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { points } from '../../../tests/support/rows-fixture.ts';
import { settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { trendView } from './index.ts';
import type { TrendPoint } from './sql.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const say = (asked: Asked, some: readonly TrendPoint[]) =>
  trendView.words({ points: some }, settleView(trendView, asked, ATLAS).state, ATLAS);
const papers = (first: number, values: readonly (number | null)[], flags: Record<number, string> = {}) =>
  say({ layer: 'papers', country: 'DEU' }, points('openalex-copublications', first, values, { flags }))
    .takeaway;

const TEN = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 250];

describe('growth', () => {
  test('is from ten years before, with both years and the source', () => {
    expect(papers(2010, TEN)).toBe('250\u00a0works in 2020, 2.5 times as many as in 2010 (OpenAlex).');
    expect(papers(2010, [90, ...TEN.slice(0, 10), 140])).toBe(
      '140\u00a0works in 2021, 40% more than in 2011 (OpenAlex).',
    );
  });

  test('may be a loss, or nothing at all', () => {
    expect(papers(2015, [100, 90, 80, 70, 60])).toBe(
      '60\u00a0works in 2019, 40% fewer than in 2015 (OpenAlex).',
    );
    expect(papers(2015, [100, 90, 80, 70, 100])).toBe(
      '100\u00a0works in 2019, as many as in 2015 (OpenAlex).',
    );
  });

  test('is never counted across a break', () => {
    expect(papers(2010, TEN, { 2015: 'b' })).toBe(
      '250\u00a0works in 2020, 67% more than in 2015 (OpenAlex).',
    );
    expect(papers(2010, TEN, { 2018: 'b' })).toBeNull();
    expect(papers(2010, TEN, { 2018: 'be' })).toBeNull();
  });

  test('is never counted across a year that was not reported', () => {
    expect(papers(2010, [100, null, 120, 130, 140, 150, 160])).toBe(
      '160\u00a0works in 2016, 33% more than in 2012 (OpenAlex).',
    );
    expect(papers(2010, [100, 110, 120, 130, 140, null, 160])).toBeNull();
  });

  test('does not end in a provisional year', () => {
    expect(papers(2010, [...TEN, 20], { 2021: 'p' })).toMatch(/^250\u00a0works in 2020/);
  });

  test('is left out where the line is short or the numbers small', () => {
    expect(papers(2010, [100, 110, 120, 200])).toBeNull();
    expect(papers(2010, [19, 30, 40, 50, 60])).toBeNull();
    expect(papers(2010, [])).toBeNull();
  });
});

describe('two bases', () => {
  const both = (scopus: number[], openalex: number[], openalexFrom = 2010) =>
    say({ layer: 'scholars', country: 'DEU', direction: 'in' }, [
      ...points(OPENALEX, openalexFrom, openalex, { direction: 'in' }),
      ...points(SCOPUS, 2010, scopus, { direction: 'in' }),
    ]);

  test('stand side by side, the default first, each under its name', () => {
    expect(both([100, 110, 120, 130, 200], [100, 90, 80, 70, 60]).takeaway).toBe(
      '200\u00a0moves to Germany in 2014, 2 times as many as in 2010 (MPIDR, Scopus base; 40% fewer in MPIDR, OpenAlex base).',
    );
  });

  test('are not compared over different years', () => {
    expect(both([100, 110, 120, 130, 200], [100, 90, 80, 70, 60], 2011).takeaway).toBe(
      '200\u00a0moves to Germany in 2014, 2 times as many as in 2010 (MPIDR, Scopus base).',
    );
  });

  test('are never one line in the table, and the reader is told what their distance means', () => {
    const { table, notes, sources } = both([100], [200]);
    expect(table.rows.map(({ series, value }) => [series, value])).toEqual([
      ['OpenAlex', 200],
      ['Scopus', 100],
    ]);
    expect(notes).toContain('Two bases for one thing: how far they lie apart is the error bar.');
    expect(sources).toEqual([OPENALEX, SCOPUS]);
  });
});

describe('the unit', () => {
  const label = (asked: Asked) => say(asked, []).table.columns.find(({ key }) => key === 'value')?.label;
  test.each<[Asked, string]>([
    [{ layer: 'papers' }, 'Links between countries (sum over pairs)'],
    [{ layer: 'projects' }, 'Links between countries (sum over pairs)'],
    [{ layer: 'projects', country: 'DEU' }, 'Links (sum over partners)'],
    [{ layer: 'projects', country: 'DEU', partner: 'FRA' }, 'Projects'],
    [{ layer: 'papers', country: 'DEU' }, 'Internationally co-authored works'],
    [{ layer: 'papers', country: 'DEU', partner: 'FRA' }, 'Papers'],
    [{ layer: 'scholars' }, 'Moves'],
  ])('of %o is %s: sums over pairs are links', (asked, unit) => {
    expect(label(asked)).toBe(unit);
  });

  test('is links in the takeaway too', () => {
    const takeaway = say(
      { layer: 'projects', country: 'DEU' },
      points('cordis-h2020', 2014, [30, 40, 50, 60, 70]),
    ).takeaway;
    expect(takeaway).toMatch(/^70\u00a0links in 2018/);
  });
});

test('a gap or a break is explained, an unbroken line needs no words', () => {
  const coverage = (values: (number | null)[], flags: Record<number, string> = {}) =>
    say({ layer: 'papers', country: 'DEU' }, points('openalex-copublications', 2010, values, { flags }))
      .coverage;
  expect(coverage([1, 2, 3])).toBeNull();
  expect(coverage([1, null, 3])).toContain('not reported, or a break');
  expect(coverage([1, 2, 3], { 2011: 'b' })).toContain('not reported, or a break');
});

test('nothing reported', () => {
  expect(say({ layer: 'students', country: 'USA', direction: 'in' }, [])).toMatchObject({
    title: 'Foreign students in the United States',
    takeaway: null,
    alt: 'No line: nothing is reported.',
    sources: [],
    table: { rows: [] },
  });
});
