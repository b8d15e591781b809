import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'openalex-citations';
const FILE = 'openalex-citations/dom_vs_intl_mean_citations.csv';

const PLAIN =
  'Neither by field nor by age: recent works have had less time to be cited, and fields cite differently, so values of two years or of two countries do not compare as they stand.';
const MEASURES = [
  {
    id: 'domestic_mean_citations',
    column: 'domestic_mean_cites',
    title: 'Citations per work, authors in one country',
    unit: 'citations per work',
    definition: `Mean number of citations of works whose authors are all in the country, by year of publication. ${PLAIN}`,
  },
  {
    id: 'international_mean_citations',
    column: 'international_mean_cites',
    title: 'Citations per work, authors in several countries',
    unit: 'citations per work',
    definition: `Mean number of citations of works with authors in the country and abroad, by year of publication. ${PLAIN} That it is higher than the mean of domestic works is an association, not an effect of working together.`,
  },
  {
    id: 'domestic_works',
    column: 'domestic_papers',
    title: 'Works behind the mean, authors in one country',
    unit: 'works',
    definition:
      'Works behind domestic_mean_citations. What was counted as a work is not documented; the number of the United States jumps in 2022.',
  },
  {
    id: 'international_works',
    column: 'international_papers',
    title: 'Works behind the mean, authors in several countries',
    unit: 'works',
    definition:
      'Works behind international_mean_citations. What was counted as a work is not documented; for the number of international works use the table totals.',
  },
] as const;

/**
 * Mean citations of domestic and of international works, not normalised. Every row is flagged `u`: a part of the file comes
 * from a run that nobody has documented, and the file does not say which.
 */
export const openalexCitations: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const { db } = bench;
    await bench.csv('citations', FILE, ['year', 'iso2', 'gain', ...MEASURES.map(({ column }) => column)]);
    const [swapped] = await db.all<{ iso2: string; year: string }>(`
      SELECT iso2, year FROM citations
      WHERE abs(international_mean_cites::DOUBLE - domestic_mean_cites::DOUBLE - gain::DOUBLE) > 0.0015 LIMIT 1`);
    if (swapped)
      throw new UserError(
        `${FILE}: for ${swapped.iso2} in ${swapped.year}, gain is not the mean of international works less that of domestic ones. Have the columns changed their meaning?`,
      );
    await bench.places('citations', 'iso2', { source: SOURCE, codes: 'iso2' });
    for (const { id, column, title, unit, definition } of MEASURES) {
      const { empty } = await db.one<{ empty: number }>(
        `SELECT count(*) FILTER (iso2_iso3 IS NOT NULL AND ${column} IS NULL)::INTEGER AS empty FROM citations`,
      );
      await bench.exclude(
        SOURCE,
        `empty values of ${column}`,
        empty,
        'No value at the source: missing, not zero',
      );
      await db.append('context_indicators', [[id, title, unit, definition, SOURCE, column]]);
      await db.run(`
        INSERT INTO country_context BY NAME
        SELECT iso2_iso3 AS country, '${id}' AS indicator, year::SMALLINT AS year, ${column}::DOUBLE AS value, '${unit}' AS unit,
          '${SOURCE}' AS source, 'u' AS flag
        FROM citations WHERE iso2_iso3 IS NOT NULL AND ${column} IS NOT NULL`);
    }
  },
};
