import { LEAST_RESEARCHERS } from '../../model/coverage.ts';
import type { Reference } from '../../model/indicator.ts';
import { wilson } from '../intervals.ts';
import { REFERENCES } from '../references.ts';
import { joinedFlags } from '../relations/joined-flags.ts';

const total = (measure: string): string =>
  `CAST(max(CASE measure WHEN '${measure}' THEN value END) AS DOUBLE)`;

/**
 * The query of an indicator of moving scholars. Its expressions may use r (researchers), i and o (moves in and out), all
 * DOUBLE, i or o NULL where it is missing; and whatever columns `between` makes of them.
 */
export const ofScholars = ({
  between,
  value,
  low,
  high,
}: {
  readonly between?: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
}): string => `
      SELECT country, 'scholars' AS layer, source, year, ${value} AS value,
             ${low} AS low,
             ${high} AS high, flag
      FROM (${between ? `SELECT *, ${between} FROM (` : ''}
        SELECT country, source, year, ${total('researchers')} AS r, ${total('scholars_in')} AS i, ${total('scholars_out')} AS o,
               ${joinedFlags("string_agg(flag, '')")} AS flag
        FROM totals WHERE measure IN ('researchers', 'scholars_in', 'scholars_out') AND country <> 'WLD'
        GROUP BY country, source, year)${between ? ')' : ''}
      WHERE r >= ${LEAST_RESEARCHERS}`;

const ofBoth = wilson('i', '(i + o)');
/** For `between`: Wilson's limits of the share of moves in among all moves, as a balance from −1 (all out) to 1 (all in). */
export const BALANCE_LIMITS = `2 * (${ofBoth.low}) - 1 AS b_low, 2 * (${ofBoth.high}) - 1 AS b_high`;

/** One country and year for a worked example: x, year, r, i, o, value. */
export const exampleOf = (indicator: string, country: string, year: number): string => `
      SELECT v.country, v.layer, c.in_text AS x, v.year, r.value AS r, a.value AS i, b.value AS o, v.value
      FROM country_indicators v JOIN countries c ON c.iso3 = v.country
      JOIN totals r ON r.country = v.country AND r.source = v.source AND r.year = v.year AND r.measure = 'researchers'
      JOIN totals a ON a.country = v.country AND a.source = v.source AND a.year = v.year AND a.measure = 'scholars_in'
      JOIN totals b ON b.country = v.country AND b.source = v.source AND b.year = v.year AND b.measure = 'scholars_out'
      WHERE v.indicator = '${indicator}' AND v.source = 'scholarly-migration/scopus' AND v.country = '${country}' AND v.year = ${year}`;

export const EXAMPLE_NEEDS = ['country_indicators', 'countries', 'totals'] as const;

/** What every number about moving scholars shares. */
export const SCHOLARS_CAVEATS: readonly string[] = [
  'A move is a change of the main country of affiliation on publications: who does not publish before and after is not seen to move.',
  'Two bases, Scopus and OpenAlex, disagree in level and at times in direction; each gives a value of its own, and they are never one series.',
  `Countries with fewer than ${LEAST_RESEARCHERS} researchers in the year have no value: one move would swing it.`,
];

export const SCHOLARS_REFERENCES: readonly Reference[] = [
  {
    text: 'Sanliturk, E., Zagheni, E., Dańko, M. J., Theile, T., & Akbaritabar, A. (2023). Global patterns of migration of scholars with economic development. Proceedings of the National Academy of Sciences, 120(4), e2217937120.',
    doi: '10.1073/pnas.2217937120',
  },
  {
    text: 'Akbaritabar, A., Theile, T., & Zagheni, E. (2024). Bilateral flows and rates of international migration of scholars for 210 countries for the period 1998–2020. Scientific Data, 11, 816.',
    doi: '10.1038/s41597-024-03655-9',
  },
];

/** Of moves both ways, net over gross: what demographers call effectiveness. */
export const EFFECTIVENESS: Reference = {
  ...REFERENCES.bell2002,
  where: 'the migration effectiveness index',
};

type Symbol = readonly [tex: string, meaning: string];
export const MOVES_IN: Symbol = ['I', 'moves of scholars into the country in the year'];
export const MOVES_OUT: Symbol = ['O', 'moves of scholars out of it in the year'];
export const RESEARCHERS: Symbol = ['R', 'researchers that the base sees in the country in the year'];
