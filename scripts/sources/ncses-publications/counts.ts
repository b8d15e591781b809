import { readCsv } from '../../lib/csv.ts';
import { UserError } from '../../lib/errors.ts';
import type { Workbench } from '../../lib/workbench.ts';
import { ARTICLES, CHANGED, fileOf, placeEconomies } from './economies.ts';

const TABLES = [
  {
    edition: 'SEI2024',
    file: fileOf('table_10001_articles_by_coauthorship_2003_2022.csv'),
    path: 'region_country_or_economy_full_path',
  },
  {
    edition: 'SEI2022',
    file: fileOf('table_5002_articles_by_coauthorship_1996_2020.csv'),
    path: 'country_or_economy_full_path',
  },
] as const;

const TOTAL = 'Total articles';
/** What stands below "Total articles" in the path of a row. The first two do not exclude each other. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'With multiple institutions': 'multiple institutions',
  'With domestic institutions only': 'domestic only',
  'With international institutions': 'international',
};

/**
 * Articles by kind of authorship: a heading for each economy, below it a row for all articles and one for each kind, a
 * column for each year (field_2003). Headings are counted as rows, empty cells as cells.
 */
export async function articleCounts(bench: Workbench): Promise<void> {
  await bench.db.run(
    'CREATE OR REPLACE TABLE ncses_counts (edition VARCHAR, economy VARCHAR, attribute VARCHAR, year SMALLINT, value INTEGER)',
  );
  let headings = 0;
  let empty = 0;
  for (const table of TABLES)
    for (const row of await readCsv(bench.raw(table.file), [table.path])) {
      const cells = Object.entries<string>(row).filter(([column]) => /^field_\d{4}$/.test(column));
      if (cells.length === 0) throw new UserError(`${table.file} has no columns of years. ${CHANGED}`);
      const path = row[table.path].split(' -> ');
      const at = path.indexOf(TOTAL);
      const filled = cells.filter(([, cell]) => cell !== '');
      if (at < 0 && filled.length === 0) {
        headings++;
        continue;
      }
      const economy = path[at - 1];
      const below = path[at + 1];
      const attribute = below === undefined ? 'total' : ATTRIBUTES[below];
      if (at < 1 || economy === undefined || attribute === undefined || path.length > at + 2)
        throw new UserError(
          `${table.file}: "${row[table.path]}" is no economy with a known kind of article. ${CHANGED}`,
        );
      empty += cells.length - filled.length;
      await bench.db.append(
        'ncses_counts',
        filled.map(([column, cell]) => {
          if (!/^\d+$/.test(cell))
            throw new UserError(
              `${table.file}, ${row[table.path]}, ${column}: "${cell}" is no count. ${CHANGED}`,
            );
          return [table.edition, economy, attribute, Number(column.slice(-4)), Number(cell)];
        }),
      );
    }
  await bench.exclude(ARTICLES, 'headings of economies', headings, 'A name without values');
  await bench.exclude(ARTICLES, 'empty cells', empty, 'Missing at the source, which is not zero');
  await placeEconomies(bench, 'ncses_counts', 'economy', ARTICLES);
  await bench.db.run(`
    INSERT INTO publication_counts BY NAME
    SELECT '${ARTICLES}' AS source, edition, economy_iso3 AS country, attribute, year, value, economy_flag AS flag
    FROM ncses_counts WHERE economy_iso3 IS NOT NULL`);
}
