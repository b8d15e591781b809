/**
 * The whitepaper's second method, as SQL: least squares on logarithms over a fixed set of countries in which every pair
 * shares papers in every year, so that no zero is lost and no country comes or goes. Effects of countries are taken out
 * in closed form, which a set without gaps allows; the terms are then taken out of one another, one by one.
 */

/** What the model knows of a pair, as columns of `pair_context`. */
const COLUMNS = {
  distance: 'ln(c.distance_weighted_km)',
  border: 'CAST(c.contiguous AS DOUBLE)',
  language: 'CAST(c.common_official_language AS DOUBLE)',
  colony: 'CAST(c.colonial_tie AS DOUBLE)',
  hours: 'c.shared_hours',
} as const;
export type Term = keyof typeof COLUMNS;

/**
 * Countries of the pair table of NCSES, edition 2022, less those (most gaps first) that shared no paper with another of
 * them: by either count in 1996 or 2020, or by OpenAlex in any year from 1996 to 2022.
 */
export const SET =
  'ARG AUS AUT BEL BRA CAN CHE CHN CZE DEU DNK ESP FIN FRA GBR GRC IND IRL ISR ITA JPN MEX NLD NOR NZL POL PRT RUS SWE USA ZAF'.split(
    ' ',
  );

/** Pairs with what was counted: origin, destination, year, value. */
export const PAPERS = `
    SELECT least(origin, destination) AS a, greatest(origin, destination) AS b, year, value FROM flows
    WHERE layer = 'papers' AND source = 'openalex-copublications'`;
export const ARTICLES = `
    SELECT least(origin, destination) AS a, greatest(origin, destination) AS b, year, value FROM publication_pairs
    WHERE source = 'ncses-publications/scopus' AND edition = 'SEI2022'`;

interface Fit {
  /** Rows of a, b, year and value: a pair once. */
  readonly counts: string;
  /** Condition on `year`. */
  readonly years: string;
  /** The term that is asked for. */
  readonly term: Term;
  /** The terms that stand beside it. */
  readonly beside: readonly Term[];
  readonly countries?: readonly string[];
  /** First and last year: the change of the logarithm between the two is explained, not its level. */
  readonly change?: readonly [first: number, last: number];
}

export const FOUR: readonly Term[] = ['border', 'language', 'colony', 'distance'];
export const besides = (term: Term): Term[] => FOUR.filter((other) => other !== term);

/** One row a year: year, n (countries), pairs, coefficient, and its standard error, which is clustered by country (dyadic). */
export function logLinear({ counts, years, term, beside, countries = SET, change }: Fit): string {
  const all = [...beside, term];
  const columns = ['y', ...all];
  const list = countries.map((code) => `'${code}'`).join(', ');
  const each = (write: (column: string) => string): string => columns.map(write).join(', ');
  const level = `
    SELECT f.a, f.b, f.year, ln(f.value) AS y, ${all.map((t) => `${COLUMNS[t]} AS ${t}`).join(', ')}
    FROM (${counts}) f JOIN pair_context c ON c.origin = f.a AND c.destination = f.b
    WHERE f.a IN (${list}) AND f.b IN (${list}) AND f.${years}`;
  const pairs = change
    ? `
    SELECT a, b, '${change[0]}–${change[1]}' AS year, sum(CASE year WHEN ${change[1]} THEN y ELSE -y END) AS y, ${all.map((t) => `max(${t}) AS ${t}`).join(', ')}
    FROM (${level}) GROUP BY a, b`
    : level;
  // Each step takes one term, whose own rest is known by then, out of all that is left.
  const steps = beside.map((x, i) => {
    const left = columns.filter((column) => !beside.slice(0, i + 1).includes(column as Term));
    return `
  step${i + 1} AS (
    SELECT a, b, year, n, ${left.map((column) => `${column} - ${x} * sum(${x} * ${column}) OVER same / sum(${x} * ${x}) OVER same AS ${column}`).join(', ')}
    FROM ${i ? `step${i}` : 'rest'} WINDOW same AS (PARTITION BY year))`;
  });
  return `
  WITH pairs AS (${pairs}),
  ends AS (
    SELECT country, year, ${each((c) => `sum(${c}) AS ${c}`)}
    FROM (SELECT a AS country, * FROM pairs UNION ALL SELECT b AS country, * FROM pairs) GROUP BY country, year),
  world AS (SELECT year, count(*) AS n, ${each((c) => `sum(${c}) / (count(*) - 1) AS ${c}`)} FROM ends GROUP BY year),
  rest AS (
    SELECT p.a, p.b, p.year, w.n, ${each((c) => `p.${c} - (x.${c} + z.${c} - w.${c}) / (w.n - 2) AS ${c}`)}
    FROM pairs p JOIN ends x ON x.country = p.a AND x.year = p.year JOIN ends z ON z.country = p.b AND z.year = p.year
    JOIN world w ON w.year = p.year),${steps.join(',')},
  slope AS (SELECT year, max(n) AS n, count(*) AS pairs, sum(${term} * y) / sum(${term} * ${term}) AS coefficient, sum(${term} * ${term}) AS spread FROM step${beside.length} GROUP BY year),
  scores AS (
    SELECT s.a, s.b, s.year, s.${term} * (s.y - s.${term} * l.coefficient) / l.spread AS score
    FROM step${beside.length} s JOIN slope l ON l.year = s.year),
  clusters AS (
    SELECT year, sum(total * total) AS squares
    FROM (SELECT year, country, sum(score) AS total
          FROM (SELECT a AS country, * FROM scores UNION ALL SELECT b AS country, * FROM scores) GROUP BY year, country) GROUP BY year),
  own AS (SELECT year, sum(score * score) AS squares FROM scores GROUP BY year)
  SELECT l.year, l.n, l.pairs, l.coefficient, sqrt(c.squares - o.squares) AS error
  FROM slope l JOIN clusters c ON c.year = l.year JOIN own o ON o.year = l.year ORDER BY l.year`;
}
