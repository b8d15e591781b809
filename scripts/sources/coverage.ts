import { SHARES } from '../../src/model/coverage.ts';

/** How well flows that were reported cover what was expected, in SQL. Without an expectation nothing can be said. */
export const statusSql = (reported: string, expected: string): string => `
  CASE WHEN ${reported} <= 0 THEN 'not reported'
       WHEN ${expected} IS NULL THEN 'not verifiable'
       WHEN ${reported} / ${expected} < ${SHARES.residue} THEN 'not reported'
       WHEN ${reported} / ${expected} < ${SHARES.whole} THEN 'partly reported'
       ELSE 'reported' END`;
