import type { Workbench } from '../../lib/workbench.ts';

/** The two bases of the record: articles of all fields, and those on artificial intelligence. */
export const ARTICLES = 'ncses-publications/scopus';
export const AI = 'ncses-publications/ai';

export const CHANGED =
  'Has the publisher changed the format? Compare with the record in data/sources/ and mend scripts/sources/ncses-publications/.';

/** A file of this source, as its record names it. */
export const fileOf = (name: string): string => `ncses-publications/${name}`;

/** A name without its footnote, entities of HTML and blanks around it: "Serbia<sup>c</sup>" is "Serbia". */
const plainName = (name: string): string =>
  name
    .replace(/<sup>.*?<\/sup>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .trim();

/**
 * Adds the column `<column>_iso3` for names of economies. The world, which is no country, stays in its rows, as WLD.
 */
export async function placeEconomies(
  bench: Workbench,
  table: string,
  column: string,
  source: string,
): Promise<void> {
  const names = await bench.db.all<{ name: string }>(
    `SELECT DISTINCT "${column}" AS name FROM ${table} WHERE "${column}" IS NOT NULL`,
  );
  await bench.db.run('CREATE OR REPLACE TEMP TABLE plain_names (name VARCHAR, plain VARCHAR)');
  await bench.db.append(
    'plain_names',
    names.map(({ name }) => [name, plainName(name)]),
  );
  await bench.db.run(`
    UPDATE ${table} SET "${column}" = plain FROM plain_names WHERE plain_names.name = "${column}" AND plain <> name;
    CREATE OR REPLACE TABLE world_rows AS FROM ${table} WHERE "${column}" = 'World';
    DELETE FROM ${table} WHERE "${column}" = 'World'`);
  await bench.places(table, column, { source, codes: 'name' });
  await bench.db.run(
    `INSERT INTO ${table} BY NAME SELECT *, 'WLD' AS "${column}_iso3" FROM world_rows; DROP TABLE world_rows`,
  );
}
