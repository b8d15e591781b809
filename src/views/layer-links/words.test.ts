import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { LAYER_LINKS, links } from '../../../tests/support/rows-fixture.ts';
import { draw } from '../figure.ts';
import { layerLinksView } from './index.ts';
import { byLayers, nameOf, newestOf, panelsOf, pointsOf } from './panels.ts';
import type { LayerLink } from './sql.ts';

const say = (...some: readonly LayerLink[]) => layerLinksView.words({ links: some }, {}, ATLAS);
const PAPERS = ['papers', 'openalex-copublications'] as const;
const SCOPUS = ['scholars', 'scholarly-migration/scopus'] as const;
const OPENALEX = ['scholars', 'scholarly-migration/openalex'] as const;
const STUDENTS = ['students', 'uis-student-flows'] as const;

describe('the takeaway', () => {
  test('is the layers most alike and least, relative to size, by the default bases', () => {
    expect(say(...LAYER_LINKS.links).takeaway).toBe(
      'Relative to size, the layers most alike are papers and scholars, 0.82 in 2014 (95% interval 0.77 to 0.87) over 404\u00a0pairs; least alike are projects and students, 0.30 in 2015 (95% interval 0.25 to 0.35) (rank correlation; OpenAlex; MPIDR, Scopus base; CORDIS; UNESCO UIS, via 360info).',
    );
  });

  test('of one pair of layers says nothing of the least', () => {
    expect(say(...links(PAPERS, SCOPUS, 2010, [0.5])).takeaway).not.toContain('least');
  });

  test('never rests on counts alone, on a year that is partly reported, or on a base that does not stand for its layer', () => {
    expect(say(...links(PAPERS, SCOPUS, 2010, [0.5], { measure: 'links' })).takeaway).toBeNull();
    expect(say(...links(PAPERS, SCOPUS, 2010, [0.5, 0.9], { flags: { 2011: 'u' } })).takeaway).toContain(
      '0.50 in 2010',
    );
    expect(
      say(...links(PAPERS, OPENALEX, 2010, [0.9]), ...links(PAPERS, SCOPUS, 2010, [0.5])).takeaway,
    ).toContain('0.50 in 2010');
  });
});

describe('panels', () => {
  const groups = byLayers(LAYER_LINKS.links, ATLAS);
  test('stand for two layers each, the most alike first', () => {
    expect(groups.map(([first]) => first && nameOf(first, ATLAS))).toEqual([
      'Papers and scholars',
      'Papers and students',
      'Papers and projects',
      'Projects and students',
    ]);
  });

  test('have a line a measure and base; dashed is the base that does not stand for its layer', () => {
    const [scholars] = panelsOf(groups, ATLAS);
    expect(scholars?.lines.map(({ strong, dashed, points }) => [strong, dashed, points[0]?.value])).toEqual([
      [true, false, 0.85],
      [true, true, 0.8],
      [false, false, 0.9],
    ]);
  });
});

describe('a flag', () => {
  const series = (flags: Record<number, string>) => {
    const [[one] = []] = byLayers(links(PAPERS, STUDENTS, 2010, [0.4, 0.5, 0.6], { flags }), ATLAS);
    if (!one) throw new Error('No series.');
    return one;
  };
  test('of a break or an estimate among the pairs breaks no line', () => {
    expect(pointsOf(series({ 2011: 'be', 2012: 'de' })).map(({ flag }) => flag)).toEqual([null, null, null]);
  });
  test('of a year partly reported stays, and the year is not quoted', () => {
    expect(pointsOf(series({ 2012: 'bu' })).map(({ flag }) => flag)).toEqual([null, null, 'u']);
    expect(newestOf(series({ 2012: 'bu' }))?.year).toBe(2011);
    expect(draw(layerLinksView, {}, LAYER_LINKS, ATLAS, 'x').wide).toContain('partly reported');
  });
});

test('the table has every value with measure, sources and flags', () => {
  const { rows } = say(...LAYER_LINKS.links).table;
  expect(rows).toHaveLength(LAYER_LINKS.links.length);
  expect(rows[0]).toEqual({
    layers: 'Papers and scholars',
    measure: 'relative to size',
    year: 2010,
    correlation: '0.85',
    low: '0.80',
    high: '0.90',
    pairs: 400,
    sources: 'OpenAlex; MPIDR, Scopus base',
    flag: '',
  });
  expect(rows.find(({ flag }) => flag === 'low reliability')).toMatchObject({
    layers: 'Papers and projects',
    year: 2019,
  });
});

test('a correlation without an interval is told without one', () => {
  const bare = links(PAPERS, SCOPUS, 2010, [1]).map((link) => ({ ...link, low: null, high: null }));
  expect(say(...bare).takeaway).toMatch(/1\.00 in 2010 over/);
  expect(say(...bare).table.rows[0]).toMatchObject({ low: null, high: null });
});
