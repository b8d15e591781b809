/**
 * Shares of the inbound total below which reported flows are flagged, and below which they are dropped as residue; and
 * the change of that share from one year to the next beyond which the two years are not comparable.
 */
export const SHARES = { whole: 0.9, residue: 0.05, change: 0.15 } as const;

/** A country with fewer researchers than this has no rate: one move would swing it. */
export const LEAST_RESEARCHERS = 100;
