import type { CoverageStatus } from '../../src/model/flow.ts';

/** Shares of the inbound total below which reported flows are flagged, and below which they are dropped as residue. */
export const SHARES = { whole: 0.9, residue: 0.05 } as const;

/** How well flows that were reported cover what was expected. Without an expectation nothing can be said. */
export function status(reported: number, expected: number | null): CoverageStatus {
  if (reported <= 0) return 'not reported';
  if (expected === null) return 'not verifiable';
  const ratio = reported / expected;
  return ratio < SHARES.residue ? 'not reported' : ratio < SHARES.whole ? 'partly reported' : 'reported';
}

/** The same rule in SQL. */
export const statusSql = (reported: string, expected: string): string => `
  CASE WHEN ${reported} <= 0 THEN 'not reported'
       WHEN ${expected} IS NULL THEN 'not verifiable'
       WHEN ${reported} / ${expected} < ${SHARES.residue} THEN 'not reported'
       WHEN ${reported} / ${expected} < ${SHARES.whole} THEN 'partly reported'
       ELSE 'reported' END`;
