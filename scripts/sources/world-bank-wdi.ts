import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { SERIES } from './world-bank-wdi-series.ts';

const SOURCE = 'world-bank-wdi';
const WORLD = 'WLD';

/**
 * Numbers about countries, 1960 on. The files mix economies with sums of economies, which the metadata tells apart: of these
 * only the world is kept.
 */
export const worldBankWdi: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { db } = bench;
    await bench.csv('wdi_economies', bench.file(SOURCE, 'wb_country_metadata', '.csv'), ['iso3c', 'region']);
    await db.run(`
      CREATE OR REPLACE TABLE wdi_sums AS SELECT iso3c AS code FROM wdi_economies WHERE region = 'Aggregates';
      CREATE OR REPLACE TABLE wdi (indicator VARCHAR, code VARCHAR, year VARCHAR, value VARCHAR)`);
    for (const { id, code } of SERIES) {
      const file = bench.file(SOURCE, code.toLowerCase(), '.csv');
      await bench.csv('wdi_file', file, ['Country Code', 'Year', 'Value']);
      await db.run(`INSERT INTO wdi SELECT '${id}', "Country Code", "Year", "Value" FROM wdi_file`);
    }
    await bench.leaveOut('wdi', `code <> '${WORLD}' AND code IN (FROM wdi_sums)`, {
      source: SOURCE,
      value: 'sums of economies',
      reason:
        'Regions, income groups and lending groups, as the metadata tells: they hold the same people again. Only the world is kept',
    });
    await bench.leaveOut('wdi', 'value IS NULL', {
      source: SOURCE,
      value: 'empty values',
      reason: 'No value at the source: missing, not zero',
    });

    await db.append(
      'context_indicators',
      SERIES.map(({ id, title, unit, definition, code }) => [id, title, unit, definition, SOURCE, code]),
    );
    const insert = (country: string, from: string) => `
      INSERT INTO country_context BY NAME
      SELECT ${country} AS country, indicator, year::SMALLINT AS year, value::DOUBLE AS value, i.unit, '${SOURCE}' AS source, NULL AS flag
      FROM ${from} JOIN context_indicators i ON i.id = indicator`;
    await db.run(insert(`'${WORLD}'`, `(FROM wdi WHERE code = '${WORLD}')`));
    await db.run(`DELETE FROM wdi WHERE code = '${WORLD}'`);
    await bench.places('wdi', 'code', { source: SOURCE, codes: 'iso3' });
    await db.run(insert('code_iso3', '(FROM wdi WHERE code_iso3 IS NOT NULL)'));
  },
};
