import type { Session } from '../session.ts';

/** Two sources for one thing, or for two related ones, and how far apart they may be. */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly second: string;
  /** Whether both mean to count the same thing. If not, sizes are not compared. */
  readonly sameThing: boolean;
  readonly unit: 'pairs of countries' | 'countries';
  /** A query with the columns year, item, first, second: every item that both sources have. */
  readonly sql: string;
  /** Bounds of every year with at least `LEAST` items: the least rank correlation, and the least and greatest median ratio. */
  readonly bounds: { readonly rank: number; readonly ratio?: readonly [least: number, greatest: number] };
}

/** A year with fewer items than this says nothing. */
export const LEAST = 20;

/** Pairs that two sources of flows have in one year. */
const flows = (first: string, second: string): string => `
  SELECT a.year, a.origin || ' ' || a.destination AS item, a.value AS first, b.value AS second
  FROM flows a JOIN flows b USING (layer, origin, destination, year) WHERE a.source = '${first}' AND b.source = '${second}'`;

const totals = (first: string, second: string, measure: string): string => `
  SELECT a.year, a.country AS item, a.value AS first, b.value AS second
  FROM totals a JOIN totals b USING (country, measure, year)
  WHERE a.measure = '${measure}' AND a.source = '${first}' AND b.source = '${second}' AND a.country <> 'WLD'`;

/** The newest edition of the NCSES tables that has a year. */
const NCSES_PAIRS = `(SELECT * FROM publication_pairs QUALIFY edition = max(edition) OVER (PARTITION BY year))`;

/** Every comparison of the release. A new one is one more row: the quality page, the table and the checks follow. */
export const COMPARISONS: readonly Comparison[] = [
  {
    id: 'papers-openalex-ncses',
    title: 'Papers of pairs of countries: OpenAlex and NCSES (Scopus)',
    first: 'ncses-publications/scopus',
    second: 'openalex-copublications',
    sameThing: true,
    unit: 'pairs of countries',
    sql: `SELECT n.year, n.origin || ' ' || n.destination AS item, n.value AS first, f.value AS second
      FROM ${NCSES_PAIRS} n JOIN flows f USING (origin, destination, year) WHERE f.source = 'openalex-copublications'`,
    bounds: { rank: 0.9, ratio: [0.6, 2] },
  },
  {
    id: 'international-papers-openalex-ncses',
    title: 'International papers of countries: OpenAlex and NCSES (Scopus)',
    first: 'ncses-publications/scopus',
    second: 'openalex-copublications',
    sameThing: true,
    unit: 'countries',
    sql: `SELECT t.year, t.country AS item, p.value AS first, t.value AS second
      FROM (SELECT * FROM publication_counts WHERE attribute = 'international' QUALIFY edition = max(edition) OVER (PARTITION BY year)) p
      JOIN totals t USING (country, year) WHERE t.measure = 'international_works' AND t.country <> 'WLD'`,
    bounds: { rank: 0.9, ratio: [0.6, 2] },
  },
  {
    id: 'scholars-pairs',
    title: 'Moves of scholars between countries: Scopus base and OpenAlex base',
    first: 'scholarly-migration/scopus',
    second: 'scholarly-migration/openalex',
    sameThing: true,
    unit: 'pairs of countries',
    sql: flows('scholarly-migration/scopus', 'scholarly-migration/openalex'),
    bounds: { rank: 0.7, ratio: [0.8, 1.7] },
  },
  {
    id: 'scholars-in',
    title: 'Scholars who came: Scopus base and OpenAlex base',
    first: 'scholarly-migration/scopus',
    second: 'scholarly-migration/openalex',
    sameThing: true,
    unit: 'countries',
    sql: totals('scholarly-migration/scopus', 'scholarly-migration/openalex', 'scholars_in'),
    bounds: { rank: 0.9, ratio: [0.8, 2] },
  },
  {
    id: 'researchers',
    title: 'Researchers of countries: Scopus base and OpenAlex base',
    first: 'scholarly-migration/scopus',
    second: 'scholarly-migration/openalex',
    sameThing: true,
    unit: 'countries',
    sql: totals('scholarly-migration/scopus', 'scholarly-migration/openalex', 'researchers'),
    bounds: { rank: 0.95, ratio: [0.7, 1.1] },
  },
  {
    id: 'projects-cordis-ecorda',
    title: 'Participations in Horizon 2020: CORDIS (read in 2020) and eCORDA, all years',
    first: 'ecorda-participation',
    second: 'cordis-h2020',
    sameThing: true,
    unit: 'countries',
    sql: `SELECT 2020 AS year, country AS item, e.n AS first, c.n AS second
      FROM (SELECT country, sum(participations) AS n FROM programme_participation WHERE framework = 'Horizon 2020' AND stage = 'successful' GROUP BY country) e
      JOIN (SELECT country, sum(participations) AS n FROM project_participation WHERE source = 'cordis-h2020' AND theme = 'all' GROUP BY country) c USING (country)`,
    bounds: { rank: 0.95, ratio: [0.7, 1.1] },
  },
  {
    id: 'copublications-eis-openalex',
    title: 'International papers per million people: European Innovation Scoreboard (Scopus) and OpenAlex',
    first: 'eis-copublications',
    second: 'openalex-copublications',
    sameThing: true,
    unit: 'countries',
    sql: `SELECT e.year, e.country AS item, e.value AS first, t.value / p.value * 1e6 AS second
      FROM country_context e JOIN totals t USING (country, year) JOIN country_context p USING (country, year)
      WHERE e.source = 'eis-copublications' AND t.measure = 'international_works' AND p.indicator = 'population' AND p.source = 'world-bank-wdi'`,
    bounds: { rank: 0.95, ratio: [1.1, 1.7] },
  },
  {
    id: 'enrolment-world-bank-uis',
    title: 'Gross enrolment ratio in tertiary education: World Bank and UIS',
    first: 'uis-sdg4',
    second: 'world-bank-wdi',
    sameThing: true,
    unit: 'countries',
    sql: `SELECT a.year, a.country AS item, a.value AS first, b.value AS second
      FROM country_context a JOIN country_context b USING (country, year)
      WHERE a.source = 'uis-sdg4' AND a.unit = '%' AND b.source = 'world-bank-wdi' AND b.indicator = 'tertiary_enrolment_ratio' AND a.country <> 'WLD'`,
    bounds: { rank: 0.95, ratio: [0.9, 1.1] },
  },
  {
    id: 'students-us-visas',
    title: 'Students in the United States by origin (UIS) and F-1 visas issued: a stock and a flow',
    first: 'uis-student-flows',
    second: 'us-student-visas',
    sameThing: false,
    unit: 'countries',
    sql: `SELECT f.year, f.origin AS item, f.value AS first, v.value AS second
      FROM flows f JOIN us_student_visas v ON v.country = f.origin AND v.year = f.year AND v.visa_class = 'F1'
      WHERE f.layer = 'students' AND f.destination = 'USA'`,
    bounds: { rank: 0.7 },
  },
  {
    id: 'students-canada-permits',
    title: 'Students in Canada by origin (UIS) and study permits that became effective: a stock and a flow',
    first: 'uis-student-flows',
    second: 'canada-study-permits',
    sameThing: false,
    unit: 'countries',
    sql: `SELECT f.year, f.origin AS item, f.value AS first, p.value AS second
      FROM flows f JOIN canada_study_permits p ON p.country = f.origin AND p.period = f.year::VARCHAR
      WHERE f.layer = 'students' AND f.destination = 'CAN'`,
    bounds: { rank: 0.7 },
  },
];

