import { facts, type Fact, type FactFormat } from '../../../publication/fact.ts';
import { ARTICLES, besides, FOUR, logLinear, PAPERS, SET } from './loglinear.ts';
import { HOURS_APART, reach } from './reach.ts';

const OPENALEX = 'openalex-copublications';
const SCOPUS_MOVES = 'scholarly-migration/scopus';
const OPENALEX_MOVES = 'scholarly-migration/openalex';
const NCSES = 'ncses-publications/scopus';
const CEPII = 'cepii-geodist';
/** Shared hours come with the capitals of the World Bank's list. */
const CAPITALS = 'world-bank-wdi';

type Term = 'log_distance' | 'contiguous' | 'common_language' | 'colonial_tie';
type Column = 'coefficient' | 'low' | 'high';

/** What goes with double the distance, or with a mark of yes or no. */
const factor = (term: Term, column: Column): string =>
  term === 'log_distance' ? `pow(2, ${column})` : `exp(${column})`;
const fit = (source: string, term: Term, year: number, value: string): string => `
  SELECT ${value} AS value, ${year} AS year FROM gravity_coefficients
  WHERE source = '${source}' AND term = '${term}' AND to_year = ${year}`;

const FAR = 'as many ties at double the distance, all else in the model held equal';

interface Options {
  readonly column?: Column;
  readonly must?: NonNullable<Fact['must']>;
}
/** Times as many ties with a term of the release's model. */
const times = (
  says: string,
  source: string,
  term: Term,
  year: number,
  stated: number,
  { column = 'coefficient', must }: Options = {},
): Fact => ({
  says: column === 'coefficient' ? says : `${column === 'low' ? 'lower' : 'upper'} limit: ${says}`,
  sql: fit(source, term, year, factor(term, column)),
  sources: [source, CEPII],
  format: term === 'log_distance' ? 'percent' : 'two',
  stated,
  ...(must ? { must } : {}),
});

const EVERY_PAIR = (year: number): string => `year = ${year}`;
/** A slope of the second method, as `value` writes it. */
const slope = (
  says: string,
  sources: readonly string[],
  sql: string,
  value: string,
  format: FactFormat,
  stated: number,
  rest: Partial<Fact> = {},
): Fact => ({
  says,
  sql: `SELECT ${value} AS value, year FROM (${sql})`,
  sources: [...sources, CEPII],
  format,
  stated,
  ...rest,
});
const level = (counts: string, year: number, term: 'distance' | 'language' = 'distance'): string =>
  logLinear({ counts, years: EVERY_PAIR(year), term, beside: besides(term) });
const change = (counts: string, first: number, last: number, countries: readonly string[] = SET): string =>
  logLinear({
    counts,
    years: `year IN (${first}, ${last})`,
    term: 'distance',
    beside: besides('distance'),
    change: [first, last],
    countries,
  });
const CHANGE = 'change of the elasticity of distance, the same countries, every pair alike';

/** Moves in both directions, five years together, under the last of them. */
const moves = (source: string): string => `
    SELECT least(origin, destination) AS a, greatest(origin, destination) AS b,
           CAST(CASE WHEN year <= 2002 THEN 2002 ELSE 2020 END AS INTEGER) AS year, sum(value) AS value FROM flows
    WHERE source = '${source}' AND (year BETWEEN 1998 AND 2002 OR year BETWEEN 2016 AND 2020) GROUP BY 1, 2, 3`;
/** Countries of the set between every two of which scholars moved in both spells, in both bases. */
const MOVERS = SET.filter((code) => !['ARG', 'CZE', 'GRC', 'NZL'].includes(code));

const spells = (source: string, value: 'coefficient' | 'error', stated: number): Fact => ({
  says: value === 'error' ? `standard error of the ${CHANGE}` : CHANGE,
  sql: `
    SELECT ${value} AS value, '1998–2002 to 2016–2020' AS year
    FROM (${change(moves(source), 2002, 2020, MOVERS)})`,
  sources: [source, CEPII],
  format: 'three',
  stated,
  within: 0.3,
});

const withHours = (term: 'hours' | 'distance', year: number): string =>
  logLinear({
    counts: PAPERS,
    years: EVERY_PAIR(year),
    term,
    beside: term === 'hours' ? FOUR : [...besides('distance'), 'hours'],
  });

