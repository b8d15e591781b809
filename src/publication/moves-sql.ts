/** SQL for facts of those who go between countries one way and the other: scholars who move, students where both sides list them. */

interface Moves {
  /** Id of the base. */
  readonly source: string;
  readonly first: number;
  readonly last: number;
  /** Moves that a country has at least. */
  readonly least: number;
}

/**
 * One row a country: `matched`, the part of its moves that a move the other way answers, partner by partner, and `even`, the same if
 * every move were as likely to go one way as the other (the mean of a fair coin). Both are shares of one.
 */
export const matchedMoves = ({ source, first, last, least }: Moves): string => `
  SELECT country, 2.0 * sum(least(c, r)) / sum(n) AS matched,
         1 - sum(exp(ln(n) + lgamma(n) - lgamma(k + 1) - lgamma(n - k) - (n - 1) * ln(2))) / sum(n) AS even
  FROM (
    SELECT origin AS country, sum(c) AS c, sum(r) AS r, sum(c + r) AS n, floor((sum(c + r) - 1) / 2) AS k
    FROM exchanges WHERE source = '${source}' AND year BETWEEN ${first} AND ${last} GROUP BY origin, destination)
  GROUP BY country HAVING sum(n) >= ${least}`;

interface Between {
  /** Id of the source, or of the base. */
  readonly source: string;
  /** Income group of the other side. */
  readonly income: string;
  readonly first: number;
  readonly last: number;
}

/** Of those who go between high-income countries and another income group, the part that goes to the high-income side. */
export const toHighIncome = ({ source, income, first, last }: Between): string => `
  SELECT sum(e.r) / CAST(sum(e.c + e.r) AS DOUBLE) AS value, '${first === last ? first : `${first}–${last}`}' AS year
  FROM exchanges e JOIN countries a ON a.iso3 = e.origin JOIN countries b ON b.iso3 = e.destination
  WHERE e.source = '${source}' AND e.year BETWEEN ${first} AND ${last} AND a.income_group = 'High income' AND b.income_group = '${income}'`;
