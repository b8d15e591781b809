import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { LAYER_GAPS, layerGap } from '../../../tests/support/rows-fixture.ts';
import { smallRelease } from '../../../tests/support/small-release.ts';
import { draw } from '../figure.ts';
import { byOther, endsOf } from './ends.ts';
import { layerGapsView } from './index.ts';
import { queries, SHOWN, yearOf, type LayerGap } from './sql.ts';
import { detailsOf } from './words.ts';

const say = (...gaps: readonly LayerGap[]) => layerGapsView.words({ gaps }, { layer: 'papers' }, ATLAS);
const [first, second, , last] = LAYER_GAPS.gaps as [LayerGap, LayerGap, LayerGap, LayerGap];

describe('the takeaway', () => {
  test('is the widest gap, whichever way, with both places', () => {
    expect(say(...LAYER_GAPS.gaps).takeaway).toBe(
      'In 2018 India and Tuvalu were tied more closely, for their sizes, than 99% of 685\u00a0pairs in students, and than 1% in papers (UNESCO UIS, via 360info; OpenAlex).',
    );
  });

  test('never says all or none', () => {
    const ends = layerGap(['papers', 'students'], 'DEU', 'FRA', [1, 1, 1], [1, 1, 0]);
    expect(say(ends).takeaway).toMatch(/than 99% of .* than 1% in/);
  });
});

test('the layer that ties more closely comes first', () => {
  expect(endsOf(first).map(({ layer }) => layer)).toEqual(['papers', 'scholars']);
  expect(endsOf(second).map(({ layer }) => layer)).toEqual(['scholars', 'papers']);
  expect(detailsOf(second, ATLAS)).toEqual([
    '38\u00a0moves, 1.55 times as expected',
    '53\u00a0papers, 0.55 times as expected',
  ]);
  expect(detailsOf(last, ATLAS)[1]).toBe('1\u00a0paper, 0.42 times as expected');
});

test('rows are grouped by the other layer, on whichever side it stands', () => {
  const of = (layer: 'papers' | 'students') =>
    byOther(LAYER_GAPS.gaps, layer).map(([other, gaps]) => [other, gaps.length]);
  expect(of('papers')).toEqual([
    ['scholars', 2],
    ['students', 2],
  ]);
  expect(byOther(LAYER_GAPS.gaps.slice(2), 'students').map(([other]) => other)).toEqual(['papers']);
});

test('nothing to show is said in words', () => {
  const { wide, words } = draw(layerGapsView, { layer: 'students' }, { gaps: [] }, ATLAS, 'x');
  expect(wide).toContain('No pair of countries is known in students');
  expect(words.notes).toEqual([]);
});

describe('the query', () => {
  test('asks for the year in which every default source is whole, and for these sources', () => {
    expect(yearOf(ATLAS)).toBe(2018);
    expect(queries({ layer: 'papers' }, ATLAS).gaps.params).toEqual({
      year: 2018,
      layer: 'papers',
      source0: 'openalex-copublications',
      source1: 'cordis-h2020',
      source2: 'scholarly-migration/scopus',
      source3: 'uis-student-flows',
    });
  });

  test('gives the widest gaps either way, none that is zero, and the number of all pairs', async () => {
    const db = await smallRelease({});
    // As the relation has it: eight pairs of papers and scholars, one of them without a gap, and pairs of no concern.
    await db.run('DROP VIEW layer_links');
    await db.run('DROP VIEW layer_gaps');
    const row = (layers: string, source: string, year: number, destination: string, gap: number) =>
      `(${layers}, '${source}', ${year}, 'AAA', '${destination}', ${gap})`;
    const papers = `'papers', 'openalex-copublications', 'scholars'`;
    const gaps = [0.9, 0.5, 0.4, 0.1, 0, -0.2, -0.3, -0.8];
    const some = [
      ...gaps.map((gap, i) => row(papers, 'scholarly-migration/scopus', 2018, `P${i}`, gap)),
      // Few pairs: the lowest of them has no gap.
      ...[0.3, 0].map((gap, i) =>
        row(`'papers', 'openalex-copublications', 'students'`, 'uis-student-flows', 2018, `Q${i}`, gap),
      ),
      row(papers, 'scholarly-migration/openalex', 2018, 'BBB', 0.99),
      row(papers, 'scholarly-migration/scopus', 2017, 'BBB', 0.99),
      row(`'projects', 'cordis-h2020', 'scholars'`, 'scholarly-migration/scopus', 2018, 'BBB', 0.99),
    ];
    await db.run(`
      CREATE VIEW layer_gaps AS SELECT *, 1 AS first_links, 1.0 AS first_intensity, 0.5 AS first_percentile,
        1 AS second_links, 1.0 AS second_intensity, 0.5 AS second_percentile, NULL AS flag
      FROM (VALUES ${some.join(', ')}) t(first_layer, first_source, second_layer, second_source, year, origin, destination, gap)`);
    const { sql, params } = queries({ layer: 'papers' }, ATLAS).gaps;
    const written = sql.replace(/\$(\w+)/g, (_, name: string) => {
      const value = params[name];
      return typeof value === 'string' ? `'${value}'` : String(value);
    });
    const rows = await db.all<LayerGap>(written);
    expect(rows.map(({ destination, gap, pairs }) => [destination, gap, pairs])).toEqual([
      ['P0', 0.9, 8],
      ['P1', 0.5, 8],
      ['P2', 0.4, 8],
      ['P5', -0.2, 8],
      ['P6', -0.3, 8],
      ['P7', -0.8, 8],
      ['Q0', 0.3, 2],
    ]);
    expect(rows).toHaveLength(2 * SHOWN + 1);
    db.close();
  });
});
