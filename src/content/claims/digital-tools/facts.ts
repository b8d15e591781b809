import { facts, type Fact } from '../../../publication/fact.ts';
import { ARTICLES, besides, logLinear, PAPERS as PAIRS } from '../../../publication/log-linear-sql.ts';

const PAPERS = 'openalex-copublications';
const GEODIST = 'cepii-geodist';
const loss = (source: string, year: number) => ({
  says: `fewer ${source === PAPERS ? 'papers' : 'moves of scholars'} go with double the distance`,
  sql: `
    SELECT 1 - 2 ** coefficient AS value, from_year AS year FROM gravity_coefficients
    WHERE source = '${source}' AND from_year = ${year} AND term = 'log_distance'`,
  sources: [source, GEODIST],
  format: 'percent' as const,
});
const language = (year: number) => ({
  says: 'times as many papers go with a common official language',
  sql: `
    SELECT exp(coefficient) AS value, from_year AS year FROM gravity_coefficients
    WHERE source = '${PAPERS}' AND from_year = ${year} AND term = 'common_language'`,
  sources: [PAPERS, GEODIST],
  format: 'times' as const,
});

const NCSES = 'ncses-publications/scopus';
/** The loss by the second method of the whitepaper: a fixed set of countries in which every pair shares papers in every year. */
const fixed = (
  source: typeof PAPERS | typeof NCSES,
  year: number,
  stated: number,
  must?: NonNullable<Fact['must']>,
): Fact => ({
  says: 'fewer papers at double the distance, the same countries, every pair alike',
  sql: `
    SELECT 1 - 2 ** coefficient AS value, year
    FROM (${logLinear({ counts: source === NCSES ? ARTICLES : PAIRS, years: `year = ${year}`, term: 'distance', beside: besides('distance') })})`,
  sources: [source, GEODIST],
  format: 'percent',
  stated,
  ...(must ? { must } : {}),
});

export default facts({
  distance_first: { ...loss(PAPERS, 1990), stated: 0.2439 },
  distance_last: { ...loss(PAPERS, 2022), stated: 0.3165, must: ['no less than in 1990', (v) => v >= 0.25] },
  scopus_first: { ...loss('scholarly-migration/scopus', 1998), stated: 0.2902 },
  scopus_last: {
    ...loss('scholarly-migration/scopus', 2019),
    stated: 0.343,
    must: ['no less than in 1998', (v) => v >= 0.3],
  },
  openalex_first: { ...loss('scholarly-migration/openalex', 1998), stated: 0.2349 },
  openalex_last: {
    ...loss('scholarly-migration/openalex', 2019),
    stated: 0.3299,
    must: ['no less than in 1998', (v) => v >= 0.25],
  },
  language_first: { ...language(1990), stated: 1.798 },
  language_last: { ...language(2022), stated: 1.528, must: ['less than in 1990', (v) => v < 1.75] },
  set: {
    says: 'countries between every two of which there were joint papers in every year since 1996',
    sql: `
      SELECT max(n) AS value, '1996–2022' AS year
      FROM (${logLinear({ counts: PAIRS, years: 'year BETWEEN 1996 AND 2022', term: 'distance', beside: ['border'] })})
      HAVING min(pairs) = max(n) * (max(n) - 1) / 2`,
    sources: [PAPERS, GEODIST],
    format: 'count',
    stated: 31,
    within: 0,
  },
  set_first: fixed(PAPERS, 1996, 0.2685),
  set_last: fixed(PAPERS, 2022, 0.2207, ['less than in 1996', (v) => v < 0.25]),
  set_scopus_first: fixed(NCSES, 1996, 0.3034),
  set_scopus_last: fixed(NCSES, 2020, 0.2101, ['less than in 1996', (v) => v < 0.28]),
  overlaps: {
    says: 'comparisons of a first and a last year in the gravity model, in all of which the intervals overlap',
    sql: `
      SELECT count(*) AS value, '1990–2022' AS year
      FROM gravity_coefficients x JOIN gravity_coefficients z ON z.source = x.source AND z.term = x.term
      WHERE (x.term = 'log_distance' OR (x.term = 'common_language' AND x.source = '${PAPERS}'))
        AND ((x.source = '${PAPERS}' AND x.from_year = 1990 AND z.from_year = 2022)
          OR (x.source IN ('scholarly-migration/scopus', 'scholarly-migration/openalex') AND x.from_year = 1998 AND z.from_year = 2019))
      HAVING bool_and(x.low <= z.high AND z.low <= x.high)`,
    sources: [PAPERS, 'scholarly-migration/scopus', 'scholarly-migration/openalex', GEODIST],
    format: 'small',
    stated: 4,
    within: 0,
  },
});
