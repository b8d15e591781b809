import { fileLike } from '../lib/record-files.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'scholarly-migration';

/** The publisher's window: before and after it, moves are truncated by the method. */
const [FIRST, LAST] = [1998, 2020];

const BASES = [
  { id: 'scopus', codes: 'iso3', missing: [null] },
  // In this base NA is Namibia, and an unknown place is empty or the word "nan".
  { id: 'openalex', codes: 'iso2', missing: [null, 'nan'] },
] as const;

/** Researchers who change their main country of affiliation, 1998-2020, in two bases that are never merged. */
export const scholarlyMigration: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    for (const base of BASES) {
      const source = `${SOURCE}/${base.id}`;
      // The edition stands in the middle of a name: scopus_2024_V1_scholarlymigration_country.csv.
      const file = (table: 'countryflows' | 'country') =>
        fileLike(
          bench.record(SOURCE),
          new RegExp(`^${base.id}_.+_scholarlymigration_${table}\\.csv$`),
          `${base.id}_<edition>_scholarlymigration_${table}.csv`,
        );
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

const outsideWindow = (bench: Workbench, table: string, source: string): Promise<void> =>
  bench.leaveOut(table, `year IS NULL OR year::DOUBLE NOT BETWEEN ${FIRST} AND ${LAST}`, {
    source,
    value: `years outside ${FIRST}-${LAST}`,
    reason: "Outside the publisher's window, whose edges are truncated",
  });
