import type { Measure } from '../../src/model/flow.ts';
import type { Session } from './session.ts';

/** What a source says of a country as a whole in a year, in the unit of the measure. */
export interface TotalRow {
  readonly country: string;
  readonly measure: Measure;
  readonly source: string;
  readonly year: number;
  readonly value: number;
  readonly flag: string | null;
}

/** All totals of countries, those of the world left out: country by country, each series in the order of its years. */
export const totalRows = (db: Session): Promise<TotalRow[]> =>
  db.all<TotalRow>(
    "SELECT country, measure, source, year, value, flag FROM totals WHERE country <> 'WLD' ORDER BY country, measure, source, year",
  );
