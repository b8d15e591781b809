import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { series, TABLE_COVERAGE } from '../../../tests/support/rows-fixture.ts';
import { draw } from '../figure.ts';
import { tableCoverageView } from './index.ts';
import { inRows, seriesOf } from './series.ts';
import type { SeriesYear } from './sql.ts';

const say = (...of: SeriesYear[][]) =>
  tableCoverageView.words({ cells: of.flat() }, { table: 'flows' }, ATLAS);
const many = (source: string, n: number) =>
  Array.from({ length: n }, (_, i) => series(source, `s_${i}`, 2000, [10 + i, i === 3 ? 99 : 5]));

describe('the takeaway', () => {
  test('is the year and series with most countries', () => {
    expect(tableCoverageView.words(TABLE_COVERAGE, { table: 'flows' }, ATLAS).takeaway).toBe(
      'The table flows has rows of 243\u00a0countries in 2022, the most of any year and series (OpenAlex, papers).',
    );
  });

  test('of equal years is the latest; a table that is not divided has no series', () => {
    expect(say(series('cordis-h2020', 'all', 2000, [3, 9, 9, 4])).takeaway).toBe(
      'The table flows has rows of 9\u00a0countries in 2002, the most of any year (CORDIS).',
    );
  });

  test('is left out where all years are equal', () => {
    expect(say(series('cordis-h2020', 'all', 2000, [9, 9])).takeaway).toBeNull();
  });
});

describe('rows of the grid', () => {
  const names = (cells: SeriesYear[][], most: number) =>
    inRows(seriesOf(cells.flat()), most).map(({ source, series }) => `${source} ${series.length}`);

  test('are the series, as long as there are not too many', () => {
    expect(names([...many('cordis-h2020', 2), ...many('openalex-copublications', 1)], 3)).toEqual([
      'cordis-h2020 1',
      'cordis-h2020 1',
      'openalex-copublications 1',
    ]);
  });

  test('are put together for the source with the most series, then the next, in their place', () => {
    const cells = [
      ...many('cordis-h2020', 3),
      ...many('openalex-copublications', 5),
      ...many('uis-student-flows', 1),
    ];
    expect(names(cells, 8)).toEqual([
      'cordis-h2020 1',
      'cordis-h2020 1',
      'cordis-h2020 1',
      'openalex-copublications 5',
      'uis-student-flows 1',
    ]);
    expect(names(cells, 4)).toEqual(['cordis-h2020 3', 'openalex-copublications 5', 'uis-student-flows 1']);
    // More sources than rows: none is dropped for that.
    expect(names(cells, 2)).toHaveLength(3);
  });

  test('put together, a year has its largest series, never a sum', () => {
    const [row] = inRows(seriesOf(many('cordis-h2020', 5).flat()), 1);
    expect(row?.cells.map((c) => [c.year, c.countries])).toEqual([
      [2000, 14],
      [2001, 99],
    ]);
  });
});

test('what is put together is said in the figure, and whole in the table', () => {
  const cells = many('cordis-h2020', 41).flat();
  const { wide, words } = draw(tableCoverageView, { table: 'flows' }, { cells }, ATLAS, 'x');
  expect(wide).toContain('41 series');
  expect(wide).toContain('no more than 40');
  expect(words.table.rows).toHaveLength(41);
  const few = draw(tableCoverageView, { table: 'flows' }, TABLE_COVERAGE, ATLAS, 'x');
  expect(few.wide).not.toContain('no more than');
});

test('a row is named by its source where the table is not divided, by source and series where it is', () => {
  const labels = (...of: SeriesYear[][]) => {
    const { wide } = draw(tableCoverageView, { table: 'flows' }, { cells: of.flat() }, ATLAS, 'x');
    return [...(wide ?? '').matchAll(/class="(head|label)"[^>]*>([^<]+)</g)]
      .map(([, , words]) => words)
      .slice(1);
  };
  expect(labels(series('cordis-h2020', 'all', 2000, [1, 2]))).toEqual(['CORDIS']);
  expect(
    labels(
      series('cordis-h2020', 'net_eu_contribution', 2000, [1]),
      series('cordis-h2020', 'projects', 2000, [2]),
    ),
  ).toEqual(['CORDIS', 'net eu contribution', 'projects']);
});

test('the table has years as runs, so that a gap shows', () => {
  const { table } = tableCoverageView.words(TABLE_COVERAGE, { table: 'flows' }, ATLAS);
  expect(table.rows[2]).toEqual({
    source: 'MPIDR, Scopus base',
    series: 'scholars',
    years: '2008–2010 and 2013–2015',
    fewest: 190,
    most: 208,
    rows: 3615,
  });
});
