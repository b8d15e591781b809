import type { Relation } from '../../model/release.ts';
import { Z } from '../intervals.ts';
import { joinedFlags } from './joined-flags.ts';

/** A series that stood lower than this before the fall is too small to be looked at. */
export const LEAST_BEFORE = 100;
/** A smaller fall is none. */
export const LEAST_FALL = 0.01;
/** The chance, over all years of a line together, that one without a true fall shows one, by counts drawn one by one. */
export const FALSE_FALL = 0.025;

/**
 * Totals of a country that are totals at their source, so that a line of years may be drawn through them. A break starts
 * a new line, and so does a missing year. Provisional years are left out: they look like falls until they are whole.
 */
const SERIES = `
      SELECT country, layer, measure, source, year, CAST(value AS DOUBLE) AS value, flag FROM (
        SELECT country, measure, source, year, value, flag,
               CASE measure WHEN 'international_works' THEN 'papers' WHEN 'inbound_students' THEN 'students' ELSE 'scholars' END AS layer
        FROM totals WHERE measure IN ('international_works', 'inbound_students', 'scholars_in', 'scholars_out') AND country <> 'WLD'
        UNION ALL
        SELECT p.country, 'international_works', p.source, p.year, p.value, p.flag, 'papers'
        FROM publication_counts p
        JOIN (SELECT source, max(edition) AS edition FROM publication_counts GROUP BY source) e ON e.source = p.source AND e.edition = p.edition
        WHERE p.attribute = 'international' AND p.country <> 'WLD')
      WHERE NOT coalesce(contains(flag, 'p'), FALSE)`;

/** Limits of after over before, the ratio of two Poisson counts, on the log scale (Price & Bonett 2000, with half an event more). */
const ratio = (sign: '+' | '-', z: string | number = Z): string =>
  `(after + 0.5) / (before + 0.5) * exp(${sign}${z} * sqrt(1 / (after + 0.5) + 1 / (before + 0.5)))`;

/**
 * Quantile of the normal distribution for a fall to be beyond chance: FALSE_FALL is shared out over the years that are
 * looked at (Bonferroni). Rational approximation, off by less than 0.0005 (Abramowitz & Stegun 1964, 26.2.23).
 */
const ROOT = `sqrt(-2 * ln(${FALSE_FALL} / looked_at))`;
const BEYOND = `(${ROOT} - (2.515517 + 0.802853 * ${ROOT} + 0.010328 * pow(${ROOT}, 2)) / (1 + 1.432788 * ${ROOT} + 0.189269 * pow(${ROOT}, 2) + 0.001308 * pow(${ROOT}, 3)))`;

/**
 * One-year falls of a country's totals: papers with authors abroad, students from abroad, scholars moving in and out. A
 * fall is one of at least LEAST_FALL, from a level of at least LEAST_BEFORE, that is beyond chance: the more years of a
 * line are looked at, the larger it must be (FALSE_FALL).
 * Key: country, measure, source, year, second_source.
 * - `before`, `after`: the totals of the year before and of the year; `fall` = 1 − after / before, with the limits of its
 *   95 % interval for that year alone, for students without: they are counted whole
 * - `world_fall`: the same of the sums over all countries that have both years, below zero where these rose: where it is
 *   a fall, the base itself may have lost what the country lost
 * - `recovered_year`: the first year in which the level before the fall is reached again, NULL where it was not by
 *   `watched_to`, the last year of the same line
 * - `second_source`: another source of the same total; `second_fall`: its largest change down in the same year or the
 *   next (below zero where it rose in both), in `second_year`; `shown` is 'yes' where one of these is a fall by the same
 *   rule, 'no' where none is, 'not covered' where no second source has the years
 */
