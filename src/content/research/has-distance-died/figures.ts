import { barsOfQuery, figures, linesOfQuery, yearSpan } from '../../../publication/query-figure.ts';
import { ARTICLES, besides, logLinear, PAPERS } from '../../../publication/log-linear-sql.ts';
import { HOURS_APART, reach } from './reach.ts';

const OPENALEX = 'openalex-copublications';
const NCSES = 'ncses-publications/scopus';
const CEPII = 'cepii-geodist';

/** What goes with double the distance in the fixed set, with limits of 1.96 standard errors. */
const fixedSet = (panel: string, counts: string, when: string): string => `
  SELECT '${panel}' AS panel, 'Joint papers' AS series, year, pow(2, coefficient) AS value,
         pow(2, coefficient - 1.959964 * error) AS low, pow(2, coefficient + 1.959964 * error) AS high
  FROM (${logLinear({ counts, years: when, term: 'distance', beside: besides('distance') })})`;

export default figures(
  linesOfQuery({
    id: 'reach',
    layer: 'papers',
    sql: `
      SELECT series, year, value FROM (
        SELECT 1 AS place, 'As it is' AS series, year, km AS value FROM (${reach('year BETWEEN 1990 AND 2022')})
        UNION ALL
        SELECT 2 AS place, 'By sizes alone' AS series, year, sized AS value FROM (${reach('year BETWEEN 1990 AND 2022')}))
      ORDER BY place, year`,
    needs: ['flows', 'pair_context'],
    sources: [OPENALEX, CEPII],
    title: (rows) =>
      `The mean length of a link by joint papers, and what it would be by sizes alone, ${yearSpan(rows)}`,
    axis: 'Mean length of a link (km)',
    measure: { unit: 'km', digits: 0 },
    notes: [
      'By sizes alone: each pair of countries weighs as much as the links of one times the links of the other.',
      'Whole counting: a paper of many countries makes a link between every two of them.',
      'Distance is the mean over the largest cities of both countries, weighted by their people.',
    ],
  }),
  linesOfQuery({
    id: 'fixed-set',
    layer: 'papers',
    sql: `
      SELECT panel, series, year, value, low, high FROM (${fixedSet('OpenAlex', PAPERS, 'year BETWEEN 1996 AND 2022')}
        UNION ALL ${fixedSet('Scopus (NCSES)', ARTICLES, 'year IN (1996, 2020)')})
      ORDER BY panel, year`,
    needs: ['flows', 'publication_pairs', 'pair_context'],
    sources: [OPENALEX, NCSES, CEPII],
    title: (rows) =>
      `Times as many joint papers at double the distance, the same established countries, ${yearSpan(rows)}`,
    axis: 'Times as many joint papers at double the distance',
    band: 'interval by dyadic standard errors',
    log: true,
    neutral: [1, 'no difference'],
    measure: { unit: '', digits: 2 },
    notes: [
      'Least squares on logarithms, with an effect for each country: every pair of countries weighs the same.',
      'The pairs of one edition on Scopus are given for two years only.',
      'An association, not an effect.',
    ],
  }),
  barsOfQuery({
    id: 'hours',
    layer: 'papers',
    sql: `SELECT name, value FROM (${HOURS_APART}) ORDER BY rank`,
    needs: ['gravity_pairs', 'pair_context'],
    sources: [OPENALEX, CEPII, 'world-bank-wdi'],
    column: 'Hours of the working day that both capitals share',
    title: () =>
      'Joint papers of pairs that lie far apart, in per cent of what the model expects, by the working hours they share, 2022',
    measure: { unit: '%', digits: 0 },
    notes: [
      'Pairs of countries between seven and eleven thousand kilometres apart.',
      'The model knows sizes, distance, border, language and colonial ties; it does not know the hours.',
      'Hours: those from nine to five that fall together at the two capitals, as clocks stood in 2025.',
      'Sums over pairs, so the largest lead; without an interval.',
    ],
  }),
);