export default facts({
  links_1990: {
    says: 'links between countries by joint papers',
    sql: `SELECT sum(value) AS value, 1990 AS year FROM flows WHERE source = '${OPENALEX}' AND year = 1990`,
    sources: [OPENALEX],
    format: 'count',
    stated: 85532,
  },
  links_2022: {
    says: 'links between countries by joint papers',
    sql: `SELECT sum(value) AS value, 2022 AS year FROM flows WHERE source = '${OPENALEX}' AND year = 2022`,
    sources: [OPENALEX],
    format: 'millions',
    stated: 3109490,
  },
  far_1990: times(FAR, OPENALEX, 'log_distance', 1990, 0.7561),
  far_1990_low: times(FAR, OPENALEX, 'log_distance', 1990, 0.686, { column: 'low' }),
  far_1990_high: times(FAR, OPENALEX, 'log_distance', 1990, 0.8334, { column: 'high' }),
  far_2022: times(FAR, OPENALEX, 'log_distance', 2022, 0.6835, {
    must: ['less than in 1990', (v) => v < 0.75],
  }),
  far_2022_low: times(FAR, OPENALEX, 'log_distance', 2022, 0.6305, { column: 'low' }),
  far_2022_high: times(FAR, OPENALEX, 'log_distance', 2022, 0.741, {
    column: 'high',
    must: ['distance still counts', (v) => v < 1],
  }),
  far_2019: times(FAR, OPENALEX, 'log_distance', 2019, 0.6988),
  far_2021: times(FAR, OPENALEX, 'log_distance', 2021, 0.6897),
  elasticity_1990: {
    says: 'elasticity of distance for joint papers',
    sql: fit(OPENALEX, 'log_distance', 1990, 'coefficient'),
    sources: [OPENALEX, CEPII],
    format: 'three',
    stated: -0.403,
  },
  elasticity_2022: {
    says: 'elasticity of distance for joint papers',
    sql: fit(OPENALEX, 'log_distance', 2022, 'coefficient'),
    sources: [OPENALEX, CEPII],
    format: 'three',
    stated: -0.549,
  },
  eight_1990: {
    says: 'as many joint papers at eight thousand kilometres as at one thousand',
    sql: fit(OPENALEX, 'log_distance', 1990, 'pow(8, coefficient)'),
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.4323,
  },
  eight_2022: {
    says: 'as many joint papers at eight thousand kilometres as at one thousand',
    sql: fit(OPENALEX, 'log_distance', 2022, 'pow(8, coefficient)'),
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.3194,
  },
  pairs_1990: {
    says: 'pairs of countries in the fit for papers',
    sql: fit(OPENALEX, 'log_distance', 1990, 'pairs'),
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 17578,
  },
  pairs_2022: {
    says: 'pairs of countries in the fit for papers',
    sql: fit(OPENALEX, 'log_distance', 2022, 'pairs'),
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 23220,
  },
  countries_1990: {
    says: 'countries and territories in the fit for papers',
    sql: fit(OPENALEX, 'log_distance', 1990, 'countries'),
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 188,
  },
  countries_2022: {
    says: 'countries and territories in the fit for papers',
    sql: fit(OPENALEX, 'log_distance', 2022, 'countries'),
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 216,
  },
  empty_1990: {
    says: 'of the pairs in the fit shared no paper',
    sql: `
      SELECT count(*) FILTER (WHERE observed = 0) / count(*) AS value, 1990 AS year FROM gravity_pairs
      WHERE source = '${OPENALEX}' AND layer = 'papers' AND to_year = 1990 AND origin < destination`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.8399,
  },
  empty_2022: {
    says: 'of the pairs in the fit shared no paper',
    sql: `
      SELECT count(*) FILTER (WHERE observed = 0) / count(*) AS value, 2022 AS year FROM gravity_pairs
      WHERE source = '${OPENALEX}' AND layer = 'papers' AND to_year = 2022 AND origin < destination`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.3983,
  },
  km_1990: {
    says: 'kilometres: mean length of a link by joint papers',
    sql: `SELECT km AS value, year FROM (${reach('year = 1990')})`,
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 6035,
  },
  km_2022: {
    says: 'kilometres: mean length of a link by joint papers',
    sql: `SELECT km AS value, year FROM (${reach('year = 2022')})`,
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 6059,
    within: 0.03,
  },
  sized_1990: {
    says: 'kilometres: mean length of a link if partners followed the sizes of countries alone',
    sql: `SELECT sized AS value, year FROM (${reach('year = 1990')})`,
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 6653,
  },
  sized_2022: {
    says: 'kilometres: mean length of a link if partners followed the sizes of countries alone',
    sql: `SELECT sized AS value, year FROM (${reach('year = 2022')})`,
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 7069,
    within: 0.03,
  },
  short_1990: {
    says: 'shorter than sizes alone would have it: the mean link by joint papers',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 1990')})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.0929,
  },
  short_1996: {
    says: 'shorter than sizes alone would have it: the mean link by joint papers',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 1996')})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.1,
  },
  short_2022: {
    says: 'shorter than sizes alone would have it: the mean link by joint papers',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 2022')})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.1429,
  },
  set: {
    says: 'countries between every two of which there were joint papers in every year since 1996',
    sql: `
      SELECT max(n) AS value, '1996–2022' AS year FROM (
        ${logLinear({ counts: PAPERS, years: 'year BETWEEN 1996 AND 2022', term: 'distance', beside: ['border'] })}
      ) HAVING min(pairs) = max(n) * (max(n) - 1) / 2`,
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 31,
    within: 0,
  },
  old_1996: slope(
    `${FAR}, the same countries, every pair alike`,
    [OPENALEX],
    level(PAPERS, 1996),
    'pow(2, coefficient)',
    'percent',
    0.7315,
  ),
  old_2022: slope(
    `${FAR}, the same countries, every pair alike`,
    [OPENALEX],
    level(PAPERS, 2022),
    'pow(2, coefficient)',
    'percent',
    0.7793,
  ),
  change: slope(CHANGE, [OPENALEX], change(PAPERS, 1996, 2022), 'coefficient', 'three', 0.091),
  change_low: slope(
    `lower limit: ${CHANGE}`,
    [OPENALEX],
    change(PAPERS, 1996, 2022),
    'coefficient - 1.959964 * error',
    'three',
    0.0412,
    { must: ['more than nil', (v) => v > 0] },
  ),
  change_high: slope(
    `upper limit: ${CHANGE}`,
    [OPENALEX],
    change(PAPERS, 1996, 2022),
    'coefficient + 1.959964 * error',
    'three',
    0.1415,
  ),
  change_no_china: slope(
    `${CHANGE}, without China`,
    [OPENALEX],
    change(
      PAPERS,
      1996,
      2022,
      SET.filter((code) => code !== 'CHN'),
    ),
    'coefficient',
    'three',
    0.086,
  ),
  ncses_1996: slope(
    `${FAR}, the same countries, every pair alike`,
    [NCSES],
    level(ARTICLES, 1996),
    'pow(2, coefficient)',
    'percent',
    0.6966,
  ),
  ncses_2020: slope(
    `${FAR}, the same countries, every pair alike`,
    [NCSES],
    level(ARTICLES, 2020),
    'pow(2, coefficient)',
    'percent',
    0.7899,
  ),
  ncses_change: slope(CHANGE, [NCSES], change(ARTICLES, 1996, 2020), 'coefficient', 'three', 0.1813),
  ncses_low: slope(
    `lower limit: ${CHANGE}`,
    [NCSES],
    change(ARTICLES, 1996, 2020),
    'coefficient - 1.959964 * error',
    'three',
    0.09,
    { must: ['more than nil', (v) => v > 0] },
  ),
  ncses_high: slope(
    `upper limit: ${CHANGE}`,
    [NCSES],
    change(ARTICLES, 1996, 2020),
    'coefficient + 1.959964 * error',
    'three',
    0.2726,
  ),
  set_short_1996: {
    says: 'shorter than sizes alone would have it: the mean link among the same countries',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 1996', SET)})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.062,
    within: 0.15,
  },
  set_short_2022: {
    says: 'shorter than sizes alone would have it: the mean link among the same countries',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 2022', SET)})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.0662,
    within: 0.15,
  },
  language_1990: times(
    'times as many joint papers with a common official language',
    OPENALEX,
    'common_language',
    1990,
    1.798,
  ),
  language_2022: times(
    'times as many joint papers with a common official language',
    OPENALEX,
    'common_language',
    2022,
    1.528,
  ),
  set_language_1996: slope(
    'times as many joint papers with a common official language, the same countries',
    [OPENALEX],
    level(PAPERS, 1996, 'language'),
    'exp(coefficient)',
    'two',
    1.788,
  ),
  set_language_2022: slope(
    'times as many joint papers with a common official language, the same countries',
    [OPENALEX],
    level(PAPERS, 2022, 'language'),
    'exp(coefficient)',
    'two',
    1.402,
  ),
  colony_1990: times('times as many joint papers with a colonial tie', OPENALEX, 'colonial_tie', 1990, 1.354),
  colony_2022: times('times as many joint papers with a colonial tie', OPENALEX, 'colonial_tie', 2022, 1.359),
  border_2022: times('times as many joint papers with a common border', OPENALEX, 'contiguous', 2022, 0.937),
  border_2022_low: times(
    'times as many joint papers with a common border',
    OPENALEX,
    'contiguous',
    2022,
    0.75,
    { column: 'low' },
  ),
  border_2022_high: times(
    'times as many joint papers with a common border',
    OPENALEX,
    'contiguous',
    2022,
    1.17,
    { column: 'high', must: ['holds one', (v) => v > 1] },
  ),
  moves_scopus_1998: times(FAR, SCOPUS_MOVES, 'log_distance', 1998, 0.7098),
  moves_scopus_2020: times(FAR, SCOPUS_MOVES, 'log_distance', 2020, 0.6617),
  moves_openalex_1998: times(FAR, OPENALEX_MOVES, 'log_distance', 1998, 0.7652),
  moves_openalex_2020: times(FAR, OPENALEX_MOVES, 'log_distance', 2020, 0.6681),
  moves_language_scopus: times(
    'times as many moves with a common official language',
    SCOPUS_MOVES,
    'common_language',
    2020,
    1.839,
  ),
  moves_language_openalex: times(
    'times as many moves with a common official language',
    OPENALEX_MOVES,
    'common_language',
    2020,
    3.265,
  ),
  moves_colony_scopus: times(
    'times as many moves with a colonial tie',
    SCOPUS_MOVES,
    'colonial_tie',
    2020,
    1.511,
  ),
  moves_colony_openalex: times(
    'times as many moves with a colonial tie',
    OPENALEX_MOVES,
    'colonial_tie',
    2020,
    1.991,
  ),
  movers: {
    says: 'countries between every two of which scholars moved in both spells, in both bases',
    sql: `
      SELECT max(n) AS value, '1998–2020' AS year FROM (
        ${logLinear({ counts: moves(SCOPUS_MOVES), years: 'year IN (2002, 2020)', term: 'distance', beside: ['border'], countries: MOVERS })}
      ) HAVING min(pairs) = max(n) * (max(n) - 1) / 2`,
    sources: [SCOPUS_MOVES, CEPII],
    format: 'count',
    stated: 27,
    within: 0,
  },
  movers_scopus: spells(SCOPUS_MOVES, 'coefficient', 0.059),
  movers_scopus_error: spells(SCOPUS_MOVES, 'error', 0.037),
  movers_openalex: spells(OPENALEX_MOVES, 'coefficient', 0.022),
  movers_openalex_error: spells(OPENALEX_MOVES, 'error', 0.034),
  projects: times(FAR, 'cordis-h2020', 'log_distance', 2020, 0.7635),
  hour_1996: slope(
    'more joint papers with each hour of the working day that two capitals share, the same countries',
    [OPENALEX, CAPITALS],
    withHours('hours', 1996),
    'exp(coefficient) - 1',
    'percent',
    0.0541,
  ),
  hour_2022: slope(
    'more joint papers with each hour of the working day that two capitals share, the same countries',
    [OPENALEX, CAPITALS],
    withHours('hours', 2022),
    'exp(coefficient) - 1',
    'percent',
    0.0337,
  ),
  old_hours_2022: slope(
    `${FAR}, shared hours too, the same countries`,
    [OPENALEX, CAPITALS],
    withHours('distance', 2022),
    'pow(2, coefficient)',
    'percent',
    0.8266,
  ),
  few_hours: {
    says: 'of the papers that the model expects, far pairs that share less than two hours of the working day',
    sql: `SELECT value / 100 AS value, year FROM (${HOURS_APART}) WHERE rank = 1`,
    sources: [OPENALEX, CEPII, CAPITALS],
    format: 'percent',
    stated: 1.075,
  },
  some_hours: {
    says: 'of the papers that the model expects, far pairs that share four to six hours of the working day',
    sql: `SELECT value / 100 AS value, year FROM (${HOURS_APART}) WHERE rank = 3`,
    sources: [OPENALEX, CEPII, CAPITALS],
    format: 'percent',
    stated: 1.22,
  },
  many_hours: {
    says: 'of the papers that the model expects, far pairs that share six hours of the working day or more',
    sql: `SELECT value / 100 AS value, year FROM (${HOURS_APART}) WHERE rank = 4`,
    sources: [OPENALEX, CEPII, CAPITALS],
    format: 'percent',
    stated: 0.96,
    must: ['no more than pairs with few hours', (v) => v < 1.05],
  },
});