export const falls: Relation = {
  name: 'falls',
  description:
    "One-year falls of a country's totals (papers with authors abroad, students from abroad, scholars moving in and out), when the level before was reached again, whether the sum over all countries fell too in that year (world_fall, below zero where it rose), and whether a second source shows a fall in the same year or the next: only then is it a finding. No fall runs across a break, a missing year or a provisional one.",
  stored: true,
  needs: ['totals', 'publication_counts'],
  sql: `
    WITH series AS (${SERIES}),
    changes AS MATERIALIZED (
      SELECT a.country, a.layer, a.measure, a.source, a.year, b.value AS before, a.value AS after, 1 - a.value / b.value AS fall, a.flag, b.flag AS flag_before
      FROM series a
      JOIN series b ON b.country = a.country AND b.layer = a.layer AND b.measure = a.measure AND b.source = a.source AND b.year = a.year - 1
      WHERE b.value > 0 AND NOT coalesce(contains(a.flag, 'b'), FALSE)),
    world AS (
      SELECT measure, source, year, 1 - sum(after) / sum(before) AS world_fall FROM changes GROUP BY measure, source, year),
    counted AS (
      SELECT *, greatest(1, sum(CASE WHEN before >= ${LEAST_BEFORE} THEN 1 ELSE 0 END) OVER (PARTITION BY country, layer, measure, source)) AS looked_at
      FROM changes),
    judged AS MATERIALIZED (
      SELECT *, 1 - ${ratio('+')} AS low, 1 - ${ratio('-')} AS high,
             before >= ${LEAST_BEFORE} AND fall >= ${LEAST_FALL} AND ${ratio('+', BEYOND)} < 1 AS fell
      FROM counted),
    fallen AS MATERIALIZED (SELECT * FROM judged WHERE fell),
    later AS (
      -- The line is whole for as long as the years after the fall have no hole.
      SELECT f.country, f.measure, f.source, f.year, c.year AS seen, c.after >= f.before AS again,
             c.year - f.year - row_number() OVER (PARTITION BY f.country, f.measure, f.source, f.year ORDER BY c.year) AS holes
      FROM fallen f JOIN changes c ON c.country = f.country AND c.measure = f.measure AND c.source = f.source AND c.year > f.year),
    followed AS (
      SELECT country, measure, source, year, max(seen) AS watched_to, min(CASE WHEN again THEN seen END) AS recovered_year
      FROM later WHERE holes = 0 GROUP BY country, measure, source, year),
    elsewhere AS (
      SELECT f.country, f.measure, f.source, f.year, c.source AS second_source, max(c.fall) AS second_fall, arg_max(c.seen, c.fall) AS second_year, bool_or(c.fell) AS fell_too
      FROM fallen f
      JOIN (SELECT *, year AS seen, year AS at FROM judged UNION ALL SELECT *, year, year - 1 FROM judged) c
        ON c.country = f.country AND c.measure = f.measure AND c.at = f.year AND c.source <> f.source
      GROUP BY f.country, f.measure, f.source, f.year, c.source)
    SELECT f.country, f.layer, f.measure, f.source, f.year, CAST(f.before AS BIGINT) AS before, CAST(f.after AS BIGINT) AS after,
           round(f.fall, 6) AS fall,
           CASE WHEN f.layer <> 'students' THEN round(f.low, 6) END AS low, CASE WHEN f.layer <> 'students' THEN round(f.high, 6) END AS high,
           round(b.world_fall, 6) AS world_fall,
           w.recovered_year, coalesce(w.watched_to, f.year) AS watched_to, s.second_source, s.second_year, round(s.second_fall, 6) AS second_fall,
           CASE WHEN s.second_source IS NULL THEN 'not covered' WHEN s.fell_too THEN 'yes' ELSE 'no' END AS shown,
           ${joinedFlags('f.flag', 'f.flag_before')} AS flag
    FROM fallen f
    JOIN world b ON b.measure = f.measure AND b.source = f.source AND b.year = f.year
    LEFT JOIN followed w ON w.country = f.country AND w.measure = f.measure AND w.source = f.source AND w.year = f.year
    LEFT JOIN elsewhere s ON s.country = f.country AND s.measure = f.measure AND s.source = f.source AND s.year = f.year`,
};
