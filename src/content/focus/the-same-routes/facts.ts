import { facts, type Fact, type FactFormat } from '../../../publication/fact.ts';

const SOURCE = {
  papers: 'openalex-copublications',
  projects: 'cordis-h2020',
  scopus: 'scholarly-migration/scopus',
  openalex: 'scholarly-migration/openalex',
  students: 'uis-student-flows',
} as const;
type Base = keyof typeof SOURCE;
const quoted = (bases: readonly Base[]): string => bases.map((base) => `'${SOURCE[base]}'`).join(', ');

/** Two layers by their sources, in the order of the alphabet of layers. */
const both = (first: Base, second: Base, year: number): string =>
  `first_source = '${SOURCE[first]}' AND second_source = '${SOURCE[second]}' AND year = ${year}`;
const LAYER = {
  papers: 'joint papers',
  projects: 'shared projects',
  scopus: 'scholars’ moves (Scopus)',
  openalex: 'scholars’ moves (OpenAlex)',
  students: 'students',
} as const satisfies Record<Base, string>;

const fact = (
  says: string,
  first: Base,
  second: Base,
  sql: string,
  format: FactFormat,
  stated: number,
  rest: Partial<Fact> = {},
): Fact => ({
  says,
  sql,
  sources: [SOURCE[first], SOURCE[second]],
  format,
  stated,
  ...rest,
});

/** The release's rank correlation of two layers. */
const link = (
  first: Base,
  second: Base,
  stated: number,
  year = 2018,
  measure: 'intensity' | 'links' = 'intensity',
  rest: Partial<Fact> = {},
): Fact =>
  fact(
    `rank correlation of ${LAYER[first]} and ${LAYER[second]}, ${measure === 'links' ? 'as counted' : 'relative to size'}`,
    first,
    second,
    `
    SELECT rank_correlation AS value, year FROM layer_links
    WHERE ${both(first, second, year)} AND measure = '${measure}'`,
    'two',
    stated,
    rest,
  );

/** Of the tenth of pairs that are closest in the first layer, the part that is in that tenth of the second too. */
const top = (first: Base, second: Base, stated: number): Fact =>
  fact(
    `of the pairs in the top tenth by ${LAYER[first]} are in the top tenth by ${LAYER[second]} too, relative to size`,
    first,
    second,
    `
    SELECT count(*) FILTER (WHERE second_percentile > 0.9) / count(*) AS value, 2018 AS year FROM layer_gaps
    WHERE ${both(first, second, 2018)} AND first_percentile > 0.9`,
    'percent',
    stated,
  );

/** Spearman's correlation of a and b of the pairs in `kept`: equal ones share the mean of their ranks. */
const spearman = (year: number): string => `ranked AS (
      SELECT rank() OVER (ORDER BY a) + (count(*) OVER (PARTITION BY a) - 1) / 2.0 AS a,
             rank() OVER (ORDER BY b) + (count(*) OVER (PARTITION BY b) - 1) / 2.0 AS b FROM kept)
    SELECT corr(a, b) AS value, ${year} AS year FROM ranked`;

/** Spearman's correlation over pairs that stand in both years, ranked anew among themselves. */
const same = (year: 2008 | 2018, stated: number, rest: Partial<Fact> = {}): Fact =>
  fact(
    'rank correlation of joint papers and scholars’ moves (Scopus), relative to size, over the pairs that are in both years',
    'papers',
    'scopus',
    `
    WITH now AS (SELECT origin, destination, first_intensity AS a, second_intensity AS b FROM layer_gaps WHERE ${both('papers', 'scopus', year)}),
    other AS (SELECT origin, destination FROM layer_gaps WHERE ${both('papers', 'scopus', year === 2008 ? 2018 : 2008)}),
    kept AS (SELECT n.a, n.b FROM now n JOIN other o ON o.origin = n.origin AND o.destination = n.destination),
    ${spearman(year)}`,
    'two',
    stated,
    rest,
  );

/** Every two of some layers, and how they agree as counted and relative to size. */
const agreed = (bases: readonly Base[]): string => `
  SELECT first_source, second_source, max(CASE measure WHEN 'links' THEN rank_correlation END) AS counted,
         max(CASE measure WHEN 'intensity' THEN rank_correlation END) AS sized
  FROM layer_links WHERE year = 2018 AND first_source IN (${quoted(bases)}) AND second_source IN (${quoted(bases)})
  GROUP BY first_source, second_source`;
