import { one } from '../atlas.ts';

/**
 * What the tie of China and the United States comes to by affinity over links and by NCSES's index of collaboration, in
 * the newest year of NCSES's newest edition, and why they differ. Both divide the same number of shared articles, so
 * their ratio is made of sizes alone:
 * affinity / index = (T / I_W) · (I_X / T_X) · (I_Y / T_Y), with T for links and I for international articles.
 */
export interface NcsesComparison {
  readonly year: number;
  readonly economies: number;
  readonly pairs: number;
  readonly ncses: Database & { readonly world_articles: number };
  readonly openalex: Database & {
    /** International works, summed over countries: each counts for every country that it has. */
    readonly sum_of_articles: number;
  };
  /** NCSES's index as it publishes it, to two decimals. */
  readonly index: number;
  readonly ric: number;
  readonly ric_back: number;
  readonly medians: { readonly affinity: number; readonly affinity_closed: number; readonly index: number };
}

/** One database: x is China, y the United States. */
export interface Database {
  readonly shared: number;
  readonly articles_x: number;
  readonly articles_y: number;
  readonly links_x: number;
  readonly links_y: number;
  /** Links of all countries, every link from both its ends. */
  readonly links: number;
}

/** Exported for the tests: one row, a column a number. */
export const SQL = `
  WITH pair AS (SELECT * FROM index_comparison WHERE origin = 'CHN' AND destination = 'USA' QUALIFY year = max(year) OVER ()),
  ends AS (
    SELECT p.origin AS country, p.value FROM publication_pairs p JOIN pair ON pair.edition = p.edition AND pair.year = p.year
    UNION ALL SELECT p.destination, p.value FROM publication_pairs p JOIN pair ON pair.edition = p.edition AND pair.year = p.year),
  closed AS (
    SELECT sum(value) AS links, sum(value) FILTER (country = 'CHN') AS links_x, sum(value) FILTER (country = 'USA') AS links_y,
           count(DISTINCT country) AS economies FROM ends),
  articles AS (
    SELECT max(c.value) FILTER (country = 'CHN') AS x, max(c.value) FILTER (country = 'USA') AS y, max(c.value) FILTER (country = 'WLD') AS world
    FROM publication_counts c JOIN pair ON pair.source = c.source AND pair.edition = c.edition AND pair.year = c.year WHERE attribute = 'international'),
  works AS (
    SELECT max(t.value) FILTER (country = 'CHN') AS x, max(t.value) FILTER (country = 'USA') AS y, sum(t.value) FILTER (country <> 'WLD') AS total
    FROM totals t JOIN pair ON pair.papers_source = t.source AND pair.year = t.year WHERE measure = 'international_works'),
  sizes AS (
    SELECT max(m.links) FILTER (country = 'CHN') AS links_x, max(m.links) FILTER (country = 'USA') AS links_y, max(m.world) AS links
    FROM margins m JOIN pair ON pair.papers_source = m.source AND pair.year = m.year WHERE m.layer = 'papers' AND m.direction = 'both'),
  middle AS (
    SELECT count(*) AS pairs, median(i.affinity) AS affinity, median(i.affinity_closed) AS affinity_closed, median(i.collaboration_index) AS collaboration_index
    FROM index_comparison i JOIN pair ON pair.year = i.year)
  SELECT pair.year, closed.economies, middle.pairs, pair.collaboration_index, pair.affinity, pair.affinity_closed, pair.ric, pair.ric_back,
         pair.articles AS ncses_shared, articles.x AS ncses_articles_x, articles.y AS ncses_articles_y, articles.world AS ncses_world_articles,
         closed.links_x AS ncses_links_x, closed.links_y AS ncses_links_y, closed.links AS ncses_links,
         pair.papers AS openalex_shared, works.x AS openalex_articles_x, works.y AS openalex_articles_y, works.total AS openalex_sum_of_articles,
         sizes.links_x AS openalex_links_x, sizes.links_y AS openalex_links_y, sizes.links AS openalex_links,
         middle.affinity AS median_affinity, middle.affinity_closed AS median_affinity_closed, middle.collaboration_index AS median_index
  FROM pair, closed, articles, works, sizes, middle`;

export const ncsesComparison = async (): Promise<NcsesComparison> =>
  comparisonOf(await one<Record<string, number | null>>(SQL));

/**
 * The row as what a page needs.
 * @throws Error where a number is missing, or where the numbers do not give the values that the relation has
 */
export function comparisonOf(row: Readonly<Record<string, number | null>>): NcsesComparison {
  const number = (name: string): number => {
    const value = row[name];
    if (typeof value !== 'number') throw new Error(`The comparison with NCSES lacks the number ${name}.`);
    return value;
  };
  const database = (name: string): Database => ({
    shared: number(`${name}_shared`),
    articles_x: number(`${name}_articles_x`),
    articles_y: number(`${name}_articles_y`),
    links_x: number(`${name}_links_x`),
    links_y: number(`${name}_links_y`),
    links: number(`${name}_links`),
  });
  const comparison: NcsesComparison = {
    year: number('year'),
    economies: number('economies'),
    pairs: number('pairs'),
    ncses: { ...database('ncses'), world_articles: number('ncses_world_articles') },
    openalex: { ...database('openalex'), sum_of_articles: number('openalex_sum_of_articles') },
    index: number('collaboration_index'),
    ric: number('ric'),
    ric_back: number('ric_back'),
    medians: {
      affinity: number('median_affinity'),
      affinity_closed: number('median_affinity_closed'),
      index: number('median_index'),
    },
  };
  const { ncses, openalex } = comparison;
  agree('affinity over links of OpenAlex', affinityOf(openalex), number('affinity'), 1e-6);
  agree('affinity over articles of NCSES', affinityOf(ncses), number('affinity_closed'), 1e-6);
  agree('the index of NCSES', indexOf(ncses, ncses.world_articles), comparison.index, 0.005);
  return comparison;
}

function agree(what: string, reckoned: number, held: number, by: number): void {
  if (Math.abs(reckoned - held) > by * 1.01)
    throw new Error(`The comparison with NCSES: ${what} comes to ${reckoned} and is kept as ${held}.`);
}

/** T·C / (T_X·T_Y) */
export const affinityOf = ({ shared, links, links_x, links_y }: Database): number =>
  (links * shared) / (links_x * links_y);

/** (C / I_X) / (I_Y / I_W) */
export const indexOf = ({ shared, articles_x, articles_y }: Database, world: number): number =>
  (shared / articles_x) * (world / articles_y);

/** Partner countries of an international article, on average: T_X / I_X. */
export const partnersOf = ({ links_x, links_y, articles_x, articles_y }: Database) => ({
  x: links_x / articles_x,
  y: links_y / articles_y,
});

/**
 * Between which numbers the international works of the world must lie, where only the sums over countries are known: S of
 * works, T of links. Every work has two countries or more, so no more than S / 2; and by the inequality of Cauchy and
 * Schwarz no fewer than S² / (S + T), as a work of n countries is n in S and n² in S + T.
 */
export const worldBounds = (sum: number, links: number): readonly [least: number, most: number] => [
  sum ** 2 / (sum + links),
  sum / 2,
];
