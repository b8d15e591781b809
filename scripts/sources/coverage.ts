/**
 * Shares of the inbound total below which reported flows are flagged, and below which they are dropped as residue; and
 * the change of that share from one year to the next beyond which the two years are not comparable.
 */
export const SHARES = { whole: 0.9, residue: 0.05, change: 0.15 } as const;

/** How well flows that were reported cover what was expected, in SQL. Without an expectation nothing can be said. */
export const statusSql = (reported: string, expected: string): string => `
  CASE WHEN ${reported} <= 0 THEN 'not reported'
       WHEN ${expected} IS NULL THEN 'not verifiable'
       WHEN ${reported} / ${expected} < ${SHARES.residue} THEN 'not reported'
       WHEN ${reported} / ${expected} < ${SHARES.whole} THEN 'partly reported'
       ELSE 'reported' END`;
