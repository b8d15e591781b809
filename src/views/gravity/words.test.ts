import { describe, expect, test } from 'vitest';
import { ATLAS } from '../../../tests/support/atlas-fixture.ts';
import { fits, GRAVITY } from '../../../tests/support/rows-fixture.ts';
import { GRAVITY_TERMS } from '../../model/tables/indicators.ts';
import { settleView } from '../figure.ts';
import { TERM_IDS, type TermId } from '../params.ts';
import { gravityView } from './index.ts';
import { factorOf, linesOf, pointOf } from './lines.ts';
import type { Fit } from './sql.ts';

const say = (term: TermId, ...some: readonly Fit[]) => gravityView.words({ fits: some }, { term }, ATLAS);
const papers = (...coefficients: number[]) => fits('papers', 'openalex-copublications', 2000, coefficients);

test('every term of the model can be asked for, and each is listed', () => {
  expect(TERM_IDS).toEqual(GRAVITY_TERMS);
  expect(gravityView.listed(ATLAS).map(({ term }) => term)).toEqual([...GRAVITY_TERMS]);
  expect(settleView(gravityView, { term: 'wages' }, ATLAS)).toMatchObject({
    state: { term: 'log_distance' },
    problems: [expect.stringContaining('term of the gravity model')],
  });
});

describe('times as many', () => {
  test('is what goes with twice the distance: two to the power of an elasticity', () => {
    expect(factorOf('log_distance', -1)).toBe(0.5);
    expect(factorOf('log_distance', 0)).toBe(1);
  });
  test('is the exponential of every other coefficient', () => {
    expect(factorOf('contiguous', Math.log(3))).toBeCloseTo(3, 12);
  });
  test('has its limits by the same rule, in order', () => {
    const [fit] = papers(-0.5);
    const { value, low, high } = pointOf('log_distance', fit as Fit);
    expect([low, value, high]).toEqual([2 ** -0.6, 2 ** -0.5, 2 ** -0.4]);
  });
});

describe('the takeaway', () => {
  test('is the first and the last year of papers, each with its interval', () => {
    expect(say('log_distance', ...GRAVITY.fits).takeaway).toBe(
      'Papers (OpenAlex): at twice the distance there were 0.76 times as many ties in 2010 (95% interval 0.71 to 0.81) and 0.70 times as many in 2015 (0.65 to 0.75), all else in the model equal.',
    );
  });

  test('of another term has its words and its exponentials', () => {
    expect(say('common_language', ...papers(0.7, 0.5)).takeaway).toBe(
      'Papers (OpenAlex): with a common official language there were 2.01 times as many ties in 2000 (95% interval 1.82 to 2.23) and 1.65 times as many in 2001 (1.49 to 1.82), all else in the model equal.',
    );
  });

  test('of one fit stands alone, and of several years says so', () => {
    const pooled = fits('projects', 'cordis-h2020', 2015, [0], { to_year: 2020 });
    expect(say('contiguous', ...pooled).takeaway).toBe(
      'Projects (CORDIS): with a common border there were 1.00 times as many ties in 2015 to 2020 taken together (95% interval 0.90 to 1.11), all else in the model equal.',
    );
  });

  test('speaks of no cause, for any term', () => {
    for (const term of TERM_IDS) {
      const { title, takeaway, alt, notes } = say(term, ...GRAVITY.fits);
      const all = [title, takeaway, alt, ...notes].join(' ');
      expect(all).not.toMatch(/\b(caus\w*|because|due to|leads? to|led to|raises?|reduces?|impact)\b/i);
      expect(notes[0]).toMatch(/^An association, not an effect/);
    }
  });
});

describe('lines', () => {
  test('are one a source, papers first, the default base before the other', () => {
    expect(linesOf(GRAVITY.fits, ATLAS).map(({ label }) => label)).toEqual([
      'Papers',
      'Scholars, Scopus',
      'Scholars, OpenAlex',
      'Projects',
    ]);
  });

  test('need no name of the source where a layer has one', () => {
    const some = GRAVITY.fits.filter(({ source }) => source !== 'scholarly-migration/scopus');
    expect(linesOf(some, ATLAS).map(({ label }) => label)).toEqual(['Papers', 'Scholars', 'Projects']);
  });
});

describe('notes', () => {
  const notes = (...some: readonly Fit[]) => say('log_distance', ...some).notes.join('\n');
  test('speak of bases and of years taken together only where there are some', () => {
    expect(notes(...GRAVITY.fits)).toMatch(/Two bases/);
    expect(notes(...GRAVITY.fits)).toMatch(/Projects: all years in one fit/);
    expect(notes(...papers(-0.5))).not.toMatch(/Two bases|in one fit/);
  });
});

test('the table has coefficient and ratio of every fit, and the years of those taken together', () => {
  const { rows } = say('log_distance', ...GRAVITY.fits).table;
  expect(rows).toHaveLength(GRAVITY.fits.length);
  expect(rows.at(-1)).toEqual({
    line: 'Projects',
    years: '2015–2020',
    value: '0.77',
    low: '0.72',
    high: '0.82',
    coefficient: '−0.380',
    pairs: 4005,
    countries: 90,
    source: 'CORDIS',
  });
});

test('all sources are named, that of distance and language too', () => {
  expect(say('contiguous', ...GRAVITY.fits).sources).toEqual([
    'openalex-copublications',
    'scholarly-migration/scopus',
    'scholarly-migration/openalex',
    'cordis-h2020',
    'cepii-geodist',
  ]);
});
