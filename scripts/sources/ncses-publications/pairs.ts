import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { ARTICLES, CHANGED, fileOf, placeEconomies } from './economies.ts';
import { oncePerPair } from './once-per-pair.ts';

const COUNTS = fileOf('pairs_whole_count.csv');
const INDEX = fileOf('pairs_collaboration_index.csv');

/** "SEI2024 SPBS-35", edition and number of the table, in SQL. */
const EDITION = `string_split(edition, ' ')[1]`;

/** Articles of pairs of economies with the publisher's index of collaboration. Half of a matrix: a pair stands once. */
export async function articlePairs(bench: Workbench): Promise<void> {
  const key = ['edition', 'year', 'economy_a', 'economy_b'] as const;
  await bench.csv('ncses_pairs', COUNTS, [...key, 'copublications']);
  await bench.csv('ncses_index', INDEX, [...key, 'collaboration_index']);
  for (const table of ['ncses_pairs', 'ncses_index'])
    for (const column of ['economy_a', 'economy_b'] as const) {
      await placeEconomies(bench, table, column, ARTICLES);
      // A row that is out for one end is not counted again for the other.
      await bench.db.run(`DELETE FROM ${table} WHERE ${column}_iso3 IS NULL`);
    }
  await totalsOfCountries(bench);
  await bench.db.run(`
    CREATE OR REPLACE TABLE ncses_pairs_ends AS
    SELECT ${EDITION} AS edition, year::SMALLINT AS year, economy_a_iso3 AS a, economy_b_iso3 AS b, copublications::INTEGER AS value
    FROM ncses_pairs`);
  await oncePerPair(bench, { from: 'ncses_pairs_ends', into: 'ncses_pairs_once', source: ARTICLES });
  await bench.db.run(`
    CREATE OR REPLACE TABLE ncses_index_once AS
    SELECT ${EDITION} AS edition, year::SMALLINT AS year, least(economy_a_iso3, economy_b_iso3) AS origin,
           greatest(economy_a_iso3, economy_b_iso3) AS destination, max(collaboration_index::DOUBLE) AS collaboration_index
    FROM ncses_index GROUP BY ALL`);
  const { n } = await bench.db.one<{ n: number }>(
    'SELECT count(*)::INTEGER AS n FROM ncses_index_once ANTI JOIN ncses_pairs_once USING (edition, year, origin, destination)',
  );
  await bench.exclude(
    ARTICLES,
    'index of a pair without a count',
    n,
    'No number of articles to stand beside',
  );
  await bench.db.run(`
    INSERT INTO publication_pairs BY NAME
    SELECT '${ARTICLES}' AS source, edition, origin, destination, year, value, collaboration_index, NULL AS flag
    FROM ncses_pairs_once LEFT JOIN ncses_index_once USING (edition, year, origin, destination)`);
}

/**
 * A pair with the world is no pair: it is all articles of a country with others. Where the counts of the edition are there,
 * they hold the same number; the edition of 2020 has no other, and these go to the counts.
 */
async function totalsOfCountries(bench: Workbench): Promise<void> {
  await bench.db.run(`
    CREATE OR REPLACE TABLE ncses_world AS
    SELECT ${EDITION} AS edition, year::SMALLINT AS year, copublications::INTEGER AS value,
           CASE WHEN economy_a_iso3 = 'WLD' THEN economy_b_iso3 ELSE economy_a_iso3 END AS country
    FROM ncses_pairs WHERE 'WLD' IN (economy_a_iso3, economy_b_iso3);
    DELETE FROM ncses_pairs WHERE 'WLD' IN (economy_a_iso3, economy_b_iso3);
    CREATE OR REPLACE TABLE ncses_world_known AS
    SELECT w.*, c.value AS known FROM ncses_world w
    JOIN publication_counts c ON c.source = '${ARTICLES}' AND c.attribute = 'international'
      AND c.edition = w.edition AND c.country = w.country AND c.year = w.year`);
  const [other] = await bench.db.all<{
    edition: string;
    country: string;
    year: number;
    value: number;
    known: number;
  }>('FROM ncses_world_known WHERE value <> known ORDER BY edition, country, year LIMIT 1');
  if (other)
    throw new UserError(
      `${COUNTS}: ${other.country} has ${other.value} articles with the world in ${other.year} (${other.edition}), but the table of counts has ${other.known} international ones. ${CHANGED}`,
    );
  const { same } = await bench.db.one<{ same: number }>(
    'SELECT count(*)::INTEGER AS same FROM ncses_world_known',
  );
  await bench.exclude(
    ARTICLES,
    'pairs with the world',
    same,
    'All international articles of a country: the same number is among the counts',
  );
  await bench.db.run(`
    INSERT INTO publication_counts BY NAME
    SELECT '${ARTICLES}' AS source, edition, country, 'international' AS attribute, year, value, NULL AS flag
    FROM ncses_world ANTI JOIN ncses_world_known USING (edition, country, year)`);
}
