import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

/** The publisher's window: before and after it, moves are truncated by the method. */
const [FIRST, LAST] = [1998, 2020];

const BASES = [
  { id: 'scopus', edition: 'scopus_2024_V1', codes: 'iso3', missing: [null] },
  // In this base NA is Namibia, and an unknown place is empty or the word "nan".
  { id: 'openalex', edition: 'openalex_2023_V1', codes: 'iso2', missing: [null, 'nan'] },
] as const;

/** Researchers who change their main country of affiliation, 1998-2020, in two bases that are never merged. */
export const scholarlyMigration: Adapter = {
  id: 'scholarly-migration',
  async ingest(bench: Workbench) {
    for (const base of BASES) {
      const source = `scholarly-migration/${base.id}`;
      const file = (name: string) => `scholarly-migration/${base.edition}_scholarlymigration_${name}.csv`;
      const codes = { source, codes: base.codes };
      await bench.csv('moves', file('countryflows'), [
        'migrationfrom',
        'migrationto',
        'year',
        'n_migrations',
      ]);
      await outsideWindow(bench, 'moves', source);
      const unknownEnd = {
        texts: base.missing,
        reason: 'Origin or destination not known: a first or last appearance, not a move',
      };
      await bench.places('moves', 'migrationfrom', { ...codes, missing: unknownEnd });
      // A row whose ends are both unknown is left out once.
      await bench.db.run(
        'DELETE FROM moves WHERE migrationfrom_iso3 IS NULL; ALTER TABLE moves DROP migrationfrom_flag',
      );
      await bench.places('moves', 'migrationto', { ...codes, missing: unknownEnd });
      await bench.db.run(`
        INSERT INTO flows_in
        SELECT 'scholars', '${source}', migrationfrom_iso3, migrationto_iso3, year::DOUBLE::SMALLINT, n_migrations::DOUBLE, NULL
        FROM moves WHERE migrationfrom_iso3 IS NOT NULL AND migrationto_iso3 IS NOT NULL AND n_migrations::DOUBLE > 0`);

      await bench.csv('rates', file('country'), [
        'year',
        'countrycode',
        'padded_population_of_researchers',
        'number_of_inmigrations',
        'number_of_outmigrations',
      ]);
      await outsideWindow(bench, 'rates', source);
      await bench.places('rates', 'countrycode', {
        ...codes,
        missing: { texts: base.missing, reason: 'Country not known' },
      });
      for (const [measure, column] of [
        ['researchers', 'padded_population_of_researchers'],
        ['scholars_in', 'number_of_inmigrations'],
        ['scholars_out', 'number_of_outmigrations'],
      ] as const)
        await bench.db.run(`
          INSERT INTO totals_in
          SELECT countrycode_iso3, '${measure}', '${source}', year::DOUBLE::SMALLINT, ${column}::DOUBLE, NULL FROM rates WHERE countrycode_iso3 IS NOT NULL`);
    }
  },
};

async function outsideWindow(bench: Workbench, table: string, source: string): Promise<void> {
  const outside = `year IS NULL OR year::DOUBLE NOT BETWEEN ${FIRST} AND ${LAST}`;
  const { n } = await bench.db.one<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM ${table} WHERE ${outside}`,
  );
  await bench.exclude(
    source,
    `years outside ${FIRST}-${LAST}`,
    n,
    "Outside the publisher's window, whose edges are truncated",
  );
  await bench.db.run(`DELETE FROM ${table} WHERE ${outside}`);
}
