import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'uis-sdg4';

const SERIES = [
  {
    id: 'tertiary_enrolment_ratio_uis',
    code: 'GER.5T8',
    title: 'Gross enrolment ratio, tertiary education',
    zeros: false,
    unit: '%',
    definition:
      'Students in tertiary education, whatever their age, over the number of people of the five years that follow on secondary school. May exceed 100; the last years are still being reported.',
  },
  {
    id: 'scholarship_aid',
    code: 'ODAFLOW.VOLUMESCHOLARSHIP',
    title: 'Official development assistance for scholarships, by recipient',
    zeros: true,
    unit: 'constant US dollars',
    definition:
      'What donors spend on scholarships and trainees in their own countries, by the country that the students come from: SDG indicator 4.b.1, gross disbursements. In dollars at the prices of one year, which the publisher does not name. Aid without a single country of recipients is not in it, so a sum is no world total.',
  },
] as const;

/**
 * Enrolment ratios and scholarship aid. Codes of countries are in lower case, and no row says more than a value: the marks that
 * tell nil from "not applicable" are gone. In the publisher's file of student totals every such zero of the same country and
 * year is marked as not applicable, so a ratio of zero says nothing that we could show.
 */
export const uisSdg4: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { db } = bench;
    for (const { id, code, title, zeros, unit, definition } of SERIES) {
      const column = code.toLowerCase().replace('.', '_');
      await bench.csv('sdg4_file', `${SOURCE}/${column}--by--country--year.csv`, ['country', 'year', column]);
      await db.run(
        `CREATE OR REPLACE TABLE sdg4 AS SELECT upper(country) AS country, year, "${column}" AS value FROM sdg4_file`,
      );
      await bench.leaveOut('sdg4', 'value IS NULL', {
        source: SOURCE,
        value: 'empty values',
        reason: 'No value at the source: missing, not zero',
      });
      if (!zeros)
        await bench.leaveOut('sdg4', 'value::DOUBLE = 0', {
          source: SOURCE,
          value: `zeros of ${id}`,
          reason:
            'Without its mark, a zero cannot be told from "not applicable" (no tertiary education in the country), as the publisher’s totals of students mark the same countries',
        });
      await bench.places('sdg4', 'country', { source: SOURCE, codes: 'iso3' });
      await db.append('context_indicators', [[id, title, unit, definition, SOURCE, code]]);
      await db.run(`
        INSERT INTO country_context BY NAME
        SELECT country_iso3 AS country, '${id}' AS indicator, year::SMALLINT AS year, value::DOUBLE AS value, '${unit}' AS unit,
          '${SOURCE}' AS source, NULL AS flag
        FROM sdg4 WHERE country_iso3 IS NOT NULL`);
    }
  },
};
