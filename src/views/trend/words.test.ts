import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { missing, points } from '../../../tests/support/rows-fixture.ts';
import type { NotReported } from '../coverage.ts';
import { draw, settleView } from '../figure.ts';
import type { Asked } from '../params.ts';
import { trendView } from './index.ts';
import type { TrendPoint } from './sql.ts';

const SCOPUS = 'scholarly-migration/scopus';
const OPENALEX = 'scholarly-migration/openalex';
const say = (asked: Asked, some: readonly TrendPoint[], missing: readonly NotReported[] = []) =>
  trendView.words({ points: some, missing }, settleView(trendView, asked, ATLAS).state, ATLAS);
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
  expect(coverage([1, null, 3])).toContain('without a number, or a break');
  expect(coverage([1, 2, 3], { 2011: 'b' })).toContain('without a number, or a break');
});

describe('hosts that are silent', () => {
  const SILENT = missing(['USA', 900_000], ['CHN', 178_000], ['NAM', 400], ['TUV', 3]);
  const coverage = (asked: Asked) => say({ layer: 'students', ...asked }, [], SILENT).coverage;

  test('are named under the world, as under its map, in the year that totals are shown with', () => {
    expect(coverage({})).toBe(
      'No 2022 data from the United States and China, nor from 2 smaller hosts. What is not reported is not zero.',
    );
  });

  test('are named where students leave a country, for any of them may host these', () => {
    expect(coverage({ country: 'DEU', direction: 'out' })).toContain('from the United States and China');
    expect(coverage({ country: 'DEU' })).toContain('from the United States and China');
  });

  test('matter to a country that students come to only if it is one of them, however small', () => {
    expect(coverage({ country: 'DEU', direction: 'in' })).toBeNull();
    expect(coverage({ country: 'TUV', direction: 'in' })).toBe(
      'No 2022 data from Tuvalu. What is not reported is not zero.',
    );
  });

  test('of a pair are the hosts of its lines, by origin, in the last year', () => {
    const pair = { country: 'NAM', partner: 'USA' };
    expect(coverage({ ...pair, direction: 'out' })).toBe(
      'No 2020 data by origin from the United States. What is not reported is not zero.',
    );
    expect(coverage({ ...pair, direction: 'in' })).toContain('by origin from Namibia.');
    expect(coverage(pair)).toContain('by origin from the United States and Namibia.');
    expect(coverage({ country: 'DEU', partner: 'FRA' })).toBeNull();
  });

  test('stand before the gaps', () => {
    const gaps = points('uis-student-totals', 2010, [1, null, 3], { direction: 'in' });
    expect(say({ layer: 'students', country: 'TUV', direction: 'in' }, gaps, SILENT).coverage).toMatch(
      /^No 2022 data from Tuvalu\..* A gap in a line/,
    );
  });

  test('are there of students only', () => {
    expect(coverage({ layer: 'papers' })).toBeNull();
  });

  test('come from a slice beside that of the lines, and from none where there are none', () => {
    const paths = (asked: Asked) =>
      trendView.slices.paths(settleView(trendView, asked, ATLAS).state, ATLAS)?.slice(1);
    expect(paths({ layer: 'students' })).toEqual(['slices/totals/uis-student-totals/2022.json']);
    expect(paths({ layer: 'students', country: 'DEU', partner: 'FRA' })).toEqual([
      'slices/layers/students/uis-student-flows/2020.json',
    ]);
    expect(paths({ layer: 'papers', country: 'DEU' })).toEqual([]);
  });
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

describe('marks', () => {
  const marksOf = (asked: Asked, some: readonly TrendPoint[]) => {
    const { state } = settleView(trendView, asked, ATLAS);
    const { wide } = draw(trendView, state, { points: some, missing: [] }, ATLAS, 't');
    const found = (wide ?? '').matchAll(
      /<g class="marked-line" (?:data-c="(\w+)"|data-o="(\w+)" data-d="(\w+)")[^>]*><title>([^<]+)/g,
    );
    return [...found].map(([, c, o, d, words]) => [
      c ?? `${o ?? ''} ${d ?? ''}`,
      words?.replaceAll('\u00a0', ' '),
    ]);
  };
  const line = (source: string, direction: string) => points(source, 2014, [10, 20, 30], { direction });

  test('of a country say the side, or else the country', () => {
    const scholars = [...line(SCOPUS, 'in'), ...line(SCOPUS, 'out')];
    expect(marksOf({ layer: 'scholars', country: 'DEU' }, scholars)).toEqual([
      ['DEU', '30 moves to Germany in 2016 (MPIDR, Scopus base)'],
      ['DEU', '30 moves from Germany in 2016 (MPIDR, Scopus base)'],
    ]);
    expect(marksOf({ layer: 'papers', country: 'DEU' }, line('openalex-copublications', 'both'))).toEqual([
      ['DEU', 'Germany: 30 works in 2016 (OpenAlex)'],
    ]);
  });

  test('of a pair have the ends of the tie in its direction', () => {
    const scholars = [...line(SCOPUS, 'in'), ...line(SCOPUS, 'out')];
    expect(marksOf({ layer: 'scholars', country: 'DEU', partner: 'FRA' }, scholars)).toEqual([
      ['FRA DEU', 'France to Germany: 30 moves in 2016 (MPIDR, Scopus base)'],
      ['DEU FRA', 'Germany to France: 30 moves in 2016 (MPIDR, Scopus base)'],
    ]);
    const papers = line('openalex-copublications', 'both');
    expect(marksOf({ layer: 'papers', country: 'DEU', partner: 'FRA' }, papers)).toEqual([
      ['DEU FRA', 'Germany and France: 30 papers in 2016 (OpenAlex)'],
    ]);
  });

  test('the world is none', () => {
    expect(marksOf({ layer: 'papers' }, line('openalex-copublications', 'both'))).toEqual([]);
  });
});
