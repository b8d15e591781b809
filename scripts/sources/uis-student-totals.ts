import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'uis-student-totals';
/** The publisher's indicators: students hosted, and those hosted less those abroad. */
const [INBOUND, NET] = ['26637', 'MENF.5T8'];
/** The world row of the publisher's own regional list; the other world rows of the file differ by a few students. */
const WORLD_ROW = 'SDG: World';

/** Inbound students and net flow by country and year, and the publisher's estimate for the world. Outbound is derived. */
export const uisStudentTotals: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    await bench.csv('uis', bench.file(SOURCE, 'RAW_inbound_and_outbound_data', '.csv'), [
      'indicatorId',
      'geoUnit',
      'year',
      'value',
      'qualifier',
      'magnitude',
    ]);
    // Regions are written with a colon, but for one; they overlap and are no countries.
    const region = `(geoUnit LIKE '%:%' OR geoUnit = 'CECC-SICA') AND geoUnit <> '${WORLD_ROW}'`;
    // In this column NA means "category not applicable": there is no tertiary education to be counted.
    const notApplicable = `magnitude = 'NA'`;
    const indicators = `('${INBOUND}', '${NET}')`;
    for (const [value, condition, reason] of [
      ['regions', region, 'Region or group, no country'],
      ['magnitude NA', notApplicable, 'Not applicable at the source: no tertiary education in the country'],
      [
        'other indicators',
        `indicatorId IS NULL OR indicatorId NOT IN ${indicators}`,
        'Neither inbound students nor net flow',
      ],
      ['no value', 'value IS NULL', 'Missing at the source, which is not zero'],
    ] as const)
      await bench.leaveOut('uis', condition, { source: SOURCE, value, reason });
    await bench.db.run(
      `CREATE OR REPLACE TABLE uis_world AS SELECT * FROM uis WHERE geoUnit = '${WORLD_ROW}'; DELETE FROM uis WHERE geoUnit = '${WORLD_ROW}'`,
    );
    await bench.places('uis', 'geoUnit', { source: SOURCE, codes: 'iso3' });
    await bench.db.run(`
      CREATE OR REPLACE TABLE uis_all AS
      SELECT geoUnit_iso3 AS country, indicatorId, year::SMALLINT AS year, value::DOUBLE AS value, CASE WHEN qualifier IN ('UIS_EST', 'NAT_EST') THEN 'e' END AS flag FROM uis
      UNION ALL
      SELECT 'WLD', indicatorId, year::SMALLINT, value::DOUBLE, 'e' FROM uis_world;

      INSERT INTO totals_in
      SELECT country, CASE indicatorId WHEN '${INBOUND}' THEN 'inbound_students' ELSE 'net_students' END, '${SOURCE}', year, value, flag
      FROM uis_all WHERE country <> 'WLD' OR indicatorId = '${INBOUND}';

      -- Derived, so always flagged: the source publishes what comes in and the balance, not what goes out.
      CREATE OR REPLACE TABLE derived AS
      SELECT country, year, round(i.value) - round(n.value) AS value
      FROM uis_all i JOIN uis_all n USING (country, year)
      WHERE i.indicatorId = '${INBOUND}' AND n.indicatorId = '${NET}' AND country <> 'WLD';

      INSERT INTO totals_in
      SELECT country, 'outbound_students', '${SOURCE}', year, value, 'e' FROM derived WHERE value >= 0;`);
    const { n } = await bench.db.one<{ n: number }>(
      'SELECT count(*)::INTEGER AS n FROM derived WHERE value < 0',
    );
    await bench.exclude(
      SOURCE,
      'outbound below zero',
      n,
      'The published net flow is larger than the inbound total, so nothing can be derived',
    );
  },
};
