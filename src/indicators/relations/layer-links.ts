import type { Relation } from '../../model/release.ts';
import { Z } from '../intervals.ts';
import { joinedFlags } from './joined-flags.ts';
import { TWO_LAYERS } from './layer-gaps.ts';

/** Fisher's z of a correlation, and back: neither has a function of its own in DuckDB 0.9.1. */
const FISHER = '(0.5 * ln((1 + r) / (1 - r)))';
/** Variance of Fisher's z of a rank correlation (Bonett & Wright 2000). */
const VARIANCE = '((1 + r * r / 2) / (pairs - 3))';
const limit = (sign: '+' | '-'): string => {
  const z = `exp(2 * (${FISHER} ${sign} ${Z} * sqrt(${VARIANCE})))`;
  return `CASE WHEN abs(r) < 1 - 1e-9 THEN (${z} - 1) / (${z} + 1) END`;
};

/**
 * How alike two layers order pairs of countries: Spearman's rank correlation over the pairs of `layer_gaps`, by year, with
 * a 95 % interval as if pairs were independent. A row a `measure`: 'links', the counts as they are, which go together
 * because large countries are large in everything; and 'intensity', counts over what the two sizes let one expect.
 * Shape: first_layer, first_source, second_layer, second_source, year, measure, pairs, rank_correlation, low, high, flag.
 */
export const layerLinks: Relation = {
  name: 'layer_links',
  description:
    "Rank correlation of two layers over the pairs of countries that both have, by year: of links ('links', which go with size) and of links over what the two sizes let one expect ('intensity'). Limits are of a 95 % interval as if pairs were independent, which they are not. Two layers stand once, in the order of the alphabet; two sources of one layer are not compared.",
  stored: false,
  needs: ['layer_gaps'],
  sql: `
    SELECT ${TWO_LAYERS}, measure, CAST(pairs AS INTEGER) AS pairs, round(r, 6) AS rank_correlation, round(${limit('-')}, 6) AS low, round(${limit('+')}, 6) AS high, flag
    FROM (
      SELECT ${TWO_LAYERS}, measure, pairs, CASE measure WHEN 'links' THEN of_links ELSE of_intensity END AS r, flag
      FROM (
        SELECT ${TWO_LAYERS}, count(*) AS pairs, ${joinedFlags("string_agg(DISTINCT flag, '')")} AS flag,
               CASE WHEN min(first_links_percentile) < max(first_links_percentile) AND min(second_links_percentile) < max(second_links_percentile)
                    THEN corr(first_links_percentile, second_links_percentile) END AS of_links,
               CASE WHEN min(first_percentile) < max(first_percentile) AND min(second_percentile) < max(second_percentile)
                    THEN corr(first_percentile, second_percentile) END AS of_intensity
        FROM layer_gaps GROUP BY ${TWO_LAYERS})
      CROSS JOIN (VALUES ('links'), ('intensity')) m(measure))
    WHERE r IS NOT NULL`,
};
