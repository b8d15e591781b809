import { readCsv } from '../lib/csv.ts';
import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'vdem-academic-freedom';
const FILE = 'vdem-academic-freedom/academic_freedom_index_1993_2022_wide.csv';
const MISSING = ['', 'NA'];

/** The Academic Freedom Index, one column a year at the source. A table of its own, since its licence is share-alike. */
export const vdemAcademicFreedom: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { db } = bench;
    const rows: Readonly<Record<string, string>>[] = await readCsv(bench.raw(FILE), ['iso3']);
    const years = Object.keys(rows[0] ?? {}).filter((column) => /^\d{4}$/.test(column));
    if (!years.length)
      throw new UserError(
        `${FILE} has no column of a year. Has the publisher changed the format? Mend scripts/sources/${SOURCE}.ts.`,
      );
    const cells = rows.flatMap((row) => years.map((year) => [row['iso3'] ?? '', year, row[year] ?? '']));
    await db.run('CREATE OR REPLACE TABLE freedom (country VARCHAR, year VARCHAR, value VARCHAR)');
    await db.append('freedom', cells);
    const missing = cells.filter(([, , value = '']) => MISSING.includes(value)).length;
    await bench.exclude(SOURCE, 'empty values', missing, 'No value at the source: missing, not zero');
    await db.run(`DELETE FROM freedom WHERE value IN (${MISSING.map((text) => `'${text}'`).join(', ')})`);
    await bench.places('freedom', 'country', { source: SOURCE, codes: 'iso3' });
    await db.run(`
      INSERT INTO academic_freedom BY NAME
      SELECT country_iso3 AS country, year::SMALLINT AS year, value::DOUBLE AS value, NULL AS flag, '${SOURCE}' AS source
      FROM freedom WHERE country_iso3 IS NOT NULL`);
  },
};
