import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'eis-copublications';
const FILE = 'eis-copublications/eis_raw_data_2025.csv';
/** The one indicator whose two labels agree; those of others are swapped, so nobody can say what they count. */
const INDICATOR = '1.2.1';
const LABEL = 'International scientific co-publications';
const LONG_LABEL = `${LABEL} per million population`;
const UNIT = 'per million people';
/** Read in the year after, while databases of papers are still being filled: it falls outside Europe and rises inside. */
const GROWING = 2024;

/** International co-publications per head in Europe and among its competitors. */
export const eisCopublications: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { db } = bench;
    await bench.csv('eis', FILE, ['iso3', 'var', 'var_long', 'var_axis', 'year', 'obs_value']);
    await bench.leaveOut('eis', `var IS DISTINCT FROM '${INDICATOR}'`, {
      source: SOURCE,
      value: `indicators other than ${INDICATOR}`,
      reason:
        'The labels of others are swapped in the file, so that a number may stand under the name of another',
    });
    const labels = await db.all<{ label: string }>(
      `SELECT DISTINCT var_long || ' / ' || var_axis AS label FROM eis ORDER BY 1`,
    );
    if (labels.length !== 1 || labels[0]?.label !== `${LABEL} / ${LONG_LABEL}`)
      throw new UserError(
        `${FILE}: indicator ${INDICATOR} should be labelled "${LABEL} / ${LONG_LABEL}" and nothing else, but is: ${labels.map((l) => `"${l.label}"`).join(', ') || '(not there)'}.\n` +
          'Labels of this file are known to be swapped. Find out what the indicator counts before you take it in.',
      );
    await bench.leaveOut('eis', 'obs_value IS NULL', {
      source: SOURCE,
      value: 'empty values',
      reason: 'No value at the source: missing, not zero',
    });
    // Alpha-3, for in alpha-2 the Commission writes EL and UK.
    await bench.places('eis', 'iso3', { source: SOURCE, codes: 'iso3' });
    await db.append('context_indicators', [
      [
        'copublications_per_million',
        'International scientific co-publications per million population',
        UNIT,
        'Scientific publications with an author in the country and an author abroad, over the population in millions. Small countries reach high values, since more of their partners are abroad.',
        SOURCE,
        INDICATOR,
      ],
    ]);
    await db.run(`
      INSERT INTO country_context BY NAME
      SELECT iso3_iso3 AS country, 'copublications_per_million' AS indicator, year::SMALLINT AS year, obs_value::DOUBLE AS value,
        '${UNIT}' AS unit, '${SOURCE}' AS source, CASE WHEN year::SMALLINT >= ${GROWING} THEN 'p' END AS flag
      FROM eis WHERE iso3_iso3 IS NOT NULL`);
  },
};