const change = (
  says: string,
  bases: readonly Base[],
  value: string,
  stated: number,
  must: NonNullable<Fact['must']>,
  where = 'TRUE',
): Fact => ({
  says,
  sql: `SELECT ${value} AS value, 2018 AS year FROM (${agreed(bases)}) WHERE ${where}`,
  sources: bases.map((base) => SOURCE[base]),
  format: 'two',
  stated,
  within: 0.2,
  must,
});

const pairs = (first: Base, second: Base, year: number, stated: number): Fact =>
  fact(
    `pairs of countries with enough expected in ${LAYER[first]} and ${LAYER[second]}`,
    first,
    second,
    `SELECT count(*) AS value, ${year} AS year FROM layer_gaps WHERE ${both(first, second, year)}`,
    'count',
    stated,
  );

/** A pair in papers and students. */
const of = (
  origin: string,
  destination: string,
  value: string,
  says: string,
  format: FactFormat,
  stated: number,
): Fact =>
  fact(
    says,
    'papers',
    'students',
    `
    SELECT ${value} AS value, year FROM layer_gaps
    WHERE ${both('papers', 'students', 2018)} AND origin = '${origin}' AND destination = '${destination}'`,
    format,
    stated,
  );

export default facts({
  papers_scholars: link('papers', 'scopus', 0.824, 2018, 'intensity', {
    must: ['the closest of all', (v) => v > 0.75],
  }),
  papers_scholars_openalex: link('papers', 'openalex', 0.792, 2018, 'intensity', {
    must: ['first here too', (v) => v > 0.7],
  }),
  papers_scholars_2008: link('papers', 'scopus', 0.857, 2008),
  papers_scholars_2019: link('papers', 'scopus', 0.828, 2019),
  same_2018: same(2018, 0.854, { must: ['as high as in 2008', (v) => v > 0.84] }),
  papers_students: link('papers', 'students', 0.631),
  papers_projects: link('papers', 'projects', 0.56),
  papers_projects_counted: link('papers', 'projects', 0.729, 2018, 'links'),
  other_drop: change(
    'lower at most, relative to size than as counted, for any other two layers (scholars of the Scopus base)',
    ['papers', 'projects', 'scopus', 'students'],
    'max(counted - sized)',
    0.063,
    ['far less than papers and projects', (v) => v < 0.1],
    `first_source <> '${SOURCE.papers}' OR second_source <> '${SOURCE.projects}'`,
  ),
  projects_drop: change(
    'lower, relative to size than as counted: projects and scholars (OpenAlex)',
    ['projects', 'openalex'],
    'max(counted - sized)',
    0.16,
    ['much as papers and projects', (v) => v > 0.13],
  ),
  projects_gain: change(
    'higher, relative to size than as counted: projects and scholars (Scopus)',
    ['projects', 'scopus'],
    'max(sized - counted)',
    0.0237,
    ['nothing lost', (v) => v > 0],
  ),
  without_projects: change(
    'lower at most, relative to size than as counted, for any two of papers, students and scholars (of either base)',
    ['papers', 'scopus', 'openalex', 'students'],
    'max(counted - sized)',
    0.071,
    ['far less than papers and projects', (v) => v < 0.1],
  ),
  projects_students: link('projects', 'students', 0.294, 2018, 'intensity', {
    must: ['the loosest of all', (v) => v < 0.34],
  }),
  projects_students_pairs: pairs('projects', 'students', 2018, 149),
  top_scholars: top('papers', 'scopus', 0.76),
  top_students: top('papers', 'students', 0.49),
  firm: fact(
    'rank correlation of joint papers and scholars’ moves (Scopus) where at least a hundred are expected in each, relative to size',
    'papers',
    'scopus',
    `
    WITH kept AS (
      SELECT first_intensity AS a, second_intensity AS b FROM layer_gaps
      WHERE ${both('papers', 'scopus', 2018)} AND first_expected >= 100 AND second_expected >= 100),
    ${spearman(2018)}`,
    'two',
    0.88,
  ),
  cuba_papers: of('CUB', 'ZAF', 'first_links', 'papers that Cuba and South Africa share', 'count', 18),
  cuba_students: of('CUB', 'ZAF', 'second_links', 'students from South Africa in Cuba', 'count', 2885),
  saudi_above: of(
    'IND',
    'SAU',
    'first_intensity',
    'times as many papers of India and Saudi Arabia as their sizes let one expect',
    'times',
    3.93,
  ),
  saudi_below: of(
    'IND',
    'SAU',
    'second_intensity',
    'as many students from India in Saudi Arabia as their sizes let one expect',
    'percent',
    0.39,
  ),
});
