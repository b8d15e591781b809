import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'us-student-visas';
const FILE = 'us-student-visas/f_j_m_by_nationality.csv';
/** Visas of Chinese nationals became valid for five years in November 2014, six weeks into this fiscal year. */
const LONGER_VALIDITY = 2015;
/** South Sudan has a row of its own from this fiscal year, within which it became independent. */
const SOUTH_SUDAN = 2011;

/**
 * Visas issued to students and exchange visitors by nationality and fiscal year. The file has a column for each class of
 * visa; what is left out is counted in its rows, and a missing number in its cells.
 */
export const usStudentVisas: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await bench.csv('visas', FILE, ['fiscal_year', 'nationality', 'F1', 'J1', 'M1']);
    await bench.places('visas', 'nationality', { source: SOURCE, codes: 'name' });
    await bench.db.run(`
      CREATE OR REPLACE TABLE visas_long AS
      SELECT nationality_iso3 AS country, fiscal_year::SMALLINT AS year, visa_class, round(value::DOUBLE)::INTEGER AS value, nationality_flag
      FROM visas UNPIVOT INCLUDE NULLS (value FOR visa_class IN (F1, J1, M1)) WHERE nationality_iso3 IS NOT NULL`);
    const { missing } = await bench.db.one<{ missing: number }>(
      'SELECT count(*)::INTEGER AS missing FROM visas_long WHERE value IS NULL',
    );
    await bench.exclude(SOURCE, 'no value', missing, 'Missing at the source, which is not zero');
    await bench.db.run(`
      INSERT INTO us_student_visas BY NAME
      SELECT country, year, visa_class, value, '${SOURCE}' AS source,
             join_flags(nationality_flag, CASE
               WHEN country = 'CHN' AND year = ${LONGER_VALIDITY} THEN 'b'
               WHEN country = 'SDN' AND year <= ${SOUTH_SUDAN} THEN 'd' END) AS flag
      FROM visas_long WHERE value IS NOT NULL`);
  },
};
