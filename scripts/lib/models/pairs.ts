import { STORED_PAIR_INDICATOR_ROWS } from '../../../src/indicators/index.ts';
import type { Model } from './open-models.ts';

/** Indicators of pairs that are plain SQL, and more of it than a browser should run. */
export const pairs: Model = {
  id: 'pairs',
  version: 1,
  sql: STORED_PAIR_INDICATOR_ROWS,
  inputs: ['flows', 'totals', 'organisations', 'organisation_ties', 'organisation_persistence'],
  tables: ['stored_pair_indicators'],
  run: (db) => db.run(`INSERT INTO stored_pair_indicators ${STORED_PAIR_INDICATOR_ROWS}`),
};