export interface Agreement {
  readonly comparison: Comparison;
  readonly year: number;
  readonly compared: number;
  readonly rank_correlation: number | null;
  readonly median_ratio: number | null;
  readonly ratio_low: number | null;
  readonly ratio_high: number | null;
}

/** Measures a comparison for each of its years. Ties in rank share their mean rank, as Spearman's rho wants. */
export async function agreement(db: Session, comparison: Comparison): Promise<Agreement[]> {
  const rows = await db.all<Omit<Agreement, 'comparison'>>(`
    WITH items AS (SELECT year, item, first::DOUBLE AS first, second::DOUBLE AS second FROM (${comparison.sql}) WHERE first > 0 AND second > 0),
    ranked AS (
      SELECT year, first, second,
        rank() OVER (PARTITION BY year ORDER BY first) + (count(*) OVER (PARTITION BY year, first) - 1) / 2.0 AS first_rank,
        rank() OVER (PARTITION BY year ORDER BY second) + (count(*) OVER (PARTITION BY year, second) - 1) / 2.0 AS second_rank
      FROM items)
    SELECT year::INTEGER AS year, count(*)::INTEGER AS compared, round(corr(first_rank, second_rank), 4) AS rank_correlation,
      round(median(second / first), 4) AS median_ratio, round(quantile_cont(second / first, 0.1), 4) AS ratio_low,
      round(quantile_cont(second / first, 0.9), 4) AS ratio_high
    FROM ranked GROUP BY year ORDER BY year`);
  return rows.map((row) => ({
    ...row,
    comparison,
    // One item has no correlation: DuckDB says NaN.
    rank_correlation: Number.isFinite(row.rank_correlation) ? row.rank_correlation : null,
  }));
}
