import { facts, type Fact, type FactFormat } from '../../../publication/fact.ts';
import { ARTICLES, besides, FOUR, logLinear, PAPERS, SET } from '../../../publication/log-linear-sql.ts';
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
const level = (counts: string, year: number): string =>
  logLinear({ counts, years: EVERY_PAIR(year), term: 'distance', beside: besides('distance') });
const change = (
  counts: string,
  first: number,
  last: number,
  {
    term = 'distance',
    countries = SET,
  }: { term?: 'distance' | 'language'; countries?: readonly string[] } = {},
): string =>
  logLinear({
    counts,
    years: `year IN (${first}, ${last})`,
    term,
    beside: besides(term),
    change: [first, last],
    countries,
  });
/** Limits of the second method's intervals, by dyadic errors. */
const LOW = 'coefficient - 1.959964 * error';
const HIGH = 'coefficient + 1.959964 * error';
const CHANGE = 'change of the elasticity of distance, the same countries, every pair alike';
const LANGUAGE =
  'change of the logarithm that goes with a common official language, the same countries, every pair alike';
const HOUR =
  'logarithm of joint papers that goes with an hour of the working day that two capitals share, the same countries';

/** By how much more the mean link falls short of what sizes alone would have, in 2022 than in 1996. */
const fellShort = (among?: readonly string[]): string => `
  SELECT max(short) FILTER (year = 2022) - max(short) FILTER (year = 1996) AS value, '1996–2022' AS year
  FROM (SELECT year, 1 - km / sized AS short FROM (${reach('year IN (1996, 2022)', among)}))`;

const withHours = (term: 'hours' | 'distance', year: number): string =>
  logLinear({
    counts: PAPERS,
    years: EVERY_PAIR(year),
    term,
    beside: term === 'hours' ? FOUR : [...besides('distance'), 'hours'],
  });

export default facts({
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
  far_2019: times(FAR, OPENALEX, 'log_distance', 2019, 0.6988, {
    must: ['between 1990 and 2022', (v) => v > 0.684 && v < 0.75],
  }),
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
  countries_2022: {
    says: 'countries and territories in the fit for papers',
    sql: fit(OPENALEX, 'log_distance', 2022, 'countries'),
    sources: [OPENALEX, CEPII],
    format: 'count',
    stated: 216,
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
  short_1990: {
    says: 'shorter than sizes alone would have it: the mean link by joint papers',
    sql: `SELECT 1 - km / sized AS value, year FROM (${reach('year = 1990')})`,
    sources: [OPENALEX, CEPII],
    format: 'percent',
    stated: 0.0929,
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
  change_low: slope(`lower limit: ${CHANGE}`, [OPENALEX], change(PAPERS, 1996, 2022), LOW, 'three', 0.0412, {
    must: ['more than nil', (v) => v > 0],
  }),
  change_high: slope(`upper limit: ${CHANGE}`, [OPENALEX], change(PAPERS, 1996, 2022), HIGH, 'three', 0.1415),
  change_no_china: slope(
    `${CHANGE}, without China`,
    [OPENALEX],
    change(PAPERS, 1996, 2022, { countries: SET.filter((code) => code !== 'CHN') }),
    'coefficient',
    'three',
    0.086,
    { must: ['much as with China', (v) => v > 0.05] },
  ),
  ncses_change: slope(CHANGE, [NCSES], change(ARTICLES, 1996, 2020), 'coefficient', 'three', 0.1813),
  ncses_low: slope(`lower limit: ${CHANGE}`, [NCSES], change(ARTICLES, 1996, 2020), LOW, 'three', 0.09, {
    must: ['more than nil', (v) => v > 0],
  }),
  ncses_high: slope(`upper limit: ${CHANGE}`, [NCSES], change(ARTICLES, 1996, 2020), HIGH, 'three', 0.2726),
  set_grew: {
    says: 'percentage points more by which the mean link falls short of what sizes alone would have, the same countries',
    sql: fellShort(SET),
    sources: [OPENALEX, CEPII],
    format: 'points',
    stated: 0.0042,
    within: 1,
    must: ['hardly any', (v) => Math.abs(v) < 0.01],
  },
  world_grew: {
    says: 'percentage points more by which the mean link falls short of what sizes alone would have, all countries',
    sql: fellShort(),
    sources: [OPENALEX, CEPII],
    format: 'points',
    stated: 0.044,
    must: ['more than among the same countries', (v) => v > 0.02],
  },
  language_2022: times(
    'times as many joint papers with a common official language',
    OPENALEX,
    'common_language',
    2022,
    1.528,
    { must: ['less than in 1990', (v) => v < 1.75] },
  ),
  language_change: slope(
    LANGUAGE,
    [OPENALEX],
    change(PAPERS, 1996, 2022, { term: 'language' }),
    'coefficient',
    'three',
    -0.2433,
  ),
  language_low: slope(
    `lower limit: ${LANGUAGE}`,
    [OPENALEX],
    change(PAPERS, 1996, 2022, { term: 'language' }),
    LOW,
    'three',
    -0.4505,
  ),
  language_high: slope(
    `upper limit: ${LANGUAGE}`,
    [OPENALEX],
    change(PAPERS, 1996, 2022, { term: 'language' }),
    HIGH,
    'three',
    -0.0361,
    { within: 0.5, must: ['less than nil', (v) => v < 0] },
  ),
  colony_2022: times('times as many joint papers with a colonial tie', OPENALEX, 'colonial_tie', 2022, 1.359),
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
  moves_scopus_2020: times(FAR, SCOPUS_MOVES, 'log_distance', 2020, 0.6617, {
    must: ['less than in 1998', (v) => v < 0.7],
  }),
  moves_openalex_2020: times(FAR, OPENALEX_MOVES, 'log_distance', 2020, 0.6681, {
    must: ['less than in 1998', (v) => v < 0.75],
  }),
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
  hour_2022: slope(HOUR, [OPENALEX, CAPITALS], withHours('hours', 2022), 'coefficient', 'three', 0.0331, {
    within: 0.3,
  }),
  hour_2022_low: slope(
    `lower limit: ${HOUR}`,
    [OPENALEX, CAPITALS],
    withHours('hours', 2022),
    LOW,
    'three',
    0.0014,
    { within: 3, must: ['next to nil', (v) => Math.abs(v) < 0.01] },
  ),
  hour_2022_high: slope(
    `upper limit: ${HOUR}`,
    [OPENALEX, CAPITALS],
    withHours('hours', 2022),
    HIGH,
    'three',
    0.0649,
  ),
  hour_1996_low: slope(
    `lower limit: ${HOUR}`,
    [OPENALEX, CAPITALS],
    withHours('hours', 1996),
    LOW,
    'three',
    -0.0012,
    { within: 3, must: ['nil is inside', (v) => v < 0] },
  ),
  hour_1996_high: slope(
    `upper limit: ${HOUR}`,
    [OPENALEX, CAPITALS],
    withHours('hours', 1996),
    HIGH,
    'three',
    0.1065,
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
  many_hours: {
    says: 'of the papers that the model expects, far pairs that share six hours of the working day or more',
    sql: `SELECT value / 100 AS value, year FROM (${HOURS_APART}) WHERE rank = 4`,
    sources: [OPENALEX, CEPII, CAPITALS],
    format: 'percent',
    stated: 0.96,
    must: ['no more than pairs with few hours', (v) => v < 1.05],
  },
});
